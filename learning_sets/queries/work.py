"""What the learning sets ask of a person now, and which reminders should exist.

Neither names a set, a topic or a word of a commitment: these lines leave the portal by mail.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from uuid import UUID

from django.db.models import Prefetch
from django.urls import reverse

from hileads.clock import UK, now, today
from hileads.contributions import Consequence, WorkLine
from hileads.leads.models import User
from hileads.references import parse
from learning_sets.models import Answer, Commitment, Rsvp, Session
from learning_sets.queries.people import members_of
from learning_sets.queries.sets import open_commitments_of

SOON = timedelta(days=7)
REMINDERS = (7, 1)
"""Days before a session on which its members are reminded."""


def lines_of(user: User, day: date) -> Iterator[WorkLine]:
    """Return what needs this person: an answer, a session within a week, a commitment that is due.

    A commitment that became an action is left out: the action asks for them now.
    """
    own = Rsvp.objects.filter(user=user)
    sessions = Session.objects.planned().not_over(now()).of_member(user, day)
    for session in sessions.prefetch_related(Prefetch("rsvps", queryset=own, to_attr="own_rsvps")):
        yield from _session_lines(session, day)
    for commitment in open_commitments_of(user).filter(due_date__lte=day + SOON, shared_at__isnull=True):
        yield _commitment_line(commitment, day)


def _session_lines(session: Session, day: date) -> Iterator[WorkLine]:
    rsvps: list[Rsvp] = getattr(session, "own_rsvps", [])
    if not rsvps:
        yield WorkLine(
            key=f"session-answer:{session.public_id}",
            consequence=Consequence.SOMEONE_WAITS,
            text=f"Your learning set asks whether you can come on {session.day}.",
            url=_address(session),
            verb="Answer",
            due_date=session.local_date,
            is_meeting=True,
        )
    elif rsvps[0].answer == Answer.ACCEPTED and session.local_date <= day + SOON:
        yield WorkLine(
            key=f"session:{session.public_id}",
            consequence=Consequence.DUE_SOON,
            text=f"Your learning set meets on {session.when}.",
            url=_address(session),
            verb="See the session",
            due_date=session.local_date,
            is_meeting=True,
        )


def _commitment_line(commitment: Commitment, day: date) -> WorkLine:
    return WorkLine(
        key=f"commitment:{commitment.public_id}",
        consequence=Consequence.OVERDUE if commitment.due_date < day else Consequence.DUE_SOON,
        text="A commitment of yours is due.",
        url=f"{_address(commitment.session)}#commitments",
        verb="Say how it went",
        due_date=commitment.due_date,
    )


def _address(session: Session) -> str:
    return reverse("session-show", kwargs={"public_id": session.public_id})


@dataclass(frozen=True)
class DueReminder:
    """A member who should be reminded of a session some days before it."""

    session: Session
    person: User
    days: int
    due_at: datetime
    has_answered: bool


def reminders_due(moment: datetime) -> Iterator[DueReminder]:
    """Return the reminders whose time has come and has not been overtaken by the next one.

    A reminder is an offset from the session, at the same time of day, so it moves when the session moves. One that
    would have been due before members were last told of the session is left out: they have just been told.
    """
    near = moment + timedelta(days=max(REMINDERS) + 1)
    sessions = Session.objects.planned().filter(starts_at__gt=moment, starts_at__lte=near)
    for session in sessions.select_related("learning_set").prefetch_related("rsvps"):
        current = [days for days in REMINDERS if _due_at(session, days) <= moment]
        if not current or _due_at(session, min(current)) < session.changed_at:
            continue
        yield from _to_members(session, min(current))


def _to_members(session: Session, days: int) -> Iterator[DueReminder]:
    answers = {rsvp.user_id: rsvp.answer for rsvp in session.rsvps.all()}
    for member in members_of(session.learning_set):
        if answers.get(member.user.pk) != Answer.DECLINED:
            has_answered = member.user.pk in answers
            yield DueReminder(session, member.user, days, _due_at(session, days), has_answered)


def _due_at(session: Session, days: int) -> datetime:
    """Return the time of day at which the session starts, some days before: counted on the wall clock."""
    return session.starts_at.astimezone(UK) - timedelta(days=days)


def why_not_remind(reference: str, person: User) -> str:
    """Return why a person needs no reminder of a session as it was then, or "" while they do."""
    asked = parse(reference)
    session = Session.objects.filter(public_id=UUID(asked.public_id)).first()
    if session is None or session.is_cancelled:
        return "The session was cancelled."
    if str(session.sequence) != asked.revision:
        return "The session has changed since, and you were told."
    if session.has_begun(now()):
        return "The session has begun."
    if not Session.objects.of_member(person, today()).filter(pk=session.pk).exists():
        return "You are not a member of this learning set any more."
    declined = session.rsvps.filter(user=person, answer=Answer.DECLINED).exists()
    return "You have said that you cannot come." if declined else ""


def why_not_invite(reference: str, person: User) -> str:
    """Return why a person needs no invitation any more, or "" while they do."""
    answered = Rsvp.objects.filter(session__public_id=UUID(parse(reference).public_id), user=person).exists()
    return why_not_remind(reference, person) or ("You have answered already." if answered else "")
