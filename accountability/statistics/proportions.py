"""A proportion and its Wilson interval, for one count or for a whole column of them."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import ArrayLike, NDArray

from accountability.statistics.estimates import DEFAULT_CONFIDENCE, Estimate, z_score

PER_CENT = 100.0


@dataclass(frozen=True, slots=True, eq=False)
class Proportions:
    """Columns of proportions with their limits; a row without a count is NaN in all three."""

    value: NDArray[np.float64]
    lower: NDArray[np.float64]
    upper: NDArray[np.float64]


def wilson_intervals(
    numerator: ArrayLike,
    denominator: ArrayLike,
    confidence: float = DEFAULT_CONFIDENCE,
    multiplier: float = 1.0,
) -> Proportions:
    """Proportions with Wilson score limits for columns of counts, in one pass.

    For x of n, with p = x / n and z = `z_score(confidence)`:
        lower, upper = (2x + z^2 -/+ z sqrt(z^2 + 4x(1 - p))) / (2(n + z^2))
    Source: Wilson, Journal of the American Statistical Association 1927; 22: 209-212. English public
    health statistics use it for every proportion.

    Shapes: `numerator` and `denominator` broadcast; a single number gives arrays of no dimension.
    Unit: proportion of 1 times `multiplier` (100 gives per cent).
    Missing in, missing out: where either count is NaN, so are value and limits.
    Raises ValueError when a known denominator is not above 0, or a known numerator lies outside
    0 to denominator.
    """
    x, n = np.broadcast_arrays(np.asarray(numerator, dtype=float), np.asarray(denominator, dtype=float))
    if np.any(n <= 0):
        raise ValueError("A proportion needs a denominator above 0.")
    if np.any(x < 0) or np.any(x > n):
        raise ValueError("A proportion needs a numerator between 0 and its denominator.")
    z = z_score(confidence)
    value = x / n
    middle = 2 * x + z**2
    reach = z * np.sqrt(z**2 + 4 * x * (1 - value))
    scale = 2 * (n + z**2)
    lower = np.where(x == 0, 0.0, (middle - reach) / scale)
    upper = np.where(x == n, 1.0, (middle + reach) / scale)
    lower, upper = np.minimum(lower, value), np.maximum(upper, value)
    missing = np.isnan(x) | np.isnan(n)
    columns = [np.where(missing, np.nan, column * multiplier) for column in (value, lower, upper)]
    return Proportions(*columns)


def wilson_interval(
    numerator: float,
    denominator: float,
    confidence: float = DEFAULT_CONFIDENCE,
    multiplier: float = 1.0,
) -> Estimate:
    """One proportion with its Wilson limits; formula, unit and errors as in `wilson_intervals`.

    A count that is NaN raises ValueError: a single missing figure has a state, not an interval.
    """
    column = wilson_intervals(numerator, denominator, confidence, multiplier)
    return Estimate(float(column.value), float(column.lower), float(column.upper))
