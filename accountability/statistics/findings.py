"""From a series to a finding: the latest figure or gap, and whether it has clearly moved."""

from accountability.statistics.estimates import Estimate, difference
from accountability.statistics.gap_findings import find_gap
from accountability.statistics.observations import Breakdown, Direction, Point, Series
from accountability.statistics.results import (
    STATE_KINDS,
    TWO_POINTS,
    Change,
    Finding,
    FindingKind,
    Hole,
    LevelFinding,
    Movement,
)

KINDS = {
    (Direction.HIGHER_IS_BETTER, Movement.UP): FindingKind.IMPROVING,
    (Direction.HIGHER_IS_BETTER, Movement.DOWN): FindingKind.WORSENING,
    (Direction.LOWER_IS_BETTER, Movement.UP): FindingKind.WORSENING,
    (Direction.LOWER_IS_BETTER, Movement.DOWN): FindingKind.IMPROVING,
    (Direction.NEUTRAL, Movement.UP): FindingKind.RISING,
    (Direction.NEUTRAL, Movement.DOWN): FindingKind.FALLING,
}


def find(series: Series) -> Finding:
    """The finding of a series: of its gap when it is broken down by group, else of its level.

    A series without any point is missing.
    """
    if series.measure.breakdown is Breakdown.NONE:
        return find_level(series)
    return find_gap(series)


def find_level(series: Series) -> LevelFinding:
    """The whole population's latest figure, and its change since the first.

    "Clear" means that the interval of the change leaves 0 out. It compares two periods and says
    nothing about those between; a method that reads the whole run belongs beside this one.
    """
    points = series.of_group(None)
    known = tuple(point for point in points if point.state.has_figure)
    blanks = [point for point in points if not point.state.has_figure]
    holes = [Hole(point.period, point.state, reason=point.reason) for point in blanks]
    blocked = holes.pop() if holes and not points[-1].state.has_figure else None
    change = _change(known[0], known[-1]) if len(known) >= TWO_POINTS else None
    return LevelFinding(
        kind=_kind(series, known, change, blocked),
        measure=series.measure,
        confidence=series.confidence,
        points=known,
        change=change,
        blocked=blocked,
        holes=tuple(holes),
    )


def _change(first: Point, latest: Point) -> Change:
    step = difference(latest.estimate, first.estimate)
    return Change(step=step, movement=_movement(step))


def _movement(step: Estimate) -> Movement:
    if step.value == 0 or step.excludes(0) is False:
        return Movement.NOT_CLEAR
    return Movement.UP if step.value > 0 else Movement.DOWN


def _kind(
    series: Series, known: tuple[Point, ...], change: Change | None, blocked: Hole | None
) -> FindingKind:
    if blocked is not None:
        return STATE_KINDS[blocked.state]
    if not known:
        return FindingKind.MISSING
    if change is None:
        return FindingKind.SINGLE_POINT
    if change.step.interval is None:
        return FindingKind.NO_INTERVALS
    if len(known) == TWO_POINTS:
        return FindingKind.TWO_POINTS_ONLY
    return KINDS.get((series.measure.direction, change.movement), FindingKind.NO_CLEAR_CHANGE)
