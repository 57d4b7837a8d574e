"""Numbers and periods as people read them."""

from datetime import date

import pytest

from accountability.statistics.estimates import Estimate
from accountability.statistics.formats import (
    decimals_for,
    during,
    figure,
    interval,
    interval_cell,
    number,
    point_cell,
    step,
    times,
)
from accountability.statistics.observations import State, Unit, blank_point, counted_point, published_point
from accountability.statistics.periods import Period, calendar_month, single_day
from accountability.statistics.phrases import between

MONTH = calendar_month(2025, 1)


@pytest.mark.parametrize(
    ("value", "text"), [(1.25, "1.2"), (-0.3, "minus 0.3"), (-0.04, "0.0"), (0, "0.0"), (12.06, "12.1")]
)
def test_numbers_can_be_read_aloud(value: float, text: str) -> None:
    assert number(value) == text


@pytest.mark.parametrize(
    ("value", "unit", "text"),
    [
        (19.567, Unit.PERCENT, "19.6%"),
        (73.2, Unit.YEARS, "73.2 years"),
        (0, Unit.PERCENT, "0%"),
        (0.012, Unit.PERCENT, "0.01%"),
        (0.00001, Unit.PERCENT, "0.0000%"),
        (99.98, Unit.PERCENT, "99.98%"),
        (100, Unit.PERCENT, "100.0%"),
        (3.04, Unit.PER_1000, "3.0 per 1,000"),
        (1234.5, Unit.PER_100000, "1,234.5 per 100,000"),
        (1.2, Unit.RATIO, "1.20"),
        (100, Unit.COUNT, "100"),
        (1.5, Unit.COUNT, "1.5"),
        (12, Unit.MINUTES, "12.0 minutes"),
        (6.84, Unit.SCORE, "6.8"),
    ],
)
def test_a_figure_never_looks_like_none_or_all_unless_it_is(value: float, unit: Unit, text: str) -> None:
    assert figure(value, unit) == text


def test_steps_times_and_intervals() -> None:
    assert step(11.46, Unit.PERCENT) == "11.5 points"
    assert step(11.46, Unit.PERCENT, 2, long=True) == "11.46 percentage points"
    assert step(1.2, Unit.YEARS, long=True) == "1.2 years"
    assert step(0.3, Unit.SCORE) == "0.3 points"
    assert step(0.25, Unit.RATIO, long=True) == "0.25"
    assert times(2.434) == "2.43 times"
    assert interval(Estimate(1, -1, 3)) == "minus 1.0 to 3.0"
    assert interval(Estimate(1)) == "not published"
    with pytest.raises(ValueError, match="no range"):
        between(Estimate(1), Unit.YEARS, 1)


@pytest.mark.parametrize(
    ("estimate", "decimals"),
    [
        (Estimate(11.46, 11.3, 11.6), 1),
        (Estimate(0.31, 0.29, 0.32), 2),
        (Estimate(0.3, 0.01, 0.6), 2),
        (Estimate(5, 5 - 1e-9, 5 + 1e-9), 4),
        (Estimate(0, 0, 0), 1),
        (Estimate(5), 1),
    ],
)
def test_an_interval_is_shown_as_finely_as_it_needs(estimate: Estimate, decimals: int) -> None:
    assert decimals_for(estimate) == decimals


def test_periods_come_with_the_word_that_goes_before_them() -> None:
    assert during(MONTH) == "in January 2025"
    assert during(single_day(date(2022, 5, 31))) == "on 31 May 2022"
    assert (
        during(Period(date(2025, 4, 1), date(2026, 3, 31), "To March 2026")) == "in the period to March 2026"
    )


def test_cells_of_a_table_hold_a_figure_or_a_state() -> None:
    point = counted_point(MONTH, 20, 100)
    assert (point_cell(point, Unit.PERCENT), interval_cell(point)) == ("20.0%", "13.3 to 28.9")
    hidden = blank_point(MONTH, State.SUPPRESSED)
    assert (point_cell(hidden, Unit.PERCENT), interval_cell(hidden)) == ("Suppressed", "")
    assert interval_cell(published_point(MONTH, 73.2)) == "not published"
    assert point_cell(counted_point(MONTH, 0, 9), Unit.PERCENT) == "0%"
