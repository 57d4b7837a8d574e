"""Counts and crude rates: exact below 10 events, Byar's limits above."""

from math import exp

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from accountability.statistics.counts import byar_limits, count_intervals, exact_limits, rate_intervals


def probability_of_up_to(events: int, mean: float) -> float:
    term = total = exp(-mean)
    for number in range(1, events + 1):
        term *= mean / number
        total += term
    return total


@given(st.integers(1, 40), st.sampled_from([0.9, 0.95, 0.998]))
def test_exact_limits_leave_out_the_same_probability_at_each_end(events: int, confidence: float):
    lower, upper = exact_limits(events, confidence)
    tail = (1 - confidence) / 2
    assert probability_of_up_to(events, float(upper)) == pytest.approx(tail, rel=1e-6)
    assert 1 - probability_of_up_to(events - 1, float(lower)) == pytest.approx(tail, rel=1e-6)


def test_no_events_have_limits_and_are_no_error():
    got = rate_intervals(0, 1000, multiplier=1000)
    assert (got.value, got.lower) == (0, 0)
    assert got.upper == pytest.approx(3.6889, abs=5e-5)


def test_the_limits_of_65_events_are_those_of_byar():
    lower, upper = count_intervals(65).lower, count_intervals(65).upper
    assert (round(float(lower), 3), round(float(upper), 3)) == (50.163, 82.849)


def test_nine_events_have_exact_limits_and_ten_have_byars():
    got = count_intervals([9, 10])
    assert got.lower[0] == exact_limits(9)[0]
    assert got.lower[1] == byar_limits(10)[0]


def test_byar_gives_no_lower_limit_where_it_would_fall_below_nought():
    assert np.isnan(byar_limits(1, 0.998)[0])
    assert np.isnan(byar_limits(0)[0])


def test_a_rate_may_be_above_one_event_for_each_person_and_missing_stays_missing():
    got = rate_intervals([250, np.nan, 5, np.nan], [220, 100, np.nan, np.nan], multiplier=1)
    assert got.value[0] > 1
    for column in (got.value, got.lower, got.upper):
        assert np.isnan(column[1:]).all()


@given(st.integers(0, 10_000_000), st.floats(1, 1e9))
def test_limits_enclose_the_rate(events: int, population: float):
    got = rate_intervals(events, population)
    assert got.lower <= got.value <= got.upper


@pytest.mark.parametrize(
    ("events", "population", "confidence", "multiplier", "message"),
    [
        (-1, 10, 0.95, 1, "cannot be below 0"),
        (1, 0, 0.95, 1, "population above 0"),
        (1, -5, 0.95, 1, "population above 0"),
        (1, 10, 1.5, 1, "between 0 and 1"),
        (1, 10, 0.95, 0, "multiplier must be above 0"),
        (1, 10, 0.95, float("nan"), "multiplier must be above 0"),
    ],
)
def test_what_makes_no_rate_is_refused(
    events: float, population: float, confidence: float, multiplier: float, message: str
):
    with pytest.raises(ValueError, match=message):
        rate_intervals(events, population, confidence, multiplier)
