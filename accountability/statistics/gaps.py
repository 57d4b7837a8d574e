"""The gap between two groups: how many points lie between them, and how many times as much."""

from dataclasses import dataclass
from enum import StrEnum
from math import exp, hypot, log, sqrt

from accountability.statistics.estimates import DEFAULT_CONFIDENCE, Estimate, difference, z_score
from accountability.statistics.proportions import wilson_interval


class RatioProblem(StrEnum):
    """Why a ratio, or the interval of a ratio, cannot be given."""

    BOTH_ZERO = "both_zero"
    COMPARATOR_ZERO = "comparator_zero"
    NUMERATOR_ZERO = "numerator_zero"
    BOTH_COMPLETE = "both_complete"
    NO_COUNTS = "no_counts"


@dataclass(frozen=True, slots=True)
class RelativeGap:
    """How many times the second group's figure the first group's is; 1 means no gap.

    `problem` says why `ratio` or its limits are None. A ratio of 0 has no interval of its own.
    """

    ratio: float | None
    lower: float | None = None
    upper: float | None = None
    problem: RatioProblem | None = None

    @property
    def interval(self) -> tuple[float, float] | None:
        """The two limits, or None when there is no interval."""
        if self.lower is None or self.upper is None:
            return None
        return self.lower, self.upper


def absolute_gap(
    numerator: float,
    denominator: float,
    other_numerator: float,
    other_denominator: float,
    confidence: float = DEFAULT_CONFIDENCE,
    multiplier: float = 1.0,
) -> Estimate:
    """The first proportion less the second, with Newcombe's hybrid score interval.

    Formula and source: `difference`, on the Wilson limits of the two. Groups must be separate people.
    Unit: proportion of 1 times `multiplier` (100 gives percentage points).
    Counts of none and of all need no correction. Raises ValueError as `wilson_intervals` does.
    """
    return difference(
        wilson_interval(numerator, denominator, confidence, multiplier),
        wilson_interval(other_numerator, other_denominator, confidence, multiplier),
    )


def relative_gap(
    numerator: float,
    denominator: float,
    other_numerator: float,
    other_denominator: float,
    confidence: float = DEFAULT_CONFIDENCE,
) -> RelativeGap:
    """The first proportion over the second, with the log (Katz) interval.

    ratio = (x1 / n1) / (x2 / n2), limits = ratio * exp(-/+ z sqrt(1/x1 - 1/n1 + 1/x2 - 1/n2)).
    Source: Katz, Baptista, Azen and Pike, Biometrics 1978; 34: 469-474.

    Unit: none, a number of times. No count is corrected: a second proportion of 0 gives no ratio,
    a first proportion of 0 gives the ratio 0 without interval, and two proportions of 1 give the
    ratio 1 without interval, each with its `problem`. Raises ValueError as `wilson_intervals` does.
    """
    first = wilson_interval(numerator, denominator, confidence).value
    second = wilson_interval(other_numerator, other_denominator, confidence).value
    if second == 0:
        problem = RatioProblem.BOTH_ZERO if first == 0 else RatioProblem.COMPARATOR_ZERO
        return RelativeGap(None, problem=problem)
    if first == 0:
        return RelativeGap(0.0, problem=RatioProblem.NUMERATOR_ZERO)
    if first == second == 1:
        return RelativeGap(1.0, problem=RatioProblem.BOTH_COMPLETE)
    ratio = first / second
    variance = (1 - first) / numerator + (1 - second) / other_numerator
    factor = exp(z_score(confidence) * sqrt(variance))
    return RelativeGap(ratio, ratio / factor, ratio * factor)


def ratio_change(first: RelativeGap, latest: RelativeGap) -> RelativeGap | None:
    """How many times the first ratio the latest is: below 1 when the ratio has come down.

    The difference of the two log ratios, with squares added as in `difference`, turned back by exp.
    Unit: none. None unless both ratios have an interval.
    """
    if first.ratio is None or latest.ratio is None or first.interval is None or latest.interval is None:
        return None
    step = log(latest.ratio / first.ratio)
    below = hypot(log(latest.ratio / latest.interval[0]), log(first.interval[1] / first.ratio))
    above = hypot(log(latest.interval[1] / latest.ratio), log(first.ratio / first.interval[0]))
    return RelativeGap(exp(step), exp(step - below), exp(step + above))
