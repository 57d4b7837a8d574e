"""How the sign-in library speaks with an organisation's identity provider. The library finds this module by its name.

Only the ID token is read: the person's number there, and an address to show. Decision 0017 says why.
"""

import hashlib
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from allauth.socialaccount.providers.oauth2.client import OAuth2Error
from allauth.socialaccount.providers.openid_connect.provider import OpenIDConnectProvider
from allauth.socialaccount.providers.openid_connect.views import OpenIDConnectOAuth2Adapter
from django.core.exceptions import ImproperlyConfigured
from django.http import HttpRequest
from django.urls import reverse
from requests import RequestException

ENDPOINTS = frozenset({"authorization_endpoint", "token_endpoint", "jwks_uri"})


class IdentityAdapter(OpenIDConnectOAuth2Adapter):
    """What is asked of a provider, and what of its answers is believed."""

    nonce = ""

    @property
    def openid_config(self) -> Any:
        with unreadable_is_a_fault():
            found = super().openid_config
            if found.keys() >= ENDPOINTS:
                return found
        raise OAuth2Error("The provider's configuration lacks an address.")

    def get_callback_url(self, request: HttpRequest, app: Any) -> str:
        return request.build_absolute_uri(reverse("provider-return", kwargs={"key": self.provider_id}))

    def get_access_token_data(
        self, request: HttpRequest, app: Any, client: Any, pkce_code_verifier: str | None = None
    ) -> Any:
        self.nonce = nonce_for(pkce_code_verifier)
        return super().get_access_token_data(request, app, client, pkce_code_verifier)

    def parse_token(self, data: Any) -> Any:
        with unreadable_is_a_fault():
            return super().parse_token(data)

    def complete_login(self, request: HttpRequest, app: Any, token: Any, **kwargs: Any) -> Any:
        # SECURITY: without an ID token nothing says which issuer vouches for whom.
        if not kwargs["response"].get("id_token"):
            raise OAuth2Error("The provider sent no ID token.")
        with unreadable_is_a_fault():
            return super().complete_login(request, app, token, **kwargs)

    def _decode_id_token(self, app: Any, id_token: str) -> Any:
        claims = super()._decode_id_token(app, id_token)
        if claims.get("nonce") != self.nonce:
            raise OAuth2Error("The ID token was not made for this sign-in.")
        return claims


class IdentityProvider(OpenIDConnectProvider):
    """A provider that the environment names."""

    oauth2_adapter_class = IdentityAdapter

    def get_pkce_params(self) -> dict[str, str]:
        made: dict[str, str] = super().get_pkce_params()
        return made | {"nonce": nonce_for(made["code_verifier"])}

    def extract_extra_data(self, data: Any) -> dict[str, str]:
        claims = data["id_token"]
        return {"issuer": claims["iss"], "email": str(claims.get("email") or "")}

    def serialize(self) -> dict[str, Any]:
        """Let the library find this provider again, also where two know the portal by the same client ID."""
        made: dict[str, Any] = super().serialize()
        return made | {"id": self.app.provider_id}


def nonce_for(verifier: str | None) -> str:
    """Return the nonce of one sign-in: made from its secret verifier, so that nothing more need be remembered."""
    return hashlib.sha256(f"nonce of {verifier}".encode()).hexdigest()


@contextmanager
def unreadable_is_a_fault() -> Iterator[None]:
    """Turn every way in which an answer can be no answer into the library's one kind of fault."""
    try:
        yield
    except RequestException:
        raise
    except (AttributeError, ImproperlyConfigured, LookupError, TypeError, ValueError) as odd:
        raise OAuth2Error(f"The provider's answer cannot be read: {odd}") from odd


provider_classes = [IdentityProvider]
