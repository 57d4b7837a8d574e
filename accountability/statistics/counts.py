"""A count of events and a crude rate, each with its limits."""

import numpy as np
from numpy.typing import ArrayLike
from scipy.special import gammainccinv, gammaincinv

from accountability.statistics.columns import Figures, Floats, floats, require_multiplier, side_by_side
from accountability.statistics.estimates import DEFAULT_CONFIDENCE, z_score

BYAR_FROM = 10
PER_100_000 = 100_000.0


def exact_limits(events: ArrayLike, confidence: float = DEFAULT_CONFIDENCE) -> tuple[Floats, Floats]:
    """The exact limits of a Poisson count.

    For x events and a = (1 - confidence) / 2:
        lower is half the chi-squared quantile at a with 2x degrees of freedom, 0 when x = 0;
        upper is half the chi-squared quantile at 1 - a with 2x + 2 degrees of freedom.
    Both are quantiles of the gamma distribution, which is how they are worked out here.
    Source: Garwood, Biometrika 1936; 28: 437-442.

    Unit: events. Raises ValueError for a confidence outside 0 to 1.
    """
    z_score(confidence)
    x, tail = floats(events), (1 - confidence) / 2
    known = np.where(x > 0, x, 1.0)
    lower = np.where(x > 0, gammaincinv(known, tail), np.where(x == 0, 0.0, np.nan))
    return lower, floats(gammainccinv(x + 1, tail))


def byar_limits(events: ArrayLike, confidence: float = DEFAULT_CONFIDENCE) -> tuple[Floats, Floats]:
    """Byar's approximation to the limits of a Poisson count, good from about 10 events.

    For x events and z = `z_score(confidence)`:
        lower = x (1 - 1/(9x) - z/(3 sqrt x))^3
        upper = (x + 1)(1 - 1/(9(x + 1)) + z/(3 sqrt(x + 1)))^3
    Source: Breslow and Day, Statistical Methods in Cancer Research, volume II, IARC 1987; page 69.

    Unit: events. A lower limit that would fall below 0, and that of no events, is NaN.
    """
    z, x = z_score(confidence), floats(events)
    some = np.where(x > 0, x, np.nan)
    below = 1 - 1 / (9 * some) - z / (3 * np.sqrt(some))
    above = 1 - 1 / (9 * (x + 1)) + z / (3 * np.sqrt(x + 1))
    return np.where(below < 0, np.nan, some * below**3), (x + 1) * above**3


def count_intervals(events: ArrayLike, confidence: float = DEFAULT_CONFIDENCE) -> Figures:
    """Counts with their limits: exact below 10 events, Byar's from 10 on.

    Formulas and sources: `exact_limits`, `byar_limits`. Where a count is NaN, so are its limits.
    Unit: events. Raises ValueError for a count below 0.
    """
    x = floats(events)
    if np.any(x < 0):
        raise ValueError("A count of events cannot be below 0.")
    few = x < BYAR_FROM
    pairs = zip(exact_limits(x, confidence), byar_limits(x, confidence), strict=True)
    lower, upper = (np.where(few, exact, byar) for exact, byar in pairs)
    return Figures(x, lower, upper)


def rate_intervals(
    events: ArrayLike,
    population: ArrayLike,
    confidence: float = DEFAULT_CONFIDENCE,
    multiplier: float = PER_100_000,
) -> Figures:
    """Crude rates with their limits: those of the count, over the population.

    rate = events / population * multiplier, and the limits of `count_intervals` likewise. The
    population is taken as known for certain. A rate may be above 1 for each person: one may have
    many events.

    Unit: events for each `multiplier` people (or person-years). Missing in, missing out: where either
    is NaN, so is the rate. Raises ValueError for events below 0, or a population or multiplier not
    above 0.
    """
    require_multiplier(multiplier)
    x, n = side_by_side(events, population)
    if np.any(n <= 0):
        raise ValueError("A rate needs a population above 0.")
    return count_intervals(x, confidence).times(multiplier / n)
