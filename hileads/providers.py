"""The identity providers by which people may sign in, as the environment names them."""

import hashlib
import json
from dataclasses import dataclass, fields
from urllib.parse import urlsplit

from django.core.exceptions import ImproperlyConfigured
from django.utils.text import slugify

NAME = "OIDC_PROVIDERS"
HASH_LENGTH = 16
SHOWN = ("name", "issuer")
"""What may differ for people: two providers of one name or of one issuer could not be told apart."""


@dataclass(frozen=True)
class Provider:
    """One identity provider: what people call it, its issuer, and what the portal is to it."""

    name: str
    issuer: str
    client_id: str
    client_secret: str

    @property
    def key(self) -> str:
        """Return what links and addresses know the provider by: its issuer, and nothing else that may change."""
        digest = hashlib.sha256(self.issuer.encode()).hexdigest()[:HASH_LENGTH]
        return f"{slugify(urlsplit(self.issuer).netloc.replace('.', '-'))}-{digest}"

    @property
    def origin(self) -> str:
        """Return the scheme and host of its sign-in page."""
        address = urlsplit(self.issuer)
        return f"{address.scheme}://{address.netloc}"

    @property
    def configuration_url(self) -> str:
        """Return where the provider says how it is spoken to (OpenID Connect Discovery 1.0, section 4)."""
        return f"{self.issuer.rstrip('/')}/.well-known/openid-configuration"


PARTS = tuple(field.name for field in fields(Provider))


def providers_in(text: str, *, only_https: bool) -> tuple[Provider, ...]:
    """Return the providers that a JSON list names; refuse what could not work. A refusal never repeats a secret."""
    if not text.strip():
        return ()
    try:
        found = json.loads(text)
    except ValueError as wrong:
        raise ImproperlyConfigured(f"{NAME} is not JSON: {wrong}.") from None
    if not isinstance(found, list):
        raise ImproperlyConfigured(f"{NAME} must be a JSON list, with one object for each provider.")
    made = tuple(_provider(place, one, only_https) for place, one in enumerate(found, start=1))
    for part in SHOWN:
        if len({getattr(one, part) for one in made}) < len(made):
            raise ImproperlyConfigured(f"{NAME} has the same {part} twice.")
    return made


def _provider(place: int, given: object, only_https: bool) -> Provider:
    where = f"{NAME}, provider {place}"
    if not isinstance(given, dict) or set(given) != set(PARTS):
        raise ImproperlyConfigured(f"{where} must have exactly these: {', '.join(PARTS)}.")
    for part in PARTS:
        if not isinstance(given[part], str) or not given[part].strip():
            raise ImproperlyConfigured(f"{where}: {part} must be a text, and not empty.")
    made = Provider(**given)
    address = urlsplit(made.issuer)
    if address.scheme not in ({"https"} if only_https else {"https", "http"}) or not address.hostname:
        raise ImproperlyConfigured(f"{where}: the issuer must be an address that begins with https://.")
    if address.query or address.fragment:
        raise ImproperlyConfigured(f"{where}: an issuer has no ? and no #.")
    return made
