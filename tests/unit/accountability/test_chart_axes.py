"""Axes, labels and lettering: nothing misleads, nothing is cut, nothing overlaps."""

from datetime import date
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from accountability.charts.axes import (
    Axis,
    difference_axis,
    figure_axis,
    labelled_periods,
    middle_day,
    short_label,
)
from accountability.charts.lettering import spread, text_width, wrapped
from accountability.statistics.observations import Unit
from accountability.statistics.periods import (
    Period,
    calendar_month,
    financial_year,
    months_between,
    single_day,
)

FIGURES = st.lists(st.integers(0, 100_000).map(lambda count: count / 1000), min_size=1, max_size=20)


@pytest.mark.parametrize(
    ("values", "unit", "from_zero", "axis"),
    [
        ([8.1, 20.6], Unit.PERCENT, False, Axis(0, 25, (0, 5, 10, 15, 20, 25), "%")),
        ([62.2, 70.4], Unit.PERCENT, False, Axis(62, 72, (62, 64, 66, 68, 70, 72), "%")),
        ([62.2, 70.4], Unit.PERCENT, True, Axis(0, 80, (0, 20, 40, 60, 80), "%")),
        ([99.1, 100], Unit.PERCENT, False, Axis(99, 100, (99, 99.2, 99.4, 99.6, 99.8, 100), "%")),
        ([72.6, 83.6], Unit.YEARS, False, Axis(70, 85, (70, 75, 80, 85))),
        ([50], Unit.YEARS, False, Axis(40, 50, (40, 50))),
        ([100], Unit.PERCENT, False, Axis(80, 100, (80, 100), "%")),
        ([0], Unit.PERCENT, False, Axis(0, 0.2, (0, 0.2), "%")),
    ],
)
def test_an_axis_has_round_ends_and_starts_at_zero_unless_figures_lie_close(
    values: list[float], unit: Unit, from_zero: bool, axis: Axis
) -> None:
    assert figure_axis(values, unit, from_zero=from_zero) == axis


def test_an_axis_of_differences_always_holds_zero() -> None:
    assert difference_axis([11.3, 12.3]).low == 0
    assert difference_axis([-3, -2]).high == 0
    assert not figure_axis([62, 70], Unit.PERCENT).starts_at_zero


def test_every_tick_is_written_in_full() -> None:
    drawn = figure_axis([0.2, 2.4], Unit.PERCENT).drawn()
    assert drawn["labelExpr"] == (
        '{"0": "0%", "0.5": "0.5%", "1": "1%", "1.5": "1.5%", "2": "2%", "2.5": "2.5%"}[datum.value]'
    )


@given(FIGURES)
def test_an_axis_holds_every_figure(values: list[float]) -> None:
    axis = figure_axis(values, Unit.PERCENT)
    assert axis.low <= min(values)
    assert axis.high >= max(values)
    assert axis.low < axis.high <= 100


def test_labels_along_time_are_short() -> None:
    assert short_label(calendar_month(2023, 4)) == "Apr 2023"
    assert short_label(single_day(date(2022, 5, 31))) == "31 May 2022"
    assert short_label(financial_year(2023)) == "2023/24"


def labels(periods: list[Period], days_apart: float) -> list[str]:
    return [short_label(period) for period in labelled_periods(periods, days_apart)]


def test_the_latest_period_is_always_labelled_and_the_first_where_it_fits() -> None:
    months = months_between(date(2022, 10, 1), date(2026, 4, 1))
    assert labels(months, 150)[::3] == ["Oct 2022", "Apr 2024", "Oct 2025"]
    assert labels(months, 150)[-1] == "Apr 2026"
    assert labels(months, 340) == ["Apr 2023", "Apr 2024", "Apr 2025", "Apr 2026"]
    assert labels(months_between(date(2024, 4, 1), date(2026, 2, 1)), 300) == [
        "Apr 2024",
        "Feb 2025",
        "Feb 2026",
    ]
    assert labels(months, 800) == ["Oct 2022", "Apr 2026"]
    assert labels(months, 2000) == ["Apr 2026"]
    assert labels([financial_year(2022), financial_year(2023)], 100) == ["2022/23", "2023/24"]
    assert labels([financial_year(year) for year in range(2013, 2023)], 1000) == [
        "2013/14",
        "2016/17",
        "2019/20",
        "2022/23",
    ]


@given(st.integers(1, 80), st.floats(1, 3000))
def test_labels_never_come_closer_than_asked(count: int, days_apart: float) -> None:
    months = months_between(date(2020, 1, 1), date(2030, 1, 1))[:count]
    kept = labelled_periods(months, days_apart)
    assert kept[-1] == months[-1]
    assert all(middle_day(later) - middle_day(earlier) >= days_apart for earlier, later in pairwise(kept))


@given(
    st.lists(st.floats(0, 300), min_size=1, max_size=8),
    st.floats(1, 30),
)
def test_labels_at_the_ends_of_lines_are_moved_apart_in_their_order(places: list[float], gap: float) -> None:
    moved = spread(places, gap, 0, 300)
    pairs = sorted(zip(places, moved, strict=True))
    assert all(
        later[1] - earlier[1] >= gap - 1e-6
        for earlier, later in pairwise(sorted(pairs, key=lambda pair: pair[1]))
    )
    assert all(-1e-6 <= place <= 300 + 1e-6 for place in moved)
    assert all(earlier[1] <= later[1] for earlier, later in pairwise(pairs) if earlier[0] < later[0])


def test_labels_with_room_stay_where_they_are() -> None:
    assert spread([200, 20, 100], 20, 0, 300) == [200, 20, 100]
    assert spread([10, 10], 20, 0, 300) == [10, 30]
    assert spread([295, 300], 20, 0, 300) == [280, 300]
    assert spread([5, 5, 5], 20, 0, 30) == [0, 20, 40]


def test_words_are_wrapped_to_the_room_there_is() -> None:
    lines = wrapped("Smoking, people aged 15 and over, in West Yorkshire", 13, 160, bold=True)
    assert " ".join(lines) == "Smoking, people aged 15 and over, in West Yorkshire"
    assert all(text_width(line, 13, bold=True) <= 160 for line in lines)
    assert wrapped("Unbreakableness", 13, 10) == ["Unbreakableness"]
    assert wrapped("", 13, 100) == []


def test_wide_letters_take_more_room_than_narrow_ones() -> None:
    assert text_width("MMM", 10) > text_width("KKK", 10) > text_width("aaa", 10) > text_width("iii", 10)
    assert text_width("a", 10, bold=True) > text_width("a", 10)
