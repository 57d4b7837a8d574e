"""What a room says needs one person, asked of the room itself."""

from collections.abc import Callable, Iterable, Sequence
from datetime import date

from hileads.contributions import Work, WorkLine
from hileads.leads.models import User

Room = Callable[[Sequence[User], date], Iterable[tuple[User, WorkLine]]]


def lines_from(room: Room, person: User, day: date) -> list[WorkLine]:
    """Return the room's lines for this person, in its own order."""
    found = list(room([person], day))
    assert all(whose == person for whose, _ in found)
    return [line for _, line in found]


def room_with(lines: Callable[[User], Iterable[WorkLine]]) -> Work:
    """Return a room that says these lines of each person."""
    return Work(lines=lambda people, day: ((person, line) for person in people for line in lines(person)))
