"""The messages about a session: each says what happened, when, where, and what to do next."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import timedelta
from typing import Any

from django.urls import reverse

from hileads.leads.models import User
from hileads.offsets import Offset
from hileads.wording import clock_time, long_date
from learning_sets.emails import calendar
from learning_sets.models import Commitment, Rsvp, Session
from learning_sets.policies import (
    ASKED_AGAIN,
    ASKING,
    CHANGE,
    COMMITMENT_DUE,
    INVITATION,
    REMINDER,
    days_of,
)

ACCEPTED = "session-accepted"
CANCELLED = "session-cancelled"
NOT_HELD = timedelta(0)


@dataclass(frozen=True)
class Mail:
    """A message about a session, ready to be posted to one person.

    What is news of a session has a `topic`: later news take the place of what has not left yet.
    """

    kind: str
    meaning_key: str
    subject: str
    template: str
    context: Mapping[str, Any]
    reference: str
    calendar: str = ""
    calendar_method: str = ""
    topic: str = ""
    held: timedelta = NOT_HELD
    at_once: bool = False


def invitation(session: Session, person: User, correction: str = "") -> Mail:
    """Ask a member whether they can come. `correction` tells it from one about the same version with a slip in it."""
    subject = f"Learning set: can you come on {session.day}?"
    return _news(session, person, _mail(session, person, INVITATION, subject, occurrence=correction))


def accepted(session: Session, rsvp: Rsvp) -> Mail:
    """Confirm that a person will be there, with the invitation for their calendar."""
    return _with_calendar(session, rsvp, ACCEPTED, f"Learning set on {session.day}: you will be there")


def withdrawn(session: Session, rsvp: Rsvp) -> Mail:
    """Take a session out of the calendar of a person who had accepted and cannot make it after all."""
    subject = f"Learning set on {session.day}: you cannot make it"
    return _with_calendar(session, rsvp, "session-withdrawn", subject, method=calendar.CANCEL)


def changed(
    session: Session,
    person: User,
    known: Session,
    rsvp: Rsvp | None,
    *,
    held: timedelta,
    correction: str = "",
) -> Mail:
    """Tell a member who knows a session as it was `known` that it has another time or place."""
    was = known.when if known.when != session.when else ""
    subject = (
        f"Learning set: now on {session.day}" if was else f"Learning set on {session.day}: details changed"
    )
    context: dict[str, Any] = {"was": was, "has_accepted": rsvp is not None}
    if rsvp is None:
        mail = _mail(session, person, CHANGE, subject, occurrence=correction, **context)
    else:
        mail = _with_calendar(session, rsvp, CHANGE, subject, occurrence=correction, **context)
    return replace(_news(session, person, mail), held=held)


def cancelled(session: Session, person: User, known: Session, rsvp: Rsvp | None, *, at_once: bool) -> Mail:
    """Tell a member who knows a session as it was `known` that it will not happen. It leaves their calendar too."""
    subject = f"Learning set on {known.day}: cancelled"
    set_path = reverse("set-show", kwargs={"public_id": session.learning_set.public_id})
    context: dict[str, Any] = {
        "set_path": set_path,
        "has_entry": rsvp is not None,
        "when": known.when,
        "where": known.place,
    }
    if rsvp is None:
        mail = _mail(session, person, CANCELLED, subject, **context)
    else:
        mail = _with_calendar(session, rsvp, CANCELLED, subject, method=calendar.CANCEL, **context)
    return replace(_news(session, person, mail), at_once=at_once)


def reminder(session: Session, person: User, offset: Offset, *, has_answered: bool) -> Mail:
    """Remind a member before a session, in the last hour by the clock alone.

    Whoever has not answered is asked in the same message if they would be asked again on that day.
    """
    starts = clock_time(session.starts_at)
    is_the_hour = offset.never_moves
    subject = (
        f"Learning set today at {starts}" if is_the_hour else f"Learning set on {session.day} at {starts}"
    )
    asks = not has_answered and bool(days_of(session, (offset,)) & days_of(session, ASKED_AGAIN))
    context = {"starts": starts, "is_the_hour": is_the_hour, "asks": asks}
    return _mail(session, person, REMINDER, subject, occurrence=offset.name, **context)


def asking(session: Session, person: User, offset: Offset) -> Mail:
    """Ask a member again who has not answered."""
    subject = f"Can you come to your learning set on {session.day}?"
    is_last = offset == ASKED_AGAIN[-1]
    return _mail(session, person, ASKING, subject, occurrence=offset.name, is_last=is_last)


def commitment_due(commitment: Commitment, person: User, offset: Offset) -> Mail:
    """Remind the author of a commitment, without a word of it: what was said in a set stays there."""
    day = long_date(commitment.due_date)
    path = reverse("session-show", kwargs={"public_id": commitment.session.public_id})
    return Mail(
        kind=COMMITMENT_DUE,
        meaning_key=f"{COMMITMENT_DUE}:{commitment.public_id}:{offset.name}:{person.pk}",
        subject=f"A commitment of yours {'was' if offset.is_late else 'is'} due on {day}",
        template="learning_sets/commitment_due",
        context={
            "day": day,
            "is_late": offset.is_late,
            "taken": commitment.session.day,
            "path": f"{path}#commitments",
        },
        reference=commitment.reference,
    )


def _news(session: Session, person: User, mail: Mail) -> Mail:
    return replace(mail, topic=f"session:{session.public_id}:{person.pk}")


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
    session: Session,
    rsvp: Rsvp,
    kind: str,
    subject: str,
    *,
    method: str = calendar.REQUEST,
    occurrence: str = "",
    **context: Any,
) -> Mail:
    occurrence = f"{rsvp.revision}{occurrence}"
    plain = _mail(session, rsvp.user, kind, subject, occurrence=occurrence, **context)
    text = calendar.invitation if method == calendar.REQUEST else calendar.cancellation
    return replace(plain, calendar=text(session, rsvp), calendar_method=method)
