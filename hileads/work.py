"""What needs people, from every room, in one order: "This week" and the digests read the same lines."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from hileads.contributions import WorkLine, work
from hileads.leads.models import Area, Delegation, User
from hileads.permissions.rights import live_delegations, read_rights, rights_lent
from hileads.permissions.roles import AREAS


def lines_for(user: User, day: date) -> list[WorkLine]:
    """Return everything that needs this person on `day`, as `lines_for_each` does."""
    return lines_for_each([user], day)[user.pk]


def lines_for_each(people: Sequence[User], day: date) -> dict[int, list[WorkLine]]:
    """Return by person everything that needs them on `day`, the most consequential first, each thing once.

    While somebody acts for them, what they act in goes there instead. Where a newcomer begins comes before everything
    else. Ties go by date (what has no date comes last), then by the words. As many queries for many people as for one.
    """
    if not people:
        return {}
    read_rights(people)
    holders = {
        row.appointment.user_id: row.appointment.user for one in people for row in live_delegations(one, day)
    }
    asked = {**holders, **{person.pk: person for person in people}}
    read_rights(asked.values())
    found = _from_rooms(list(asked.values()), day)
    away = _away(people, day)
    return {person.pk: _of_one(person, found, away[person.pk], day) for person in people}


def _of_one(
    person: User, lines: dict[int, dict[str, WorkLine]], away: list[Delegation], day: date
) -> list[WorkLine]:
    found = {
        key: line for key, line in lines[person.pk].items() if not any(_is_of(line, row) for row in away)
    }
    for delegation in live_delegations(person, day):
        holder = delegation.appointment.user
        for line in (line for line in lines[holder.pk].values() if _is_of(line, delegation)):
            if line.key not in found or AREAS[Area(line.area)] & rights_lent(delegation):
                found[line.key] = replace(line, acting_for=holder.name)
    return sorted(found.values(), key=_order)


def _from_rooms(people: Sequence[User], day: date) -> dict[int, dict[str, WorkLine]]:
    """Return each person's lines by key; the room that names a thing first has the word."""
    found: defaultdict[int, dict[str, WorkLine]] = defaultdict(dict)
    for room in work.all():
        for person, line in room.lines(people, day):
            found[person.pk].setdefault(line.key, line)
    return found


def _away(people: Sequence[User], day: date) -> dict[int, list[Delegation]]:
    """Return by person the delegations by which somebody acts for them."""
    found: defaultdict[int, list[Delegation]] = defaultdict(list)
    given = Delegation.objects.live(day).filter(appointment__user__in=people)
    for row in given.select_related("appointment__organisation"):
        found[row.appointment.user_id].append(row)
    return found


def _is_of(line: WorkLine, delegation: Delegation) -> bool:
    place = delegation.appointment.organisation
    return line.area in delegation.areas and place is not None and line.organisation_name == place.name


def _order(line: WorkLine) -> tuple[bool, int, date, str]:
    return not line.is_beginning, line.consequence, line.due_date or date.max, line.text
