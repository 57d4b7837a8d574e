"""Signing out elsewhere, and the apps of the demo's people."""

from collections.abc import Iterable

from allauth.mfa.models import Authenticator
from allauth.mfa.recovery_codes.internal.auth import RecoveryCodes
from allauth.mfa.totp.internal.auth import TOTP, generate_totp_secret
from allauth.usersessions.models import UserSession
from django.db import transaction
from django.http import Http404

from hileads.leads.models import User


@transaction.atomic
def end_session(*, by: User, session: UserSession) -> None:
    """Sign a person out of one browser. Only they themselves can."""
    if session.user_id != by.pk:
        raise Http404
    session.end()


@transaction.atomic
def end_other_sessions(*, by: User, here: str | None) -> int:
    """Sign a person out of every browser but the one they use, and return how many there were."""
    others = UserSession.objects.filter(user=by).exclude(session_key=here)
    return sum(bool(session.end() or True) for session in others)


@transaction.atomic
def give_demo_apps(*, by: User, people: Iterable[User]) -> None:
    """Give people of the demo an app that shows codes, and recovery codes."""
    for person in people:
        if not Authenticator.objects.filter(user=person, type=Authenticator.Type.TOTP).exists():
            TOTP.activate(person, generate_totp_secret())
            RecoveryCodes.activate(person)
