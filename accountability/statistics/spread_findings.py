"""How far groups without an order lie apart in the latest period that has a figure for each of them."""

from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from accountability.statistics.estimates import Estimate
from accountability.statistics.group_gaps import (
    FEWEST_GROUPS,
    AttributableRisk,
    attributable_risk,
    best_group,
    between_group_variance,
    gaps_to,
    index_of_disparity,
)
from accountability.statistics.links import errors_from_limits
from accountability.statistics.observations import Direction, Group, Point, Series, Unit
from accountability.statistics.periods import Period
from accountability.statistics.proportions import PER_CENT


@dataclass(frozen=True, slots=True)
class GroupAt:
    """One group beside the best: its figure, by how much it differs, and how many times as high it is.

    `ratio` is None where the best figure is 0.
    """

    group: Group
    point: Point
    difference: Estimate
    ratio: Estimate | None


@dataclass(frozen=True, slots=True)
class Spread:
    """One period: each known group beside the best, and what all of them say together.

    `disparity` is in per cent of everyone's figure, `variance` in squared percentage points.
    """

    period: Period
    best: Group
    groups: tuple[GroupAt, ...]
    disparity: float
    variance: Estimate
    risk: AttributableRisk


def find_spread(series: Series) -> Spread | None:
    """The spread of the latest period in which every group that is known has counts.

    None for groups with an order, for fewer than three, where nobody is counted, and where neither way is better.
    """
    is_apt = series.measure.unit is Unit.PERCENT and series.measure.direction is not Direction.NEUTRAL
    if series.measure.breakdown.is_ordered or not is_apt or len(series.known_groups) < FEWEST_GROUPS:
        return None
    for period in reversed(series.periods):
        points = series.at(period)
        rows = [points[group.key] for group in series.known_groups if group.key in points]
        counted = [row for row in rows if row.numerator is not None and row.denominator]
        if len(counted) == len(series.known_groups) and any(row.numerator for row in counted):
            return _spread(series, period, counted)
    return None


def _spread(series: Series, period: Period, points: list[Point]) -> Spread:
    values, people = _column(points, "value"), _column(points, "denominator")
    errors = errors_from_limits(
        _column(points, "lower"), _column(points, "upper"), confidence=series.confidence
    )
    higher = series.measure.direction is Direction.HIGHER_IS_BETTER
    best = best_group(values, higher_is_better=higher)
    gaps = gaps_to(values, errors, best, series.confidence)
    groups = [
        GroupAt(group, point, _at(gaps.difference, place), _clear(gaps.ratio, place))
        for place, (group, point) in enumerate(zip(series.known_groups, points, strict=True))
    ]
    return Spread(
        period=period,
        best=series.known_groups[best],
        groups=tuple(groups),
        disparity=index_of_disparity(values, people),
        variance=between_group_variance(values, people, errors, series.confidence),
        risk=attributable_risk(
            values, people, best, higher_is_better=higher, whole=PER_CENT, confidence=series.confidence
        ),
    )


def _column(points: list[Point], name: str) -> NDArray[np.float64]:
    return np.array([getattr(point, name) for point in points], float)


def _at(figures: Any, place: int) -> Estimate:
    return Estimate(*(float(column[place]) for column in (figures.value, figures.lower, figures.upper)))


def _clear(figures: Any, place: int) -> Estimate | None:
    return _at(figures, place) if np.isfinite([figures.lower[place], figures.upper[place]]).all() else None
