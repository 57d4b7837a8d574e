"""How a post changes hands: the lead hands over and leaves, and whoever follows takes the open work over."""

from datetime import timedelta

import pytest
from playwright.sync_api import Locator, expect

from hileads.clock import today
from hileads.wording import long_date
from tests.journeys.conftest import Begin
from tests.journeys.keys import go_to
from tests.journeys.portal import Portal
from tests.journeys.test_invitation import code_in
from tests.journeys.walk import DESKTOP, PHONE, Walk

TOM, NADIA, PRIYA = "tom.ashworth@demo.example", "nadia.karim@demo.example", "priya.raman@demo.example"
SUCCESSOR, ADDRESS = "Nina Next", "nina.next@demo.example"
IN_THREE_WEEKS = today() + timedelta(days=21)
NOTE = "Ward 9 and the stop smoking team meet on Tuesdays: go there first."


@pytest.mark.parametrize(
    ("viewport", "script"),
    [
        pytest.param(DESKTOP, True, id="at a desk"),
        pytest.param(PHONE, False, id="on a phone without JavaScript"),
    ],
)
def test_a_lead_hands_over_and_the_successor_takes_over(
    portal_afresh: Portal, walk: Begin, viewport: dict[str, int], script: bool
):
    """Dr Karim leaves, and Nina Next follows her.

    1. Tom, the board secretary, records Dr Karim's last day. Her "This week" asks her to hand over; she leaves a note.
    2. Tom nominates Nina, who is to begin at once, and Priya, a national administrator, confirms it.
    3. Nina accepts by the code of the mail. Dr Karim's next page says that her post has ended.
    4. Nina finds the hand-over on her first page, reads the note and the open work, and takes it over.
    """
    nadia = walk(portal_afresh, f"leaver-{viewport['width']}", viewport, script=script)
    office = walk(portal_afresh, f"office-{viewport['width']}", viewport, script=script)
    nina = walk(portal_afresh, f"successor-{viewport['width']}", viewport, script=script)
    records_the_last_day(office)
    hands_over(nadia)
    nominates(office)
    confirms(office)
    accepts(nina)
    has_left(nadia)
    takes_over(nina)


def records_the_last_day(person: Walk) -> None:
    person.sign_in(TOM)
    person.open("/directory/RAE/people/")
    person.main.get_by_role("link", name="Record the last day of Dr Nadia Karim").click()
    person.write_date("What is the last day?", IN_THREE_WEEKS)
    person.press("Record the last day")
    person.reads("The last day of Dr Nadia Karim is recorded.")


def hands_over(person: Walk) -> None:
    person.sign_in(NADIA)
    person.reads("Hand over what is open.")
    person.look("this-week-asks")
    person.follow("Prepare the hand-over")
    person.reads(f"to {long_date(IN_THREE_WEEKS)}")
    person.look("pack")
    go_to(person, person.main.get_by_role("link", name="Add a note").first)
    person.page.keyboard.press("Enter")
    go_to(person, person.main.get_by_label("What should the next person know?"))
    person.page.keyboard.type(NOTE)
    go_to(person, person.main.get_by_label("This section is ready to hand over"))
    person.page.keyboard.press("Space")
    person.look("note")
    go_to(person, person.main.get_by_role("button", name="Save"))
    person.page.keyboard.press("Enter")
    person.reads("It is saved.")
    person.reads(NOTE)
    person.look("pack-with-a-note")


def nominates(person: Walk) -> None:
    person.open("/directory/RAE/people/nominate/?role=executive_lead")
    person.write("What is their name?", SUCCESSOR)
    person.write("What is their work email address?", ADDRESS)
    person.press("Nominate them")
    person.reads(f"{SUCCESSOR} is nominated.")
    person.sign_out()


def confirms(person: Walk) -> None:
    person.sign_in(PRIYA)
    person.open("/directory/RAE/people/")
    person.follow(SUCCESSOR)
    person.look("nomination")
    person.press("Confirm and invite them")
    person.reads("An invitation is on its way")


def accepts(person: Walk) -> None:
    letter = person.portal.letterbox.wait_for(ADDRESS, "Your post at Bradford")
    person.open("/invitation/")
    go_to(person, person.main.get_by_label("Your work email address"))
    person.page.keyboard.type(ADDRESS)
    go_to(person, person.main.get_by_label("The code"))
    person.page.keyboard.type(code_in(letter))
    person.page.keyboard.press("Enter")
    person.reads(f"{SUCCESSOR}, you are invited")
    go_to(person, person.main.get_by_role("button", name="Accept and sign in"))
    person.page.keyboard.press("Enter")
    person.page.wait_for_url("**/this-week/")
    person.look("first-sight")


def has_left(person: Walk) -> None:
    person.open("/plan/RAE/")
    person.reads("Your post has ended")
    person.look("has-left")
    person.open("/plan/RAE/")
    person.page.wait_for_url("**/account/login/**")


def link_or_button(person: Walk, name: str) -> Locator:
    """Return the link of this name, which the first line of "This week" shows as a button."""
    return person.main.get_by_role("link", name=name).or_(person.main.get_by_role("button", name=name)).first


def takes_over(person: Walk) -> None:
    person.reads("Dr Nadia Karim")
    go_to(person, link_or_button(person, "Read the hand-over"))
    person.page.keyboard.press("Enter")
    expect(person.page.locator("h1")).to_contain_text("Hand-over of Dr Nadia Karim")
    person.reads(NOTE)
    person.look("what-was-left")
    go_to(person, person.main.get_by_role("button", name="I have taken this over"))
    person.page.keyboard.press("Enter")
    person.reads("You have taken over.")
    person.reads(f"{SUCCESSOR} has taken this over.")
    person.look("taken-over")
    person.open("/plan/")
    person.reads(SUCCESSOR)
    person.look("plan-of-the-successor")
