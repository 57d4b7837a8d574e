"""Setting up a second step, and taking one away. Whoever sets one up has shown it, and goes on where they were."""

from typing import Any

from allauth.account.internal.flows.login import record_authentication
from allauth.mfa.models import Authenticator
from allauth.mfa.recovery_codes.views import GenerateRecoveryCodesView, ViewRecoveryCodesView
from allauth.mfa.totp.views import ActivateTOTPView, DeactivateTOTPView
from allauth.mfa.webauthn.views import AddWebAuthnView, RemoveWebAuthnView
from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.html import json_script

from hileads.access.forms import AppForm, AppRemoveForm, CodesForm, PasskeyForm
from hileads.frame.twosteps import what_waits
from hileads.frame.views import PermissionRequired


class SetsUp:
    """What both ways of setting up a second step share."""

    request: HttpRequest
    kind: Authenticator.Type
    did_generate_recovery_codes: bool

    def form_valid(self, form: Any) -> HttpResponse:
        answer: HttpResponse = super().form_valid(form)  # type: ignore[misc]
        record_authentication(self.request, self.request.user, "mfa", type=self.kind, reauthenticated=True)
        return answer

    def get_success_url(self) -> str:
        return reverse("recovery-codes") if self.did_generate_recovery_codes else way_on(self.request)


class AppAdd(SetsUp, PermissionRequired, ActivateTOTPView):
    """Set up an app that shows codes."""

    signed_in = True
    kind = Authenticator.Type.TOTP
    template_name = "access/app_add.jinja"
    form_class = AppForm


class PasskeyAdd(SetsUp, PermissionRequired, AddWebAuthnView):
    """Add a passkey."""

    signed_in = True
    kind = Authenticator.Type.WEBAUTHN
    template_name = "access/passkey_add.jinja"
    form_class = PasskeyForm

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        made: dict[str, Any] = super().get_context_data(**kwargs)
        return made | {"options": json_script(made.pop("js_data"), "js_data"), **kwargs}


class AppRemove(PermissionRequired, DeactivateTOTPView):
    """Do without the app from now on."""

    signed_in = True
    template_name = "access/app_remove.jinja"
    form_class = AppRemoveForm


class PasskeyRemove(PermissionRequired, RemoveWebAuthnView):
    """Do without a passkey from now on."""

    signed_in = True
    template_name = "access/passkey_remove.jinja"


class RecoveryCodes(PermissionRequired, ViewRecoveryCodesView):
    """The codes for the day when the device is lost."""

    signed_in = True
    template_name = "access/recovery_codes.jinja"

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        made: dict[str, Any] = super().get_context_data(**kwargs)
        return made | {"way_on": way_on(self.request), "is_waited_for": what_waits(self.request) is not None}


class RecoveryCodesAdd(PermissionRequired, GenerateRecoveryCodesView):
    """Make new codes, and end the old ones."""

    signed_in = True
    template_name = "access/recovery_codes_add.jinja"
    form_class = CodesForm


def way_on(request: HttpRequest) -> str:
    """Return where somebody goes once a second step is set up: on to what waits for it, or back to the list."""
    return reverse("two-steps" if what_waits(request) else "sign-in-show")
