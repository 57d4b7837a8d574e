"""What held from when to when, built from files that each say only how things stood on one day.

A timeline is a tuple of periods in order, none overlapping and no two alike side by side. Both days of a
period belong to it; the last may be open.
"""

from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import Generic, TypeVar

V = TypeVar("V")
ONE_DAY = timedelta(days=1)


@dataclass(frozen=True)
class Period(Generic[V]):
    """A value and the days on which it held."""

    value: V
    from_date: date
    to_date: date | None = None

    def holds_on(self, day: date) -> bool:
        return self.from_date <= day and (self.to_date is None or self.to_date >= day)


Timeline = tuple[Period[V], ...]


def value_on(timeline: Timeline[V], day: date) -> V | None:
    """Return what held on `day`, if anything is known to have."""
    return next((period.value for period in timeline if period.holds_on(day)), None)


def latest(timeline: Timeline[V]) -> V | None:
    """Return the last value that is known, whether or not it still holds."""
    return timeline[-1].value if timeline else None


def observe(timeline: Timeline[V], day: date, value: V, until: date | None) -> Timeline[V]:
    """Enter what a file saw on `day`.

    A change counts from the day of the file that saw it, and lasts as long as what it displaces was known to
    hold: up to the next change, or to the day of the next file that has been read already (`until`). So an
    older file that comes late adds to the past and leaves the present alone.
    """
    held = next((period for period in timeline if period.holds_on(day)), None)
    if held and held.value == value:
        return timeline
    end = _end_of(held, until) if held else _day_before_next(timeline, day)
    return overlay(timeline, day, end, (Period(value, day, end),))


def overlay(timeline: Timeline[V], start: date, end: date | None, pieces: Timeline[V]) -> Timeline[V]:
    """Return the timeline with everything from `start` to `end` replaced by `pieces`."""
    kept = (*_before(timeline, start), *pieces, *_after(timeline, end))
    return joined(kept)


def clipped(timeline: Timeline[V], start: date, end: date | None) -> Timeline[V]:
    """Return the part of the timeline from `start` to `end`."""
    return _before(_from(timeline, start), end + ONE_DAY) if end else _from(timeline, start)


def joined(periods: Timeline[V]) -> Timeline[V]:
    """Return the periods in order, those alike side by side made one."""
    result: list[Period[V]] = []
    for period in sorted(periods, key=lambda period: period.from_date):
        last = result[-1] if result else None
        if last and last.value == period.value and last.to_date == period.from_date - ONE_DAY:
            result[-1] = replace(last, to_date=period.to_date)
        else:
            result.append(period)
    return tuple(result)


def _end_of(held: Period[V], until: date | None) -> date | None:
    if until and (held.to_date is None or held.to_date >= until):
        return until - ONE_DAY
    return held.to_date


def _day_before_next(timeline: Timeline[V], day: date) -> date | None:
    return min((period.from_date - ONE_DAY for period in timeline if period.from_date > day), default=None)


def _before(timeline: Timeline[V], day: date) -> Timeline[V]:
    return tuple(
        replace(period, to_date=day - ONE_DAY) if period.holds_on(day) else period
        for period in timeline
        if period.from_date < day
    )


def _after(timeline: Timeline[V], day: date | None) -> Timeline[V]:
    return _from(timeline, day + ONE_DAY) if day else ()


def _from(timeline: Timeline[V], day: date) -> Timeline[V]:
    return tuple(
        replace(period, from_date=max(period.from_date, day))
        for period in timeline
        if period.to_date is None or period.to_date >= day
    )
