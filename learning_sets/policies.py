"""What may happen to a session now, and what one may record about it."""

from datetime import date, datetime, timedelta

from hileads.clock import day_of
from hileads.frame.refusals import NotNow
from hileads.offsets import Offset, moments
from learning_sets.models import CommitmentState, Session, SessionState

SESSION_CHANGES: dict[SessionState, frozenset[SessionState]] = {
    SessionState.PLANNED: frozenset({SessionState.PLANNED, SessionState.CANCELLED}),
    SessionState.CANCELLED: frozenset(),
}
"""A planned session may be moved, and stays planned, or be cancelled."""

COMMITMENT_CHANGES: dict[CommitmentState, frozenset[CommitmentState]] = {
    state: frozenset(set(CommitmentState) - {state}) for state in CommitmentState
}
"""Done, changed my mind and stuck are outcomes of equal worth, and each may be taken back."""


INVITATION = "session-invitation"
CHANGE = "session-changed"
REMINDER = "session-reminder"
ASKING = "session-answer"
COMMITMENT_DUE = "commitment-due"
"""What the messages are called that wait, or that go by time."""

REMINDED = (
    Offset("7-days", timedelta(days=7)),
    Offset("1-day", timedelta(days=1)),
    Offset("1-hour", timedelta(hours=1), never_moves=True),
)
"""When everyone who may come is reminded of a session."""

ASKED_AGAIN = (Offset("5-days", timedelta(days=5)), Offset("2-days", timedelta(days=2)))
"""When those who have not answered are asked again: twice, and then no more."""

NOT_HELD_WITHIN = timedelta(hours=1)
"""A change of what begins so soon is not held back for others that may follow."""


def is_soon(before: Session, session: Session, moment: datetime) -> bool:
    """Say whether a session that is changed begins soon, or would have."""
    return min(before.starts_at, session.starts_at) - moment <= NOT_HELD_WITHIN


def days_of(session: Session, offsets: tuple[Offset, ...]) -> set[date]:
    """Return the days on which reminders of a session go."""
    return {day_of(due.at) for due in moments(session.starts_at, offsets)}


def ensure_a_slip(session: Session, starts_at: datetime, ends_at: datetime) -> None:
    """Refuse to move a session in silence: people would come at the wrong time."""
    if (session.starts_at, session.ends_at) != (starts_at, ends_at):
        raise NotNow(TIME_IS_TOLD)


TIME_IS_TOLD = (
    "Only the place and the link can be corrected without telling anybody. "
    "When the time changes, everyone has to know."
)


def ensure_still_to_come(starts_at: datetime, moment: datetime) -> None:
    """Refuse to plan a session for a time that has passed."""
    if starts_at <= moment:
        raise NotNow("A session is planned for a time that is still to come.")


def ensure_open_to_answers(session: Session, moment: datetime) -> None:
    """Refuse an answer to a session that will not happen, or that is over."""
    if session.is_cancelled:
        raise NotNow("This session was cancelled, so it needs no answer.")
    if session.is_over(moment):
        raise NotNow("This session is over, so it needs no answer.")


def ensure_changeable(session: Session, to: SessionState, moment: datetime) -> None:
    """Refuse to move or cancel a session that was cancelled or has begun."""
    if to not in SESSION_CHANGES[SessionState(session.state)]:
        raise NotNow("This session was cancelled. Plan another one instead.")
    if session.has_begun(moment):
        raise NotNow("This session has begun, so it cannot be moved or cancelled any more.")


def ensure_recordable(session: Session, moment: datetime) -> None:
    """Refuse to record what one takes from a session that has not begun or never happened."""
    if session.is_cancelled:
        raise NotNow("This session was cancelled, so there is nothing to record from it.")
    if not session.has_begun(moment):
        raise NotNow("You can record what you take from a session once it has begun.")
