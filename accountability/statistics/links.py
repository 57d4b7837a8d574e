"""The scale on which a figure's chance error is even: as it is, its logarithm, or its log odds."""

from enum import StrEnum

import numpy as np
from numpy.typing import ArrayLike

from accountability.statistics.columns import Floats, floats
from accountability.statistics.estimates import DEFAULT_CONFIDENCE, z_score


class Link(StrEnum):
    """IDENTITY suits figures of any size, LOG rates, LOGIT proportions of 1."""

    IDENTITY = "identity"
    LOG = "log"
    LOGIT = "logit"


def forward(values: ArrayLike, link: Link) -> Floats:
    """The values on the link's scale.

    Raises ValueError for a rate not above 0, or a proportion not between 0 and 1, both excluded: none
    and all have no place on those scales.
    """
    y = floats(values)
    if link is Link.IDENTITY:
        return y
    if np.any(y <= 0):
        raise ValueError(
            "A figure or limit of 0 or below has no logarithm or log odds: use the linear scale."
        )
    if link is Link.LOG:
        return floats(np.log(y))
    if np.any(y >= 1):
        raise ValueError("A proportion or limit of 1 or above has no log odds: use the linear scale.")
    return floats(np.log(y / (1 - y)))


def back(scaled: ArrayLike, link: Link) -> Floats:
    """The figures that stand at these places on the link's scale."""
    x = floats(scaled)
    if link is Link.IDENTITY:
        return x
    return floats(np.exp(x) if link is Link.LOG else 1 / (1 + np.exp(-x)))


def errors_from_limits(
    lower: ArrayLike, upper: ArrayLike, link: Link = Link.IDENTITY, confidence: float = DEFAULT_CONFIDENCE
) -> Floats:
    """Standard errors on the link's scale: half the width of the interval there, over z.

    Raises ValueError for limits in the wrong order, and as `forward` does.
    """
    low, high = forward(lower, link), forward(upper, link)
    if np.any(low > high):
        raise ValueError("A lower limit cannot be above its upper limit.")
    return (high - low) / (2 * z_score(confidence))
