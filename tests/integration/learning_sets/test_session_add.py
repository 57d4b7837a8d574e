"""The facilitator plans a session, seeing beforehand who will be told."""

import pytest

from hileads.clock import at
from learning_sets.models import Session
from tests.actors import Cast
from tests.integration.learning_sets.conftest import ENDS, PLANNED, STARTS, Circle

pytestmark = pytest.mark.django_db

GOOD = {
    "day-day": "8",
    "day-month": "4",
    "day-year": "2027",
    "starts": "10:00",
    "ends": "12:30",
    "place": "Online",
    "join_url": "meet.example/valley",
}


def address(circle: Circle) -> str:
    return f"/learning-sets/{circle.learning_set.public_id}/sessions/add/"


def send(browser, circle: Circle, **changes):
    with at(PLANNED):
        return browser.post(
            address(circle), GOOD | {name.replace("__", "-"): text for name, text in changes.items()}
        )


@pytest.mark.parametrize(("who", "status"), [("facilitator", 200), ("lead", 403), ("national_admin", 404)])
def test_who_plans_sessions(cast: Cast, circle: Circle, signed_in, who: str, status: int):
    with at(PLANNED):
        assert signed_in(cast.people()[who]).get(address(circle)).status_code == status


def test_the_page_says_who_will_be_told_before_anything_is_sent(cast: Cast, circle: Circle, signed_in):
    with at(PLANNED):
        text = signed_in(cast.facilitator).get(address(circle)).content.decode()
    assert "4 people will be told" in text
    assert "Dev Deputy, Else Lead, Leila Lead, Sal Secretary" in text


def test_what_was_typed_becomes_a_session(cast: Cast, circle: Circle, signed_in):
    response = send(signed_in(cast.facilitator), circle)
    session = Session.objects.get()
    assert response["Location"] == f"/learning-sets/sessions/{session.public_id}/"
    assert (session.starts_at, session.ends_at, session.place) == (STARTS, ENDS, "Online")
    assert session.join_url == "https://meet.example/valley"


@pytest.mark.parametrize("typed", ["10:00", "10.00", "10am", "10:00am", "10 AM"])
def test_times_are_taken_as_people_write_them(cast: Cast, circle: Circle, signed_in, typed: str):
    send(signed_in(cast.facilitator), circle, starts=typed)
    assert Session.objects.get().starts_at == STARTS


MISTAKES = [
    ({"starts": "tennish"}, "Enter a time, such as 10:00 or 2:30pm"),
    ({"ends": "10:00"}, "Enter an end that is later than the start"),
    ({"day__year": "2026"}, "Choose a day and time that are still to come"),
    (
        {"day__day": "28", "day__month": "3", "starts": "01:30"},
        "The clocks change at this hour. Choose another time",
    ),
    (
        {"day__day": "31", "day__month": "10", "starts": "01:30"},
        "The clocks change at this hour. Choose another time",
    ),
    (
        {"day__day": "31", "day__month": "10", "starts": "00:30", "ends": "01:30"},
        "The clocks change at this hour.",
    ),
    ({"day__day": ""}, "The date must include a day."),
    ({"starts": ""}, "Answer “When does it start?”"),
]


@pytest.mark.parametrize(("changes", "words"), MISTAKES)
def test_a_mistake_is_said_where_it_is_and_nothing_typed_is_lost(
    cast: Cast, circle: Circle, signed_in, changes: dict[str, str], words: str
):
    response = send(signed_in(cast.facilitator), circle, **changes)
    text = response.content.decode()
    assert words in text
    assert 'value="Online"' in text
    assert not Session.objects.exists()
