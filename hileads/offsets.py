"""Reminders are offsets from what they are about: when it moves, they move with it."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta

from hileads.clock import UK
from hileads.sending_hours import last_chance, may_leave, next_chance


@dataclass(frozen=True)
class Offset:
    """How long before its subject a reminder goes; a negative time means after it. `name` is part of its key.

    No time at all means when it happens: the day on which something is due still counts as before.

    Whole days are counted on the wall clock in London, so that a reminder keeps the time of day across a change of
    the clocks; what is shorter than a day is a span of real time. A reminder that would fall outside the sending hours
    goes at the last chance before, one that comes after its subject at the next chance; one that `never_moves` is left
    out instead.
    """

    name: str
    before: timedelta
    never_moves: bool = False

    @property
    def is_late(self) -> bool:
        """Say whether it goes after its subject."""
        return self.before < timedelta(0)


ABOUT_A_DUE_DAY = (
    Offset("7-days", timedelta(days=7)),
    Offset("the-day", timedelta(0)),
    Offset("1-day-late", timedelta(days=-1)),
    Offset("7-days-late", timedelta(days=-7)),
)
"""What somebody has to do by a day: before, on the day, and twice after it. Later on only the digest names it."""


@dataclass(frozen=True)
class Due:
    """A reminder of one subject and the moment at which it goes."""

    offset: Offset
    at: datetime


def moments(subject_at: datetime, offsets: Iterable[Offset]) -> Iterator[Due]:
    """Yield each reminder of a subject with its moment; what has none, because it never moves, is left out."""
    for offset in offsets:
        wanted = _wanted(subject_at, offset)
        if may_leave(wanted):
            yield Due(offset, wanted)
        elif not offset.never_moves:
            yield Due(offset, next_chance(wanted) if offset.is_late else last_chance(wanted))


def latest_due(
    subject_at: datetime, offsets: Iterable[Offset], *, since: datetime, moment: datetime
) -> Due | None:
    """Return the reminder that should have gone last by `moment`, if any.

    Those before it have been overtaken. One that would have gone before `since`, when people were last told of the
    subject, is left out: they have just been told.
    """
    passed = [due for due in moments(subject_at, offsets) if since < due.at <= moment]
    return max(passed, key=lambda due: due.at, default=None)


def _wanted(subject_at: datetime, offset: Offset) -> datetime:
    if offset.before % timedelta(days=1):
        return subject_at - offset.before
    return subject_at.astimezone(UK) - offset.before
