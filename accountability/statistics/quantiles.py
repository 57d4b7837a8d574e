"""Which fifth, tenth or other equal part each area falls in."""

import numpy as np
from numpy.typing import ArrayLike

from accountability.statistics.columns import Floats, floats

FEWEST_PARTS = 2


def assign_quantiles(values: ArrayLike, parts: int, *, highest_first: bool = True) -> Floats:
    """The number, 1 to `parts`, of the equal part that each value falls in.

    For a value of rank r among N known ones (ties take the lowest rank; ranks run from low to high,
    and from high to low when `highest_first`), and k parts:
        number = floor(k + 1 - ceil((N + 1 - r) / (N / k))), and 1 where that gives 0
    This is how the English public health profiles number fifths and tenths of areas.

    Part 1 holds the highest values when `highest_first`, else the lowest. A missing value is NaN, and
    all are when there are fewer known values than parts. Raises ValueError for fewer than 2 parts.
    """
    if parts < FEWEST_PARTS:
        raise ValueError(f"Areas are divided into at least 2 parts: got {parts}.")
    y = floats(values)
    known = y[~np.isnan(y)]
    count = known.size
    if count < parts:
        return np.full(y.shape, np.nan)
    seen, order = (-y, np.sort(-known)) if highest_first else (y, np.sort(known))
    rank = np.searchsorted(order, seen) + 1
    number = np.floor(parts + 1 - np.ceil((count + 1 - rank) / (count / parts)))
    return np.where(np.isnan(y), np.nan, np.maximum(number, 1))
