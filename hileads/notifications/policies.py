"""What may become of a message, how often sending it is tried, and how long one try may take."""

from datetime import timedelta

from django.conf import settings
from django.utils.crypto import constant_time_compare, salted_hmac

from hileads.leads.models import User
from hileads.notifications.models import USUAL, Frequency, Message, State, Stream

TRANSITIONS: dict[State, frozenset[State]] = {
    State.DUE: frozenset({State.SENDING, State.CANCELLED}),
    State.SENDING: frozenset({State.SENT, State.SKIPPED, State.DUE, State.FAILED}),
    State.SENT: frozenset({State.FAILED}),
    State.SKIPPED: frozenset(),
    State.FAILED: frozenset(),
    State.CANCELLED: frozenset(),
}
"""Every change of state there is.

A message goes back to due when a try failed that is worth repeating. One that was accepted has failed after all when a
receipt says so.
"""

WAITS = (
    timedelta(minutes=1),
    timedelta(minutes=5),
    timedelta(minutes=15),
    timedelta(hours=1),
    timedelta(hours=4),
)
"""How long to wait after the first failed try, the second, and so on. After the last of them we give up."""

SALT = "hileads.notifications.choices"

HELD = timedelta(minutes=10)
"""How long a change is held back, so that changes soon after one another are one message."""

FOR_GOOD = {
    Stream.SECURITY: "These keep your account safe.",
    Stream.OBLIGATIONS: "These are about what your organisation has to do, and they are meant for whoever holds your post.",
}
"""The streams that cannot be switched off, and why."""

FIT = {
    Stream.SESSIONS: tuple(Frequency),
    Stream.ACTIONS: tuple(Frequency),
    Stream.COMMUNITY: tuple(Frequency),
    Stream.DIGEST: tuple(one for one in Frequency if one != Frequency.AT_ONCE),
}
"""What a person may choose for each stream."""


def lease() -> timedelta:
    """Return how long a claim holds: whoever claimed a message before then is gone, since no single try takes as long."""
    return timedelta(seconds=settings.MESSAGE_LEASE_SECONDS)


def require_fit(stream: Stream, frequency: Frequency) -> None:
    """Refuse a choice that a stream does not have: the form offers none, so that is a mistake of ours."""
    if stream not in USUAL or frequency not in FIT[stream]:
        raise ValueError(f"{stream} cannot be {frequency}.")


def wait_after(attempts: int) -> timedelta | None:
    """Return how long to wait after this many failed tries, or None when it is time to give up."""
    return WAITS[attempts - 1] if 0 < attempts <= len(WAITS) else None


def require_change(message: Message, to: State) -> None:
    """Refuse a change of state that TRANSITIONS does not know: that is a mistake of ours, never a person's."""
    if to not in TRANSITIONS[State(message.state)]:
        raise ValueError(f"A message that is {message.state} cannot become {to}.")


def choices_key(person: User) -> str:
    """Return what opens a person's choices without signing in. It ends with the address that it was sent to."""
    return salted_hmac(SALT, f"{person.pk}:{person.email}", algorithm="sha256").hexdigest()[:40]


def is_choices_key(person: User, key: str) -> bool:
    return constant_time_compare(choices_key(person), key)
