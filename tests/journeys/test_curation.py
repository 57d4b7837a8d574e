"""Content on its way to readers: one person writes and submits, another reviews and publishes."""

import re
from datetime import timedelta

from playwright.sync_api import expect

from hileads.clock import today
from tests.journeys.conftest import Begin
from tests.journeys.portal import Portal
from tests.journeys.walk import Walk

NADIA, SAM, PRIYA = "nadia.karim@demo.example", "sam.whitfield@demo.example", "priya.raman@demo.example"
RESOURCE = "Waiting lists by postcode: a worked example"
GUIDE = "Leading on health inequalities in a primary care network"
ADVICE = "Choose one list of patients and ask who is missing from it."


def test_content_reaches_readers_by_submit_review_and_publish(portal_afresh: Portal, walk: Begin):
    """A new resource and a new role guide.

    1. Sam, a curator, opens the workshop, writes a resource and a role guide, and submits both. Readers see neither.
    2. Priya, a national administrator, hears of it by mail, finds both in her queue, and publishes them.
    3. Dr Karim finds the resource by asking for it, and reads the guide.
    """
    person = walk(portal_afresh, "curation")
    person.sign_in(SAM)
    enter_the_workshop(person)
    write_a_resource(person)
    write_a_guide(person)
    cannot_be_read_yet(person)
    person.sign_out()
    person.sign_in(PRIYA)
    assert person.portal.letterbox.wait_for(PRIYA, RESOURCE)
    for title in (RESOURCE, GUIDE):
        enter_the_workshop(person)
        publish(person, title)
    is_read_by_a_lead(person)


def enter_the_workshop(person: Walk) -> None:
    person.open("/this-week/")
    person.page.locator(".portal-menu__name").click()
    person.page.get_by_role("link", name="Curate", exact=True).click()
    person.look("workshop")


def write_a_resource(person: Walk) -> None:
    add(person, "Evidence", "Resources")
    fill(
        person,
        title=RESOURCE,
        code="waits-by-postcode",
        publisher="Northfield Press",
        published="2025-03",
        url="https://northfield.example/waits",
        summary="How one team found out who waits longest.",
        strength="One team's account.",
    )
    person.page.locator("[name=kind]").select_option("guidance")
    person.page.locator("[name=level]").select_option("introductory")
    review_in_six_months(person)
    submit(person, "resource-submitted")


def write_a_guide(person: Walk) -> None:
    enter_the_workshop(person)
    add(person, "Induction", "Role guides")
    fill(person, title=GUIDE, code="pcn-lead", summary="How to start when you have little time.")
    person.page.locator("[name=organisation_kind]").select_option("pcn")
    person.page.get_by_role("button", name=re.compile("Add section", re.IGNORECASE)).click()
    fill(person, **{"sections-0-heading": "Where to start", "sections-0-code": "start"})
    person.page.locator("[id^=panel] [contenteditable=true]").first.click()
    person.page.keyboard.type(ADVICE)
    review_in_six_months(person)
    submit(person, "guide-submitted")


def add(person: Walk, group: str, kind: str) -> None:
    menu = person.page.get_by_role("navigation").first
    menu.get_by_role("button", name=group).click()
    person.page.get_by_role("link", name=kind, exact=True).click()
    person.page.get_by_role("link", name=re.compile("^Add")).first.click()


def fill(person: Walk, **words: str) -> None:
    for name, value in words.items():
        person.page.locator(f"[name={name}]").fill(value)


def review_in_six_months(person: Walk) -> None:
    box = person.page.locator("[name=review_due_date]")
    calendar = person.page.locator(".xdsoft_datetimepicker:visible")
    box.click()
    expect(calendar).to_have_count(1)
    box.fill((today() + timedelta(days=180)).isoformat())
    box.blur()
    expect(calendar).to_have_count(0)


def submit(person: Walk, what: str) -> None:
    person.page.get_by_role("button", name="More actions").click()
    person.page.get_by_role("button", name=re.compile("^Submit")).click()
    expect(person.page.get_by_text("submitted for moderation")).to_be_visible()
    person.look(what)


def cannot_be_read_yet(person: Walk) -> None:
    for path in ("/evidence/waits-by-postcode/", "/my-role/guides/pcn-lead/"):
        answer = person.page.goto(f"{person.portal.address}{path}")
        assert answer is not None
        assert answer.status == 404
    person.look("not-yet")


def publish(person: Walk, title: str) -> None:
    person.page.get_by_role("link", name=title, exact=True).click()
    person.look("review")
    person.page.get_by_role("button", name="More actions").click()
    person.page.get_by_role("button", name="Approve and Publish").click()
    expect(person.page.get_by_text(f"'{title}' updated")).to_be_visible()
    person.look("published")


def is_read_by_a_lead(person: Walk) -> None:
    person.sign_out()
    person.sign_in(NADIA)
    person.go("Evidence")
    person.write("What do you want to know?", "who waits longest by postcode?")
    person.press("Search")
    person.main.get_by_role("link", name=RESOURCE).first.click()
    person.reads("How one team found out who waits longest.")
    person.open("/my-role/guides/pcn-lead/")
    person.reads(ADVICE)
    person.look("guide-read")
