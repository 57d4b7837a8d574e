"""What is asked when people set up or show their second step: the library's forms in our words and components."""

from collections.abc import Callable
from typing import Any

from allauth.mfa.adapter import get_adapter
from allauth.mfa.base.forms import ReauthenticateForm
from allauth.mfa.recovery_codes.forms import GenerateRecoveryCodesForm
from allauth.mfa.totp.forms import ActivateTOTPForm, DeactivateTOTPForm
from allauth.mfa.webauthn.forms import AddWebAuthnForm, LoginWebAuthnForm, ReauthenticateWebAuthnForm
from django import forms

from hileads.frame.forms import PageFormMixin

ONE_TIME_CODE = {"inputmode": "numeric", "autocomplete": "one-time-code", "classes": "nhsuk-input--width-10"}


class AppForm(PageFormMixin, ActivateTOTPForm):
    """The first code of a new app."""

    code = forms.CharField(label="The code that the app shows now", help_text="Six digits.", max_length=20)
    component_options = {"code": ONE_TIME_CODE}


class AppRemoveForm(PageFormMixin, DeactivateTOTPForm):
    """Nothing but the button."""


class CodesForm(PageFormMixin, GenerateRecoveryCodesForm):
    """Nothing but the button."""


class ConfirmForm(PageFormMixin, ReauthenticateForm):
    """A code, as the second step."""

    code = forms.CharField(
        label="Code",
        help_text="The six digits that your app shows now, or one of your recovery codes.",
        max_length=20,
    )
    component_options = {"code": ONE_TIME_CODE}


class OddAnswers:
    """A credential in which something is missing is a wrong one, which the library's forms do not expect."""

    def clean(self) -> dict[str, Any]:
        return as_wrong(super().clean)  # type: ignore[misc]

    def clean_credential(self) -> Any:
        cleaned = getattr(super(), "clean_credential", None)
        return as_wrong(cleaned) if cleaned else self.cleaned_data["credential"]  # type: ignore[attr-defined]


def as_wrong(check: Callable[[], Any]) -> Any:
    """Return what a check returns, or say that the code is wrong where the check stumbles over it."""
    try:
        return check()
    except (AttributeError, KeyError, TypeError, ValueError) as odd:
        raise get_adapter().validation_error("incorrect_code") from odd


class PasskeyForm(OddAnswers, PageFormMixin, AddWebAuthnForm):
    """A new passkey. The browser fills in the credential."""

    mark_optional = False

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["name"].label = "What do you call this device?"
        self.fields["name"].help_text = "For example: work laptop. It tells your passkeys apart."
        self.fields["passwordless"].label = "I also want to sign in with it, without a code by mail"
        self.fields[
            "passwordless"
        ].help_text = "The device then asks for your fingerprint, your face or its PIN."


class PasskeySignInForm(OddAnswers, LoginWebAuthnForm):
    """A passkey, to sign in with. The browser fills in the credential."""


class PasskeyConfirmForm(OddAnswers, PageFormMixin, ReauthenticateWebAuthnForm):
    """A passkey, as the second step. The browser fills in the credential."""
