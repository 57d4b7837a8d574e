"""Clear working days in England: neither the first nor the last day counts, nor weekends and bank holidays."""

from datetime import date, timedelta
from functools import cache

import holidays

WEEKEND = 5


def is_working_day(day: date) -> bool:
    """Say whether offices in England are open on `day`."""
    return day.weekday() < WEEKEND and day not in _bank_holidays(day.year)


@cache
def _bank_holidays(year: int) -> frozenset[date]:
    return frozenset(holidays.country_holidays("GB", subdiv="ENG", years=year))


def first_working_day_from(day: date) -> date:
    """Return this day, or the next one on which offices in England are open."""
    while not is_working_day(day):
        day += timedelta(days=1)
    return day


def clear_working_days_before(day: date, count: int) -> date:
    """Return the latest working day with `count` working days between it and `day`, neither of them counted."""
    between = 0
    candidate = day - timedelta(days=1)
    while between < count or not is_working_day(candidate):
        between += is_working_day(candidate)
        candidate -= timedelta(days=1)
    return candidate
