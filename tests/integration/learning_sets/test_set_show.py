"""One set: what it is for, who can see it, and its sessions."""

from datetime import timedelta

import pytest

from hileads.clock import at
from learning_sets.actions import add_member, plan_session
from tests.actors import Cast
from tests.factories.people import UserFactory
from tests.integration.learning_sets.conftest import AFTER, ENDS, PLANNED, STARTS, Circle
from tests.reader import names_of_readers

pytestmark = pytest.mark.django_db


def address(circle: Circle) -> str:
    return f"/learning-sets/{circle.learning_set.public_id}/"


READERS = [
    ("facilitator", 200),
    ("lead", 200),
    ("lead_elsewhere", 200),
    ("national_admin", 404),
    ("leaver", 404),
]


@pytest.mark.parametrize(("who", "status"), READERS)
def test_a_set_exists_for_its_members_only(cast: Cast, circle: Circle, signed_in, who: str, status: int):
    with at(PLANNED):
        assert signed_in(cast.people()[who]).get(address(circle)).status_code == status


def test_the_page_says_by_name_and_organisation_who_can_see_it(cast: Cast, circle: Circle, signed_in):
    with at(PLANNED):
        text = signed_in(cast.lead).get(address(circle)).content.decode()
    assert names_of_readers(text) == [
        "Dev Deputy",
        "Else Lead",
        "Fay Facilitator",
        "Leila Lead",
        "Sal Secretary",
    ]
    assert "Else Lead, Birch Moor NHS Trust" in text
    assert "Fay Facilitator (facilitator)" in text
    assert "No session is planned at present." in text
    assert "Plan a session" not in text


def test_the_facilitator_has_a_button_to_plan(cast: Cast, circle: Circle, signed_in):
    with at(PLANNED):
        text = signed_in(cast.facilitator).get(address(circle)).content.decode()
    assert f'href="{address(circle)}sessions/add/"' in text


def test_earlier_sessions_are_listed_in_pages_the_last_first(cast: Cast, circle: Circle, session, signed_in):
    with at(PLANNED):
        for number in range(1, 12):
            shift = timedelta(days=number)
            plan_session(
                by=cast.facilitator,
                learning_set=circle.learning_set,
                starts_at=STARTS + shift,
                ends_at=ENDS + shift,
            )
    browser = signed_in(cast.lead)
    with at(AFTER + timedelta(days=30)):
        first = browser.get(address(circle)).content.decode()
        second = browser.get(address(circle) + "?page=2").content.decode()
    assert first.index("Monday 19 April 2027") < first.index("Sunday 18 April 2027")
    assert "Thursday 8 April 2027" not in first
    assert "Thursday 8 April 2027" in second


def test_more_members_and_sessions_cost_no_more_queries(
    cast: Cast, circle: Circle, session, signed_in, queries_of
):
    browser = signed_in(cast.lead)
    with at(PLANNED):
        few = queries_of(browser, address(circle))
        for number in range(1, 10):
            add_member(by=cast.facilitator, learning_set=circle.learning_set, person=UserFactory())
            shift = timedelta(days=number)
            plan_session(
                by=cast.facilitator,
                learning_set=circle.learning_set,
                starts_at=STARTS + shift,
                ends_at=ENDS + shift,
            )
        assert queries_of(browser, address(circle)) == few
