"""What may happen to a session now, and what one may record about it."""

from datetime import datetime

from hileads.frame.refusals import NotNow
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
