"""The gap between two groups over time: which two, how large, and whether it has clearly moved."""

from collections.abc import Sequence
from itertools import combinations
from math import copysign

from accountability.statistics.estimates import Estimate, difference
from accountability.statistics.gaps import RatioProblem, RelativeGap, ratio_change, relative_gap
from accountability.statistics.observations import Direction, Group, Point, Series, State, Unit
from accountability.statistics.once import once
from accountability.statistics.periods import Period
from accountability.statistics.results import (
    STATE_KINDS,
    TWO_POINTS,
    Basis,
    Change,
    FindingKind,
    GapAt,
    GapFinding,
    Hole,
    Movement,
)

KINDS = {
    Movement.UP: FindingKind.WIDENING,
    Movement.DOWN: FindingKind.NARROWING,
    Movement.REVERSED: FindingKind.REVERSED,
    Movement.NOT_CLEAR: FindingKind.NO_CLEAR_CHANGE,
}
GRAVEST_FIRST = (State.NOT_APPLICABLE, State.SUPPRESSED, State.NOT_REPORTED, State.MISSING)

Pair = tuple[Group, Group]


@once
def find_gap(series: Series) -> GapFinding:
    """The gap between two groups in the latest period, and its change since the first.

    Ordered groups: the most deprived less the least deprived. Otherwise the group furthest from the
    reference group, less that group; without a reference, the two that are furthest apart, the worse
    off first. These are chosen in the latest period that has figures and then followed back. Because
    they are chosen for being far apart, their interval is a little too narrow; the words say that they
    were chosen so.

    "Clear" means that the interval of the change leaves 0 out. It compares two periods and says
    nothing about those between; a method that reads the whole run belongs beside this one.
    """
    basis = _basis(series)
    pair = _pair(series, basis)
    if pair is None:
        return _without_gap(series, basis)
    gaps, holes = _gaps_and_holes(series, pair)
    blocked = holes.pop() if holes and holes[-1].period == series.periods[-1] else None
    change = _change(gaps[0], gaps[-1]) if len(gaps) >= TWO_POINTS else None
    latest = series.at(gaps[-1].period) if gaps else {}
    return GapFinding(
        kind=_kind(gaps, change, blocked),
        measure=series.measure,
        confidence=series.confidence,
        basis=basis,
        pair=pair,
        gaps=tuple(gaps),
        change=change,
        blocked=blocked,
        holes=tuple(holes),
        unknown_share=_unknown_share(series, latest),
        left_out=_left_out(series, latest),
    )


def _basis(series: Series) -> Basis:
    if series.measure.breakdown.is_ordered:
        return Basis.ENDS_OF_ORDER
    return Basis.FURTHEST_APART if series.reference_group is None else Basis.REFERENCE


def _pair(series: Series, basis: Basis) -> Pair | None:
    groups = series.known_groups
    if basis is Basis.ENDS_OF_ORDER:
        return (groups[0], groups[-1]) if len(groups) > 1 else None
    for period in reversed(series.periods):
        figures = _figures(series, period)
        pairs = [pair for pair in combinations(figures, 2) if _may_compare(series, pair)]
        if pairs:
            furthest = max(pairs, key=lambda pair: abs(figures[pair[0]] - figures[pair[1]]))
            return _in_order(series, furthest, figures)
    return None


def _may_compare(series: Series, pair: Pair) -> bool:
    return series.reference_group in {None, pair[0].key, pair[1].key}


def _figures(series: Series, period: Period) -> dict[Group, float]:
    points = series.at(period)
    return {
        group: points[group.key].estimate.value
        for group in series.known_groups
        if group.key in points and points[group.key].state.has_figure
    }


def _in_order(series: Series, pair: Pair, figures: dict[Group, float]) -> Pair:
    if series.reference_group is not None:
        return pair if pair[1].key == series.reference_group else (pair[1], pair[0])
    low, high = sorted(pair, key=lambda group: figures[group])
    return (low, high) if series.measure.direction is Direction.HIGHER_IS_BETTER else (high, low)


def _without_gap(series: Series, basis: Basis) -> GapFinding:
    latest = series.at(series.periods[-1]) if series.periods else {}
    known = [latest[group.key] for group in series.known_groups if group.key in latest]
    blanks = [point for point in known if not point.state.has_figure]
    blocked = _hole(series, blanks) if blanks else None
    return GapFinding(
        kind=STATE_KINDS[blocked.state if blocked else State.MISSING],
        measure=series.measure,
        confidence=series.confidence,
        basis=basis,
        blocked=blocked,
    )


def _gaps_and_holes(series: Series, pair: Pair) -> tuple[list[GapAt], list[Hole]]:
    gaps, holes = [], []
    for period in series.periods:
        points = series.at(period)
        first, second = (points.get(group.key, _absent(period, group)) for group in pair)
        blanks = [point for point in (first, second) if not point.state.has_figure]
        if blanks:
            holes.append(_hole(series, blanks))
        else:
            absolute = difference(first.estimate, second.estimate)
            relative = _relative(series, first, second)
            gaps.append(GapAt(period, *pair, first, second, absolute, relative))
    return gaps, holes


def _absent(period: Period, group: Group) -> Point:
    return Point(period, State.MISSING, group.key)


def _hole(series: Series, blanks: Sequence[Point]) -> Hole:
    gravest = min(blanks, key=lambda point: GRAVEST_FIRST.index(point.state))
    group = next(group for group in series.groups if group.key == gravest.group)
    return Hole(gravest.period, gravest.state, group, gravest.reason)


def _relative(series: Series, first: Point, second: Point) -> RelativeGap:
    counts = (first.numerator, first.denominator, second.numerator, second.denominator)
    known = [count for count in counts if count is not None]
    if series.measure.unit is not Unit.PERCENT or len(known) < len(counts):
        return RelativeGap(None, problem=RatioProblem.NO_COUNTS)
    return relative_gap(known[0], known[1], known[2], known[3], series.confidence)


def _change(first: GapAt, latest: GapAt) -> Change:
    side = _side(first.absolute, latest.absolute)
    step = difference(latest.absolute, first.absolute)
    step = step if side > 0 else step.turned()
    times = _turned(ratio_change(first.relative, latest.relative), side)
    return Change(
        step=step,
        movement=_movement(step, latest.absolute if side > 0 else latest.absolute.turned()),
        times=times,
        times_movement=_times_movement(times),
    )


def _side(first: Estimate, latest: Estimate) -> float:
    for gap in (first, latest):
        if gap.value != 0 and gap.excludes(0) is not False:
            return copysign(1, gap.value)
    return copysign(1, first.value)


def _turned(times: RelativeGap | None, side: float) -> RelativeGap | None:
    if times is None or times.ratio is None or times.interval is None or side > 0:
        return times
    return RelativeGap(1 / times.ratio, 1 / times.interval[1], 1 / times.interval[0])


def _movement(step: Estimate, latest: Estimate) -> Movement:
    if step.value == 0 or step.excludes(0) is False:
        return Movement.NOT_CLEAR
    if latest.value < 0 and latest.excludes(0) is not False:
        return Movement.REVERSED
    return Movement.UP if step.value > 0 else Movement.DOWN


def _times_movement(times: RelativeGap | None) -> Movement:
    if times is None or times.interval is None or times.interval[0] <= 1 <= times.interval[1]:
        return Movement.NOT_CLEAR
    return Movement.UP if times.interval[0] > 1 else Movement.DOWN


def _kind(gaps: Sequence[GapAt], change: Change | None, blocked: Hole | None) -> FindingKind:
    if blocked is not None:
        return STATE_KINDS[blocked.state]
    if not gaps:
        return FindingKind.MISSING
    if change is None:
        return FindingKind.SINGLE_POINT
    if change.step.interval is None:
        return FindingKind.NO_INTERVALS
    return FindingKind.TWO_POINTS_ONLY if len(gaps) == TWO_POINTS else KINDS[change.movement]


def _unknown_share(series: Series, points: dict[str | None, Point]) -> float | None:
    unknown = {group.key for group in series.groups if not group.is_known}
    counts = {
        key: point.denominator for key, point in points.items() if key is not None and point.denominator
    }
    if not unknown & set(counts):
        return None
    return sum(counts[key] for key in unknown & set(counts)) / sum(counts.values())


def _left_out(series: Series, points: dict[str | None, Point]) -> tuple[Hole, ...]:
    known = [points[group.key] for group in series.known_groups if group.key in points]
    return tuple(_hole(series, [point]) for point in known if not point.state.has_figure)
