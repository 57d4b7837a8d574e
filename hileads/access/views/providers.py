"""Signing in by an organisation's identity provider, and linking it to one's account."""

from collections.abc import Callable
from functools import cached_property
from typing import Any

from allauth.account.decorators import reauthentication_required
from allauth.account.utils import get_next_redirect_url
from allauth.socialaccount.adapter import get_adapter
from allauth.socialaccount.helpers import render_authentication_error
from allauth.socialaccount.internal.flows.connect import disconnect
from allauth.socialaccount.models import SocialAccount, SocialApp
from allauth.socialaccount.providers.base.constants import AuthProcess
from allauth.socialaccount.providers.oauth2.client import OAuth2Error
from allauth.socialaccount.providers.oauth2.views import OAuth2CallbackView
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.utils.decorators import method_decorator
from requests import RequestException

from hileads.access.outcomes import CameToNothing
from hileads.access.queries import link_of, linked_accounts
from hileads.frame.views import PageView, PermissionRequired

asks_again = method_decorator(reauthentication_required(app="allauth.socialaccount"), name="dispatch")


class OfProvider:
    """What the pages of one provider share: the provider, or no such page."""

    request: HttpRequest
    kwargs: dict[str, Any]

    @cached_property
    def provider(self) -> Any:
        try:
            return get_adapter().get_provider(self.request, provider=self.kwargs["key"])
        except SocialApp.DoesNotExist as unknown:
            raise Http404 from unknown

    def faults_are_told(self, ask: Callable[[], HttpResponse]) -> HttpResponse:
        """Do what asks the provider; where it does not answer, or not in its language, lead to the page that says so."""
        try:
            return ask()
        except (OAuth2Error, RequestException) as fault:
            return render_authentication_error(self.request, self.provider, exception=fault)


class ProviderSignIn(OfProvider, PermissionRequired):
    """The button on the page of signing in."""

    public = True

    def post(self, request: HttpRequest, key: str) -> HttpResponse:
        wanted = get_next_redirect_url(request)
        return self.faults_are_told(
            lambda: self.provider.redirect(request, AuthProcess.LOGIN, next_url=wanted)
        )


class ProviderReturn(OfProvider, PermissionRequired):
    """Where the provider sends people back to."""

    public = True

    def get(self, request: HttpRequest, key: str) -> HttpResponse:
        finish = OAuth2CallbackView.adapter_view(self.provider.get_oauth2_adapter(request))
        return self.faults_are_told(lambda: finish(request))


class ProviderRefused(OfProvider, PageView):
    """What came to nothing, and what to do."""

    public = True
    template_name = "access/provider_refused.jinja"

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        if self.kwargs["reason"] not in set(CameToNothing):
            raise Http404
        return super().get_context_data(
            provider=self.provider.app, reason=CameToNothing(self.kwargs["reason"]), **kwargs
        )


@asks_again
class ProviderLink(OfProvider, PageView):
    """What linking means, and the button that goes to the provider."""

    signed_in = True
    template_name = "access/provider_link.jinja"

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        return super().get_context_data(provider=self.provider.app, **kwargs)

    def post(self, request: HttpRequest, key: str) -> HttpResponse:
        """Let them choose the account there: on a shared computer a colleague's may be open."""
        chosen = {"prompt": "select_account"}
        return self.faults_are_told(
            lambda: self.provider.redirect(request, AuthProcess.CONNECT, auth_params=chosen)
        )


@asks_again
class ProviderUnlink(PageView):
    """Do without a linked sign-in from now on."""

    signed_in = True
    template_name = "access/provider_unlink.jinja"

    def get_subject(self) -> SocialAccount:
        return get_object_or_404(linked_accounts(self.person), pk=self.kwargs["number"])

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        return super().get_context_data(link=link_of(self.subject), **kwargs)

    def post(self, request: HttpRequest, number: int) -> HttpResponse:
        disconnect(request, self.subject)
        return redirect("sign-in-show")
