"""The slope index and the relative index of inequality: the gap across the whole population at once.

Groups lie in order from one end of the population to the other, most deprived first. A line is fitted
through all of them; the slope index is how far it rises from the first person to the last, and the
relative index is how many times as high it ends as it starts.
"""

from dataclasses import dataclass

import numpy as np
from numpy.typing import ArrayLike

from accountability.statistics.columns import Figures, Floats, side_by_side
from accountability.statistics.estimates import DEFAULT_CONFIDENCE, z_score
from accountability.statistics.links import Link, back, forward
from accountability.statistics.slope_limits import (
    SAMPLES,
    Limits,
    Line,
    draws,
    normal_ratio_limits,
    normal_slope_limits,
    percentiles,
    reliability,
    transformed_limits,
)

FEWEST_GROUPS, MOST_GROUPS = 5, 100
FEWEST_DRAWS, USUAL_DRAWS = 1_000, 100_000
DEFAULT_SEED = 20_100


@dataclass(frozen=True, slots=True, eq=False)
class SlopeIndex:
    """Slope and relative index with limits, and where the line starts, all in the unit asked for."""

    slope: Figures
    ratio: Figures
    intercept: Floats


@dataclass(frozen=True, slots=True)
class Simulation:
    """How often limits that have no formula are drawn, and the seed that makes them the same each time."""

    repetitions: int = USUAL_DRAWS
    seed: int = DEFAULT_SEED

    def __post_init__(self) -> None:
        if self.repetitions < FEWEST_DRAWS:
            raise ValueError(f"Limits need at least 1,000 draws: got {self.repetitions}.")

    def generator(self) -> np.random.Generator:
        """The source of chance, started anew."""
        return np.random.default_rng(self.seed)


USUAL = Simulation()


def slope_index(
    values: ArrayLike,
    populations: ArrayLike,
    errors: ArrayLike,
    *,
    spread: Link = Link.IDENTITY,
    transform: bool = False,
    confidence: float = DEFAULT_CONFIDENCE,
    multiplier: float = 1.0,
    simulation: Simulation = USUAL,
    fewest: int = FEWEST_GROUPS,
) -> SlopeIndex:
    """Slope and relative index of inequality of each area; the last axis holds its groups, in order.

    For groups j with values y and populations n: a = n / sum(n), and the middle of each group's place
    in the population b_j = a_1 + ... + a_(j-1) + a_j / 2. Least squares of y on b with weights a give
    slope s and intercept t:
        slope index = s;  relative index = (t + s) / t
    `errors` are standard errors, on the scale that `spread` names: IDENTITY, LOG for rates, LOGIT for
    proportions of 1 (see `errors_from_limits`). With `transform` the line is fitted on that scale and
    its ends are turned back.

    Limits: exact for IDENTITY and with `transform`, else drawn (`simulation`: 100,000 draws leave each
    uncertain by 0.4% of the half-width at 95%). They take groups to err independently.
    Source: Office for Health Improvement and Disparities, technical guide to the slope index.

    Unit: slope and intercept in the values' times `multiplier`, the ratio none. A multiplier below 0
    looks from the other end: it turns the slope's sign and inverts the ratio. A ratio with an end that
    is not above 0, or not clearly so, is NaN.
    Raises ValueError for fewer groups than `fewest` (5 as a rule) or more than 100, and for missing or
    impossible values, populations, errors or multiplier.
    """
    y, n, e = side_by_side(values, populations, errors)
    _check(y, n, e, spread, fewest, multiplier, transform=transform)
    z_score(confidence)
    if transform:
        return _in_unit(*_transformed(_line(forward(y, spread), n), e, spread, confidence), multiplier)
    line = _line(y, n)
    limits = _untransformed_limits(line, (y, e), spread, confidence, simulation)
    return _in_unit(*_between(line.intercept, line.end, *limits), multiplier)


def slope_reliability(
    values: ArrayLike,
    populations: ArrayLike,
    errors: ArrayLike,
    *,
    spread: Link,
    confidence: float = DEFAULT_CONFIDENCE,
    simulation: Simulation = USUAL,
    fewest: int = FEWEST_GROUPS,
) -> tuple[float, float]:
    """How far the simulated limits of one area's slope and ratio move from one run to the next.

    Ten runs of `simulation`, as in `reliability`. Limits that are not simulated do not move: 0 for
    IDENTITY, and for a transformed line there is nothing to ask. Unit and errors as in `slope_index`.
    """
    y, n, e = side_by_side(values, populations, errors)
    _check(y, n, e, spread, fewest, 1.0, transform=False)
    if spread is Link.IDENTITY:
        return 0.0, 0.0
    drawn = draws(_line(y, n), y, e, spread, SAMPLES * simulation.repetitions, simulation.generator())
    return reliability(drawn[0], confidence), reliability(drawn[1], confidence)


def _line(y: Floats, n: Floats) -> Line:
    a = n / n.sum(axis=-1, keepdims=True)
    b = np.cumsum(a, axis=-1) - a / 2
    # The mean of b, weighted by a, is one half whatever the populations.
    away = b - 0.5
    c = a * away / (a * away**2).sum(axis=-1, keepdims=True)
    d = a - c / 2
    return Line((c * y).sum(axis=-1), (d * y).sum(axis=-1), c, d)


def _transformed(line: Line, e: Floats, spread: Link, confidence: float) -> tuple[Figures, Figures, Floats]:
    limits = transformed_limits(line, e, confidence, spread)
    return _between(back(line.intercept, spread), back(line.end, spread), *limits)


def _between(start: Floats, end: Floats, slope: Limits, ratio: Limits) -> tuple[Figures, Figures, Floats]:
    times = end / np.where(start > 0, start, np.nan)
    return Figures(end - start, *slope), Figures(times, *ratio), start


def _untransformed_limits(
    line: Line, figures: tuple[Floats, Floats], spread: Link, confidence: float, simulation: Simulation
) -> tuple[Limits, Limits]:
    y, e = figures
    if spread is Link.IDENTITY:
        return normal_slope_limits(line, e, confidence), normal_ratio_limits(line, e, confidence)
    random = simulation.generator()
    found = np.empty((2, 2, *line.slope.shape))
    for area in np.ndindex(line.slope.shape):
        one = Line(
            line.slope[area], line.intercept[area], line.slope_weights[area], line.intercept_weights[area]
        )
        drawn = draws(one, y[area], e[area], spread, simulation.repetitions, random)
        found[(slice(None), slice(None), *area)] = [percentiles(column, confidence) for column in drawn]
    return (found[0, 0], found[0, 1]), (found[1, 0], found[1, 1])


def _in_unit(slope: Figures, ratio: Figures, start: Floats, multiplier: float) -> SlopeIndex:
    scaled = slope.times(abs(multiplier))
    if multiplier < 0:
        scaled = Figures(-scaled.value, -scaled.upper, -scaled.lower)
        ratio = Figures(*(1 / np.where(x > 0, x, np.nan) for x in (ratio.value, ratio.upper, ratio.lower)))
    return SlopeIndex(scaled, ratio, start * abs(multiplier))


def _check(
    y: Floats, n: Floats, e: Floats, spread: Link, fewest: int, multiplier: float, *, transform: bool
) -> None:
    groups = y.shape[-1] if y.ndim else 0
    if not fewest <= groups <= MOST_GROUPS:
        raise ValueError(f"A slope needs {fewest} to {MOST_GROUPS} groups in order: got {groups}.")
    if not np.all(np.isfinite(y)):
        raise ValueError("A slope needs a value for every group.")
    if not np.all(np.isfinite(n) & (n > 0)):
        raise ValueError("A slope needs a population above 0 for every group.")
    if not np.all(np.isfinite(e) & (e >= 0)):
        raise ValueError("A slope needs a standard error, not below 0, for every group.")
    if not np.isfinite(multiplier) or multiplier == 0:
        raise ValueError(
            "A multiplier must be a number other than 0, such as 100, or -1 to turn the slope round."
        )
    if transform and spread is Link.IDENTITY:
        raise ValueError("A line is transformed on the log or logit scale: name it as the spread.")
    forward(y, spread)
