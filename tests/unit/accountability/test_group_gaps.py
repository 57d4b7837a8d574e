"""Inequality between groups that have no order."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from accountability.statistics.group_gaps import (
    attributable_risk,
    best_group,
    between_group_variance,
    gaps_to,
    index_of_disparity,
)

SHARES = np.array([40.0, 50.0, 60.0, 80.0])
PEOPLE = np.array([100.0, 200.0, 100.0, 100.0])
ERRORS = np.array([4.0, 3.0, 4.0, 4.0])

VALUES = st.lists(st.floats(1, 99), min_size=4, max_size=4)


def test_the_best_group_is_the_highest_or_the_lowest():
    assert best_group(SHARES, higher_is_better=True) == 3
    assert best_group(SHARES, higher_is_better=False) == 0


def test_each_group_differs_from_the_best_by_points_and_by_a_ratio():
    got = gaps_to(SHARES, ERRORS, 3)
    assert got.difference.value.tolist() == [-40, -30, -20, 0]
    assert got.ratio.value.tolist() == [0.5, 0.625, 0.75, 1]
    assert got.difference.upper[1] == pytest.approx(-30 + 1.959964 * 5)
    assert got.ratio.lower[0] == pytest.approx(0.5 * np.exp(-1.959964 * np.hypot(0.1, 0.05)))


def test_a_group_is_certain_to_be_like_itself():
    got = gaps_to(SHARES, ERRORS, 1)
    assert [got.difference.lower[1], got.difference.upper[1]] == [0, 0]
    assert [got.ratio.lower[1], got.ratio.upper[1]] == [1, 1]


def test_a_figure_of_none_has_a_ratio_without_limits_and_nothing_is_a_multiple_of_it():
    got = gaps_to([0, 50, 60], ERRORS[:3], 1)
    assert got.ratio.value[0] == 0
    assert np.isnan([got.ratio.lower[0], got.ratio.upper[0]]).all()
    assert np.isnan(gaps_to([0, 50, 60], ERRORS[:3], 0).ratio.value).all()


def test_the_index_of_disparity_is_the_mean_distance_from_the_average_of_everyone():
    # The average is 56, and the groups lie 16, 6, 4 and 24 from it.
    assert index_of_disparity(SHARES, PEOPLE) == pytest.approx(100 * (16 + 2 * 6 + 4 + 24) / 5 / 56)
    assert index_of_disparity(SHARES, PEOPLE, weighted=False) == pytest.approx(100 * 50 / 4 / 56)


def test_the_variance_between_groups_is_the_mean_square_of_those_distances():
    got = between_group_variance(SHARES, PEOPLE, np.zeros(4))
    expected = (256 + 2 * 36 + 16 + 576) / 5
    assert [got.value, *(got.interval or ())] == pytest.approx([expected] * 3)


def test_a_variance_is_never_below_nought():
    got = between_group_variance([50, 50.1, 50], [1, 1, 1], [10, 10, 10])
    assert got.interval is not None
    assert got.interval[0] == 0 < got.value < got.interval[1]


@given(VALUES, st.floats(0.1, 10))
def test_figures_in_another_unit_are_as_unequal(values: list[float], factor: float):
    y = np.array(values)
    assert index_of_disparity(y * factor, PEOPLE) == pytest.approx(index_of_disparity(y, PEOPLE))
    there, other = (between_group_variance(y * by, PEOPLE, ERRORS * by).value for by in (1, factor))
    assert other == pytest.approx(there * factor**2)


@given(VALUES, st.permutations(range(4)))
def test_the_order_of_groups_does_not_matter(values: list[float], order: list[int]):
    y = np.array(values)
    assert index_of_disparity(y[order], PEOPLE[order]) == pytest.approx(index_of_disparity(y, PEOPLE))
    moved = between_group_variance(y[order], PEOPLE[order], ERRORS[order])
    assert moved.value == pytest.approx(between_group_variance(y, PEOPLE, ERRORS).value)


def test_everyone_would_gain_what_lies_between_the_average_and_the_best():
    got = attributable_risk(SHARES, PEOPLE, 3, higher_is_better=True, whole=100)
    assert got.risk.value == pytest.approx(80 - 56)
    assert got.percent.value == pytest.approx(100 * 24 / 56)


def test_where_low_is_better_the_figure_would_fall():
    got = attributable_risk(SHARES, PEOPLE, 0, higher_is_better=False, whole=100)
    assert got.risk.value == pytest.approx(40 - 56)


def test_a_group_that_does_worse_than_everyone_has_nothing_to_give():
    got = attributable_risk(SHARES, PEOPLE, 0, higher_is_better=True, whole=100)
    assert (got.risk.value, got.percent.value) == (0, 0)


def test_the_limits_of_the_percentage_are_in_per_cent_and_agree_with_those_of_the_risk():
    got = attributable_risk(SHARES, PEOPLE, 3, higher_is_better=True, whole=100)
    assert got.risk.interval is not None
    assert got.percent.interval == pytest.approx([100 * end / 56 for end in got.risk.interval])


def test_the_limits_of_the_percentage_are_as_wide_as_chance_makes_them():
    """Counted again and again among as many people, it falls outside about 1 time in 20."""
    cases = SHARES / 100 * PEOPLE
    cells = np.concatenate([cases, PEOPLE - cases])
    counted = np.random.default_rng(6).multinomial(500, cells / 500, size=20_000)
    again, people = counted[:, :4], counted[:, :4] + counted[:, 4:]
    mean = again.sum(axis=1) / 500
    drawn = 100 * (again[:, 3] / people[:, 3] - mean) / mean
    got = attributable_risk(SHARES, PEOPLE, 3, higher_is_better=True, whole=100)
    assert got.percent.interval is not None
    lower, upper = got.percent.interval
    assert np.mean((drawn < lower) | (drawn > upper)) == pytest.approx(0.05, abs=0.01)


@pytest.mark.parametrize(
    ("work_out", "message"),
    [
        (lambda: best_group([1, 2], higher_is_better=True), "at least 3"),
        (lambda: best_group([[1, 2, 3]], higher_is_better=True), "at least 3"),
        (lambda: gaps_to([1, 2, np.nan], [1, 1, 1], 0), "a value for every group"),
        (lambda: best_group([1, np.nan, 3], higher_is_better=True), "a value for every group"),
        (lambda: index_of_disparity([1, np.nan, 3], [1, 1, 1]), "a value for every group"),
        (lambda: between_group_variance([1, np.nan, 3], [1, 1, 1], [1, 1, 1]), "a value for every group"),
        (
            lambda: attributable_risk([0.1, np.nan, 0.3], [1, 1, 1], 0, higher_is_better=True),
            "a value for every group",
        ),
        (lambda: gaps_to([1, 2, 3], [1, -1, 1], 0), "standard error"),
        (lambda: gaps_to([1, 2, 3], [1, np.nan, 1], 0), "standard error"),
        (lambda: gaps_to([1, 2, 3], [1, 1, 1], 3), "no group at place 3"),
        (lambda: gaps_to([1, 2, 3], [1, 1, 1], -1), "no group at place -1"),
        (lambda: index_of_disparity([1, 2, 3], [0, 0, 0]), "population"),
        (lambda: index_of_disparity([1, 2, 3], [1, -1, 3]), "population"),
        (lambda: index_of_disparity([1, 2, 3], [1, np.nan, 3]), "population"),
        (lambda: index_of_disparity([0, 0, 0], [1, 1, 1]), "average above 0"),
        (lambda: attributable_risk([0, 0, 0], [1, 1, 1], 0, higher_is_better=True), "Nobody"),
        (lambda: attributable_risk([1, 2, 3], [1, 1, 1], 0, higher_is_better=True), "share of 1"),
        (lambda: attributable_risk([-1, 0, 1], [1, 1, 1], 0, higher_is_better=True), "share of 1"),
        (lambda: attributable_risk([0.1, 0, 1], [1, 1, 1], 5, higher_is_better=True), "no group at place"),
    ],
)
def test_what_cannot_be_compared_is_refused_in_plain_words(work_out, message: str):
    with pytest.raises(ValueError, match=message):
        work_out()
