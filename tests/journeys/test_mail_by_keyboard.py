"""What comes by mail is chosen, stopped and held back with the keys alone, on a phone and at a desk."""

from datetime import timedelta

from playwright.sync_api import expect

from hileads.clock import today
from tests.journeys.conftest import Begin
from tests.journeys.keys import (
    follow,
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

NADIA, PRIYA = "nadia.karim@demo.example", "priya.raman@demo.example"
LINK = "from hileads.leads.models import User; from hileads.notifications.emails import choices_path; "
LINK += f"print('at', choices_path(User.objects.get(email='{NADIA}')))"
AWAY_FROM, AWAY_UNTIL = today() + timedelta(days=3), today() + timedelta(days=10)


def test_mail_by_the_keys_alone(portal_afresh: Portal, walk: Begin):
    """Nobody in this story touches a mouse.

    1. On a phone with a keyboard, Dr Karim chooses one mail a month, forgets the last day of her pause, and mends it.
    2. By the link of a mail, without signing in, somebody stops a kind of mail, and takes that back.
    3. At a desk, Priya holds a stream back, is asked why, and lets it go again.
    """
    chooses(walk(portal_afresh, "mail-lead", PHONE))
    stops_by_a_link(walk(portal_afresh, "mail-link", PHONE), link_of(portal_afresh))
    holds_back(walk(portal_afresh, "mail-national"))


def link_of(portal: Portal) -> str:
    """Return the path that the mails to Dr Karim lead to."""
    told = portal.command("shell", "--verbosity=0", "-c", LINK)
    return told.split("at ")[-1].strip()


def chooses(person: Walk) -> None:
    sign_in(person, NADIA)
    person.open("/messages/choices/")
    person.look("choices")
    skip_to_the_content(person)
    digest = person.main.get_by_role("group", name="Your digest")
    go_to(person, digest.get_by_role("radio", checked=True))
    person.page.keyboard.press("ArrowDown")
    expect(digest.get_by_label("In one mail a month")).to_be_checked()
    type_date(person, "First day without mail", AWAY_FROM)
    follow(person, "Keep my choices")
    summary = summary_of_mistakes(person)
    expect(summary).to_contain_text("Enter the last day too, or leave both empty")
    expect(digest.get_by_label("In one mail a month")).to_be_checked()
    person.look("choices-without-a-last-day")
    press(person, summary.get_by_role("link"))
    type_date(person, "Last day without mail", AWAY_UNTIL)
    follow(person, "Keep my choices")
    person.reads("Your choices are kept.")
    person.look("choices-kept")


def stops_by_a_link(person: Walk, link: str) -> None:
    person.open(f"{link}stop/community/")
    person.look("stop")
    skip_to_the_content(person)
    follow(person, "Stop them")
    person.reads("You get no more mail about")
    person.look("stopped")
    skip_to_the_content(person)
    follow(person, "Undo: send them again")
    person.look("sent-again")
    skip_to_the_content(person)
    follow(person, "Choose for each kind of message how it comes")
    person.reads("These are the choices of")
    person.look("choices-by-link")


def holds_back(person: Walk) -> None:
    sign_in(person, PRIYA)
    person.open("/messages/sending/")
    person.look("sending")
    skip_to_the_content(person)
    follow(person, "Hold it back")
    show_the_second_step(person)
    expect(person.page.locator("h1")).to_contain_text("Hold back")
    person.look("hold")
    skip_to_the_content(person)
    follow(person, "Hold it back")
    press(person, summary_of_mistakes(person).get_by_role("link"))
    type_into(person, person.main.get_by_label("Why is it held back?"), "A wrong address stands in them.")
    follow(person, "Hold it back")
    person.reads("A wrong address stands in them.")
    person.look("held")
    skip_to_the_content(person)
    follow(person, "Let it go")
    person.reads("leaves again.")
