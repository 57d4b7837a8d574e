"""People who use no mouse reach everything with the keys, and nobody loses what they typed."""

from datetime import timedelta

import pytest
from playwright.sync_api import expect

from hileads.clock import today
from hileads.wording import day_and_month
from tests.journeys.conftest import Begin
from tests.journeys.keys import (
    follow,
    press,
    sign_in,
    skip_to_the_content,
    summary_of_mistakes,
    type_date,
    type_into,
)
from tests.journeys.portal import Portal
from tests.journeys.walk import DESKTOP, PHONE, Walk

NADIA = "nadia.karim@demo.example"
TITLE = "Ask each ward who leaves before they are seen"
FIRST_STEP = "Write to the two ward sisters, and “ask” for a <named> nurse."
DUE = today() + timedelta(days=30)
IMPOSSIBLE = {"Day": "31", "Month": "2", "Year": "2027"}


def test_an_action_is_added_with_the_keys_alone(portal_afresh: Portal, walk: Begin):
    """A lead signs in, skips the header, and is led to what is missing in the form. No key leads into a trap."""
    person = walk(portal_afresh, "keyboard")
    sign_in(person, NADIA)
    skips_to_the_content(person)
    person.open("/plan/")
    follow(person, "Add an action")
    type_into(person, person.main.get_by_label("What will you do?"), TITLE)
    person.page.keyboard.press("Enter")
    mends_what_is_missing(person)
    follow(person, "Add to our plan")
    expect(person.main.get_by_role("heading", level=1)).to_contain_text(TITLE)
    person.reads(day_and_month(DUE))
    person.look("action-added")


def skips_to_the_content(person: Walk) -> None:
    skip_to_the_content(person)
    person.page.keyboard.press("Tab")
    assert person.main.evaluate("main => main.contains(document.activeElement)")


def mends_what_is_missing(person: Walk) -> None:
    summary = summary_of_mistakes(person)
    person.look("what-is-missing")
    press(person, summary.get_by_role("link", name="By when?"))
    date = person.main.get_by_role("group", name="By when?")
    expect(date.get_by_label("Day")).to_be_focused()
    expect(person.main.get_by_label("What will you do?")).to_have_value(TITLE)
    type_date(person, "By when?", DUE)


@pytest.mark.parametrize(
    ("viewport", "script"),
    [
        pytest.param(DESKTOP, True, id="at a desk"),
        pytest.param(PHONE, False, id="on a phone without JavaScript"),
    ],
)
def test_what_was_typed_stays_when_something_is_wrong(
    portal: Portal, walk: Begin, viewport: dict[str, int], script: bool
):
    """A date that does not exist and a person who was not chosen: both are named, and the rest stands as typed."""
    person = walk(portal, f"typed-{viewport['width']}", viewport, script=script)
    person.sign_in(NADIA)
    person.open("/plan/actions/add/")
    person.main.get_by_text("More detail").click()
    person.write("What will you do?", TITLE)
    person.write("First step", FIRST_STEP)
    person.main.get_by_label("Who does it?").select_option("Choose a person")
    date = person.main.get_by_role("group", name="By when?")
    for box, value in IMPOSSIBLE.items():
        date.get_by_label(box).fill(value)
    person.press("Add to our plan")
    summary = person.page.get_by_role("alert")
    expect(summary.get_by_role("link")).to_have_count(2)
    expect(person.main.get_by_label("What will you do?")).to_have_value(TITLE)
    expect(person.main.get_by_label("First step")).to_have_value(FIRST_STEP)
    for box, value in IMPOSSIBLE.items():
        expect(date.get_by_label(box)).to_have_value(value)
    assert person.page.title().startswith("Error: ")
    person.look("mistakes-named")
