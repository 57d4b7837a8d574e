"""Wilson intervals, against the reference packages and the published CVDPREVENT figures."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from accountability.statistics.proportions import wilson_interval, wilson_intervals
from tests.unit.accountability.vectors import count, rows

COUNTS = st.integers(1, 10_000_000).flatmap(lambda n: st.tuples(st.integers(0, n), st.just(n)))


def column(table: list[dict[str, str]], name: str) -> np.ndarray:
    return np.array([count(row[name]) for row in table])


@pytest.mark.parametrize(
    ("file", "confidence", "lower", "upper"),
    [
        ("phe_proportions.csv", 0.95, "lower95", "upper95"),
        ("phe_proportions.csv", 0.998, "lower99_8", "upper99_8"),
        ("phe_proportions_grouped.csv", 0.95, "lower95", "upper95"),
    ],
)
def test_columns_equal_the_reference_package(file: str, confidence: float, lower: str, upper: str) -> None:
    table = rows(file)
    for multiplier in (1.0, 100.0):
        part = [row for row in table if float(row["multiplier"]) == multiplier]
        got = wilson_intervals(column(part, "numerator"), column(part, "denominator"), confidence, multiplier)
        np.testing.assert_allclose(got.value, column(part, "value"), rtol=1e-9, equal_nan=True)
        np.testing.assert_allclose(got.lower, column(part, lower), rtol=1e-9, equal_nan=True)
        np.testing.assert_allclose(got.upper, column(part, upper), rtol=1e-9, equal_nan=True)


@pytest.mark.parametrize("row", rows("phe_wilson_counts.csv"), ids=lambda row: row["case_id"])
def test_single_counts_equal_the_reference_package(row: dict[str, str]) -> None:
    got = wilson_interval(float(row["x"]), float(row["n"]), float(row["confidence"].rstrip("%")) / 100)
    assert got.interval == pytest.approx((float(row["lowercl"]), float(row["uppercl"])), rel=1e-9)


@pytest.mark.parametrize(
    "row",
    rows("cvdprevent_england_by_imd_quintile_to_2026-03.csv"),
    ids=lambda row: f"{row['indicator_code']} fifth {row['quintile']}",
)
def test_percentages_equal_those_that_cvdprevent_published(row: dict[str, str]) -> None:
    got = wilson_interval(float(row["numerator"]), float(row["denominator"]), multiplier=100)
    assert got.interval is not None
    shown = [round(number, 2) for number in (got.value, *got.interval)]
    assert shown == [float(row["value"]), float(row["lower_ci"]), float(row["upper_ci"])]


def test_every_published_interval_was_looked_at() -> None:
    assert len(rows("cvdprevent_england_by_imd_quintile_to_2026-03.csv")) == 20


def test_none_and_all_have_exact_ends() -> None:
    none, everybody = wilson_interval(0, 10), wilson_interval(10, 10)
    assert (none.value, none.lower) == (0, 0)
    assert (everybody.value, everybody.upper) == (1, 1)
    assert none.upper == pytest.approx(0.2775, abs=5e-5)
    assert everybody.lower == pytest.approx(1 - 0.2775, abs=5e-5)


def test_one_denominator_serves_a_whole_column() -> None:
    got = wilson_intervals([1, 5, float("nan")], 100)
    assert got.value.shape == (3,)
    assert np.isnan([got.value[2], got.lower[2], got.upper[2]]).all()


@pytest.mark.parametrize(
    ("numerator", "denominator", "message"),
    [(1, 0, "denominator above 0"), (-1, 5, "between 0 and"), (6, 5, "between 0 and"), (1, -5, "above 0")],
)
def test_counts_that_make_no_proportion_are_refused(
    numerator: float, denominator: float, message: str
) -> None:
    with pytest.raises(ValueError, match=message):
        wilson_interval(numerator, denominator)


def test_a_single_missing_count_is_refused() -> None:
    with pytest.raises(ValueError, match="finite"):
        wilson_interval(float("nan"), 5)


@given(COUNTS)
def test_the_interval_holds_the_figure_and_stays_between_none_and_all(counts: tuple[int, int]) -> None:
    got = wilson_interval(*counts)
    assert got.interval is not None
    assert 0 <= got.interval[0] <= got.value <= got.interval[1] <= 1


@given(COUNTS, st.integers(2, 50))
def test_the_same_share_of_more_people_has_a_narrower_interval(counts: tuple[int, int], factor: int) -> None:
    few, many = wilson_interval(*counts), wilson_interval(counts[0] * factor, counts[1] * factor)
    assert few.interval is not None
    assert many.interval is not None
    assert many.interval[1] - many.interval[0] < few.interval[1] - few.interval[0]


@given(COUNTS)
def test_those_who_are_not_counted_mirror_those_who_are(counts: tuple[int, int]) -> None:
    inside, outside = wilson_interval(*counts), wilson_interval(counts[1] - counts[0], counts[1])
    assert inside.lower == pytest.approx(1 - (outside.upper or 0), abs=1e-12)
