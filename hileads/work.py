"""What needs a person, from every room, in one order: "This week" and the weekly digest read the same lines."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date

from hileads.contributions import WorkLine, work
from hileads.leads.models import Area, Delegation, User
from hileads.permissions.checks import live_delegations, rights_lent
from hileads.permissions.roles import AREAS


def lines_for(user: User, day: date) -> list[WorkLine]:
    """Return everything that needs this person on `day`, the most consequential first, each thing once.

    While somebody acts for them, what they act in goes there instead. Where a newcomer begins comes before everything
    else. Ties go by date (what has no date comes last), then by the words.
    """
    away = list(
        Delegation.objects.live(day)
        .filter(appointment__user=user)
        .select_related("appointment__organisation")
    )
    found = {line.key: line for line in _from_rooms(user, day) if not any(_is_of(line, row) for row in away)}
    for delegation in live_delegations(user, day):
        for line in _acting(delegation, day):
            if line.key not in found or AREAS[Area(line.area)] & rights_lent(delegation):
                found[line.key] = line
    return sorted(found.values(), key=_order)


def _from_rooms(user: User, day: date) -> Iterator[WorkLine]:
    seen = set()
    for room in work.all():
        for line in room.lines(user, day):
            if line.key not in seen:
                yield line
            seen.add(line.key)


def _acting(delegation: Delegation, day: date) -> Iterator[WorkLine]:
    """Yield what needs the person who is away, as their deputy sees it."""
    holder = delegation.appointment.user
    for line in _from_rooms(holder, day):
        if _is_of(line, delegation):
            yield replace(line, acting_for=holder.name)


def _is_of(line: WorkLine, delegation: Delegation) -> bool:
    place = delegation.appointment.organisation
    return line.area in delegation.areas and place is not None and line.organisation_name == place.name


def _order(line: WorkLine) -> tuple[bool, int, date, str]:
    return not line.is_beginning, line.consequence, line.due_date or date.max, line.text
