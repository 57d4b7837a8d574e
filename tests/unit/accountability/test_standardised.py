"""Directly and indirectly standardised rates."""

import numpy as np
import pytest

from accountability.statistics.counts import byar_limits, rate_intervals
from accountability.statistics.standardised import (
    direct_rates,
    direct_rates_of_repeated_events,
    indirect_rates,
    indirect_ratios,
)

EVENTS, PEOPLE, STANDARD = [20.0, 30.0, 60.0], [1000.0, 800.0, 500.0], [5000.0, 3000.0, 2000.0]
REFERENCE = [100.0, 200.0, 400.0], [10_000.0, 9000.0, 6000.0]


def test_a_directly_standardised_rate_weighs_each_age_by_the_standard():
    got = direct_rates(EVENTS, PEOPLE, STANDARD, multiplier=1000)
    assert got.value == pytest.approx((0.02 * 5 + 0.0375 * 3 + 0.12 * 2) / 10 * 1000)
    variance = (25 * 20 / 1000**2 + 9 * 30 / 800**2 + 4 * 60 / 500**2) / 100
    lower, upper = byar_limits(110)
    scale = (variance / 110) ** 0.5 * 1000
    assert got.lower == pytest.approx(got.value + scale * (lower - 110))
    assert got.upper == pytest.approx(got.value + scale * (upper - 110))


def test_standardising_on_ones_own_population_gives_the_crude_rate_and_its_limits():
    got, crude = direct_rates(EVENTS, PEOPLE, PEOPLE), rate_intervals(110, 2300)
    assert [got.value, got.lower, got.upper] == pytest.approx([crude.value, crude.lower, crude.upper])


def test_many_areas_are_worked_out_at_once_and_the_multiplier_is_the_one_asked_for():
    got = direct_rates([EVENTS, [1, 2, 3]], PEOPLE, STANDARD, multiplier=10)
    assert got.value[0] == pytest.approx(
        float(direct_rates(EVENTS, PEOPLE, STANDARD, multiplier=1).value) * 10
    )
    assert np.isnan([got.value[1], got.lower[1], got.upper[1]]).all()


def test_an_age_band_without_a_figure_counts_as_no_events():
    with_gap = direct_rates([np.nan, 30, 60], PEOPLE, STANDARD)
    assert with_gap.value == direct_rates([0, 30, 60], PEOPLE, STANDARD).value


def test_events_of_the_same_people_make_the_limits_wider_and_leave_the_rate():
    once = direct_rates(EVENTS, PEOPLE, STANDARD)
    people = [[10.0, 10.0, 20.0], [5.0, 10.0, 20.0]]
    often = direct_rates_of_repeated_events(people, [1, 2], PEOPLE, STANDARD)
    assert often.value == pytest.approx(once.value)
    assert often.lower < once.lower < once.upper < often.upper


def test_people_with_one_event_each_are_as_independent_events():
    once = direct_rates(EVENTS, PEOPLE, STANDARD)
    got = direct_rates_of_repeated_events([EVENTS], [1], PEOPLE, STANDARD)
    assert [got.value, got.lower, got.upper] == [once.value, once.lower, once.upper]


def test_an_indirectly_standardised_ratio_compares_with_what_the_reference_expects():
    expected = 1000 * 0.01 + 800 * 200 / 9000 + 500 * 400 / 6000
    ratio = indirect_ratios(EVENTS, PEOPLE, *REFERENCE, multiplier=100)
    rate = indirect_rates(EVENTS, PEOPLE, *REFERENCE, multiplier=1000)
    assert ratio.value == pytest.approx(110 / expected * 100)
    assert rate.value == pytest.approx(110 / expected * 700 / 25_000 * 1000)
    assert ratio.lower < ratio.value < ratio.upper


def test_an_area_like_the_reference_has_the_ratio_one():
    assert indirect_ratios(*REFERENCE, *REFERENCE).value == pytest.approx(1)


def test_a_band_in_which_none_are_expected_needs_no_population():
    reference = [0, *REFERENCE[0][1:]], REFERENCE[1]
    known = indirect_ratios(EVENTS, PEOPLE, *reference)
    assert indirect_ratios(EVENTS, [np.nan, *PEOPLE[1:]], *reference).value == known.value


@pytest.mark.parametrize(
    ("events", "people", "standard", "multiplier", "message"),
    [
        ([-1, 30, 60], PEOPLE, STANDARD, 1, "cannot be below 0"),
        (EVENTS, [0, 800, 500], STANDARD, 1, "population above 0"),
        (EVENTS, [np.nan, 800, 500], STANDARD, 1, "population above 0"),
        (EVENTS, PEOPLE, [-1, 3000, 2000], 1, "standard population"),
        (EVENTS, PEOPLE, [np.nan, 3000, 2000], 1, "standard population"),
        (EVENTS, PEOPLE, [0, 0, 0], 1, "standard population"),
        (EVENTS, PEOPLE, STANDARD, -1, "multiplier must be above 0"),
    ],
)
def test_what_cannot_be_standardised_directly_is_refused(
    events: list[float], people: list[float], standard: list[float], multiplier: float, message: str
):
    with pytest.raises(ValueError, match=message):
        direct_rates(events, people, standard, multiplier=multiplier)


def test_events_that_happened_no_times_are_refused():
    with pytest.raises(ValueError, match="How often"):
        direct_rates_of_repeated_events([EVENTS], [0], PEOPLE, STANDARD)


@pytest.mark.parametrize(
    ("events", "people", "reference", "message"),
    [
        ([-200, 30, 60], PEOPLE, REFERENCE, "cannot be below 0"),
        (EVENTS, [-1, 800, 500], REFERENCE, "not below 0"),
        (EVENTS, [np.nan, 800, 500], REFERENCE, "must be known"),
        (EVENTS, PEOPLE, ([-1, 2, 3], REFERENCE[1]), "not below 0"),
        (EVENTS, PEOPLE, (REFERENCE[0], [0, 1, 1]), "every age band"),
        (EVENTS, [0, 0, 0], REFERENCE, "expects no events"),
        (EVENTS, PEOPLE[:2], REFERENCE, "one length"),
    ],
)
def test_what_cannot_be_standardised_indirectly_is_refused(
    events: list[float], people: list[float], reference: tuple[list[float], list[float]], message: str
):
    with pytest.raises(ValueError, match=message):
        indirect_ratios(events, people, *reference)
