"""What may become of a message, how often sending it is tried, and how long one try may take."""

from datetime import timedelta

from hileads.notifications.models import Message, State

TRANSITIONS: dict[State, frozenset[State]] = {
    State.DUE: frozenset({State.SENDING}),
    State.SENDING: frozenset({State.SENT, State.SKIPPED, State.DUE, State.FAILED}),
    State.SENT: frozenset(),
    State.SKIPPED: frozenset(),
    State.FAILED: frozenset(),
}
"""Every change of state there is. A message goes back to due when a try failed that is worth repeating."""

WAITS = (
    timedelta(minutes=1),
    timedelta(minutes=5),
    timedelta(minutes=15),
    timedelta(hours=1),
    timedelta(hours=4),
)
"""How long to wait after the first failed try, the second, and so on. After the last of them we give up."""

STUCK_AFTER = timedelta(minutes=10)
"""Longer than any task may live (`CELERY_TASK_TIME_LIMIT`): whoever claimed a message before then is gone."""


def wait_after(attempts: int) -> timedelta | None:
    """Return how long to wait after this many failed tries, or None when it is time to give up."""
    return WAITS[attempts - 1] if 0 < attempts <= len(WAITS) else None


def require_change(message: Message, to: State) -> None:
    """Refuse a change of state that TRANSITIONS does not know: that is a mistake of ours, never a person's."""
    if to not in TRANSITIONS[State(message.state)]:
        raise ValueError(f"A message that is {message.state} cannot become {to}.")
