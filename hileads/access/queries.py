"""How a person signs in: their second steps, and where they are signed in."""

import time
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from allauth.mfa.models import Authenticator
from allauth.mfa.totp.internal.auth import format_hotp_value, hotp_value
from allauth.mfa.utils import decrypt, is_mfa_enabled
from allauth.socialaccount.models import SocialAccount
from allauth.usersessions.models import UserSession
from django.conf import settings
from django.contrib.sessions.models import Session
from django.core.cache import cache
from django.db.models import QuerySet

from hileads.access.models import LossState, StepLoss
from hileads.clock import now
from hileads.leads.models import User
from hileads.providers import Provider

Type = Authenticator.Type
SECOND_STEPS = (Type.TOTP, Type.WEBAUTHN)
APP_SECONDS = 30

BROWSERS = (("Edg", "Edge"), ("Firefox", "Firefox"), ("Chrome", "Chrome"), ("Safari", "Safari"))
SYSTEMS = (
    ("iPhone", "an iPhone"),
    ("iPad", "an iPad"),
    ("Android", "Android"),
    ("Windows", "Windows"),
    ("Mac OS", "a Mac"),
    ("Linux", "Linux"),
)


@dataclass(frozen=True)
class Passkey:
    """One passkey: what its owner calls it, and since when it is there."""

    number: int
    name: str
    added_at: datetime
    used_at: datetime | None


@dataclass(frozen=True)
class Place:
    """A browser in which a person is signed in."""

    number: int
    browser: str
    since: datetime
    is_here: bool


@dataclass(frozen=True)
class Link:
    """A sign-in at an identity provider that its owner linked to the account here."""

    number: int
    name: str
    email: str
    linked_at: datetime
    used_at: datetime


@dataclass(frozen=True)
class SignIn:
    """Everything by which a person signs in. `codes_left` is None where there are no recovery codes.

    `links` are sign-ins elsewhere, `offers` the providers of which none is linked yet.
    """

    passkeys: tuple[Passkey, ...]
    has_app: bool
    codes_left: int | None
    places: tuple[Place, ...]
    links: tuple[Link, ...]
    offers: tuple[Provider, ...]

    @property
    def has_second_step(self) -> bool:
        return bool(self.passkeys) or self.has_app


def has_second_step(user: User) -> bool:
    """Say whether this person has a passkey or an app."""
    return bool(is_mfa_enabled(user, types=SECOND_STEPS))


def has_passkey(user: User) -> bool:
    return bool(is_mfa_enabled(user, types=[Type.WEBAUTHN]))


def sign_in_of(user: User, here: str | None) -> SignIn:
    """Return how this person signs in; `here` is the key of the session they look from."""
    kept = list(Authenticator.objects.filter(user=user).order_by("created_at"))
    codes = next((row for row in kept if row.type == Type.RECOVERY_CODES), None)
    linked = list(linked_accounts(user)) if settings.OIDC_PROVIDERS else []
    taken = {row.provider for row in linked}
    return SignIn(
        passkeys=tuple(
            Passkey(row.pk, row.wrap().name, row.created_at, row.last_used_at)
            for row in kept
            if row.type == Type.WEBAUTHN
        ),
        has_app=any(row.type == Type.TOTP for row in kept),
        codes_left=len(codes.wrap().get_unused_codes()) if codes else None,
        places=_places_of(user, here),
        links=tuple(link_of(row) for row in linked),
        offers=tuple(one for one in settings.OIDC_PROVIDERS if one.key not in taken),
    )


def linked_accounts(user: User) -> QuerySet[SocialAccount]:
    """Return a person's sign-ins at the providers that there are now, in the order in which they were linked."""
    keys = [one.key for one in settings.OIDC_PROVIDERS]
    rows: QuerySet[SocialAccount] = SocialAccount.objects.filter(user=user, provider__in=keys)
    return rows.order_by("date_joined", "pk")


def link_of(row: SocialAccount) -> Link:
    """Return a linked sign-in in the words of its provider."""
    name = next(one.name for one in settings.OIDC_PROVIDERS if one.key == row.provider)
    return Link(row.pk, name, row.extra_data.get("email", ""), row.date_joined, row.last_login)


def _places_of(user: User, here: str | None) -> tuple[Place, ...]:
    rows = list(UserSession.objects.filter(user=user).order_by("-created_at"))
    living = Session.objects.filter(session_key__in=[row.session_key for row in rows], expire_date__gt=now())
    keys = set(living.values_list("session_key", flat=True))
    return tuple(
        Place(row.pk, browser_in(row.user_agent), row.created_at, row.session_key == here)
        for row in rows
        if row.session_key in keys
    )


def browser_in(user_agent: str) -> str:
    """Return "Firefox on Windows" for what a browser says about itself."""
    browser = next((name for sign, name in BROWSERS if sign in user_agent), "A browser")
    system = next((name for sign, name in SYSTEMS if sign in user_agent), "")
    return f"{browser} on {system}" if system else browser


def demo_code(user: User) -> str:
    """Return what the app of one of the demo's people shows now; "" anywhere but in a demo.

    SECURITY: the settings refuse to start a production portal as a demo.
    """
    app = Authenticator.objects.filter(user=user, type=Type.TOTP).first() if settings.DEMO else None
    if app is None:
        return ""
    secret, counter = decrypt(app.data["secret"]), int(time.time()) // APP_SECONDS
    codes: list[str] = [format_hotp_value(hotp_value(secret, counter + step)) for step in (0, 1, -1)]
    return next((code for code in codes if not cache.get(app.wrap()._get_used_cache_key(code))), codes[0])


@dataclass(frozen=True)
class Loss:
    """A lost second step as administrators see it: whose, what it waits for, and whether this one may confirm it."""

    public_id: UUID
    name: str
    email: str
    asked_at: datetime
    state: str
    first_by: str
    due_at: datetime | None
    may_confirm: bool


def open_loss_of(user: User) -> StepLoss | None:
    """Return what this person asked about their lost second step, while it is open."""
    return StepLoss.objects.open().filter(person=user).first()


def losses_for(admin: User) -> tuple[Loss, ...]:
    """Return every lost second step that is open, the oldest first."""
    rows = StepLoss.objects.open().select_related("person", "first_by")
    waiting = (LossState.ASKED, LossState.CONFIRMED_ONCE)
    return tuple(
        Loss(
            public_id=row.public_id,
            name=row.person.name,
            email=row.person.email,
            asked_at=row.asked_at,
            state=row.get_state_display(),
            first_by=row.first_by.name if row.first_by else "",
            due_at=row.due_at,
            may_confirm=row.state in waiting and admin.pk not in (row.person_id, row.first_by_id),
        )
        for row in rows
    )
