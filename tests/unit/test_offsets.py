"""Reminders move with what they are about, keep to the hours, and to the clock in London."""

from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from hileads.clock import UK
from hileads.offsets import Offset, latest_due, moments
from hileads.sending_hours import last_chance, may_leave, next_chance

WEEK = Offset("7-days", timedelta(days=7))
DAY = Offset("1-day", timedelta(days=1))
HOUR = Offset("1-hour", timedelta(hours=1), never_moves=True)
LATE = Offset("1-day-late", timedelta(days=-1))
THE_DAY = Offset("the-day", timedelta(0))


@pytest.fixture(autouse=True)
def office(settings) -> None:
    settings.SENDING_HOURS = "office"


def uk(*moment: int) -> datetime:
    return datetime(*moment, tzinfo=UK)


@pytest.mark.parametrize(
    ("moment", "allowed"),
    [
        (uk(2027, 4, 15, 7, 59), False),
        (uk(2027, 4, 15, 8, 0), True),
        (uk(2027, 4, 15, 17, 59), True),
        (uk(2027, 4, 15, 18, 0), False),
        (uk(2027, 4, 17, 12, 0), False),
        (uk(2027, 3, 26, 12, 0), False),
        (uk(2027, 12, 27, 12, 0), False),
        (datetime(2027, 7, 1, 7, 0, tzinfo=ZoneInfo("UTC")), True),
        (datetime(2027, 1, 4, 7, 30, tzinfo=ZoneInfo("UTC")), False),
    ],
)
def test_mail_leaves_on_working_days_from_eight_to_six_in_london(moment: datetime, allowed: bool):
    assert may_leave(moment) == allowed


def test_the_next_chance_is_the_next_opening():
    assert next_chance(uk(2027, 4, 15, 12, 0)) == uk(2027, 4, 15, 12, 0)
    assert next_chance(uk(2027, 4, 15, 6, 0)) == uk(2027, 4, 15, 8, 0)
    assert next_chance(uk(2027, 3, 25, 18, 0)) == uk(2027, 3, 30, 8, 0)


def test_the_last_chance_is_shortly_before_the_doors_close():
    assert last_chance(uk(2027, 4, 15, 20, 0)) == uk(2027, 4, 15, 17, 45)
    assert last_chance(uk(2027, 4, 15, 6, 0)) == uk(2027, 4, 14, 17, 45)
    assert last_chance(uk(2027, 3, 30, 7, 0)) == uk(2027, 3, 25, 17, 45)


def test_where_the_hours_are_always_every_moment_will_do(settings):
    settings.SENDING_HOURS = "always"
    night = uk(2027, 12, 25, 3, 0)
    assert may_leave(night)
    assert next_chance(night) == last_chance(night) == night


@pytest.mark.parametrize(
    ("meets", "offset", "goes"),
    [
        (uk(2027, 4, 1, 10, 0), WEEK, uk(2027, 3, 25, 10, 0)),
        (uk(2027, 11, 4, 10, 0), WEEK, uk(2027, 10, 28, 10, 0)),
        (uk(2027, 3, 28, 12, 0), HOUR, None),
        (uk(2027, 3, 29, 9, 0), DAY, uk(2027, 3, 25, 17, 45)),
        (uk(2027, 11, 1, 9, 0), DAY, uk(2027, 10, 29, 17, 45)),
        (uk(2027, 4, 16, 9, 0), LATE, uk(2027, 4, 19, 8, 0)),
        (uk(2027, 4, 16, 8, 0), THE_DAY, uk(2027, 4, 16, 8, 0)),
        (uk(2027, 4, 17, 8, 0), THE_DAY, uk(2027, 4, 16, 17, 45)),
        (uk(2027, 4, 15, 9, 0), HOUR, uk(2027, 4, 15, 8, 0)),
        (uk(2027, 4, 15, 8, 59), HOUR, None),
    ],
)
def test_reminders_keep_their_time_of_day_across_both_clock_changes(
    meets: datetime, offset: Offset, goes: datetime | None
):
    found = [due.at for due in moments(meets, [offset])]
    assert found == ([goes] if goes else [])


@pytest.mark.parametrize("night", [uk(2027, 3, 28, 1, 30), uk(2027, 10, 31, 1, 30)])
def test_in_the_nights_when_the_clocks_change_nothing_leaves_and_nothing_is_lost(night: datetime):
    assert not may_leave(night)
    assert not may_leave(night.replace(fold=1))
    assert next_chance(night) == next_chance(night.replace(fold=1))
    assert last_chance(night) < night < next_chance(night)


def test_an_hour_before_is_an_hour_of_real_time():
    [due] = moments(
        datetime(2027, 3, 28, 8, 0, tzinfo=ZoneInfo("UTC")), [Offset("hours", timedelta(hours=12))]
    )
    assert due.at == uk(2027, 3, 25, 17, 45)


def test_of_reminders_that_have_passed_the_latest_counts():
    meets = uk(2027, 4, 15, 10, 0)
    long_ago = uk(2027, 1, 1, 0, 0)
    due = latest_due(meets, [WEEK, DAY, HOUR], since=long_ago, moment=uk(2027, 4, 14, 11, 0))
    assert due is not None
    assert (due.offset, due.at) == (DAY, uk(2027, 4, 14, 10, 0))
    assert latest_due(meets, [WEEK], since=long_ago, moment=uk(2027, 4, 1, 0, 0)) is None
    assert latest_due(meets, [WEEK], since=uk(2027, 4, 8, 10, 0), moment=uk(2027, 4, 9, 0, 0)) is None
