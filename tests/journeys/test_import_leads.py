"""How 450 leads come at once: an administrator imports a spreadsheet with ten bad rows, mends them, and imports again."""

import io
import json
import re
from typing import Any

import openpyxl
import pytest
from playwright.sync_api import Download, expect

from hileads.leads.leadfiles.columns import COLUMNS
from tests.journeys.conftest import Begin
from tests.journeys.portal import Portal
from tests.journeys.walk import DESKTOP, PHONE, Walk

PRIYA = "priya.raman@demo.example"
LEADS = 450
LEAD = "Executive lead for health inequalities"
XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
OPEN_WITHOUT_A_LEAD = """
import json
from hileads.leads.models import Appointment
from hileads.organisations.models import Organisation
from hileads.clock import today
led = Appointment.objects.exclude(organisation=None).values("organisation")
places = Organisation.objects.filter(kind__in=["trust", "icb", "pcn"]).open_on(today()).exclude(pk__in=led)
print(json.dumps(list(places.order_by("kind", "code").values_list("code", flat=True)[:450])))
"""
MISTAKES: list[tuple[int, str, str]] = [
    (0, "RXX9", "No organisation in the register has the code RXX9."),
    (1, "King", "No role is called “King”."),
    (2, "", "“Name” is empty."),
    (3, "anna at nhs", "“anna at nhs” is not an email address."),
    (5, "31 June 2026", "“From” says “31 June 2026”."),
    (7, "perhaps", "“Interim” says “perhaps”."),
    (8, "maybe", "“Job share” says “maybe”."),
    (9, "RXX9", "Nobody with this address holds this post at RXX9."),
    (6, "1 January 2020", "The last day, 1 January 2020, is before the first, 1 April 2026."),
    (2, "=A1", "“Name” holds a formula."),
]


def rows_for(codes: list[str]) -> list[list[Any]]:
    """Return a lead for each organisation: invented names, one address each."""
    return [
        [
            code,
            LEAD,
            f"Lead Number{place}",
            f"lead{place}@import.example",
            "Director",
            "1 April 2026",
            "",
            "",
            "",
            "",
        ]
        for place, code in enumerate(codes)
    ]


def workbook(rows: list[list[Any]]) -> bytes:
    book = openpyxl.Workbook()
    book.active.append([column.heading for column in COLUMNS])
    for row in rows:
        book.active.append(row)
    saved = io.BytesIO()
    book.save(saved)
    return saved.getvalue()


def downloaded(file: Download) -> openpyxl.Workbook:
    """Return the workbook that the browser was given, whatever name it keeps it under."""
    return openpyxl.load_workbook(io.BytesIO(file.path().read_bytes()))


@pytest.mark.parametrize(
    ("viewport", "script"),
    [
        pytest.param(DESKTOP, True, id="at a desk"),
        pytest.param(PHONE, False, id="on a phone without JavaScript"),
    ],
)
def test_450_leads_come_by_a_spreadsheet_with_ten_bad_rows(
    portal_afresh: Portal, walk: Begin, viewport: dict[str, int], script: bool
):
    """Priya hands in the list, sees what is wrong with ten rows, imports the others, mends the ten and imports again.

    The third time says that all is unchanged. Then she lets the invitations go, and the first mails arrive.
    """
    codes = json.loads(
        portal_afresh.command("shell", "--no-imports", "-c", OPEN_WITHOUT_A_LEAD).splitlines()[-1]
    )
    assert len(codes) == LEADS
    good = rows_for(codes)
    bad = [list(row) for row in good]
    for place, (column, mistake, _) in enumerate(MISTAKES):
        bad[place * 40][column] = mistake
    person = walk(portal_afresh, f"import-leads-{viewport['width']}", viewport, script=script)
    person.sign_in(PRIYA)
    finds_the_page_and_its_template(person)
    hands_in(person, "leads.xlsx", workbook(bad))
    sees_the_bad_rows_and_imports_the_others(person)
    hands_in(person, "leads-mended.xlsx", workbook(good))
    imports_the_mended_ones(person)
    hands_in(person, "leads-mended.xlsx", workbook(good))
    person.reads("All 450 rows are unchanged")
    person.look("all-unchanged")
    assert portal_afresh.letterbox.to("@import.example") == []
    lets_the_invitations_go(person)


def finds_the_page_and_its_template(person: Walk) -> None:
    person.open("/lead-imports/")
    person.look("import-leads")
    person.press("See what it would do")
    person.reads("Choose the list")
    person.look("nothing-chosen")
    with person.page.expect_download() as caught:
        person.follow("Excel workbook")
    template = downloaded(caught.value)["Leads"]
    assert [cell.value for cell in template[1]] == [column.heading for column in COLUMNS]


def hands_in(person: Walk, name: str, content: bytes) -> None:
    person.open("/lead-imports/")
    person.page.locator("input[type=file]").set_input_files(
        {"name": name, "mimeType": XLSX, "buffer": content}
    )
    person.press("See what it would do")
    expect(person.page.locator("h1")).to_contain_text(name)


def sees_the_bad_rows_and_imports_the_others(person: Walk) -> None:
    person.reads("440 rows change something, and 10 rows have to be mended first.")
    for place, (_, _, reason) in enumerate(MISTAKES):
        person.reads(f"Row {place * 40 + 2}")
        person.reads(reason)
    person.look("bad-rows")
    with person.page.expect_download() as caught:
        person.follow("Download the rows to be mended")
    assert downloaded(caught.value)["Leads"].max_row == 11
    person.press("Apply the 440 changes and pass over the rest")
    person.reads("Imported: 440 to be invited. Nobody has been written to.")
    person.look("imported")


def imports_the_mended_ones(person: Walk) -> None:
    person.reads("10 rows change something.")
    person.look("mended")
    person.press("Apply the 10 changes")
    person.reads("Imported: 10 to be invited, 440 unchanged. Nobody has been written to.")


def lets_the_invitations_go(person: Walk) -> None:
    person.follow("Invitations waiting to be sent: 450")
    person.look("invitations-waiting")
    person.press("Send the 450 invitations waiting")
    person.reads("450 invitations on the way.")
    person.look("invitations-on-their-way")
    letter = person.portal.letterbox.wait_for("lead0@import.example", "Your post at", seconds=240)
    body = letter.get_body(("plain",))
    assert body
    assert re.search(r"Priya Raman nominated you", body.get_content())
    person.open("/lead-imports/invitations/")
    person.reads("Sent, waiting for an answer")
