"""How unequal the fifths of one place are: gap, ratio, slope index and relative index, or why there is none."""

from collections.abc import Mapping
from dataclasses import dataclass

from accountability.reference.worked_example.figures import FIFTHS, Printed
from accountability.statistics.estimates import Estimate
from accountability.statistics.gaps import RelativeGap, absolute_gap, relative_gap
from accountability.statistics.links import Link
from accountability.statistics.proportions import PER_CENT
from accountability.statistics.slope_findings import estimate_of, fitted
from accountability.statistics.slopes import SlopeIndex

COUNTS = ("numerator", "denominator")


@dataclass(frozen=True)
class Inequality:
    """What the fifths of one place show. Gap and slope in percentage points, both ratios in times.

    `gap` and `ratio` compare the most deprived fifth with the least deprived one, and are None where either is
    `without`. `slope` and `times` rest on the `fifths` that there are.
    """

    fifths: tuple[str, ...]
    gap: Estimate | None
    ratio: RelativeGap | None
    slope: Estimate
    times: Estimate

    @property
    def without(self) -> tuple[str, ...]:
        """The fifths that the place does not have."""
        return tuple(fifth for fifth in FIFTHS if fifth not in self.fifths)


def inequality(figures: Mapping[str, Printed]) -> Inequality:
    """Work it out from counts by fifth, at least three of them; with Wilson's limits, errors are half their width."""
    index = line(figures)
    ends = figures.get(FIFTHS[0]), figures.get(FIFTHS[-1])
    return Inequality(
        tuple(figures), _gap(*ends), _ratio(*ends), estimate_of(index.slope), estimate_of(index.ratio)
    )


def line(
    figures: Mapping[str, Printed], spread: Link = Link.IDENTITY, multiplier: float = PER_CENT
) -> SlopeIndex:
    """The line through all fifths: fitted to the percentages, or to their logarithms or log odds."""
    x, n = ([getattr(row, name) for row in figures.values()] for name in COUNTS)
    return fitted(x, n, spread, multiplier=multiplier)


def _gap(most: Printed | None, least: Printed | None) -> Estimate | None:
    if most is None or least is None:
        return None
    return absolute_gap(*_counts(most, least), multiplier=PER_CENT)


def _ratio(most: Printed | None, least: Printed | None) -> RelativeGap | None:
    if most is None or least is None:
        return None
    return relative_gap(*_counts(most, least))


def _counts(most: Printed, least: Printed) -> tuple[int, int, int, int]:
    return most.numerator, most.denominator, least.numerator, least.denominator
