"""Inequality between groups that have no order, such as ethnic groups.

Each measure can be told to a board in a sentence. Every function takes one figure a group, in any unit.
"""

from dataclasses import dataclass
from math import sqrt

import numpy as np
from numpy.typing import ArrayLike, NDArray

from accountability.statistics.columns import Figures, Floats, floats
from accountability.statistics.estimates import DEFAULT_CONFIDENCE, Estimate, z_score
from accountability.statistics.proportions import PER_CENT

FEWEST_GROUPS = 3


@dataclass(frozen=True, slots=True, eq=False)
class GroupGaps:
    """How each group differs from one of them: by how much, and how many times as much."""

    difference: Figures
    ratio: Figures


@dataclass(frozen=True, slots=True)
class AttributableRisk:
    """How far everyone's figure would move if every group had that of one: in its unit, and in per cent."""

    risk: Estimate
    percent: Estimate


def best_group(values: ArrayLike, *, higher_is_better: bool) -> int:
    """Where the group with the best figure stands; the first of several. Errors as in `gaps_to`."""
    y = _known(values)
    return int(np.argmax(y) if higher_is_better else np.argmin(y))


def gaps_to(
    values: ArrayLike, errors: ArrayLike, group: int, confidence: float = DEFAULT_CONFIDENCE
) -> GroupGaps:
    """Each group's difference from, and ratio to, the group at this place: the best, or one of reference.

    For group j and the other g, with standard errors e:
        difference y_j - y_g, limits -/+ z sqrt(e_j^2 + e_g^2)
        ratio y_j / y_g, limits exp(ln ratio -/+ z sqrt((e_j / y_j)^2 + (e_g / y_g)^2))
    Source: World Health Organization, Handbook on Health Inequality Monitoring, 2013; the delta method.

    Good for figures whose errors are roughly normal and independent between groups. The group differs
    by 0 from itself, and for certain. A ratio is NaN when the other figure is not above 0, and its limits
    when either is not. Unit: the difference that of the values, the ratio none.
    Raises ValueError for fewer than 3 groups, a missing value, an error below 0 or a place where there
    is no group.
    """
    y, e, z = _known(values), _errors(errors), z_score(confidence)
    _require_place(group, y)
    itself = np.arange(y.size) == group
    gap = y - y[group]
    reach = np.where(itself, 0.0, z * np.hypot(e, e[group]))
    positive = np.where(y > 0, y, np.nan)
    ratio = y / positive[group]
    factor = np.exp(np.where(itself, 0.0, z * np.hypot(e / positive, e[group] / positive[group])))
    return GroupGaps(Figures(gap, gap - reach, gap + reach), Figures(ratio, ratio / factor, ratio * factor))


def index_of_disparity(values: ArrayLike, populations: ArrayLike, *, weighted: bool = True) -> float:
    """How far groups lie from the average of everyone, on average, in per cent of that average.

    With p = n / sum(n) and m = sum(p y): 100 sum(p |y - m|) / m, or when not `weighted` each group
    counts alike: 100 mean(|y - m|) / m. Source: Pearcy and Keppel, Public Health Reports 2002; 117:
    273-280, with the weighted average for comparison.

    Unit: per cent. Raises ValueError as `between_group_variance` does, and for an average not above 0.
    """
    y, p = _shares(values, populations)
    mean = float((p * y).sum())
    if not mean > 0:
        raise ValueError("The index of disparity needs an average above 0.")
    away = np.abs(y - mean)
    return PER_CENT * float((p * away).sum() if weighted else away.mean()) / mean


def between_group_variance(
    values: ArrayLike,
    populations: ArrayLike,
    errors: ArrayLike,
    confidence: float = DEFAULT_CONFIDENCE,
) -> Estimate:
    """How far groups lie from the average of everyone, squared and weighted by their people.

    With p and m as in `index_of_disparity`: V = sum(p (y - m)^2), and for standard errors e
        var(V) = 4 sum(p^2 e^2 (y - m)^2) + 2 ((sum p^2 e^2)^2 - sum(p^4 e^4) + sum(p^2 (1 - p)^2 e^4))
    Source: Ahn, Harper, Yu, Feuer and Liu, Biometrical Journal 2018; 60: 1179-1194.

    Unit: that of the values, squared. A lower limit is never below 0. Raises ValueError as `gaps_to`
    does, and for a population that is missing or below 0, or 0 in every group.
    """
    y, p = _shares(values, populations)
    e2 = _errors(errors) ** 2
    away = (y - (p * y).sum()) ** 2
    variance = float((p * away).sum())
    pair = (p**2 * e2).sum() ** 2 - (p**4 * e2**2).sum() + (p**2 * (1 - p) ** 2 * e2**2).sum()
    reach = z_score(confidence) * sqrt(float(4 * (p**2 * e2 * away).sum() + 2 * pair))
    return Estimate(variance, max(variance - reach, 0.0), variance + reach)


def attributable_risk(
    values: ArrayLike,
    populations: ArrayLike,
    group: int,
    *,
    higher_is_better: bool,
    whole: float = 1.0,
    confidence: float = DEFAULT_CONFIDENCE,
) -> AttributableRisk:
    """What everyone's figure would gain or lose if every group did as well as the group at this place.

    With m as in `index_of_disparity`: risk y_g - m; fraction (y_g - m) / m, in per cent. Both are 0
    when the group does no better than everyone. With c and d the people of the group with and without
    the event, a and b those of the others, N all of them:
        se(fraction) = sqrt(c N (a d (N - c) + b c^2) / ((a + c)^3 (c + d)^3)), and se(risk) = m se(fraction)
    Source: Walter, Biometrics 1976; 32: 829-849. The limits of the percentage are in per cent, too.

    `values` are proportions of `whole` (100 for per cent, 1000 for a rate per 1000). Raises ValueError
    as `between_group_variance` does, for values outside 0 to `whole`, and when nobody has the event.
    """
    y, p = _shares(values, populations)
    n = floats(populations)
    _require_place(group, y)
    if np.any(y < 0) or np.any(y > whole):
        raise ValueError(f"Each value must be a share of {whole:g}, from 0 to {whole:g}.")
    mean = float((p * y).sum())
    if mean == 0:
        raise ValueError("Nobody has the event in any group, so that there is nothing to attribute.")
    gain = float(y[group]) - mean
    if (gain > 0) != higher_is_better:
        gain = 0.0
    reach = z_score(confidence) * _fraction_error(y / whole * n, n, group)
    return AttributableRisk(
        risk=Estimate(gain, gain - reach * mean, gain + reach * mean),
        percent=Estimate(*(PER_CENT * (gain / mean + end) for end in (0.0, -reach, reach))),
    )


def _fraction_error(cases: Floats, people: Floats, group: int) -> float:
    c, total = float(cases[group]), float(people.sum())
    d = float(people[group]) - c
    a = float(cases.sum()) - c
    b = total - a - c - d
    return sqrt(c * total * (a * d * (total - c) + b * c**2) / ((a + c) ** 3 * (c + d) ** 3))


def _known(values: ArrayLike) -> Floats:
    y = floats(values)
    if y.ndim != 1 or y.size < FEWEST_GROUPS:
        raise ValueError("Inequality between groups needs at least 3 of them.")
    if not np.all(np.isfinite(y)):
        raise ValueError("Inequality between groups needs a value for every group.")
    return y


def _errors(errors: ArrayLike) -> Floats:
    e = floats(errors)
    if not np.all(e >= 0):
        raise ValueError("Every group needs a standard error that is not below 0.")
    return e


def _shares(values: ArrayLike, populations: ArrayLike) -> tuple[Floats, NDArray[np.float64]]:
    y, n = _known(values), floats(populations)
    if not np.all(n >= 0) or not n.sum() > 0:
        raise ValueError("Every group needs a population that is not below 0, and one above 0.")
    return y, n / n.sum()


def _require_place(group: int, y: Floats) -> None:
    if not 0 <= group < y.size:
        raise ValueError(f"There is no group at place {group}: they run from 0 to {y.size - 1}.")
