"""Clear working days, as board offices count them."""

from datetime import date

import pytest

from hileads.working_days import clear_working_days_before, first_working_day_from, is_working_day


@pytest.mark.parametrize(
    ("day", "works"),
    [
        (date(2026, 11, 20), True),
        (date(2026, 11, 21), False),
        (date(2026, 12, 25), False),
        (date(2026, 12, 28), False),
        (date(2026, 8, 31), False),
    ],
)
def test_offices_are_closed_at_weekends_and_on_english_bank_holidays(day: date, works: bool):
    assert is_working_day(day) is works


@pytest.mark.parametrize(
    ("meeting", "count", "deadline"),
    [
        (date(2026, 11, 27), 3, date(2026, 11, 23)),
        (date(2026, 11, 25), 3, date(2026, 11, 19)),
        (date(2027, 1, 5), 7, date(2026, 12, 21)),
    ],
)
def test_neither_the_first_nor_the_last_day_counts(meeting: date, count: int, deadline: date):
    assert clear_working_days_before(meeting, count) == deadline


@pytest.mark.parametrize(
    ("day", "opened"),
    [(date(2026, 12, 22), date(2026, 12, 22)), (date(2026, 12, 25), date(2026, 12, 29))],
)
def test_a_meeting_waits_for_the_next_day_on_which_offices_are_open(day: date, opened: date):
    assert first_working_day_from(day) == opened
