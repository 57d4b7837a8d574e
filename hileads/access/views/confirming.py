"""Showing the second step at the moment that needs it, and going on from there."""

from typing import Any

from allauth.mfa.base.views import ReauthenticateView
from allauth.mfa.webauthn.views import ReauthenticateWebAuthnView
from django.contrib import messages
from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.html import json_script
from django.utils.http import urlencode

from hileads.access.forms import ConfirmForm, PasskeyConfirmForm
from hileads.access.queries import demo_code, has_passkey, has_second_step
from hileads.frame.twosteps import forget_what_waits, go_on, has_shown_both, what_waits
from hileads.frame.views import PageView, PermissionRequired
from hileads.permissions.catalogue import MOMENT


class TwoSteps(PageView):
    """The place between: it leads to the second step, to setting one up, or on to what somebody was about to do."""

    signed_in = True
    template_name = "access/two_steps.jinja"

    def get(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        waiting = what_waits(request)
        if not has_shown_both(request, MOMENT):
            return _to_the_second_step(request) if has_second_step(self.person) else super().get(request)
        if waiting and waiting["posted"] is not None:
            return super().get(request)
        forget_what_waits(request)
        return redirect(waiting["to"] if waiting else "sign-in-show")

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        return super().get_context_data(
            waiting=what_waits(self.request), has_step=has_second_step(self.person), **kwargs
        )

    def post(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        waiting = what_waits(request)
        if waiting is None or waiting["posted"] is None or not has_shown_both(request, MOMENT):
            return redirect("two-steps")
        return go_on(request, waiting)


class CodeConfirm(PermissionRequired, ReauthenticateView):
    """Show a code from the app, or a recovery code."""

    signed_in = True
    template_name = "access/code_confirm.jinja"
    form_class = ConfirmForm

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        made: dict[str, Any] = super().get_context_data(**kwargs)
        return made | {"demo_code": demo_code(self.person), "has_passkey": has_passkey(self.person)}


class PasskeyConfirm(PermissionRequired, ReauthenticateWebAuthnView):
    """Use a passkey."""

    signed_in = True
    template_name = "access/passkey_confirm.jinja"
    form_class = PasskeyConfirmForm

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        made: dict[str, Any] = super().get_context_data(**kwargs)
        return made | {"options": json_script(made.pop("js_data"), "js_data")}

    def form_invalid(self, form: PasskeyConfirmForm) -> HttpResponse:
        """Say what was wrong on the page that asks again."""
        for problem in form.errors.get("credential", []):
            messages.error(self.request, problem)
        return redirect(self.request.get_full_path())


def _to_the_second_step(request: HttpRequest) -> HttpResponse:
    name = "passkey-confirm" if has_passkey(request.user) else "code-confirm"  # type: ignore[arg-type]
    return redirect(f"{reverse(name)}?{urlencode({'next': reverse('two-steps')})}")
