"""What may become of a message, how often sending it is tried, and how long one try may take."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from django.conf import settings
from django.utils.crypto import constant_time_compare, salted_hmac

from hileads.frame.refusals import NotNow
from hileads.leads.models import User
from hileads.notifications.models import USUAL, Frequency, Message, State, Stream
from hileads.wording import long_datetime

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

BEATS = {"sweep": "Sending", "remind": "Looking for reminders", "digests": "Looking for digests"}
"""What recurs, and leaves a sign of life each time."""

QUIET_FOR = timedelta(minutes=10)
"""How long what recurs may be silent, and how long a message may wait that could leave."""

RARELY = 20
TIMES = 3
"""A day is a spike with more messages than RARELY, and more than so many TIMES the busiest day before."""

BY_LINK = 3
"""So many people of one domain who stop mail by a link within a week look like a machine that presses links."""

SALT = "hileads.notifications.choices"
CALENDAR_SALT = "hileads.notifications.calendar"

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


@dataclass(frozen=True)
class Alert:
    """Something that looks wrong: a key that stays the same while it lasts, and a sentence for people."""

    key: str
    sentence: str


def running_alerts(
    beats: Mapping[str, datetime | None], oldest: datetime | None, moment: datetime
) -> Iterator[Alert]:
    """Yield what stands still: what recurs and was not heard of lately, and messages that wait though they could leave."""
    for name, beat in beats.items():
        if beat is not None and beat < moment - 2 * QUIET_FOR:
            yield Alert(
                f"beat:{name}", f"{BEATS[name]} has not run lately. Look at the scheduler and the workers."
            )
    if oldest is not None and oldest < moment - QUIET_FOR:
        yield Alert("oldest", f"A message waits since {long_datetime(oldest)} though it could leave.")


def day_alerts(stream: Stream, sent: Mapping[date, int], today: date) -> Iterator[Alert]:
    """Yield what is unlike the days before: nothing for a week where there was something in each, or a great many."""
    weeks = [
        sum(sent.get(today - timedelta(days=7 * week + day), 0) for day in range(1, 8)) for week in range(4)
    ]
    if weeks[0] == 0 and all(weeks[1:]):
        yield Alert(
            f"zero:{stream}",
            f"“{stream.label}”: nothing was sent for a week, and something in each week before.",
        )
    busiest = max((count for day, count in sent.items() if day < today), default=0)
    if sent.get(today, 0) > max(RARELY, TIMES * busiest):
        yield Alert(
            f"spike:{stream}",
            f"“{stream.label}”: {sent[today]} messages were sent today. The busiest day of four weeks had {busiest}.",
        )


def link_alerts(stopped: Mapping[str, int]) -> Iterator[Alert]:
    """Yield the domains in which many people stopped mail by a link."""
    for domain, count in sorted(stopped.items()):
        if count >= BY_LINK:
            yield Alert(
                f"links:{domain}",
                f"{count} people at {domain} stopped mail by a link within a week. A mail program may press such links.",
            )


def refuse_security(stream: Stream) -> None:
    """Refuse to hold back what people sign in with."""
    if stream == Stream.SECURITY:
        raise NotNow("Codes for signing in are never held back: nobody could sign in to let them go again.")


def choices_key(person: User) -> str:
    """Return what opens a person's choices without signing in. It ends with the address that it was sent to."""
    return salted_hmac(SALT, f"{person.pk}:{person.email}", algorithm="sha256").hexdigest()[:40]


def is_choices_key(person: User, key: str) -> bool:
    return constant_time_compare(choices_key(person), key)


def calendar_key(message: Message) -> str:
    """Return what opens the calendar file of one message without signing in, as an attachment would."""
    value = f"{message.public_id}:{message.address}"
    return salted_hmac(CALENDAR_SALT, value, algorithm="sha256").hexdigest()[:40]


def is_calendar_key(message: Message, key: str) -> bool:
    return constant_time_compare(calendar_key(message), key)
