"""Funnel plots: the limits within which chance alone would leave an area, and whether one is outside."""

from dataclasses import dataclass
from enum import StrEnum

import numpy as np
from numpy.typing import ArrayLike, NDArray
from scipy.special import gammainccinv, gammaincinv

from accountability.statistics.columns import Figures, Floats, floats, require_multiplier, side_by_side
from accountability.statistics.counts import BYAR_FROM, PER_100_000, count_intervals
from accountability.statistics.estimates import z_score
from accountability.statistics.proportions import PER_CENT, wilson_intervals

# What lies outside at each end by chance alone: 1 in 40 for the warning limits, 1 in 1,000 for the action limits.
CONFIDENCES = WARNING_CONFIDENCE, ACTION_CONFIDENCE = 0.95, 0.998


class Significance(StrEnum):
    """Where an area lies against the average, allowing for chance; the words say nothing of good or bad."""

    FAR_ABOVE = "above the 99.8% limits"
    ABOVE = "above the 95% limits"
    WITHIN = "not different from the average"
    BELOW = "below the 95% limits"
    FAR_BELOW = "below the 99.8% limits"
    TOO_FEW = "too few events to say"


@dataclass(frozen=True, slots=True, eq=False)
class FunnelLimits:
    """The warning limits (95%) and the action limits (99.8%) for areas of each size."""

    lower_warning: Floats
    upper_warning: Floats
    lower_action: Floats
    upper_action: Floats


def average_rate(events: ArrayLike, population: ArrayLike) -> float:
    """All events over all people: the average that a funnel of proportions or rates is drawn around.

    For directly standardised rates the population is that which the rate implies, events over rate.
    Areas of which either is NaN are left out. Raises ValueError when no area is left.
    """
    x, n = side_by_side(events, population)
    known = ~(np.isnan(x) | np.isnan(n))
    if not n[known].sum() > 0:
        raise ValueError("An average needs at least one area with people.")
    return float(x[known].sum() / n[known].sum())


def proportion_limits(average: float, population: ArrayLike, multiplier: float = PER_CENT) -> FunnelLimits:
    """Limits of proportions for areas of these populations: average -/+ z sqrt(p (1 - p) / n).

    `average` is p, a proportion of 1. Limits are kept within none and all. Source: Spiegelhalter,
    Statistics in Medicine 2005; 24: 1185-1202.
    Unit: proportion times `multiplier`. Raises ValueError for an average outside 0 to 1, or a
    population or multiplier not above 0.
    """
    require_multiplier(multiplier)
    n = floats(population)
    if not 0 <= average <= 1:
        raise ValueError(f"An average proportion must lie between 0 and 1: got {average}.")
    if np.any(n <= 0):
        raise ValueError("A funnel needs populations above 0.")
    spread = np.sqrt(average * (1 - average) / n)
    ends = []
    for confidence in CONFIDENCES:
        reach = z_score(confidence) * spread
        ends += [np.clip(average + end, 0, 1) * multiplier for end in (-reach, reach)]
    return FunnelLimits(*ends)


def expected_limits(events: ArrayLike) -> FunnelLimits:
    """How many events would have to be expected for so many seen to lie just at each limit.

    For O events and tail p (0.025 and 0.001), with X a Poisson count of mean m:
        at the lower limit m solves P(X <= O) = p;  at the upper limit m solves P(X >= O) = p.
    Source: Spiegelhalter, as above; solved exactly, through the gamma distribution.
    Unit: events. Raises ValueError for a count not above 0, which has no upper limit.
    """
    x = floats(events)
    if np.any(x <= 0):
        raise ValueError("The limits of a funnel are worked out for counts above 0.")
    ends = []
    for confidence in CONFIDENCES:
        tail = (1 - confidence) / 2
        ends += [floats(gammainccinv(x + 1, tail)), floats(gammaincinv(x, tail))]
    return FunnelLimits(*ends)


def ratio_limits(events: ArrayLike, multiplier: float = 1.0) -> FunnelLimits:
    """Limits of standardised ratios, and of rates when `multiplier` is the average rate.

    limit = O / m, with m from `expected_limits`. For rates: the average for 1 person times 100,000, say,
    gives limits for each 100,000; the population at a limit is m over the average.
    Unit: none, times `multiplier`. Raises ValueError as `expected_limits` does, and for a multiplier
    not above 0.
    """
    require_multiplier(multiplier)
    x, means = floats(events), expected_limits(events)
    return FunnelLimits(
        *(
            x / mean * multiplier
            for mean in (means.lower_warning, means.upper_warning, means.lower_action, means.upper_action)
        )
    )


def proportion_significance(numerator: ArrayLike, denominator: ArrayLike) -> NDArray[np.object_]:
    """Each area's proportion against the average of all, by its own Wilson limits.

    Errors as in `wilson_intervals` and `average_rate`.
    """
    average = average_rate(numerator, denominator)
    warning, action = (
        Figures(one.value, one.lower, one.upper)
        for one in (wilson_intervals(numerator, denominator, level) for level in CONFIDENCES)
    )
    return _placed(warning, action, average)


def ratio_significance(observed: ArrayLike, expected: ArrayLike) -> NDArray[np.object_]:
    """Each area's ratio of events seen to expected against 1, by its own limits (as in `count_intervals`).

    Raises ValueError for counts below 0 or expected events not above 0.
    """
    x, mean = side_by_side(observed, expected)
    if np.any(mean <= 0):
        raise ValueError("A ratio needs expected events above 0.")
    return _by_count(x, 1 / mean, 1.0)


def rate_significance(
    events: ArrayLike, population: ArrayLike, average: float | None = None
) -> NDArray[np.object_]:
    """Each area's crude rate against the average, by its own limits (as in `rate_intervals`).

    `average` is events for 1 person; when left out, that of all these areas, those without events
    included. Errors as in `count_intervals` and `average_rate`.
    """
    x, n = side_by_side(events, population)
    if np.any(n <= 0):
        raise ValueError("A rate needs a population above 0.")
    return _by_count(x, 1 / n, average_rate(x, n) if average is None else average)


def standardised_rate_significance(
    events: ArrayLike, rates: ArrayLike, multiplier: float = PER_100_000
) -> NDArray[np.object_]:
    """Each area's directly standardised rate against the average, by the limits of its count.

    The population is the one that the rate implies: events / rate * multiplier. Below 10 events there
    is nothing to say. Errors as in `rate_significance`.
    """
    require_multiplier(multiplier)
    x, rate = side_by_side(events, rates)
    implied = np.divide(x * multiplier, rate, out=np.full(x.shape, np.nan), where=rate > 0)
    placed = rate_significance(x, implied)
    return np.where(x < BYAR_FROM, np.array(Significance.TOO_FEW, dtype=object), placed)


def _by_count(x: Floats, scale: Floats, average: float) -> NDArray[np.object_]:
    both = [count_intervals(x, level).times(scale) for level in CONFIDENCES]
    return _placed(both[0], both[1], average)


def _placed(warning: Figures, action: Figures, average: float) -> NDArray[np.object_]:
    places = [
        (action.lower > average, Significance.FAR_ABOVE),
        (action.upper < average, Significance.FAR_BELOW),
        (warning.lower > average, Significance.ABOVE),
        (warning.upper < average, Significance.BELOW),
        (np.isnan(warning.value), Significance.TOO_FEW),
    ]
    placed = np.full(warning.value.shape, Significance.WITHIN, dtype=object)
    for mask, word in reversed(places):
        placed = np.where(mask, np.array(word, dtype=object), placed)
    return placed
