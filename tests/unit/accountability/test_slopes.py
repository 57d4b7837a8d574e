"""The slope index and the relative index of inequality."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from accountability.statistics.links import Link, back, errors_from_limits, forward
from accountability.statistics.slope_limits import percentiles
from accountability.statistics.slopes import (
    Simulation,
    SlopeIndex,
    slope_index,
    slope_reliability,
)

FIFTHS = np.array([0.30, 0.26, 0.23, 0.21, 0.18])
PEOPLE = np.array([900.0, 1000.0, 1100.0, 1200.0, 800.0])
ERRORS = errors_from_limits(FIFTHS - 0.02, FIFTHS + 0.02, Link.LOGIT)
QUICK = Simulation(repetitions=20_000)

SHARES = st.lists(st.floats(0.02, 0.9), min_size=5, max_size=5)


def index(values=FIFTHS, people=PEOPLE, errors=ERRORS, spread=Link.LOGIT, **options) -> SlopeIndex:
    return slope_index(values, people, errors, spread=spread, simulation=QUICK, **options)


def limits(got: SlopeIndex) -> list[float]:
    return [float(end) for end in (got.slope.lower, got.slope.upper, got.ratio.lower, got.ratio.upper)]


def test_figures_on_a_line_give_its_rise_and_its_ends():
    middles = np.cumsum(PEOPLE / 5000) - PEOPLE / 10_000
    got = slope_index(10 - 4 * middles, PEOPLE, np.full(5, 0.1))
    assert got.slope.value == pytest.approx(-4)
    assert got.intercept == pytest.approx(10)
    assert got.ratio.value == pytest.approx(0.6)


def test_a_line_through_equal_figures_is_level_and_certain_when_they_are():
    got = slope_index(np.full(5, 3.0), PEOPLE, np.zeros(5))
    assert [got.slope.value, got.slope.lower, got.ratio.lower, got.ratio.upper] == pytest.approx([0, 0, 1, 1])


@pytest.mark.parametrize("transform", [False, True])
@pytest.mark.parametrize("spread", [Link.LOG, Link.LOGIT])
def test_many_refits_to_figures_drawn_by_chance_fall_within_the_limits_as_often_as_they_say(
    spread, transform
):
    errors = errors_from_limits(FIFTHS - 0.02, FIFTHS + 0.02, spread)
    got = index(errors=errors, spread=spread, transform=transform)
    random = np.random.default_rng(4)
    drawn = back(forward(FIFTHS, spread) + random.standard_normal((20_000, 5)) * errors, spread)
    refitted = (
        slope_index(drawn, PEOPLE, errors, spread=spread, transform=True)
        if transform
        else slope_index(drawn, PEOPLE, errors)
    )
    lower, upper = float(got.slope.lower), float(got.slope.upper)
    assert np.mean(refitted.slope.value < lower) == pytest.approx(0.025, abs=0.006)
    assert np.mean(refitted.slope.value > upper) == pytest.approx(0.025, abs=0.006)


def test_exact_limits_of_a_relative_index_are_those_of_many_refits():
    values, errors = np.array([70.0, 74, 76, 79, 83]), np.array([2.0, 1.5, 1, 1.5, 2])
    got = slope_index(values, PEOPLE, errors)
    random = np.random.default_rng(5)
    refitted = slope_index(values + random.standard_normal((40_000, 5)) * errors, PEOPLE, errors)
    assert np.mean(refitted.ratio.value < got.ratio.lower) == pytest.approx(0.025, abs=0.004)
    assert np.mean(refitted.ratio.value > got.ratio.upper) == pytest.approx(0.025, abs=0.004)


@pytest.mark.parametrize("multiplier", [0.5, 1.0, 100.0])
@pytest.mark.parametrize("spread", [Link.LOG, Link.LOGIT])
def test_a_small_multiplier_leaves_the_limits_in_order_and_the_ratio_as_it_is(
    spread: Link, multiplier: float
):
    got = index(spread=spread, transform=True, multiplier=multiplier)
    plain = index(spread=spread, transform=True)
    assert got.slope.lower < got.slope.value < got.slope.upper
    assert got.ratio.lower < got.ratio.value < got.ratio.upper < 1
    assert got.slope.lower == pytest.approx(float(plain.slope.lower) * multiplier)
    assert got.ratio.lower == plain.ratio.lower


@pytest.mark.parametrize("transform", [False, True])
def test_intercept_and_limits_are_in_the_unit_asked_for_whether_transformed_or_not(transform: bool):
    plain, hundred = index(transform=transform), index(transform=transform, multiplier=100)
    assert hundred.intercept == pytest.approx(100 * float(plain.intercept))
    assert limits(hundred)[:2] == pytest.approx([100 * end for end in limits(plain)[:2]])
    assert limits(hundred)[2:] == limits(plain)[2:]
    assert hundred.slope.value / hundred.intercept == pytest.approx(
        float(plain.slope.value / plain.intercept)
    )


@pytest.mark.parametrize("transform", [False, True])
def test_a_multiplier_below_nought_looks_from_the_other_end(transform: bool):
    there, back_again = index(transform=transform), index(transform=transform, multiplier=-1)
    ends = limits(there)
    assert limits(back_again) == pytest.approx([-ends[1], -ends[0], 1 / ends[3], 1 / ends[2]])
    assert back_again.intercept == there.intercept


@given(SHARES)
def test_the_mirror_image_has_the_opposite_slope_and_the_inverse_ratio(values: list[float]):
    errors = np.full(5, 0.05)
    got = index(values, PEOPLE, errors, transform=True)
    mirrored = index(values[::-1], PEOPLE[::-1], errors, transform=True)
    assert mirrored.slope.value == pytest.approx(-float(got.slope.value), abs=1e-12)
    assert mirrored.ratio.value == pytest.approx(1 / float(got.ratio.value))
    assert mirrored.ratio.lower == pytest.approx(1 / float(got.ratio.upper))


@given(SHARES, st.floats(0.1, 1000))
def test_figures_in_another_unit_have_the_slope_in_that_unit_and_the_same_ratio(values, factor: float):
    got, other = (slope_index(np.array(values) * by, PEOPLE, np.full(5, 0.01 * by)) for by in (1, factor))
    assert other.slope.upper == pytest.approx(float(got.slope.upper) * factor)
    assert other.ratio.value == pytest.approx(float(got.ratio.value), nan_ok=True)
    assert got.slope.lower <= got.slope.value <= got.slope.upper


def test_many_areas_at_once_have_the_figures_of_each_alone():
    both = index([FIFTHS, FIFTHS / 2], errors=np.stack([ERRORS, ERRORS]))
    assert both.slope.value[0] == index().slope.value
    assert both.slope.lower[1] < both.slope.value[1] < both.slope.upper[1]
    assert both.ratio.lower.shape == (2,)


def test_twice_as_many_people_everywhere_change_nothing():
    assert limits(index(people=2 * PEOPLE)) == limits(index())


@pytest.mark.parametrize("spread", Link)
def test_the_line_is_that_through_every_single_person_however_unequal_the_groups(spread: Link):
    people = np.array([900, 50, 300, 2000, 80])
    middles = (np.cumsum(people) - people / 2) / people.sum()
    of_each = np.repeat(forward(FIFTHS, spread), people)
    slope, start = np.polyfit(np.repeat(middles, people), of_each, 1)
    ends = back([start, start + slope], spread)
    got = index(people=people, spread=spread, transform=spread is not Link.IDENTITY)
    assert got.slope.value == pytest.approx(ends[1] - ends[0])
    assert got.ratio.value == pytest.approx(ends[1] / ends[0])


def test_the_same_seed_gives_the_same_limits():
    other = slope_index(FIFTHS, PEOPLE, ERRORS, spread=Link.LOGIT, simulation=Simulation(20_000, seed=1))
    assert limits(index()) == limits(index())
    assert limits(index()) != limits(other)
    assert limits(index()) == pytest.approx(limits(other), rel=0.02)


def test_simulated_limits_are_as_reliable_as_they_are_many():
    slope, ratio = slope_reliability(FIFTHS, PEOPLE, ERRORS, spread=Link.LOGIT, simulation=QUICK)
    got = index()
    assert 0 < slope < 0.05 * float(got.slope.upper - got.slope.lower)
    assert 0 < ratio < 0.05 * float(got.ratio.upper - got.ratio.lower)
    assert slope_reliability(FIFTHS, PEOPLE, ERRORS, spread=Link.IDENTITY) == (0, 0)


def test_a_ratio_to_an_end_that_is_not_clearly_above_nought_is_not_given():
    near = slope_index([0.1, 0.5, 1, 1.5, 2], PEOPLE, np.full(5, 0.5))
    below = slope_index([-2, -1, 0, 1, 2], PEOPLE, np.full(5, 0.1), multiplier=-1)
    assert np.isnan(limits(near)[2:]).all()
    assert np.isnan([below.ratio.value, *limits(below)[2:]]).all()
    assert below.slope.value < 0


def test_a_percentile_of_draws_that_cannot_be_had_is_not_given():
    assert np.isnan(percentiles(np.array([1.0, np.nan, 2.0]), 0.95)).all()


@pytest.mark.parametrize(
    ("changed", "message"),
    [
        ({"values": [0.3, np.nan, 0.2, 0.2, 0.2]}, "a value for every group"),
        ({"values": [0.3, 0.2, 0.2, 0.2, 1]}, "no log odds"),
        ({"values": [0.3, 0.2, 0.2, 0.2, 0]}, "no logarithm or log odds"),
        ({"people": [1, 2, 0, 4, 5]}, "population above 0"),
        ({"people": [1, 2, np.nan, 4, 5]}, "population above 0"),
        ({"people": [1, -200, 3, 4, 5]}, "population above 0"),
        ({"errors": [1, 1, -5, 1, 1]}, "standard error"),
        ({"errors": [1, 1, np.nan, 1, 1]}, "standard error"),
        ({"multiplier": 0}, "other than 0"),
        ({"multiplier": float("nan")}, "other than 0"),
        ({"confidence": 95}, "between 0 and 1"),
        ({"spread": Link.IDENTITY, "transform": True}, "log or logit"),
        ({"values": 0.3, "people": 1, "errors": 1}, "got 0"),
        ({"values": [0.1] * 4, "people": [1] * 4, "errors": [1] * 4}, "5 to 100 groups"),
        ({"values": [0.1] * 101, "people": [1] * 101, "errors": [1] * 101}, "5 to 100 groups"),
    ],
)
def test_what_has_no_slope_is_refused_in_plain_words(changed: dict[str, object], message: str):
    with pytest.raises(ValueError, match=message):
        index(**changed)


def test_fewer_groups_are_taken_when_that_is_asked_for():
    assert index(FIFTHS[1:], PEOPLE[1:], ERRORS[1:], fewest=4).slope.value < 0


def test_too_few_draws_are_refused():
    with pytest.raises(ValueError, match="at least 1,000"):
        Simulation(repetitions=999)
