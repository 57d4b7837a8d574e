"""What the sign-in library is told: second steps are kept encrypted, and identity providers open no account by themselves."""

from typing import Any

import structlog
from allauth.core.exceptions import ImmediateHttpResponse
from allauth.mfa.adapter import DefaultMFAAdapter
from allauth.mfa.models import Authenticator
from allauth.socialaccount.adapter import DefaultSocialAccountAdapter
from allauth.socialaccount.models import SocialApp
from allauth.socialaccount.providers.base.constants import AuthError
from django.conf import settings
from django.http import HttpRequest
from django.shortcuts import redirect
from django.urls import reverse
from requests import RequestException

from hileads.access.outcomes import CameToNothing
from hileads.encryption import cipher
from hileads.leads.models import User
from hileads.providers import Provider

SERVICE = "Health inequalities portal"
LOGGED = 300
"""So many characters of a fault are logged: enough for a provider's reason."""


class SecondStepAdapter(DefaultMFAAdapter):
    """How passkeys, apps and recovery codes are kept and spoken of."""

    error_messages = DefaultMFAAdapter.error_messages | {
        "incorrect_code": (
            "That is not the right code or passkey. Try again. A code from an app changes every 30 seconds and "
            "works once."
        ),
        "unverified_email": "Confirm your email address first. Sign in with a code sent to it, then come back here.",
    }

    def encrypt(self, text: str) -> str:
        return cipher().encrypt(text.encode()).decode()

    def decrypt(self, encrypted_text: str) -> str:
        return cipher().decrypt(encrypted_text.encode()).decode()

    def generate_authenticator_name(self, user: User, type: str) -> str:  # noqa: A002 - the library's name
        """Return what a passkey is called until its owner says otherwise."""
        number = Authenticator.objects.filter(user=user, type=type).count() + 1
        return "My passkey" if number == 1 else f"My passkey {number}"

    def get_public_key_credential_rp_entity(self) -> dict[str, str]:
        return {**super().get_public_key_credential_rp_entity(), "name": SERVICE}


class ProviderAdapter(DefaultSocialAccountAdapter):
    """Identity providers: those of the environment, for accounts that are linked already."""

    def list_apps(
        self, request: HttpRequest | None, provider: str | None = None, client_id: str | None = None
    ) -> list[SocialApp]:
        return [
            app_of(one)
            for one in settings.OIDC_PROVIDERS
            if provider in (None, one.key) and client_id in (None, one.client_id)
        ]

    def is_open_for_signup(self, request: HttpRequest, sociallogin: Any) -> bool:
        """Tell whoever comes by a sign-in that nobody has linked what to do. Nobody signs up by it."""
        raise stop(sociallogin.account.provider, CameToNothing.NOT_LINKED)

    def on_authentication_error(
        self,
        request: HttpRequest,
        provider: Any,
        error: str | None = None,
        exception: Exception | None = None,
        extra_context: dict[str, Any] | None = None,
    ) -> None:
        """Say on a page of ours what came to nothing, and in the log why."""
        key = provider.app.provider_id
        if error == AuthError.CANCELLED:
            raise stop(key, CameToNothing.STOPPED)
        reason = str(exception or request.GET.get("error", "no sign-in was begun here"))[:LOGGED]
        structlog.get_logger(__name__).warning("Signing in by a provider failed", provider=key, reason=reason)
        is_away = isinstance(exception, RequestException)
        raise stop(key, CameToNothing.AWAY if is_away else CameToNothing.FAILED)

    def get_connect_redirect_url(self, request: HttpRequest, socialaccount: Any) -> str:
        return reverse("sign-in-show")


def app_of(provider: Provider) -> SocialApp:
    """Return a provider as the library wants it; it is never saved."""
    return SocialApp(
        provider="openid_connect",
        provider_id=provider.key,
        name=provider.name,
        client_id=provider.client_id,
        secret=provider.client_secret,
        settings={
            "server_url": provider.configuration_url,
            # SECURITY: an ID token is believed if it names the issuer that the environment names.
            "openid_configuration_overrides": {"issuer": provider.issuer},
            "oauth_pkce_enabled": True,
            "fetch_userinfo": False,
            "scope": ["openid", "email"],
        },
    )


def stop(key: str, reason: CameToNothing) -> ImmediateHttpResponse:
    """Return what ends the library's work and leads to the page that says why."""
    return ImmediateHttpResponse(redirect("provider-refused", key=key, reason=reason))
