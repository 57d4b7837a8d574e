"""What the limits of slope and relative index cost, beside the same limits simulated with plain numpy.

100 areas of 10 groups each, 100,000 repetitions. Where the limits have a formula ours draws nothing.
"""

from dataclasses import dataclass
from time import perf_counter

import numpy as np
from numpy.typing import NDArray

from accountability.statistics.links import Link, back, errors_from_limits, forward
from accountability.statistics.slopes import USUAL, SlopeIndex, slope_index
from tests.bench.ground import milliseconds, say, table

AREAS, GROUPS = 100, 10
SEED = 2026
AT_LEAST = 3.0
ALLOWED = 0.03
"""Of the half-width of an interval. Seven standard errors of one simulated limit.

A share p of R draws lies beyond a limit with a standard error of sqrt(p (1 - p) / R), so the limit itself has one of
sqrt(p (1 - p) / R) / f, with f the density there. For 100,000 draws of a normal distribution and p = 0.025 that is
0.0084 standard deviations, or 0.43% of the half-width of 1.96. Two simulations differ by sqrt(2) times as much, and
this allows the largest of 2,000 differences.
"""

Numbers = NDArray[np.float64]


@dataclass(frozen=True)
class Kind:
    """On what scale figures err, and on which the line is fitted."""

    name: str
    spread: Link
    transform: bool

    @property
    def is_exact(self) -> bool:
        return self.transform or self.spread is Link.IDENTITY


KINDS = (
    Kind("Any figures, linear", Link.IDENTITY, transform=False),
    Kind("Rates, linear", Link.LOG, transform=False),
    Kind("Proportions, linear", Link.LOGIT, transform=False),
    Kind("Rates, fitted to logarithms", Link.LOG, transform=True),
    Kind("Proportions, fitted to log odds", Link.LOGIT, transform=True),
)


def measure_slopes() -> bool:
    """Print times and differences; say whether ours was 3 times as fast overall and every limit near enough."""
    random = np.random.default_rng(SEED)
    values = np.sort(random.uniform(0.1, 0.3, (AREAS, GROUPS)), axis=-1)
    people = random.uniform(800.0, 1200.0, (AREAS, GROUPS))
    rows, totals, furthest = [], np.zeros(2), 0.0
    for kind in KINDS:
        errors = errors_from_limits(values - 0.02, values + 0.02, kind.spread)
        start = perf_counter()
        ours = slope_index(values, people, errors, spread=kind.spread, transform=kind.transform)
        middle = perf_counter()
        theirs = np.array(
            [simulated(*area, kind, random) for area in zip(values, people, errors, strict=True)]
        )
        seconds = np.array([perf_counter() - middle, middle - start])
        off = difference(ours, theirs)
        totals, furthest = totals + seconds, max(furthest, off)
        rows.append([kind.name, "formula" if kind.is_exact else "drawn", *cells(seconds), f"{off:.2%}"])
    rows.append(["All", "", *cells(totals), f"{furthest:.2%}"])
    heading = [
        "Limits of",
        "Ours by",
        "Plain numpy",
        "Ours",
        "Times as fast",
        "Furthest apart, of the half-width",
    ]
    table([f"{heading[0]} {AREAS} areas × {GROUPS} groups", *heading[1:]], rows)
    say(f"Allowed: {AT_LEAST:g} times as fast overall, limits {ALLOWED:.0%} of the half-width apart.\n")
    return bool(totals[0] >= AT_LEAST * totals[1]) and furthest <= ALLOWED


def cells(seconds: Numbers) -> list[str]:
    plain, ours = seconds
    own = milliseconds(ours) if ours >= 0.01 else f"{ours * 1000:.2f} ms"
    return [milliseconds(plain), own, f"{plain / ours:,.1f}"]


def simulated(y: Numbers, n: Numbers, e: Numbers, kind: Kind, random: np.random.Generator) -> Numbers:
    """The limits of one area's slope and ratio as anybody would draw them with numpy: all at once, then sorted out."""
    share = n / n.sum()
    middle = np.cumsum(share) - share / 2
    away = middle - (share * middle).sum()
    slopes = share * away / (share * away**2).sum()
    ends = np.stack([share - slopes / 2, share + slopes / 2], axis=-1)
    drawn = forward(y, kind.spread) + e * random.standard_normal((USUAL.repetitions, y.size))
    if kind.transform:
        line = drawn @ ends
        # Only the slope is drawn; the line turns about its middle, as the reference has it.
        centre = (share * forward(y, kind.spread)).sum()
        q = np.quantile(line[:, 1] - line[:, 0], (0.025, 0.975)) / 2
        low, high = back(centre - q, kind.spread), back(centre + q, kind.spread)
        return np.concatenate([high - low, high / low])
    low, high = (back(drawn, kind.spread) @ ends).T
    return np.concatenate([np.quantile(found, (0.025, 0.975)) for found in (high - low, high / low)])


def difference(ours: SlopeIndex, theirs: Numbers) -> float:
    """How far the furthest limit of ours is from theirs, as a share of the interval's half-width."""
    mine = np.stack(
        [ours.slope.lower, ours.slope.upper, ours.ratio.lower, ours.ratio.upper], axis=-1
    ).reshape(AREAS, 2, 2)
    halves = np.diff(theirs.reshape(AREAS, 2, 2), axis=-1) / 2
    return float(np.abs((mine - theirs.reshape(AREAS, 2, 2)) / halves).max())
