"""Rows of figures as points that may be shown: the points of one period, as they stood each time that some were loaded."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence

from accountability.models import MeasureVersion, Observation
from accountability.queries.disclosing import Stand, rule_of, safe_points
from accountability.statistics.observations import (
    Point,
    State,
    Unit,
    blank_point,
    point_from_counts,
    published_point,
)
from accountability.statistics.periods import Period

EVERYONE = "all"


def points_of(
    version: MeasureVersion, rows: Sequence[Observation], replaced: Sequence[Observation]
) -> Iterator[Point]:
    """Yield what may be shown of each row. A period in which the organisation handed anything in is looked at whole.

    `replaced` are the rows that counted before others took their place, or before their import was undone.
    """
    unit = Unit(version.unit)
    before = _by_period(replaced)
    for period, held in _by_period(rows).items():
        if any(row.figure_import_id for row in held):
            stands = [_stand(some, unit) for some in _in_turn(held, before.get(period, []))]
            yield from safe_points(stands, rule_of(version.disclosure_rule), unit)
        else:
            yield from (_point(row, unit) for row in held)


def period_of(row: Observation) -> Period:
    """Return the period of a figure, under its name."""
    return Period(row.period_start_date, row.period_end_date, row.period)


def group_of(row: Observation) -> str | None:
    """Return whom a figure is of; None for everyone."""
    return None if row.group == EVERYONE else row.group


def _by_period(rows: Iterable[Observation]) -> dict[Period, list[Observation]]:
    periods: defaultdict[Period, list[Observation]] = defaultdict(list)
    for row in rows:
        periods[period_of(row)].append(row)
    return periods


def _in_turn(held: list[Observation], replaced: Sequence[Observation]) -> list[list[Observation]]:
    """Return the figures of one period as they stood each time that some were loaded, and as they stand now."""
    loaded = sorted([*held, *replaced], key=lambda row: (row.loaded_at, row.pk))
    stood: list[list[Observation]] = []
    for moment in sorted({row.loaded_at for row in loaded}):
        latest = {row.group: row for row in loaded if row.loaded_at <= moment}
        stood.append(list(latest.values()))
    return stood if {row.pk for row in stood[-1]} == {row.pk for row in held} else [*stood, held]


def _stand(rows: Sequence[Observation], unit: Unit) -> Stand:
    is_published = not any(row.figure_import_id for row in rows)
    return Stand([_point(row, unit) for row in rows], is_published)


def _point(row: Observation, unit: Unit) -> Point:
    period, group, state = period_of(row), group_of(row), State(row.state)
    if row.value is None:
        return blank_point(period, state, group=group, reason=row.reason)
    if row.numerator is not None and row.denominator and unit.multiplier:
        return point_from_counts(period, row.numerator, row.denominator, unit, group=group)
    return published_point(period, row.value, group=group, lower=row.lower, upper=row.upper)
