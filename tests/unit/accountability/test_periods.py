"""Periods under the labels that people know them by."""

from datetime import date

import pytest

from accountability.statistics.periods import (
    Period,
    calendar_month,
    financial_year,
    is_calendar_month,
    months_between,
    plural_noun,
    single_day,
)

QUARTERS = (
    Period(date(2025, 4, 1), date(2025, 6, 30), "Q1"),
    Period(date(2025, 7, 1), date(2025, 9, 30), "Q2"),
)
THREE_YEARS = Period(date(2013, 1, 1), date(2015, 12, 31), "2013 to 2015")


def test_labels_are_those_that_people_use() -> None:
    assert calendar_month(2024, 2) == Period(date(2024, 2, 1), date(2024, 2, 29), "February 2024")
    assert financial_year(2023) == Period(date(2023, 4, 1), date(2024, 3, 31), "2023/24")
    assert financial_year(1999).label == "1999/00"
    assert single_day(date(2022, 5, 31)) == Period(date(2022, 5, 31), date(2022, 5, 31), "31 May 2022")


def test_a_period_that_ends_before_it_starts_is_refused() -> None:
    with pytest.raises(ValueError, match="ends before it starts"):
        Period(date(2025, 2, 1), date(2025, 1, 31), "backwards")


def test_months_run_across_the_new_year_with_both_ends() -> None:
    months = months_between(date(2024, 11, 30), date(2025, 2, 1))
    assert [month.label for month in months] == [
        "November 2024",
        "December 2024",
        "January 2025",
        "February 2025",
    ]
    assert all(is_calendar_month(month) for month in months)
    assert not is_calendar_month(financial_year(2024))


@pytest.mark.parametrize(
    ("periods", "noun"),
    [
        ([calendar_month(2025, 2), calendar_month(2025, 3)], "months"),
        (QUARTERS, "quarters"),
        ([financial_year(2023), financial_year(2024)], "years"),
        ([single_day(date(2025, 1, 1)), single_day(date(2025, 6, 1))], "dates"),
        ([THREE_YEARS], "periods"),
        ([single_day(date(2025, 1, 1)), calendar_month(2025, 2)], "periods"),
        ([calendar_month(2025, 2), financial_year(2024)], "periods"),
    ],
)
def test_several_periods_are_called_by_their_length(periods: list[Period], noun: str) -> None:
    assert plural_noun(periods) == noun
