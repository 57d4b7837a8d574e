"""The gap between two groups, in points and in times."""

from math import exp, sqrt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from accountability.statistics.gaps import (
    RatioProblem,
    RelativeGap,
    absolute_gap,
    ratio_change,
    relative_gap,
)
from tests.unit.accountability.vectors import rows

COUNTS = st.integers(1, 1_000_000).flatmap(lambda n: st.tuples(st.integers(0, n), st.just(n)))
SOME_COUNTS = st.integers(2, 1_000_000).flatmap(lambda n: st.tuples(st.integers(1, n - 1), st.just(n)))
CELLS = ("numerator", "denominator", "other_numerator", "other_denominator")


@pytest.mark.parametrize("row", rows("newcombe_1998_table_2.csv"), ids=lambda row: row["case"])
def test_absolute_gaps_equal_the_published_examples(row: dict[str, str]) -> None:
    got = absolute_gap(*(float(row[cell]) for cell in CELLS))
    assert got.interval == pytest.approx((float(row["lower"]), float(row["upper"])), abs=5.1e-5)


def test_percentage_points_are_a_hundred_times_as_many() -> None:
    share, points = absolute_gap(56, 70, 48, 80), absolute_gap(56, 70, 48, 80, multiplier=100)
    assert points.value == pytest.approx(20)
    assert points.lower == pytest.approx(100 * (share.lower or 0))


def test_the_smoking_gap_of_the_demo_to_the_digit() -> None:
    before = 159062, 772832, 15321, 181166
    after = 157154, 803142, 14838, 183117
    assert round(absolute_gap(*before, multiplier=100).value, 2) == 12.12
    assert round(absolute_gap(*after, multiplier=100).value, 2) == 11.46
    ratios = relative_gap(*before), relative_gap(*after)
    assert [round(gap.ratio or 0, 2) for gap in ratios] == [2.43, 2.41]


@given(COUNTS, COUNTS)
def test_an_absolute_gap_turns_with_its_groups(first: tuple[int, int], second: tuple[int, int]) -> None:
    there, back = absolute_gap(*first, *second), absolute_gap(*second, *first).turned()
    assert there.interval == pytest.approx(back.interval)
    assert there.interval is not None
    assert -1 - 1e-9 <= there.interval[0] <= there.value <= there.interval[1] <= 1 + 1e-9


def test_a_relative_gap_follows_the_log_formula() -> None:
    got = relative_gap(189, 11034, 104, 11037)
    spread = exp(1.959963984540054 * sqrt(1 / 189 - 1 / 11034 + 1 / 104 - 1 / 11037))
    ratio = (189 / 11034) / (104 / 11037)
    assert got.ratio == pytest.approx(ratio)
    assert got.interval == pytest.approx((ratio / spread, ratio * spread))
    assert got.problem is None


@given(SOME_COUNTS, SOME_COUNTS)
def test_a_relative_gap_inverts_with_its_groups(first: tuple[int, int], second: tuple[int, int]) -> None:
    there, back = relative_gap(*first, *second), relative_gap(*second, *first)
    assert there.ratio == pytest.approx(1 / (back.ratio or 0))
    assert there.lower == pytest.approx(1 / (back.upper or 0))
    assert there.interval is not None
    assert there.interval[0] <= (there.ratio or 0) <= there.interval[1]


@pytest.mark.parametrize(
    ("counts", "ratio", "problem"),
    [
        ((0, 10, 0, 10), None, RatioProblem.BOTH_ZERO),
        ((3, 10, 0, 10), None, RatioProblem.COMPARATOR_ZERO),
        ((0, 10, 3, 10), 0.0, RatioProblem.NUMERATOR_ZERO),
        ((10, 10, 20, 20), 1.0, RatioProblem.BOTH_COMPLETE),
    ],
)
def test_none_and_all_give_a_ratio_only_where_there_is_one(
    counts: tuple[int, int, int, int], ratio: float | None, problem: RatioProblem
) -> None:
    assert relative_gap(*counts) == RelativeGap(ratio, problem=problem)
    assert relative_gap(*counts).interval is None


def test_all_of_one_group_still_has_an_interval() -> None:
    assert relative_gap(10, 10, 5, 10).interval is not None


def test_impossible_counts_are_refused() -> None:
    with pytest.raises(ValueError, match="denominator above 0"):
        relative_gap(1, 0, 1, 5)


def test_the_ratio_of_smoking_has_hardly_moved() -> None:
    change = ratio_change(
        relative_gap(159062, 772832, 15321, 181166), relative_gap(157154, 803142, 14838, 183117)
    )
    assert change is not None
    assert change.ratio == pytest.approx(0.9922, abs=1e-4)
    assert change.interval is not None
    assert change.interval[0] < 1 < change.interval[1]


@pytest.mark.parametrize(
    "counts", [((0, 10, 3, 10), (3, 10, 5, 10)), ((3, 10, 5, 10), (3, 10, 0, 10))], ids=["first", "latest"]
)
def test_a_ratio_without_an_interval_cannot_be_seen_to_move(
    counts: tuple[tuple[int, int, int, int], tuple[int, int, int, int]],
) -> None:
    assert ratio_change(relative_gap(*counts[0]), relative_gap(*counts[1])) is None


@given(SOME_COUNTS, SOME_COUNTS)
def test_a_ratio_has_not_moved_from_itself(first: tuple[int, int], second: tuple[int, int]) -> None:
    gap = relative_gap(*first, *second)
    change = ratio_change(gap, gap)
    assert change is not None
    assert change.ratio == pytest.approx(1)
    assert change.lower == pytest.approx(1 / (change.upper or 0))
