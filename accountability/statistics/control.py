"""Statistical process control: the XmR chart, its signals, and the two questions that a board asks of it.

Has anything changed beyond chance (variation)? Can we expect to meet the target (assurance)?
"""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

import numpy as np
from numpy.typing import ArrayLike, NDArray

from accountability.statistics.columns import Floats, floats
from accountability.statistics.control_rules import Rule, Sides, outside, runs, sides, trends, two_of_three
from accountability.statistics.observations import Direction

# The natural limits are 3 standard deviations away, 3 / 1.128 mean moving ranges, as published: 2.66.
LIMIT_FACTOR = 2.66
NEAR_SHARE = 2 / 3
SCREEN_FACTOR = 3.267
SETTLED_POINTS = 13
FEWEST_FIXED = 12
LEAST_FOR_LIMITS = 3


class Variation(StrEnum):
    """What the last point says about change."""

    COMMON_CAUSE = "common cause"
    IMPROVING_HIGH = "improving, high"
    IMPROVING_LOW = "improving, low"
    CONCERNING_HIGH = "concerning, high"
    CONCERNING_LOW = "concerning, low"
    NEUTRAL_HIGH = "neutral, high"
    NEUTRAL_LOW = "neutral, low"


class Assurance(StrEnum):
    """What the limits say about the target."""

    MEETS = "consistently meets the target"
    MISSES = "consistently misses the target"
    HIT_OR_MISS = "sometimes meets the target"


@dataclass(frozen=True, slots=True)
class Conventions:
    """What tools do differently. The defaults are those of the R package NHSRplotthedots.

    `screened` leaves moving ranges of 3.267 times their mean or more out of the limits, once (the
    Excel tool does not). `outside_counts` counts points beyond the limits towards two of three (the
    Making Data Count team since late 2023). `run` and `trend` are how many points make one (6 in some
    tools). `icons_from` is how many points an icon needs (13 in the Excel tool). `meeting_limit_decides`:
    a target exactly on a limit is met or missed for certain. `fewest` is the least number of points
    that limits are worked out from, ours to state, since the package states none.
    """

    screened: bool = True
    outside_counts: bool = False
    run: int = 7
    trend: int = 7
    icons_from: int = 0
    meeting_limit_decides: bool = False
    fewest: int = 6

    def __post_init__(self) -> None:
        if self.fewest < LEAST_FOR_LIMITS:
            raise ValueError(f"Limits need at least 3 points: got {self.fewest}.")


USUAL = Conventions()


@dataclass(frozen=True, slots=True, eq=False)
class ControlChart:
    """An XmR chart, point by point, and what its last point says.

    `mean`, `lower` and `upper` run through missing points too; the limits are NaN for a stretch with
    too few points. `rule` is the rule by which a point stands out, or None; `side` is +1 for high and
    -1 for low, of a point that stands out. `trial` says that the last limits rest on fewer than 13 points
    and will move. `variation` and `assurance` are None when there is nothing to say.
    """

    values: Floats
    mean: Floats
    lower: Floats
    upper: Floats
    rule: NDArray[np.object_]
    side: Sides
    variation: Variation | None
    assurance: Assurance | None
    trial: bool


@dataclass(frozen=True, slots=True)
class _Stretch:
    mean: float
    lower: float
    upper: float
    points: int


def control_chart(
    values: ArrayLike,
    direction: Direction = Direction.NEUTRAL,
    *,
    target: float | None = None,
    rebase_at: Sequence[int] = (),
    fix_after: int | None = None,
    conventions: Conventions = USUAL,
) -> ControlChart:
    """The XmR chart of a series in order of time, one value for each period, NaN where one is missing.

    Mean m of the points and mean R of the moving ranges |y_i - y_(i-1)|, of each stretch by itself:
        limits m -/+ 2.66 R. Near a limit is beyond two thirds of that, and not outside.
    `rebase_at` are the places where a new stretch starts; `fix_after` works mean and limits out from
    the first so many known points of a stretch (12 at least) and keeps them.
    Source: Wheeler, Understanding Variation, 1993; rules: NHS England, Making Data Count.
    A missing period neither breaks nor adds to anything: the points either side of it are neighbours.
    A series that never changes has limits on its mean. Unit: that of the values. Raises ValueError when no value is known, for values that are not finite, and for places to rebase
    at that are out of order or outside the series.
    """
    y = floats(values)
    known = ~np.isnan(y)
    _check(y, known, rebase_at, fix_after, target)
    mean, lower, upper = (np.full(y.shape, np.nan) for _ in range(3))
    rule, side = np.full(y.shape, None, dtype=object), np.zeros(y.shape, dtype=np.int8)
    for start, end in zip((0, *rebase_at), (*rebase_at, y.size), strict=True):
        places = np.flatnonzero(known[start:end]) + start
        stretch = _stretch(y[places], fix_after, conventions)
        mean[start:end], lower[start:end], upper[start:end] = stretch.mean, stretch.lower, stretch.upper
        rule[places], side[places] = _signals(y[places], stretch, conventions)
        if places.size:
            latest, trial = int(places[-1]), stretch.points < SETTLED_POINTS
    said: tuple[Variation | None, Assurance | None] = (None, None)
    if not np.isnan(upper[latest]) and known.sum() >= conventions.icons_from:
        ends = lower[latest], upper[latest]
        assurance = assurance_of(*ends, target, direction, conventions)
        said = variation_of(int(side[latest]), direction), assurance
    return ControlChart(y, mean, lower, upper, rule, side, *said, trial)


def variation_of(side: int, direction: Direction) -> Variation:
    """What a point says that stands out high (+1), low (-1) or not (0), given which way is better."""
    if side == 0:
        return Variation.COMMON_CAUSE
    if direction is Direction.NEUTRAL:
        return Variation.NEUTRAL_HIGH if side > 0 else Variation.NEUTRAL_LOW
    better = (side > 0) == (direction is Direction.HIGHER_IS_BETTER)
    if side > 0:
        return Variation.IMPROVING_HIGH if better else Variation.CONCERNING_HIGH
    return Variation.IMPROVING_LOW if better else Variation.CONCERNING_LOW


def assurance_of(
    lower: float,
    upper: float,
    target: float | None,
    direction: Direction,
    conventions: Conventions = USUAL,
) -> Assurance | None:
    """Whether chance alone can carry the figure across the target; None without target or direction."""
    if target is None or direction is Direction.NEUTRAL:
        return None
    above, below = target > upper, target < lower
    if conventions.meeting_limit_decides:
        above, below = target >= upper, target <= lower
    if not above and not below:
        return Assurance.HIT_OR_MISS
    return Assurance.MISSES if above == (direction is Direction.HIGHER_IS_BETTER) else Assurance.MEETS


def _stretch(points: Floats, fix_after: int | None, conventions: Conventions) -> _Stretch:
    based = points[:fix_after]
    if not based.size:
        return _Stretch(np.nan, np.nan, np.nan, 0)
    mean = float(based.mean())
    if based.size < conventions.fewest:
        return _Stretch(mean, np.nan, np.nan, based.size)
    ranges = np.abs(np.diff(based))
    if conventions.screened and ranges.any():
        ranges = ranges[ranges < SCREEN_FACTOR * ranges.mean()]
    reach = LIMIT_FACTOR * float(ranges.mean())
    return _Stretch(mean, mean - reach, mean + reach, based.size)


def _signals(
    points: Floats, stretch: _Stretch, conventions: Conventions
) -> tuple[NDArray[np.object_], Sides]:
    rule, side = np.full(points.shape, None, dtype=object), np.zeros(points.shape, dtype=np.int8)
    if np.isnan(stretch.upper):
        return rule, side
    beyond = outside(points, stretch.lower, stretch.upper)
    reach = NEAR_SHARE * (stretch.upper - stretch.mean)
    near = (np.abs(points - stretch.mean) > reach) & (beyond == 0)
    counted = near | (beyond != 0) if conventions.outside_counts else near
    place = sides(points, stretch.mean)
    found = {
        Rule.RUN: runs(place, conventions.run),
        Rule.TWO_OF_THREE: two_of_three(place, near, counted),
        Rule.TREND: trends(points, conventions.trend),
        Rule.OUTSIDE: beyond,
    }
    for name, flagged in found.items():
        rule[flagged != 0] = name
        side = np.where(flagged != 0, flagged, side)
    return rule, side


def _check(
    y: Floats, known: NDArray[np.bool_], rebase_at: Sequence[int], fix_after: int | None, target: float | None
) -> None:
    if y.ndim != 1 or not known.any():
        raise ValueError("A control chart needs one series with at least one known value.")
    if np.isinf(y).any() or (target is not None and not np.isfinite(target)):
        raise ValueError("Values and target must be finite numbers.")
    if list(rebase_at) != sorted({place for place in rebase_at if 0 < place < y.size}):
        raise ValueError("The places to start limits afresh must lie within the series, in order, each once.")
    if fix_after is not None and fix_after < FEWEST_FIXED:
        raise ValueError(f"Limits are fixed after at least 12 points: got {fix_after}.")
