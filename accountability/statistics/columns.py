"""Columns of figures with their limits, worked out in one pass for many areas."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import ArrayLike, NDArray

Floats = NDArray[np.float64]


@dataclass(frozen=True, slots=True, eq=False)
class Figures:
    """A column of figures with their limits. What cannot be given is NaN."""

    value: Floats
    lower: Floats
    upper: Floats

    def times(self, factor: ArrayLike) -> "Figures":
        """The same figures in another unit; `factor` is above 0."""
        scale = floats(factor)
        return Figures(self.value * scale, self.lower * scale, self.upper * scale)


def floats(numbers: ArrayLike) -> Floats:
    """The numbers as an array of floats."""
    return np.asarray(numbers, dtype=np.float64)


def side_by_side(*columns: ArrayLike) -> tuple[Floats, ...]:
    """The columns as floats, stretched to one shape. Raises ValueError for columns of unequal length."""
    try:
        stretched = np.broadcast_arrays(*(floats(column) for column in columns))
    except ValueError as error:
        raise ValueError("Columns must be of one length, or hold one number for all.") from error
    return tuple(floats(column) for column in stretched)


def require_multiplier(multiplier: float) -> None:
    """Raise ValueError unless the multiplier is a number above 0, such as 100 or 100,000."""
    if not 0 < multiplier < np.inf:
        raise ValueError(f"A multiplier must be above 0, such as 100 or 100,000: got {multiplier}.")
