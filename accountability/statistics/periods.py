"""The stretches of time that figures belong to, named as the page and the sentence name them."""

from calendar import monthrange
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

MONTHS = (
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
)
LONGEST_MONTH = 31
SHORTEST_QUARTER, LONGEST_QUARTER = 89, 92
SHORTEST_YEAR, LONGEST_YEAR = 365, 366


@dataclass(frozen=True, slots=True, order=True)
class Period:
    """From `start` to `end`, both included, under the label that its publisher uses.

    Periods sort by their dates. One day stands for a figure "as at" that day.
    """

    start: date
    end: date
    label: str

    def __post_init__(self) -> None:
        if self.end < self.start:
            raise ValueError(f"The period {self.label} ends before it starts.")

    @property
    def days(self) -> int:
        """How many days it lasts, both ends counted."""
        return (self.end - self.start).days + 1


def calendar_month(year: int, month: int) -> Period:
    """One month, labelled such as "April 2023"."""
    last_day = monthrange(year, month)[1]
    return Period(date(year, month, 1), date(year, month, last_day), f"{MONTHS[month - 1]} {year}")


def financial_year(starting: int) -> Period:
    """One year from 1 April, labelled such as "2023/24"."""
    return Period(date(starting, 4, 1), date(starting + 1, 3, 31), f"{starting}/{(starting + 1) % 100:02d}")


def single_day(day: date) -> Period:
    """One day, labelled such as "31 May 2022"."""
    return Period(day, day, f"{day.day} {MONTHS[day.month - 1]} {day.year}")


def is_calendar_month(period: Period) -> bool:
    """Whether it runs from the first to the last day of one month."""
    whole = calendar_month(period.start.year, period.start.month)
    return (period.start, period.end) == (whole.start, whole.end)


def months_between(first: date, last: date) -> list[Period]:
    """Every calendar month from that of `first` to that of `last`, both included."""
    start = first.year * len(MONTHS) + first.month - 1
    stop = last.year * len(MONTHS) + last.month
    return [calendar_month(count // len(MONTHS), count % len(MONTHS) + 1) for count in range(start, stop)]


def plural_noun(periods: Sequence[Period]) -> str:
    """What several of these are called in a sentence: months, quarters, years, dates or periods."""
    lengths = {period.days for period in periods}
    shortest, longest = min(lengths), max(lengths)
    if longest == 1:
        return "dates"
    if shortest > 1 and longest <= LONGEST_MONTH:
        return "months"
    if shortest >= SHORTEST_QUARTER and longest <= LONGEST_QUARTER:
        return "quarters"
    if shortest >= SHORTEST_YEAR and longest <= LONGEST_YEAR:
        return "years"
    return "periods"
