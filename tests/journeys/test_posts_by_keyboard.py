"""Posts, deputies and partners are kept right with the keys alone, and every stop of the focus is seen."""

from datetime import timedelta

from playwright.sync_api import Locator, expect

from hileads.clock import today
from hileads.wording import long_date
from tests.journeys.conftest import Begin
from tests.journeys.keys import (
    choose,
    follow,
    go_back_to,
    go_to,
    press,
    show_the_second_step,
    sign_in,
    skip_to_the_content,
    summary_of_mistakes,
    type_date,
    type_into,
)
from tests.journeys.portal import Portal
from tests.journeys.walk import PHONE, Walk

TOM, NADIA, PRIYA = "tom.ashworth@demo.example", "nadia.karim@demo.example", "priya.raman@demo.example"
NEWCOMER, ADDRESS = "Nina Next", "nina.next@demo.example"
AWAY_FROM, AWAY_UNTIL = today() + timedelta(days=3), today() + timedelta(days=17)
COUNCIL = "Sample Borough Council (invented for a demo)"
"""Nearly the name of the partner that the demo's story registers."""


def test_posts_deputies_and_partners_by_the_keys_alone(portal_afresh: Portal, walk: Begin):
    """Nobody in this story touches a mouse.

    1. On a phone with a keyboard, Tom nominates Nina Next; an address that is none is mended from the summary.
    2. At a desk, Priya finds the nomination and confirms it. The menu leads her to the national team, past her second
       step, to the names of roles, and to time and support. An open menu covers nothing that she comes to. At the
       board's page she registers a partner, though one of nearly the same name is there.
    3. On her phone, Dr Karim names who acts for her for two weeks, and goes back to a box that she left empty.
    """
    nominates(walk(portal_afresh, "keys-office", PHONE))
    priya = walk(portal_afresh, "keys-national")
    confirms(priya)
    opens_the_national_pages(priya)
    registers_a_partner(priya)
    names_a_deputy(walk(portal_afresh, "keys-lead", PHONE))


def nominates(person: Walk) -> None:
    sign_in(person, TOM)
    person.open("/directory/RAE/people/")
    skip_to_the_content(person)
    follow(person, "Nominate somebody")
    skip_to_the_content(person)
    type_into(person, person.main.get_by_label("What is their name?"), NEWCOMER)
    type_into(person, person.main.get_by_label("What is their work email address?"), "nina.next")
    choose(person, "What will they be?", "Deputy to the executive lead")
    press(person, person.main.get_by_label("They share the post with somebody"), "Space")
    follow(person, "Nominate them")
    summary = summary_of_mistakes(person)
    person.look("not-an-address")
    press(person, summary.get_by_role("link"))
    address = person.main.get_by_label("What is their work email address?")
    expect(address).to_be_focused()
    person.page.keyboard.press("End")
    person.page.keyboard.type("@demo.example")
    expect(person.main.get_by_label("They share the post with somebody")).to_be_checked()
    person.page.keyboard.press("Enter")
    person.reads(f"{NEWCOMER} is nominated.")
    expect(person.page.get_by_role("alert")).to_be_focused()


def confirms(person: Walk) -> None:
    sign_in(person, PRIYA)
    person.open("/directory/RAE/people/")
    skip_to_the_content(person)
    follow(person, NEWCOMER)
    skip_to_the_content(person)
    follow(person, "Confirm and invite them")
    person.reads("An invitation is on its way")


def opens_the_national_pages(person: Walk) -> None:
    opens_the_menu(person)
    follow(person, "National team", within=menu_of(person))
    show_the_second_step(person)
    expect(person.page.locator("h1")).to_have_text("National team")
    skip_to_the_content(person)
    follow(person, "Names of roles")
    expect(person.page.locator("h1")).to_have_text("Names of roles")
    walks_past_what_is_no_stop(person)
    opens_the_menu(person)
    follow(person, "Coverage", within=menu_of(person))
    skip_to_the_content(person)
    follow(person, "Time and support")
    expect(person.page.locator("h1")).to_have_text("Time and support")


def menu_of(person: Walk) -> Locator:
    return person.page.locator(".portal-menu")


def opens_the_menu(person: Walk) -> None:
    press(person, menu_of(person).locator("summary"))
    expect(menu_of(person)).to_have_attribute("open", "")


def walks_past_what_is_no_stop(person: Walk) -> None:
    """A menu that was left covers nothing, Escape closes it, and a table that fits its place is no stop."""
    opens_the_menu(person)
    person.page.keyboard.press("Escape")
    expect(menu_of(person).locator("summary")).to_be_focused()
    expect(menu_of(person)).not_to_have_attribute("open", "")
    person.page.keyboard.press("Enter")
    go_to(person, person.page.get_by_role("navigation", name="Main").get_by_role("link", name="Board report"))
    expect(menu_of(person)).not_to_have_attribute("open", "")
    go_to(person, person.page.get_by_role("link", name="National team"))
    person.page.keyboard.press("Tab")
    expect(person.main.get_by_role("link").first).to_be_focused()
    person.look("names-of-roles")
    go_back_to(person, menu_of(person).locator("summary"))


def registers_a_partner(person: Walk) -> None:
    person.open("/directory/QWO/")
    skip_to_the_content(person)
    follow(person, "Register a partner")
    skip_to_the_content(person)
    type_into(person, person.main.get_by_label("What is it called?"), COUNCIL)
    press(person, person.main.get_by_label("Local council"), "Space")
    person.page.keyboard.press("ArrowDown")
    expect(person.main.get_by_label("Charity or community group")).to_be_checked()
    type_into(person, person.main.get_by_label("In which town is it?"), "Bradford")
    type_date(person, "Since when has it worked with you?", today())
    follow(person, "Register the partner")
    expect(person.page.locator("#alike")).to_be_focused()
    person.look("alike")
    follow(person, "Register it all the same")
    person.reads(f"{COUNCIL} is registered.")
    person.look("partner")


def names_a_deputy(person: Walk) -> None:
    sign_in(person, NADIA)
    person.open("/account/")
    skip_to_the_content(person)
    follow(person, "Name who acts for you")
    skip_to_the_content(person)
    choose(person, "Who will act?", "Amara Lewis")
    type_date(person, "From which day?", AWAY_FROM)
    follow(person, "Let them act")
    summary = summary_of_mistakes(person)
    press(person, summary.get_by_role("link", name="Until which day?"))
    expect(person.main.get_by_role("group", name="Until which day?").get_by_label("Day")).to_be_focused()
    person.look("no-last-day")
    type_date(person, "Until which day?", AWAY_UNTIL)
    go_back_to(person, person.main.get_by_label("Who will act?"))
    go_to(person, person.main.get_by_role("button", name="Let them act"))
    person.page.keyboard.press("Enter")
    person.reads("Amara Lewis acts for Dr Nadia Karim")
    person.reads(long_date(AWAY_UNTIL))
    person.look("deputy-named")
