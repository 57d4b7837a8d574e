"""What the learning sets ask of a person now, and which reminders should exist.

Neither names a set, a topic or a word of a commitment: these lines leave the portal by mail.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from uuid import UUID

from django.db.models import Prefetch
from django.urls import reverse

from hileads.clock import now, today
from hileads.contributions import Consequence, Occasion, WorkLine
from hileads.leads.models import User
from hileads.references import parse
from learning_sets.models import Answer, Commitment, Rsvp, Session
from learning_sets.queries.people import members_of
from learning_sets.queries.sets import open_commitments_of

SOON = timedelta(days=7)


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
class Reminded:
    """A session that its members are reminded of, and who of them has answered."""

    session: Session
    answered: frozenset[int]


def sessions_to_remind_of(first: datetime, last: datetime) -> Iterator[Occasion]:
    """Return the planned sessions that begin between two moments, each with the members who have not declined."""
    sessions = Session.objects.planned().filter(starts_at__gt=first, starts_at__lte=last)
    for session in sessions.select_related("learning_set").prefetch_related("rsvps"):
        answers = {rsvp.user_id: rsvp.answer for rsvp in session.rsvps.all()}
        members = [member.user.pk for member in members_of(session.learning_set)]
        yield Occasion(
            key=f"{session.public_id}.{session.sequence}",
            at=session.starts_at,
            since=session.changed_at,
            reference=session.reference,
            people=[person for person in members if answers.get(person) != Answer.DECLINED],
            about=Reminded(session, frozenset(answers)),
        )


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
