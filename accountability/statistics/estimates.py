"""A figure with its confidence interval, and the difference of two such figures."""

from dataclasses import dataclass
from math import hypot, isfinite
from statistics import NormalDist

DEFAULT_CONFIDENCE = 0.95


def z_score(confidence: float = DEFAULT_CONFIDENCE) -> float:
    """How many standard errors a two-sided interval reaches each way: 1.96 for 0.95.

    `confidence` is a fraction between 0 and 1, both excluded; anything else raises ValueError.
    """
    if not 0 < confidence < 1:
        raise ValueError(f"Confidence must lie between 0 and 1, such as 0.95: got {confidence}.")
    return NormalDist().inv_cdf((1 + confidence) / 2)


@dataclass(frozen=True, slots=True)
class Estimate:
    """A figure and, where one is known, its confidence interval, all in the same unit.

    Both limits are None when no interval was published and none can be worked out.
    """

    value: float
    lower: float | None = None
    upper: float | None = None

    def __post_init__(self) -> None:
        if (self.lower is None) != (self.upper is None):
            raise ValueError("An interval needs both of its limits, or neither.")
        known = [number for number in (self.lower, self.value, self.upper) if number is not None]
        if not all(isfinite(number) for number in known):
            raise ValueError("A figure and its limits must be finite numbers.")
        if known != sorted(known):
            raise ValueError(f"The limits {self.lower} and {self.upper} do not enclose {self.value}.")

    @property
    def interval(self) -> tuple[float, float] | None:
        """The two limits, or None when there is no interval."""
        if self.lower is None or self.upper is None:
            return None
        return self.lower, self.upper

    def excludes(self, number: float) -> bool | None:
        """Whether the interval leaves `number` out; None when there is no interval to ask."""
        if self.lower is None or self.upper is None:
            return None
        return not self.lower <= number <= self.upper

    def turned(self) -> "Estimate":
        """The same figure seen from the other side: a gap of 4 becomes one of minus 4."""
        if self.lower is None or self.upper is None:
            return Estimate(-self.value)
        return Estimate(-self.value, -self.upper, -self.lower)


def difference(minuend: Estimate, subtrahend: Estimate) -> Estimate:
    """`minuend` less `subtrahend`, with an interval made from the intervals of the two.

    With d = a - b, limits (la, ua) and (lb, ub):
        lower = d - sqrt((a - la)^2 + (ub - b)^2)
        upper = d + sqrt((ua - a)^2 + (b - lb)^2)
    This is the method of variance estimates recovery (Zou and Donner, Statistics in Medicine 2008;
    27: 1693-1702). With Wilson limits of two proportions it is Newcombe's hybrid score interval
    (method 10: Newcombe, Statistics in Medicine 1998; 17: 873-890).

    It holds for independent figures. Successive counts of much the same people are not independent:
    they tend to move together, which makes this interval wider than it need be, so that a change is
    called clear too rarely rather than too often.

    Unit: that of the two figures. Without both intervals the result has none.
    """
    gap = minuend.value - subtrahend.value
    upper_side, lower_side = minuend.interval, subtrahend.interval
    if upper_side is None or lower_side is None:
        return Estimate(gap)
    below = hypot(minuend.value - upper_side[0], lower_side[1] - subtrahend.value)
    above = hypot(upper_side[1] - minuend.value, subtrahend.value - lower_side[0])
    return Estimate(gap, gap - below, gap + above)
