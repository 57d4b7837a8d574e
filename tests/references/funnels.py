"""Funnel limits and significance."""

from collections.abc import Iterable, Iterator

import numpy as np
from numpy.typing import ArrayLike

from accountability.statistics.funnels import (
    FunnelLimits,
    Significance,
    average_rate,
    expected_limits,
    proportion_limits,
    proportion_significance,
    rate_significance,
    ratio_limits,
    ratio_significance,
    standardised_rate_significance,
)
from tests.references.reading import Comparison, column, compared, labels_compared, number, rows

PRINTED = 1e-6
BISECTED = 1e-4
ENDS = {
    "lower_2s": "lower_warning",
    "upper_2s": "upper_warning",
    "lower_3s": "lower_action",
    "upper_3s": "upper_action",
}
LABELS = {
    "High (0.001)": Significance.FAR_ABOVE,
    "High (0.025)": Significance.ABOVE,
    "Not significant": Significance.WITHIN,
    "Low (0.025)": Significance.BELOW,
    "Low (0.001)": Significance.FAR_BELOW,
    "Not applicable for events less than 10 for dsrs": Significance.TOO_FEW,
}
YEARS = 3


def limits(got: FunnelLimits, table: list[dict[str, str]], ending: str, less: float = 0) -> Iterator:
    for theirs, ours in ENDS.items():
        yield getattr(got, ours) - less, column(table, theirs + ending)


def proportions(file: str) -> Comparison:
    points = rows("phe_funnel_proportion_points.csv")
    table = rows(file)
    x, n = column(points, "numerator"), column(points, "denominator")
    small = n < (31_000 if "lt_31000" in file else np.inf)
    average = average_rate(x[small], n[small])
    pairs = [([100 * average], [number(table[0]["baseline"])])]
    pairs += limits(proportion_limits(average, column(table, "Population")), table, "_limit")
    return compared(file, pairs, PRINTED)


def ratios(file: str = "phe_funnel_ratio_limits.csv") -> Comparison:
    table = rows(file)
    x = column(table, "Observed_events")
    pairs: list[tuple[ArrayLike, ArrayLike]] = [*limits(expected_limits(x), table, "_exp_events")]
    pairs += limits(ratio_limits(x, 100), table, "_isr")
    # The count limit is the ratio less 1, which needs no smaller tolerance than the ratio itself.
    pairs += [(ours + 1, theirs + 1) for ours, theirs in limits(ratio_limits(x), table, "_count", less=1)]
    return compared(file, pairs, BISECTED)


def rates(kind: str) -> Comparison:
    file = f"phe_funnel_rate_limits_{kind}.csv"
    table, inputs = rows(file), rows(f"phe_funnel_rate_limits_{kind}_inputs.csv")
    x, rate, people = (column(inputs, name) for name in ("numerator", "rate", "denominator"))
    average = average_rate(x, x / rate * 1e5 if np.isnan(people).all() else people)
    events = column(table, "Events")
    pairs = [([1e5 * average], [number(table[0]["baseline"])])]
    pairs += limits(ratio_limits(events, average * 1e5), table, "_limit")
    means = expected_limits(events)
    for theirs, ours in ENDS.items():
        pairs.append((getattr(means, ours) / average / YEARS, column(table, f"{theirs}_population_1_year")))
    return compared(file, pairs, BISECTED)


def worded(ours: Iterable[object], table: list[dict[str, str]], name: str) -> Iterator[tuple[object, object]]:
    yield from zip(ours, (LABELS[row[name]] for row in table), strict=True)


def rate_points(file: str = "phe_funnel_rate_points.csv") -> Comparison:
    def pairs() -> Iterator[tuple[object, object]]:
        every = rows(file)
        for zeros in ("with_0", "without_0"):
            # The area without events was left out of the second set, in which its label means nothing.
            table = [row for row in every if zeros == "with_0" or row["count"] != "0"]
            x, n, rate = (column(table, name) for name in ("count", "pop", "rate_dsr"))
            for per in ("per_100000", "per_100"):
                yield from worded(standardised_rate_significance(x, rate), table, f"dsr_{per}_{zeros}")
                yield from worded(rate_significance(x, n), table, f"crude_{per}_{zeros}")

    return labels_compared(file, pairs())


def points(file: str, work_out, names: tuple[str, str], word: str) -> Comparison:
    table = rows(file)
    got = work_out(*(column(table, name) for name in names))
    return labels_compared(file, worded(got, table, word))


def comparisons() -> Iterator[Comparison]:
    yield proportions("phe_funnel_proportion_limits.csv")
    yield proportions("phe_funnel_proportion_limits_denominator_lt_31000.csv")
    yield ratios()
    for kind in ("dsr", "crude_lt10", "crude_zero"):
        yield rates(kind)
    parts = ("numerator", "denominator")
    yield points("phe_funnel_proportion_points.csv", proportion_significance, parts, "expected_significance")
    yield points("phe_funnel_ratio_points.csv", ratio_significance, ("obs", "expected"), "significance")
    yield rate_points()
