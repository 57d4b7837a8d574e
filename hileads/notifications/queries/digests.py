"""Who gets a digest today, and what is in it."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from hashlib import sha256

from django.db.models import QuerySet

from hileads.clock import day_of
from hileads.contributions import WorkLine
from hileads.dated import in_force
from hileads.leads.models import User
from hileads.notifications.models import Frequency, Seen, Stream
from hileads.notifications.queries.choices import Choices
from hileads.sending_hours import opening
from hileads.work import lines_for_each
from hileads.working_days import first_working_day_from, is_working_day

SPAN = {
    Frequency.DAILY: timedelta(days=1),
    Frequency.WEEKLY: timedelta(days=7),
    Frequency.MONTHLY: timedelta(days=31),
}
"""What a person has looked at within this time is not told again by mail."""


@dataclass(frozen=True)
class Period:
    """A day, week or month that a digest is for. `name` is "2026-11-27", "2026-W48" or "2026-11"."""

    frequency: Frequency
    name: str
    opened_at: datetime


@dataclass(frozen=True)
class Expected:
    """Whoever should get digests for these periods, and how they chose to hear of each stream."""

    person: User
    choices: Choices
    periods: list[Period]


@dataclass(frozen=True)
class Digest:
    """What one digest says: lines, the most consequential first; none when nothing needs the person."""

    period: Period
    lines: list[WorkLine]


def digest_readers(day: date) -> QuerySet[User]:
    """Return the people who get digests if there is something in them: everyone with a live appointment."""
    return (
        User.objects.filter(in_force(day, "appointments__"), is_active=True, is_system=False)
        .distinct()
        .order_by("pk")
    )


def open_periods(moment: datetime) -> list[Period]:
    """Return the periods that digests are due for at `moment`: each from its first working day at 08:00."""
    is_open = is_working_day(day_of(moment))
    return [one for one in periods_at(moment) if is_open and one.opened_at <= moment]


def periods_at(moment: datetime) -> list[Period]:
    """Return the day, the week and the month that `moment` is in."""
    day = day_of(moment)
    year, week, _ = day.isocalendar()
    return [
        Period(Frequency.DAILY, day.isoformat(), opening(day)),
        Period(Frequency.WEEKLY, f"{year}-W{week:02d}", _opening_from(day - timedelta(days=day.weekday()))),
        Period(Frequency.MONTHLY, f"{day:%Y-%m}", _opening_from(day.replace(day=1))),
    ]


def week_at(moment: datetime) -> Period:
    """Return the week that `moment` is in."""
    return next(one for one in periods_at(moment) if one.frequency == Frequency.WEEKLY)


def periods_of(choices: Choices, periods: Iterable[Period]) -> list[Period]:
    """Return for which of these periods a person gets a digest: not for one that began before they last chose."""
    if choices.is_paused:
        return []
    return [
        one
        for one in periods
        if one.frequency in choices.digests
        and (choices.chosen_at is None or choices.chosen_at < one.opened_at)
    ]


def digests_of_each(expected: Sequence[Expected], moment: datetime) -> Iterator[tuple[User, Digest]]:
    """Yield for each person and period what needs them, without what they have looked at since the last digest."""
    people = [one.person for one in expected]
    lines = lines_for_each(people, day_of(moment))
    seen = {(row.user_id, row.key): row for row in Seen.objects.filter(user__in=people)}
    for one in expected:
        for period in one.periods:
            wanted = [
                line
                for line in lines[one.person.pk]
                if one.choices.digest_with(Stream(line.stream)) == period.frequency
                and not _is_seen(line, seen.get((one.person.pk, line.key)), moment - SPAN[period.frequency])
            ]
            yield one.person, Digest(period, wanted)


def stood(line: WorkLine) -> str:
    """Return a short form of what a line says, so that one which has changed is news again."""
    return sha256(f"{line.consequence}|{line.text}|{line.due_date}".encode()).hexdigest()


def _is_seen(line: WorkLine, seen: Seen | None, since: datetime) -> bool:
    return seen is not None and seen.seen_at > since and seen.stood == stood(line)


def _opening_from(day: date) -> datetime:
    return opening(first_working_day_from(day))
