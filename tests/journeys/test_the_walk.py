"""The whole chain in the demo, as its people walk it: once at a desk, once on a narrow phone without JavaScript."""

import json
import re
from datetime import timedelta
from io import BytesIO
from pathlib import Path
from typing import Any

import docx
import openpyxl
import pypdf
import pytest
from playwright.sync_api import expect

from accountability.exports.figures import series_from, table_heading, table_rows
from hileads.clock import today
from tests.journeys.conftest import Begin
from tests.journeys.portal import Portal
from tests.journeys.walk import DESKTOP, PHONE, Walk

NADIA, TOM, PRIYA = "nadia.karim@demo.example", "tom.ashworth@demo.example", "priya.raman@demo.example"
AMARA = "amara.lewis@demo.example"
ACTIVITY = "Learn from others, and share what you learn"
QUESTION = "what should our board ask about race equality?"
PRIVATE = "Ask two wards why people leave before they are seen."
SHARED = "Find out with two wards why people leave before they are seen"
SNAPSHOT = (
    "from accountability.models import Snapshot; "
    "print(Snapshot.objects.order_by('-frozen_at').values_list('document', flat=True)[0])"
)

PAIRINGS = [
    pytest.param(DESKTOP, True, id="at a desk"),
    pytest.param(PHONE, False, id="on a phone without JavaScript"),
]


@pytest.mark.parametrize(("viewport", "script"), PAIRINGS)
def test_the_walk(portal_afresh: Portal, walk: Begin, tmp_path: Path, viewport: dict[str, int], script: bool):
    """The chain from evidence to the board's paper.

    1. Dr Karim, lead of a trust, signs in. "This week" says what needs her, the most consequential first. A lead on
       her third day finds a welcome instead, never an empty list.
    2. She reads the guide for her kind of organisation, picks an activity that other leads do, and adopts it: she
       says who and by when, the rest is filled in.
    3. She asks the evidence a question in her own words, opens an answer and cites it on the action, as it reads now.
    4. She accepts the next session of her learning set and gets an invitation for her calendar. From the session
       that has been, she keeps a commitment to herself, and turns it into an action in words that may leave the set.
    5. She looks at smoking by deprivation and at waiting in A&E: the finding in a sentence, chart, table, method, in
       the same form.
    6. The board secretary finds that the report has assembled itself. He fills in the front sheet, writes the words,
       freezes it. Dr Karim signs. He exports PDF, Word and spreadsheet, which say what was frozen.
    7. The national administrator sees which organisations have no lead.
    8. A reminder of the session came from the worker. The weekly digest comes too, and both stand under "Messages
       sent to me".
    """
    person = walk(portal_afresh, f"walk-{viewport['width']}", viewport, script=script)
    finds_what_needs_her(person)
    adopts_an_activity(person)
    cites_evidence(person)
    accepts_a_session(person)
    turns_a_commitment_into_an_action(person)
    reads_two_measures(person)
    writes_and_freezes_the_report(person)
    signs_it(person)
    exports_what_was_frozen(person, tmp_path)
    sees_who_has_no_lead(person)
    gets_reminder_and_digest(person)


def finds_what_needs_her(person: Walk) -> None:
    person.open("/")
    person.look("welcome")
    person.open("/account/login/")
    person.look("sign-in")
    person.sign_in("joanna.pike@demo.example")
    person.reads("Welcome, Joanna Pike")
    person.reads("Nothing else needs you before")
    person.look("first-visit")
    person.sign_out()
    person.sign_in(NADIA)
    first = person.main.get_by_role("listitem").first
    expect(first).to_contain_text("Your learning set asks whether you can come")
    person.look("this-week")


def adopts_an_activity(person: Walk) -> None:
    person.go("My role")
    person.look("my-role")
    person.follow("Read the guide")
    person.reads("Back to the contents")
    person.look("role-guide")
    person.go("My role")
    person.follow("See everything that leads do")
    person.look("activities")
    names = person.main.get_by_role("heading", level=3).get_by_role("link").all_inner_texts()
    name = next(name for name in names if name.startswith(ACTIVITY)) if ACTIVITY in str(names) else names[-1]
    person.follow(name)
    person.look("activity")
    person.follow("Add to our plan")
    person.look("add-to-our-plan")
    person.write_date("By when?", today() + timedelta(days=60))
    person.press("Add to our plan")
    person.reads("First step")
    person.reads("The board’s job it serves")
    person.reads("How we will know")
    expect(person.main.get_by_role("heading", level=1)).to_contain_text(name)
    person.look("action-adopted")


def cites_evidence(person: Walk) -> None:
    action = person.page.get_by_role("heading", level=1).inner_text()
    person.go("Evidence")
    person.look("evidence")
    person.write("What do you want to know?", QUESTION)
    person.press("Search")
    person.look("evidence-found")
    person.main.get_by_role("list").get_by_role("heading", level=3).first.get_by_role("link").click()
    resource = person.page.get_by_role("heading", level=1).inner_text()
    person.look("resource")
    person.follow("Use it in an action")
    person.look("use-it-in-an-action")
    title = action.splitlines()[-1].strip()
    person.main.get_by_role("radio", name=title).check(force=True)
    person.write("What does it tell you for this action?", "Which questions a board can ask.")
    person.press("Use it")
    person.reads("The action now rests on this evidence.")
    person.reads(resource)
    person.reads("Version of")
    person.look("action-with-evidence")


def accepts_a_session(person: Walk) -> None:
    person.go("Learning sets")
    person.look("learning-sets")
    person.follow("Say whether you can come")
    person.look("session")
    person.press("I will be there")
    person.reads("You will be there")
    person.look("session-accepted")
    letter = person.portal.letterbox.wait_for(NADIA, "you will be there")
    calendars = [part for part in letter.walk() if part.get_content_type() == "text/calendar"]
    assert calendars, "the letter brings an entry for the calendar"
    text = calendars[0].get_content()
    assert "METHOD:REQUEST" in text
    assert "BEGIN:VEVENT" in text


def turns_a_commitment_into_an_action(person: Walk) -> None:
    person.go("Learning sets")
    person.main.get_by_role("heading", level=3).first.get_by_role("link").click()
    person.look("learning-set")
    person.main.get_by_role("list").last.get_by_role("link").first.click()
    person.look("session-held")
    person.follow("Record a commitment")
    person.reads("Visible to: you alone.")
    person.look("commitment")
    person.write("What will you do?", PRIVATE)
    person.write_date("By when?", today() + timedelta(days=20))
    person.press("Keep my commitment")
    person.look("commitment-kept")
    person.main.get_by_role("listitem").filter(has_text=PRIVATE).get_by_text("Turn into an action").click()
    person.reads("Your commitment, which only you can see:")
    expect(person.main.get_by_label("What will you do?")).to_have_value("")
    person.write("What will you do?", SHARED)
    person.look("commitment-to-action")
    person.press("Add to our plan")
    person.reads("A commitment made in a learning set")
    expect(person.main).not_to_contain_text(PRIVATE)
    person.look("action-from-commitment")


def reads_two_measures(person: Walk) -> None:
    person.go("Our plan")
    person.reads(SHARED)
    person.look("our-plan")
    person.go("Our measures")
    person.look("our-measures")
    forms = []
    for number, name in enumerate((re.compile("[Ss]mok"), re.compile("^A&E within four hours$"))):
        person.go("Our measures")
        person.main.get_by_role("link", name=name).first.click()
        person.look(f"measure-{number + 1}")
        expect(person.main.get_by_role("img").first).to_be_visible()
        expect(person.main.get_by_role("table", name=re.compile("^Newest first"))).to_contain_text(
            "95% confidence interval"
        )
        forms.append(person.main.get_by_role("heading", level=2).all_inner_texts())
    assert forms[0] == forms[1], "an inequality and a core measure are shown in the same form"


def writes_and_freezes_the_report(person: Walk) -> None:
    person.sign_out()
    person.sign_in(TOM)
    person.look("this-week-of-the-secretary")
    person.go("Board report")
    person.look("reports")
    person.main.get_by_role("heading", level=2).get_by_role("link").first.click()
    person.reads(SHARED)
    person.look("report")
    person.follow("Fill in the front sheet")
    person.main.get_by_label("Discuss").check(force=True)
    person.write("What in particular?", "Discuss who owns the smoking figure.")
    person.look("front-sheet")
    person.press("Save the front sheet")
    person.follow("Write the narrative")
    person.write("What should the board know?", "The gap in smoking is smaller in points.\n\nWe began late.")
    person.look("narrative")
    person.press("Save the words")
    person.reads("We began late.")
    person.follow("Freeze the report")
    person.look("freeze")
    person.press("Freeze the report")
    person.reads("The report is frozen.")
    person.look("report-frozen")


def signs_it(person: Walk) -> None:
    person.sign_out()
    person.sign_in(NADIA)
    person.follow("Read and sign it")
    person.follow("Sign the report")
    person.look("sign")
    person.press("Sign the report")
    person.reads("You have signed the report.")
    person.look("report-signed")


def exports_what_was_frozen(person: Walk, folder: Path) -> None:
    person.sign_out()
    person.sign_in(TOM)
    person.go("Board report")
    person.main.get_by_role("heading", level=2).get_by_role("link").first.click()
    person.look("report-to-export")
    frozen = json.loads(person.portal.command("shell", "--no-imports", "-c", SNAPSHOT))
    assert any(action["title"] == SHARED for action in frozen["actions"])
    tables = [
        (table_heading(series_from(one["series"])), table_rows(series_from(one["series"])))
        for one in frozen["measures"]
    ]
    assert len(tables) >= 1
    for label, check in (
        ("Export as PDF", pdf_says),
        ("Export as Word", word_says),
        ("Export as spreadsheet", spreadsheet_says),
    ):
        with person.page.expect_download() as download:
            person.press(label)
        assert download.value.suggested_filename.startswith("DEMO-RAE-")
        file = folder / download.value.suggested_filename
        download.value.save_as(file)
        check(file.read_bytes(), frozen, tables)


Tables = list[tuple[list[str], list[list[str]]]]


def pdf_says(content: bytes, frozen: dict[str, Any], tables: Tables) -> None:
    text = " ".join(page.extract_text() for page in pypdf.PdfReader(BytesIO(content)).pages)
    flat = re.sub(r"\s+", "", text)
    for cells in [row for _, rows in tables for row in rows]:
        assert re.sub(r"\s+", "", "".join(cells)) in flat
    assert "Webeganlate." in flat


def word_says(content: bytes, frozen: dict[str, Any], tables: Tables) -> None:
    opened = docx.Document(BytesIO(content))
    found = [[[cell.text for cell in row.cells] for row in table.rows] for table in opened.tables]
    for heading, rows in tables:
        assert [heading, *rows] in found
    assert "We began late." in [paragraph.text for paragraph in opened.paragraphs]


def spreadsheet_says(content: bytes, frozen: dict[str, Any], tables: Tables) -> None:
    workbook = openpyxl.load_workbook(BytesIO(content))
    titles = [row[0] for row in workbook["Actions"].iter_rows(min_row=4, values_only=True)]
    assert titles == [action["title"] for action in frozen["actions"]]
    for number, measure in enumerate(frozen["measures"], start=1):
        rows = list(workbook[f"Measure {number}"].iter_rows(min_row=4, values_only=True))
        values = [row[3] for row in rows if isinstance(row[3], int | float)]
        points = [point["value"] for point in measure["series"]["points"] if point["value"] is not None]
        assert sorted(values) == sorted(points)


def sees_who_has_no_lead(person: Walk) -> None:
    person.sign_out()
    person.sign_in(PRIYA)
    person.page.get_by_text("Priya Raman").click()
    person.page.get_by_role("link", name="Coverage").click()
    person.reads("expected to name an executive lead")
    person.look("coverage")


def gets_reminder_and_digest(person: Walk) -> None:
    reminder = person.portal.letterbox.wait_for(NADIA, "Learning set on")
    assert "posted" in person.portal.command("send_digests")
    person.portal.letterbox.wait_for(AMARA, "Your week:")
    worker = person.portal.log_of("worker")
    assert re.search(r"Task hileads\.notifications\.tasks\.sweep\[.*succeeded", worker)
    person.sign_out()
    person.sign_in(NADIA)
    person.page.get_by_text("Dr Nadia Karim").first.click()
    person.page.get_by_role("link", name="Messages sent to me").click()
    row = person.main.get_by_role("listitem").filter(has_text=str(reminder["Subject"])).first
    expect(row).to_contain_text(f"Sent to {NADIA}")
    person.look("messages")
    person.sign_out()
    person.sign_in(AMARA)
    person.page.get_by_text("Amara Lewis").first.click()
    person.page.get_by_role("link", name="Messages sent to me").click()
    person.main.get_by_role("link", name=re.compile("Your week:")).first.click()
    person.look("digest")
