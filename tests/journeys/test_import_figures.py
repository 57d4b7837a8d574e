"""How an organisation's own figures reach its board: a file with three bad rows, mended, and seen on the board view."""

import csv
import io
from calendar import monthrange
from datetime import date

import openpyxl
import pytest
from playwright.sync_api import expect

from accountability.figurefiles.columns import BY_KEY, COLUMNS
from accountability.reference.catalogue import sources
from tests.journeys.conftest import Begin
from tests.journeys.keys import follow, go_to, press
from tests.journeys.portal import Portal
from tests.journeys.walk import DESKTOP, PHONE, Walk

RUTH = "ruth.okafor@demo.example"
BOARD = "QWO"
TITLE = "Waiting 18 weeks or less, as our own team counts"
MONTHS = 14
MEASURE_OF_OUR_OWN = f"""
from accountability.actions.catalogue import add_measure
from hileads.leads.models import User
from hileads.organisations.models import Organisation
meaning = {{
    "title": "{TITLE}", "definition": "Waits for treatment that are still going on.", "owner": "Our team",
    "numerator": "Waits of 18 weeks or less", "denominator": "All waits", "unit": "percent",
    "statement": "{{value}} of waits were of 18 weeks or less", "direction": "higher_is_better", "breakdown": "none",
    "method": "As published by NHS England.", "frequency": "Every month",
}}
version = add_measure(
    by=User.objects.get(email="{RUTH}"), organisation=Organisation.objects.get(code="{BOARD}"), family="core",
    meaning=meaning,
)
print(version.measure.code)
"""
MISTAKES = {
    2: ("numerator", "999,999", "The numerator, 999,999, is larger than the denominator"),
    5: ("period_start", "31 June 2025", "“Period start” says “31 June 2025”."),
    8: ("code", "QXX9", "QXX9"),
}
"""By row of the file: what is wrong in which column, and what the page says of it."""


@pytest.mark.parametrize(
    ("viewport", "script"),
    [
        pytest.param(DESKTOP, True, id="at a desk"),
        pytest.param(PHONE, False, id="on a phone without JavaScript"),
    ],
)
def test_a_file_with_three_bad_rows_is_mended_and_the_board_sees_it(
    portal_afresh: Portal, walk: Begin, viewport: dict[str, int], script: bool
):
    """Ruth hands in her board's real waiting times with the keys alone, mends three rows, and her board view changes."""
    code = portal_afresh.command("shell", "--no-imports", "-c", MEASURE_OF_OUR_OWN).split()[-1]
    good = rows_of(code)
    bad = [dict(row) for row in good]
    for place, (column, mistake, _) in MISTAKES.items():
        bad[place][column] = mistake
    person = walk(portal_afresh, f"import-figures-{viewport['width']}", viewport, script=script)
    person.sign_in(RUTH)
    before = what_the_board_sees(person)
    assert TITLE not in before
    hands_in(person, "waits.csv", bad)
    sees_the_bad_rows(person)
    hands_in(person, "waits-mended.csv", good)
    imports(person)
    after = what_the_board_sees(person)
    assert TITLE in after
    person.look("board-view-after")
    goes_on_to_the_measure(person)
    takes_it_back(person)


def rows_of(code: str) -> list[dict[str, str]]:
    """Return the newest months of the board's published waiting times as rows of the template."""
    file = next(entry.file for entry in sources() if entry.file.name.startswith("rtt_incomplete_icb"))
    with file.open(encoding="utf-8-sig", newline="") as lines:
        rows = [row for row in csv.DictReader(lines) if row["icb_code"] == BOARD][-MONTHS:]
    return [_row(code, row) for row in rows]


def _row(code: str, row: dict[str, str]) -> dict[str, str]:
    year, month = map(int, row["period"].split("-"))
    first, last = date(year, month, 1), date(year, month, monthrange(year, month)[1])
    return {
        "measure": code,
        "code": BOARD,
        "period": f"{first:%B %Y}",
        "period_start": f"{first:%d/%m/%Y}",
        "period_end": f"{last:%d/%m/%Y}",
        "numerator": row["within_18_weeks"],
        "denominator": row["incomplete_total"],
    }


def as_csv(rows: list[dict[str, str]]) -> bytes:
    text = io.StringIO()
    writer = csv.DictWriter(text, [column.key for column in COLUMNS])
    writer.writerow({key: column.heading for key, column in BY_KEY.items()})
    writer.writerows(rows)
    return text.getvalue().encode()


def what_the_board_sees(person: Walk) -> str:
    person.open(f"/measures/board/{BOARD}/")
    person.look("board-view")
    return person.main.inner_text()


def hands_in(person: Walk, name: str, rows: list[dict[str, str]]) -> None:
    person.open("/measures/")
    follow(person, "Import our own figures")
    person.look("imports")
    follow(person, "Import a file")
    person.look("import-a-file")
    box = person.page.locator("input[type=file]")
    go_to(person, person.page.locator(".nhsuk-file-upload__drop-button") if person.with_script else box)
    box.set_input_files({"name": name, "mimeType": "text/csv", "buffer": as_csv(rows)})
    press(person, person.main.get_by_role("button", name="Check the file"))
    expect(person.page.locator("h1")).to_contain_text(name)
    waits_until_it_is_checked(person)


def waits_until_it_is_checked(person: Walk) -> None:
    for _ in range(240):
        if not person.main.get_by_text("See how far it is now").count():
            return
        person.page.wait_for_timeout(250)
        person.page.reload()
    raise AssertionError("The file was not checked within a minute.")


def sees_the_bad_rows(person: Walk) -> None:
    person.reads("3 rows are rejected.")
    person.look("three-bad-rows")
    for place, (_, _, reason) in MISTAKES.items():
        person.reads(f"Row {place + 2}")
        person.reads(reason)
    with person.page.expect_download() as caught:
        press(person, person.main.get_by_role("link", name="Download the rejected rows"))
    sheet = openpyxl.load_workbook(io.BytesIO(caught.value.path().read_bytes())).active
    assert sheet.max_row == 1 + len(MISTAKES)


def imports(person: Walk) -> None:
    person.reads(f"Importing would bring {MONTHS} new figures and change 0.")
    person.look("mended")
    press(person, person.main.get_by_role("button", name=f"Import {MONTHS} figures"))
    person.reads("Undo this import")
    person.look("imported")


def goes_on_to_the_measure(person: Walk) -> None:
    follow(person, TITLE)
    person.reads("70.0% of waits were of 18 weeks or less")
    person.reads("Has it changed by more than chance?")
    person.look("measure-of-our-own")


def takes_it_back(person: Walk) -> None:
    person.open(f"/figures/{BOARD}/imports/")
    follow(person, "waits-mended.csv")
    follow(person, "Undo this import")
    person.look("undo")
    press(person, person.main.get_by_role("button", name="Undo this import"))
    person.reads("Undone on")
    assert TITLE not in what_the_board_sees(person)
