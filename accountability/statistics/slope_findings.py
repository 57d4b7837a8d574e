"""The slope of a series: in each period the gap across the whole population, through every group that has a figure."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import ArrayLike

from accountability.statistics.columns import Figures
from accountability.statistics.estimates import DEFAULT_CONFIDENCE, Estimate
from accountability.statistics.links import Link, errors_from_limits
from accountability.statistics.observations import Group, Point, Series, Unit
from accountability.statistics.once import once
from accountability.statistics.periods import Period
from accountability.statistics.proportions import PER_CENT, wilson_intervals
from accountability.statistics.slopes import SlopeIndex, slope_index

FEWEST = 3
FROM_THE_MOST_DEPRIVED = -1.0
"""Groups stand from most to least deprived; seen from the other end, a surplus of the most deprived is above 0."""


@dataclass(frozen=True, slots=True)
class SlopeAt:
    """One period: slope index in percentage points, relative index in times, and the groups that they rest on.

    `times` is None where the line does not stand clearly above 0 at the least deprived end.
    """

    period: Period
    groups: tuple[Group, ...]
    without: tuple[Group, ...]
    slope: Estimate
    times: Estimate | None


@once
def find_slopes(series: Series) -> tuple[SlopeAt, ...]:
    """The slope of each period, in order of time; none for groups without an order, and none without counts.

    A period with fewer than three groups is left out. The line goes through the groups that there are, each as wide as
    its share of their people.
    """
    if not series.measure.breakdown.is_ordered or series.measure.unit is not Unit.PERCENT:
        return ()
    found = (_slope_at(series, period) for period in series.periods)
    return tuple(one for one in found if one is not None)


def fitted(
    numerators: ArrayLike,
    denominators: ArrayLike,
    spread: Link = Link.IDENTITY,
    *,
    multiplier: float = PER_CENT,
    confidence: float = DEFAULT_CONFIDENCE,
) -> SlopeIndex:
    """The line through groups counted from most to least deprived, above 0 for a surplus of the most deprived.

    It is fitted to the percentages, or to their logarithms or log odds; errors are half the width of Wilson's limits.
    Raises ValueError for fewer than three groups, and as `wilson_intervals` and `slope_index` do.
    """
    shares = wilson_intervals(numerators, denominators, confidence)
    return slope_index(
        shares.value,
        denominators,
        errors_from_limits(shares.lower, shares.upper, spread, confidence),
        spread=spread,
        transform=spread is not Link.IDENTITY,
        confidence=confidence,
        multiplier=FROM_THE_MOST_DEPRIVED * multiplier,
        fewest=FEWEST,
    )


def estimate_of(figures: Figures) -> Estimate:
    """One area's figure with its limits. Raises ValueError where one of them is not a number."""
    return Estimate(*(float(column) for column in (figures.value, figures.lower, figures.upper)))


def _slope_at(series: Series, period: Period) -> SlopeAt | None:
    points = series.at(period)
    counted = [group for group in series.groups if _has_counts(points.get(group.key))]
    if len(counted) < FEWEST:
        return None
    rows = [points[group.key] for group in counted]
    index = fitted(
        np.array([row.numerator for row in rows], float),
        np.array([row.denominator for row in rows], float),
        confidence=series.confidence,
    )
    times = estimate_of(index.ratio) if np.isfinite([index.ratio.lower, index.ratio.upper]).all() else None
    without = tuple(group for group in series.groups if group not in counted)
    return SlopeAt(period, tuple(counted), without, estimate_of(index.slope), times)


def _has_counts(point: Point | None) -> bool:
    return point is not None and point.numerator is not None and bool(point.denominator)
