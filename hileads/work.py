"""What needs a person, from every room, in one order: "This week" and the weekly digest read the same lines."""

from datetime import date

from hileads.contributions import WorkLine, work
from hileads.leads.models import User


def lines_for(user: User, day: date) -> list[WorkLine]:
    """Return everything that needs this person on `day`, the most consequential first, each thing once.

    Ties go by date (what has no date comes last), then by the words.
    """
    found: dict[str, WorkLine] = {}
    for room in work.all():
        for line in room.lines(user, day):
            found.setdefault(line.key, line)
    return sorted(found.values(), key=_order)


def _order(line: WorkLine) -> tuple[int, date, str]:
    return line.consequence, line.due_date or date.max, line.text
