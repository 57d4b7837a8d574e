"""Measures for groups that have no order, and for the ends of those that have."""

from collections.abc import Iterator

import numpy as np

from accountability.statistics.group_gaps import (
    attributable_risk,
    best_group,
    between_group_variance,
    gaps_to,
    index_of_disparity,
)
from tests.references.reading import CLOSED_FORM, Comparison, Row, column, compared, grouped, number, rows

Told = tuple[float, ...]


def worked_out(measure: str, table: list[Row], names: tuple[str, str, str]) -> Told | None:
    """Ours for one measure: the estimate and, where both sides have formulas, its limits."""
    y, e, n = (column(table, name) for name in names)
    better, ordered = table[0]["favourable_indicator"] == "1", table[0]["ordered_dimension"] == "1"
    named = [place for place, row in enumerate(table) if row["reference_subgroup"] == "1"]
    if measure in {"idisw", "idisu"}:
        return (index_of_disparity(y, n, weighted=measure == "idisw"),)
    if measure in {"bgv", "bgsd"}:
        got = between_group_variance(y, n, e)
        return (got.value, *(got.interval or ())) if measure == "bgv" else (got.value**0.5,)
    if measure in {"d", "d_noref", "d_ref", "r", "r_noref", "r_ref"}:
        low, high = ends(table, y, ordered=ordered, named=named if "_ref" in measure else [])
        gaps = gaps_to(y, e, low)
        gap = gaps.difference if measure.startswith("d") else gaps.ratio
        return float(gap.value[high]), float(gap.lower[high]), float(gap.upper[high])
    if measure in {"par", "paf"}:
        group = len(table) - 1 if ordered else best_group(y, higher_is_better=better)
        whole = number(table[0][scale_of(table)])
        got = attributable_risk(y, n, group, higher_is_better=better, whole=whole)
        # The reference's limits of the fraction are 100 times too narrow: only those of the risk are compared.
        return (got.percent.value,) if measure == "paf" else (got.risk.value, *(got.risk.interval or ()))
    return None


def scale_of(table: list[Row]) -> str:
    return "scale" if "scale" in table[0] else "scaleval"


def ends(table: list[Row], y: np.ndarray, *, ordered: bool, named: list[int]) -> tuple[int, int]:
    """The group that is taken from, and the one that it is taken from: always so that the usual gap is above 0."""
    better = table[0]["favourable_indicator"] == "1"
    if ordered:
        return (0, len(table) - 1) if better else (len(table) - 1, 0)
    if not named:
        return int(np.argmin(y)), int(np.argmax(y))
    others = np.where(np.arange(y.size) == named[0], np.nan, y)
    return (int(np.nanargmin(others)), named[0]) if better else (named[0], int(np.nanargmax(others)))


def measures(file: str, inputs: str, names: tuple[str, str, str]) -> Comparison:
    """The largest difference as a share of what is allowed, which in one of the files each row states."""
    tables = grouped(rows(inputs), "dataset")
    computed = "computed" in file
    ends = ("lowerci", "upperci") if computed else ("lower", "upper")
    found: list[Comparison] = []
    for row in rows(file):
        table = sorted(tables[(row["dataset"],)], key=lambda part: number(part["subgroup_order"]))
        got = worked_out(row["measure_key" if computed else "measure"], table, names)
        if got is not None:
            theirs = [number(row[name]) for name in ("estimate", *ends)[: len(got)]]
            allowed = CLOSED_FORM if computed else float(row["package_tolerance"])
            found.append(compared(file, [(got, theirs)], allowed))
    worst = max(one.largest / one.tolerance for one in found)
    return Comparison(f"{file} (share of allowed)", sum(one.values for one in found), worst, 1.0)


def comparisons() -> Iterator[Comparison]:
    given = ("estimate", "se", "population")
    yield measures("healthequal_example_computed.csv", "healthequal_example_inputs.csv", given)
    yield measures("healthequal_unit_expected.csv", "healthequal_unit_inputs.csv", ("est", "se", "pop"))
