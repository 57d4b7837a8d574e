"""How people come and go: nominated, confirmed, accepted by the code of the mail; acting for one another; leaving."""

import re
from datetime import timedelta
from email.message import EmailMessage

import pytest
from playwright.sync_api import expect

from hileads.clock import today
from tests.journeys.conftest import Begin
from tests.journeys.portal import Portal
from tests.journeys.walk import DESKTOP, PHONE, Walk

TOM, NADIA = "tom.ashworth@demo.example", "nadia.karim@demo.example"
A_WEEK_AGO, YESTERDAY = today() - timedelta(days=7), today() - timedelta(days=1)
NEWCOMER, ADDRESS = "Nina Newcomer", "nina.newcomer@demo.example"


@pytest.mark.parametrize(
    ("viewport", "script"),
    [
        pytest.param(DESKTOP, True, id="at a desk"),
        pytest.param(PHONE, False, id="on a phone without JavaScript"),
    ],
)
def test_a_colleague_comes_by_code_acts_for_the_lead_and_leaves(
    portal_afresh: Portal, walk: Begin, viewport: dict[str, int], script: bool
):
    """Tom nominates Nina, Dr Karim finds that on "This week" and confirms it, and Nina comes without a password.

    Dr Karim goes away for two weeks and lets Nina act for her: what needs Dr Karim stands on Nina's page. Then Tom
    records that Nina has left, and the page that Nina asks for next says so.
    """
    person = walk(portal_afresh, f"invitation-{viewport['width']}", viewport, script=script)
    nina = walk(portal_afresh, f"newcomer-{viewport['width']}", viewport, script=script)
    nominates(person)
    person.sign_out()
    confirms(person)
    accepts_by_the_code(nina)
    names_who_acts(person)
    acts_for_the_lead(nina)
    person.sign_out()
    records_who_left(person)
    has_left(nina)


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
    person.write_date("From which day?", A_WEEK_AGO)
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


def names_who_acts(person: Walk) -> None:
    person.open("/account/")
    person.follow("Name who acts for you")
    person.look("who-acts")
    person.press("Let them act")
    person.reads("Answer “Who will act?”")
    person.look("who-acts-is-missing")
    person.main.get_by_label("Who will act?").select_option(NEWCOMER)
    person.write_date("Until which day?", today() + timedelta(days=13))
    person.press("Let them act")
    person.reads("Nina Newcomer acts for Dr Nadia Karim from")
    person.look("nina-acts")
    person.open("/this-week/")
    person.reads("What needs you there goes to them.")
    person.look("this-week-while-away")


def acts_for_the_lead(nina: Walk) -> None:
    nina.portal.letterbox.wait_for(ADDRESS, "You act for Dr Nadia Karim")
    nina.open("/this-week/")
    nina.reads("Acting for Dr Nadia Karim.")
    nina.reads("You act for Dr Nadia Karim at Bradford Teaching Hospitals NHS Foundation Trust")
    nina.look("acting")
    nina.follow("Go on with it")
    nina.look("the-report-in-preparation")


def records_who_left(person: Walk) -> None:
    person.sign_in(TOM)
    person.open("/directory/RAE/people/")
    person.reads(f"{NEWCOMER} acts for them from")
    person.press("All of this is still right")
    person.reads("The entries are confirmed as of today.")
    person.main.get_by_role("link", name=f"Record the last day of {NEWCOMER}").click()
    person.look("last-day")
    person.write_date("What is the last day?", YESTERDAY)
    person.press("Record the last day")
    person.reads(f"The last day of {NEWCOMER} is recorded.")
    person.look("people-in-the-end")


def has_left(nina: Walk) -> None:
    nina.open("/this-week/")
    nina.reads("Your post has ended")
    nina.look("has-left")
    nina.open("/this-week/")
    nina.page.wait_for_url("**/account/login/**")


def code_in(letter: EmailMessage) -> str:
    body = letter.get_body(("plain",))
    assert body
    found = re.search(r"Your code: (\d{3} \d{3})", body.get_content())
    assert found
    return found[1]
