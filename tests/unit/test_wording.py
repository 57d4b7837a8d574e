"""Dates, times and numbers as people in the UK write them."""

from datetime import UTC, date, datetime, time
from decimal import Decimal

import pytest

from hileads.wording import (
    clock_time,
    counted,
    day_and_month,
    due_sentence,
    iso_date,
    listed,
    long_date,
    long_datetime,
    lower_first,
    number,
    plain_percent,
)

TODAY = date(2027, 4, 9)


def test_dates_are_written_out():
    assert long_date(date(2027, 4, 3)) == "3 April 2027"
    assert day_and_month(date(2027, 4, 3)) == "3 April"
    assert iso_date("2027-04-03") == "3 April 2027"


def test_an_evening_in_summer_belongs_to_the_day_in_the_uk():
    late = datetime(2027, 6, 30, 23, 30, tzinfo=UTC)
    assert long_date(late) == "1 July 2027"
    assert long_datetime(late) == "1 July 2027 at 12:30am"


@pytest.mark.parametrize(
    ("value", "shown"),
    [
        (time(0, 0), "midnight"),
        (time(0, 5), "12:05am"),
        (time(9, 0), "9am"),
        (time(12, 0), "midday"),
        (time(12, 30), "12:30pm"),
        (time(14, 30), "2:30pm"),
        (datetime(2027, 7, 1, 13, 0, tzinfo=UTC), "2pm"),
    ],
)
def test_times_are_those_of_a_clock_on_the_wall(value: time | datetime, shown: str):
    assert clock_time(value) == shown


@pytest.mark.parametrize("sentence", [long_date, day_and_month, long_datetime, number, plain_percent])
def test_what_is_not_known_says_so(sentence):
    assert sentence(None) == "not known"


def test_numbers_have_commas_and_the_decimals_asked_for():
    assert number(31610) == "31,610"
    assert number(Decimal("1234.5"), 2) == "1,234.50"
    assert plain_percent(83.52) == "83.5%"
    assert plain_percent(Decimal("12"), 0) == "12%"


def test_one_thing_and_many():
    assert counted(1, "organisation") == "1 organisation"
    assert counted(1200, "organisation") == "1,200 organisations"
    assert counted(2, "person", "people") == "2 people"


@pytest.mark.parametrize(
    ("due", "sentence"),
    [
        (None, ""),
        (TODAY, "Due today."),
        (date(2027, 4, 3), "Due 3 April. Late by 6 days."),
        (date(2027, 4, 8), "Due 8 April. Late by 1 day."),
        (date(2027, 12, 24), "Due 24 December."),
        (date(2028, 1, 5), "Due 5 January 2028."),
        (date(2026, 12, 31), "Due 31 December 2026. Late by 99 days."),
    ],
)
def test_lateness_is_said_calmly(due: date | None, sentence: str):
    assert due_sentence(due, TODAY) == sentence


@pytest.mark.parametrize(
    ("words", "inside"),
    [("Board secretary", "board secretary"), ("NHS trust", "NHS trust"), ("A&E", "A&E"), ("", "")],
)
def test_words_inside_a_sentence_begin_small_unless_they_are_an_abbreviation(words: str, inside: str):
    assert lower_first(words) == inside


@pytest.mark.parametrize(
    ("names", "words"),
    [([], ""), (["Ann"], "Ann"), (["Ann", "Bea"], "Ann and Bea"), (["Ann", "Bea", "Cy"], "Ann, Bea and Cy")],
)
def test_names_are_listed_as_one_says_them(names: list[str], words: str):
    assert listed(names) == words
