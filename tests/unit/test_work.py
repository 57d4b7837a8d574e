"""What needs a person comes in one order, whichever room it comes from."""

from datetime import date

import pytest

from hileads.contributions import Consequence, Work, WorkLine, work
from hileads.leads.models import User
from hileads.work import lines_for
from tests.factories.people import UserFactory
from tests.lines import room_with

TODAY = date(2027, 4, 1)


def line(key: str, consequence: Consequence, due_date: date | None = None, text: str = "") -> WorkLine:
    return WorkLine(
        key=key, consequence=consequence, text=text or key, url="/", verb="Open", due_date=due_date
    )


@pytest.fixture
def person(db: None) -> User:
    found: User = UserFactory()
    return found


@pytest.fixture
def rooms(monkeypatch: pytest.MonkeyPatch) -> dict[str, Work]:
    rooms: dict[str, Work] = {}
    monkeypatch.setattr(work, "_entries", rooms)
    return rooms


def test_consequence_comes_first_then_the_date_then_the_words(rooms: dict[str, Work], person: User):
    given = [
        line("chance", Consequence.CHANCE, date(2027, 1, 1)),
        line("late", Consequence.OVERDUE, date(2027, 3, 1)),
        line("later", Consequence.OVERDUE, date(2027, 3, 2)),
        line("undated", Consequence.OVERDUE),
        line("b", Consequence.DUE_SOON, TODAY, text="Beta"),
        line("a", Consequence.DUE_SOON, TODAY, text="Alpha"),
        line("waits", Consequence.SOMEONE_WAITS),
        line("board", Consequence.BOARD_DEADLINE),
    ]
    rooms["one"] = room_with(lambda person: reversed(given))
    expected = ["waits", "board", "late", "later", "undated", "a", "b", "chance"]
    assert [row.key for row in lines_for(person, TODAY)] == expected


def test_where_a_newcomer_begins_comes_before_everything(rooms: dict[str, Work], person: User):
    begin = WorkLine("begin", Consequence.CHANCE, "Begin", "/", "Open", is_beginning=True)
    rooms["one"] = room_with(lambda person: [line("waits", Consequence.SOMEONE_WAITS, TODAY), begin])
    assert [row.key for row in lines_for(person, TODAY)] == ["begin", "waits"]


def test_a_thing_that_two_rooms_name_stands_there_once(rooms: dict[str, Work], person: User):
    rooms["one"] = room_with(lambda person: [line("same", Consequence.CHANCE, text="First")])
    rooms["two"] = room_with(lambda person: [line("same", Consequence.CHANCE, text="Second")])
    assert [row.text for row in lines_for(person, TODAY)] == ["First"]
