"""How people come: one nominates, another confirms, and the person accepts by the code of the mail."""

import re
from email.message import EmailMessage

import pytest
from playwright.sync_api import expect

from hileads.clock import today
from tests.journeys.conftest import Begin
from tests.journeys.portal import Portal
from tests.journeys.walk import DESKTOP, PHONE, Walk

TOM, NADIA = "tom.ashworth@demo.example", "nadia.karim@demo.example"
NEWCOMER, ADDRESS = "Nina Newcomer", "nina.newcomer@demo.example"


@pytest.mark.parametrize(
    ("viewport", "script"),
    [
        pytest.param(DESKTOP, True, id="at a desk"),
        pytest.param(PHONE, False, id="on a phone without JavaScript"),
    ],
)
def test_a_colleague_is_nominated_confirmed_and_comes_by_code(
    portal_afresh: Portal, walk: Begin, viewport: dict[str, int], script: bool
):
    """Tom nominates Nina, Dr Karim finds that on "This week" and confirms it, and Nina comes without a password."""
    person = walk(portal_afresh, f"invitation-{viewport['width']}", viewport, script=script)
    nominates(person)
    person.sign_out()
    confirms(person)
    person.sign_out()
    accepts_by_the_code(person)
    person.sign_out()
    sees_who_came(person)


def nominates(person: Walk) -> None:
    person.sign_in(TOM)
    person.open("/directory/RAE/")
    person.follow("Keep these entries right")
    person.look("people")
    person.follow("Nominate somebody")
    person.press("Nominate them")
    person.look("what-is-missing")
    person.write("What is their name?", NEWCOMER)
    person.write("What is their work email address?", ADDRESS)
    person.main.get_by_label("What will they be?").select_option("Health inequalities team member")
    person.write_date("From which day?", today())
    person.press("Nominate them")
    person.reads("Nina Newcomer is nominated.")
    person.look("nominated")


def confirms(person: Walk) -> None:
    person.sign_in(NADIA)
    person.reads("Nina Newcomer is nominated as health inequalities team member.")
    person.follow("Confirm it or take it back")
    person.look("nomination")
    person.press("Confirm and invite them")
    person.reads("An invitation is on its way")
    person.look("invited")


def accepts_by_the_code(person: Walk) -> None:
    letter = person.portal.letterbox.wait_for(ADDRESS, "Your post at Bradford")
    person.open("/account/login/")
    person.follow("Answer an invitation by its code")
    person.look("code")
    person.write("Your work email address", ADDRESS)
    person.write("The code", "12")
    person.press("Go on")
    person.reads("The code has six digits")
    expect(person.main.get_by_label("Your work email address")).to_have_value(ADDRESS)
    person.look("code-mistyped")
    person.write("The code", code_in(letter))
    person.press("Go on")
    person.reads("Nina Newcomer, you are invited")
    person.look("invitation")
    person.press("Accept and sign in")
    person.page.wait_for_url("**/this-week/")
    person.look("first-sight")
    person.open("/plan/")
    person.reads("Bradford Teaching Hospitals NHS Foundation Trust")


def code_in(letter: EmailMessage) -> str:
    body = letter.get_body(("plain",))
    assert body
    found = re.search(r"Your code: (\d{3} \d{3})", body.get_content())
    assert found
    return found[1]


def sees_who_came(person: Walk) -> None:
    person.sign_in(TOM)
    person.open("/directory/RAE/people/")
    person.reads(NEWCOMER)
    person.press("All of this is still right")
    person.reads("The entries are confirmed as of today.")
    person.main.get_by_role("link", name=f"Record the last day of {NEWCOMER}").click()
    person.look("last-day")
    person.write_date("What is the last day?", today())
    person.press("Record the last day")
    person.reads(f"The last day of {NEWCOMER} is recorded.")
    person.look("people-in-the-end")
