"""How many of those expected had a lead at the end of each month, counted from the dates in the register."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from hileads.leads.models import Appointment, Role
from hileads.organisations.models import Expectation, Kind, LinkKind, Organisation, OrganisationLink
from hileads.permissions.catalogue import P
from hileads.permissions.checks import scope

MONTHS = 24
FEWEST = 3
"""Fewer month ends than these are no course of time, and no chart is drawn of them."""
ONE_DAY = timedelta(days=1)

Held = tuple[int, date, date | None]
"""An organisation, and from when to when something held there."""


@dataclass(frozen=True)
class MonthEnd:
    """How many were expected to have a lead on the last day of a month, and how many had one, and a deputy."""

    day: date
    expected: int
    with_lead: int
    with_deputy: int


def month_ends(first: date, last: date) -> list[date]:
    """Return the last days of months from `first` to `last`, at most the newest 24."""
    ends: list[date] = []
    end = last.replace(day=1) - ONE_DAY if (last + ONE_DAY).day != 1 else last
    while end >= first and len(ends) < MONTHS:
        ends.append(end)
        end = end.replace(day=1) - ONE_DAY
    return ends[::-1]


def coverage_over_time(user: Any, day: date) -> tuple[MonthEnd, ...]:
    """Return coverage at the ends of the last 24 months, from the first lead on, as far as a person's post reaches.

    An organisation counts in the region where it was on that day.
    """
    regions = list(scope(Organisation.objects.of_kind(Kind.REGION), user, P.COVERAGE_VIEW))
    everywhere = len(regions) == Organisation.objects.of_kind(Kind.REGION).count()
    reached = _held(OrganisationLink.objects.filter(kind=LinkKind.REGION, parent__in=regions))
    expected, was_open = _expected()
    posts = Appointment.objects.filter(organisation__isnull=False)
    leads, deputies = _held(posts.in_role(Role.EXECUTIVE_LEAD)), _held(posts.in_role(Role.DEPUTY))
    ours = {place for place, _, _ in reached}
    begun = [start for place, start, _ in leads if everywhere or place in ours]
    found = []
    for end in month_ends(min(begun, default=day + ONE_DAY), day):
        asked = _on(expected, end) & _on(was_open, end)
        asked = asked if everywhere else asked & _on(reached, end)
        found.append(MonthEnd(end, len(asked), len(asked & _on(leads, end)), len(asked & _on(deputies, end))))
    return tuple(found)


def _held(rows: Any) -> list[Held]:
    return list(rows.values_list("organisation", "from_date", "to_date"))


def _expected() -> tuple[list[Held], list[Held]]:
    """Return when each organisation was expected to have a lead, and when it was open."""
    rows = Expectation.objects.select_related("organisation")
    places = {row.organisation for row in rows}
    return (
        [(row.organisation_id, row.from_date, row.to_date) for row in rows],
        [(place.pk, place.opened_date or date.min, place.closed_date) for place in places],
    )


def _on(rows: Iterable[Held], day: date) -> set[int]:
    return {place for place, start, end in rows if start <= day and (end is None or end >= day)}
