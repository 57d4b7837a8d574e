"""Which reminders of sessions and commitments should exist, and whether they are still wanted."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.db.models import Prefetch

from hileads.clock import day_of, now, today
from hileads.contributions import Occasion
from hileads.leads.models import Appointment, User
from hileads.permissions.catalogue import P
from hileads.permissions.checks import scope
from hileads.references import parse
from hileads.sending_hours import opening
from learning_sets.models import Answer, Commitment, CommitmentState, Membership, Rsvp, Session
from learning_sets.policies import ASKING, REMINDED, REMINDER, days_of
from learning_sets.queries.told import is_as_it_was, knows_already, was_sent_on

CANCELLED = "The session was cancelled."
CHANGED = "The session has changed since, and you were told."
BEGUN = "The session has begun."
NOT_A_MEMBER = "You are not a member of this learning set any more."
ANSWERED = "You have answered already."
NOTHING_DIFFERS = "Nothing differs from what you were told."
ASKED_TODAY = "You are asked in another message of today."


@dataclass(frozen=True)
class Reminded:
    """A session that its members are reminded of, and who of them has answered."""

    session: Session
    answered: frozenset[int]


def sessions_to_remind_of(first: datetime, last: datetime) -> Iterator[Occasion]:
    """Return the planned sessions that begin between two moments, each with the members who have not declined."""
    for session, members, answers in _planned(first, last):
        people = [person for person in members if answers.get(person) != Answer.DECLINED]
        yield _occasion(session, people, Reminded(session, frozenset(answers)))


def sessions_to_answer(first: datetime, last: datetime) -> Iterator[Occasion]:
    """Return the planned sessions that begin between two moments, each with the members who have not answered."""
    for session, members, answers in _planned(first, last):
        yield _occasion(session, [person for person in members if person not in answers], session)


def _planned(first: datetime, last: datetime) -> Iterator[tuple[Session, list[int], dict[int, str]]]:
    """Yield each session with its members and what they answered. Three queries, however many there are."""
    members = Membership.objects.on(today()).filter(user__is_active=True)
    sessions = Session.objects.planned().filter(starts_at__gt=first, starts_at__lte=last)
    rows = sessions.select_related("learning_set").prefetch_related(
        "rsvps", Prefetch("learning_set__memberships", members, to_attr="members_now")
    )
    for session in rows:
        memberships: list[Membership] = getattr(session.learning_set, "members_now", [])
        answers = {rsvp.user_id: rsvp.answer for rsvp in session.rsvps.all()}
        yield session, [membership.user_id for membership in memberships], answers


def _occasion(session: Session, people: list[int], about: object) -> Occasion:
    return Occasion(
        key=f"{session.public_id}.{session.sequence}",
        at=session.starts_at,
        since=session.changed_at,
        reference=session.reference,
        people=people,
        about=about,
    )


def why_not_remind(reference: str, person: User) -> str:
    """Return why a person needs no reminder of a session as it was then, or "" while they do."""
    asked_today = was_sent_on(today(), reference, person, ASKING)
    return _why_not_come(reference, person) or (ASKED_TODAY if asked_today else "")


def _why_not_come(reference: str, person: User) -> str:
    asked = parse(reference)
    session = _session(reference)
    reason = _why_not_tell(session, person)
    if reason or session is None:
        return reason
    if str(session.sequence) != asked.revision:
        return CHANGED
    declined = session.rsvps.filter(user=person, answer=Answer.DECLINED).exists()
    return "You have said that you cannot come." if declined else ""


def why_not_invite(reference: str, person: User) -> str:
    """Return why a person needs no invitation any more, or "" while they do."""
    answered = Rsvp.objects.filter(session__public_id=UUID(parse(reference).public_id), user=person).exists()
    return _why_not_come(reference, person) or (ANSWERED if answered else "")


def why_not_ask(reference: str, person: User) -> str:
    """Return why a person is not asked again: they have answered, or one mail about a session is enough for a day."""
    reason = why_not_invite(reference, person)
    session = _session(reference)
    if reason or session is None:
        return reason
    asked = any(was_sent_on(today(), reference, person, kind) for kind in (ASKING, REMINDER))
    return ASKED_TODAY if asked or today() in days_of(session, REMINDED) else ""


def why_not_tell_change(reference: str, person: User) -> str:
    """Return why a change is not told any more: a later one is, or it was taken back before anybody knew."""
    session = _session(reference)
    reason = _why_not_tell(session, person)
    if reason or session is None:
        return reason
    if str(session.sequence) != parse(reference).revision:
        return CHANGED
    return NOTHING_DIFFERS if knows_already(session, person) else ""


def why_not_confirm(reference: str, person: User) -> str:
    """Return why an answer is not confirmed any more: the session was cancelled or moved before the mail left."""
    session = _session(reference)
    if session is None or session.is_cancelled:
        return CANCELLED
    return "" if is_as_it_was(session, int(parse(reference).revision)) else CHANGED


def _session(reference: str) -> Session | None:
    return Session.objects.filter(public_id=UUID(parse(reference).public_id)).first()


def _why_not_tell(session: Session | None, person: User) -> str:
    if session is None or session.is_cancelled:
        return CANCELLED
    if session.has_begun(now()):
        return BEGUN
    if not Session.objects.of_member(person, today()).filter(pk=session.pk).exists():
        return NOT_A_MEMBER
    return ""


def commitments_due(first: datetime, last: datetime) -> Iterator[Occasion]:
    """Return the open commitments that are due between two moments, each for its author alone. One query.

    SECURITY: their words are not even read. What became an action is left out: the action asks for them now.
    """
    days = (day_of(first), day_of(last))
    rows = Commitment.objects.filter(
        state=CommitmentState.OPEN,
        shared_at__isnull=True,
        due_date__range=days,
        author__in=Appointment.objects.live(today()).values("user"),
    )
    for commitment in rows.select_related("session").defer("text"):
        yield Occasion(
            key=f"{commitment.public_id}.{commitment.due_date}",
            at=opening(commitment.due_date),
            since=commitment.created_at,
            reference=commitment.reference,
            people=[commitment.author_id],
            about=commitment,
        )


def why_not_remind_of_commitment(reference: str, person: User) -> str:
    """Return why the author of a commitment needs no reminder, or "" while they do."""
    own = scope(Commitment.objects.all(), person, P.COMMITMENT_VIEW)
    commitment = own.filter(public_id=UUID(parse(reference).public_id)).first()
    if commitment is None:
        return "There is no such commitment any more."
    if not commitment.is_open:
        return "You have said how it went."
    return "It has become an action in your plan." if commitment.shared_at else ""
