"""Funnel limits, and whether an area lies outside of them."""

from math import exp

import numpy as np
import pytest

from accountability.statistics.funnels import (
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

FAR_ABOVE, ABOVE, WITHIN, BELOW, FAR_BELOW, TOO_FEW = Significance


def test_limits_of_a_proportion_close_in_as_areas_grow_and_stay_within_none_and_all():
    got = proportion_limits(0.8, [1, 100, 10_000])
    assert got.lower_warning[1:] == pytest.approx([80 - 1.959964 * 4, 80 - 1.959964 * 0.4], abs=1e-5)
    assert got.upper_action[1:] == pytest.approx([80 + 3.090232 * 4, 80 + 3.090232 * 0.4], abs=1e-5)
    assert (got.lower_action[0], got.upper_warning[0]) == (0, 100)


def test_one_event_is_as_likely_as_the_limit_says():
    got = expected_limits(1)
    lower, upper = float(got.lower_warning), float(got.upper_warning)
    assert exp(-lower) * (1 + lower) == pytest.approx(0.025)
    assert 1 - exp(-upper) == pytest.approx(0.025)
    assert 1 - exp(-float(got.upper_action)) == pytest.approx(0.001)


def test_limits_of_ratios_are_the_events_over_those_expected():
    got, means = ratio_limits([5, 50], 100), expected_limits([5, 50])
    assert got.lower_action.tolist() == pytest.approx((np.array([500, 5000]) / means.lower_action).tolist())
    assert (got.lower_action < got.lower_warning).all()
    assert (got.upper_warning < got.upper_action).all()


def test_proportions_are_placed_against_the_average_of_all():
    numerator = [500, 540, 700, 460, 300, 0, np.nan]
    got = proportion_significance(numerator, [1000, 1000, 1000, 1000, 1000, 0.5, 10])
    assert got.tolist() == [WITHIN, ABOVE, FAR_ABOVE, BELOW, FAR_BELOW, WITHIN, TOO_FEW]


def test_ratios_are_placed_against_one():
    got = ratio_significance([100, 150, 0, 0], [100, 100, 1, 20])
    assert got.tolist() == [WITHIN, FAR_ABOVE, WITHIN, FAR_BELOW]


def test_rates_are_placed_against_the_average_given_or_that_of_all():
    assert rate_significance([100, 100], [1000, 1000], average=0.05).tolist() == [FAR_ABOVE, FAR_ABOVE]
    assert rate_significance([100, 100], [1000, 1000]).tolist() == [WITHIN, WITHIN]


def test_an_area_without_events_counts_in_the_average_and_is_placed():
    assert rate_significance([100, 0], [1000, 1000]).tolist() == [FAR_ABOVE, FAR_BELOW]


def test_below_ten_events_a_standardised_rate_is_not_placed():
    got = standardised_rate_significance([100, 9, 0, 300], [50, 50, np.nan, 300])
    assert got.tolist() == [FAR_BELOW, TOO_FEW, TOO_FEW, FAR_ABOVE]


def test_areas_without_a_figure_are_left_out_of_the_average():
    assert average_rate([10, np.nan, 30], [100, 100, 100]) == 0.2


@pytest.mark.parametrize(
    ("work_out", "message"),
    [
        (lambda: average_rate([np.nan], [10]), "at least one area"),
        (lambda: proportion_limits(1.2, 10), "between 0 and 1"),
        (lambda: proportion_limits(0.5, 0), "populations above 0"),
        (lambda: proportion_limits(0.5, 10, 0), "multiplier must be above 0"),
        (lambda: expected_limits(0), "counts above 0"),
        (lambda: ratio_limits(1, -100), "multiplier must be above 0"),
        (lambda: ratio_significance(1, 0), "expected events above 0"),
        (lambda: rate_significance(1, 0), "population above 0"),
        (lambda: standardised_rate_significance(1, 1, 0), "multiplier must be above 0"),
    ],
)
def test_what_makes_no_funnel_is_refused(work_out, message: str):
    with pytest.raises(ValueError, match=message):
        work_out()
