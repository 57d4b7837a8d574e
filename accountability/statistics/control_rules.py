"""The rules by which points of a control chart stand out from chance.

Every rule takes one stretch of known points with one mean, and returns for each point +1 when it
belongs to a signal on the high side, -1 on the low side, and 0 when to none.
"""

from enum import StrEnum

import numpy as np
from numpy.typing import NDArray

from accountability.statistics.columns import Floats

Sides = NDArray[np.int8]

TWO, THREE = 2, 3


class Rule(StrEnum):
    """The rules of Making Data Count, in the order in which they take precedence."""

    OUTSIDE = "outside the limits"
    TREND = "trend"
    TWO_OF_THREE = "two of three near a limit"
    RUN = "run on one side of the mean"


def sides(values: Floats, mean: float) -> Sides:
    """On which side of the mean each point lies; 0 on it."""
    return np.sign(values - mean).astype(np.int8)


def outside(values: Floats, lower: float, upper: float) -> Sides:
    """Points strictly beyond a limit."""
    return ((values > upper).astype(np.int8) - (values < lower)).astype(np.int8)


def spread_back(ends: Sides, length: int) -> Sides:
    """Flag all points of each stretch of `length` that ends where `ends` is not 0; later stretches win."""
    flagged = np.zeros_like(ends)
    for place in np.flatnonzero(ends):
        flagged[place - length + 1 : place + 1] = ends[place]
    return flagged


def stretch_ends(side: Sides, length: int) -> Sides:
    """Where `length` points in a row, the last of them here, lie strictly on one side."""
    ends = np.zeros_like(side)
    for place in range(length - 1, side.size):
        if abs(int(side[place - length + 1 : place + 1].sum())) == length:
            ends[place] = side[place]
    return ends


def runs(side: Sides, length: int) -> Sides:
    """Points of a run: `length` or more in a row strictly on one side. A point on the mean breaks it."""
    return spread_back(stretch_ends(side, length), length)


def trend_ends(values: Floats, length: int) -> Sides:
    """Where `length` points in a row, the last of them here, have strictly risen or fallen."""
    steps = np.sign(np.diff(values)).astype(np.int8)
    return np.concatenate([np.zeros(min(values.size, 1), dtype=np.int8), stretch_ends(steps, length - 1)])


def trends(values: Floats, length: int) -> Sides:
    """Points of a trend. One that ends a trend and starts the opposite one belongs to the later."""
    return spread_back(trend_ends(values, length), length)


def two_of_three(side: Sides, near: NDArray[np.bool_], counted: NDArray[np.bool_]) -> Sides:
    """Points near a limit in any three in a row on one side of which at least two are `counted`.

    Only those `near` are flagged. `counted` is the same as `near`, or also takes in points beyond.
    """
    flagged = np.zeros_like(side)
    for place in range(side.size - TWO):
        three = slice(place, place + THREE)
        if abs(int(side[three].sum())) == THREE and counted[three].sum() >= TWO:
            flagged[three] = np.where(near[three], side[three], flagged[three])
    return flagged
