"""The messages about a session: each says what happened, when, where, and what to do next."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any

from django.urls import reverse

from hileads.leads.models import User
from hileads.offsets import Offset
from learning_sets.emails import calendar
from learning_sets.models import Rsvp, Session

INVITATION = "session-invitation"
REMINDER = "session-reminder"


@dataclass(frozen=True)
class Mail:
    """A message about a session, ready to be posted to one person."""

    kind: str
    meaning_key: str
    subject: str
    template: str
    context: Mapping[str, Any]
    reference: str
    calendar: str = ""
    calendar_method: str = ""


def invitation(session: Session, person: User) -> Mail:
    """Ask a member whether they can come."""
    return _mail(session, person, INVITATION, f"Learning set: can you come on {session.day}?")


def accepted(session: Session, rsvp: Rsvp) -> Mail:
    """Confirm that a person will be there, with the invitation for their calendar."""
    return _with_calendar(
        session, rsvp, "session-accepted", f"Learning set on {session.day}: you will be there"
    )


def withdrawn(session: Session, rsvp: Rsvp) -> Mail:
    """Take a session out of the calendar of a person who had accepted and cannot make it after all."""
    subject = f"Learning set on {session.day}: you cannot make it"
    return _with_calendar(session, rsvp, "session-withdrawn", subject, method=calendar.CANCEL)


def changed(session: Session, person: User, was: str, rsvp: Rsvp | None) -> Mail:
    """Tell a member that a session has another time or place. `was` is the earlier time, "" if it is the same."""
    subject = (
        f"Learning set: now on {session.day}" if was else f"Learning set on {session.day}: details changed"
    )
    context: dict[str, Any] = {"was": was, "has_accepted": rsvp is not None}
    if rsvp is None:
        return _mail(session, person, "session-changed", subject, **context)
    return _with_calendar(session, rsvp, "session-changed", subject, **context)


def cancelled(session: Session, person: User, rsvp: Rsvp | None) -> Mail:
    """Tell a member that a session will not happen, and take it out of their calendar if it is there."""
    subject = f"Learning set on {session.day}: cancelled"
    set_path = reverse("set-show", kwargs={"public_id": session.learning_set.public_id})
    context: dict[str, Any] = {"set_path": set_path, "has_entry": rsvp is not None}
    if rsvp is None:
        return _mail(session, person, "session-cancelled", subject, **context)
    return _with_calendar(session, rsvp, "session-cancelled", subject, method=calendar.CANCEL, **context)


def reminder(session: Session, person: User, offset: Offset, *, has_answered: bool) -> Mail:
    """Remind a member before a session; whoever has not answered is asked again in the same message."""
    subject = f"Learning set on {session.day}"
    return _mail(session, person, REMINDER, subject, occurrence=offset.name, has_answered=has_answered)


def _mail(
    session: Session, person: User, kind: str, subject: str, *, occurrence: str = "", **context: Any
) -> Mail:
    version = f"{session.sequence}.{occurrence}" if occurrence else str(session.sequence)
    return Mail(
        kind=kind,
        meaning_key=f"{kind}:{session.public_id}:{version}:{person.pk}",
        subject=subject,
        template=f"learning_sets/{kind.replace('-', '_')}",
        context={
            "when": session.when,
            "where": session.place,
            "path": reverse("session-show", kwargs={"public_id": session.public_id}),
            **context,
        },
        reference=session.reference,
    )


def _with_calendar(
    session: Session, rsvp: Rsvp, kind: str, subject: str, *, method: str = calendar.REQUEST, **context: Any
) -> Mail:
    plain = _mail(session, rsvp.user, kind, subject, occurrence=str(rsvp.revision), **context)
    text = calendar.invitation if method == calendar.REQUEST else calendar.cancellation
    return replace(plain, calendar=text(session, rsvp), calendar_method=method)
