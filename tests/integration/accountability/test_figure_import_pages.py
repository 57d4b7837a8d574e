"""Importing figures in the browser: plain pages, links and buttons, which work without JavaScript."""

import io
from collections.abc import Callable
from typing import Any

import openpyxl
import pytest
from bs4 import BeautifulSoup
from django.core.cache import cache
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from accountability import tasks
from accountability.actions.figurefiles import check_figure_file
from accountability.actions.figureimports import apply_figures
from accountability.figurefiles.columns import LAYOUT
from accountability.figurefiles.writing import TYPES
from accountability.forms import figureimports as forms
from accountability.models import FigureImport, Observation, StagedFigure
from accountability.queries import figureimports as queries
from hileads.leads.models import User
from hileads.spreadsheets.layout import WHAT_IS_WRONG
from tests.actors import Cast
from tests.factories.boardroom import measure_of
from tests.factories.figurefiles import blank_row, checked, figure_row, figures_csv, handed_in

SignIn = Callable[[User], Client]
pytestmark = pytest.mark.django_db


@pytest.fixture
def analyst(cast: Cast, signed_in_by_code: SignIn) -> Client:
    measure_of()
    return signed_in_by_code(cast.deputy)


def text_of(answer: Any) -> str:
    return " ".join(BeautifulSoup(answer.content, "lxml").get_text(" ").split())


def page_of(client: Client, run: FigureImport, **asked: str) -> str:
    answer = client.get(reverse("figure-import-show", args=[run.public_id]), asked)
    assert answer.status_code == 200
    return text_of(answer)


def upload(client: Client, content: bytes, name: str = "figures.csv") -> Any:
    address = reverse("figure-import-add", args=["RAV"])
    return client.post(address, {"file": SimpleUploadedFile(name, content)}, follow=True)


def press(client: Client, answer: Any, button: str) -> Any:
    """Press a button of a page, as a browser without JavaScript does: its form is sent with what stands in it."""
    page = BeautifulSoup(answer.content, "lxml")
    (found,) = [one for one in page.find_all("button") if button in one.get_text(" ")]
    form = found.find_parent("form")
    sent = {one["name"]: one["value"] for one in form.find_all("input", attrs={"name": True, "value": True})}
    address = form.get("action") or answer.request["PATH_INFO"]
    return client.post(address, sent, follow=True)


def test_an_analyst_imports_a_file_with_a_bad_row_mends_it_and_sees_the_figure(
    analyst: Client, cast: Cast, signed_in: SignIn
):
    measures = text_of(analyst.get(reverse("measure-list")))
    assert "Import our own figures" in measures
    waiting = upload(analyst, figures_csv(figure_row(1), figure_row(2, numerator="many")))
    assert "Waiting for its turn to be checked" in text_of(waiting)
    tasks.carry_out_figure_imports()
    run = FigureImport.objects.get()
    looked_at = analyst.get(reverse("figure-import-show", args=[run.public_id]))
    said = text_of(looked_at)
    assert "Importing would bring 1 new figure and change 0." in said
    assert "Row 3 “Numerator” says “many”. Write a whole number" in said
    assert "Rejected: 1 row" in said
    mend = analyst.get(reverse("figure-import-mend", args=[run.public_id]))
    sheet = openpyxl.load_workbook(io.BytesIO(mend.content)).active
    lines = [[cell.value for cell in row] for row in sheet.iter_rows()]
    assert lines[0] == [*LAYOUT.headings, WHAT_IS_WRONG]
    assert len(lines) == 2
    assert lines[1][6] == "many"
    sheet["G2"].value = "800"
    mended = io.BytesIO()
    sheet.parent.save(mended)
    press(analyst, looked_at, "Import only the 1 good row, and leave out 1")
    upload(analyst, mended.getvalue(), "mended.xlsx")
    tasks.carry_out_figure_imports()
    newest = FigureImport.objects.first()
    done = press(
        analyst, analyst.get(reverse("figure-import-show", args=[newest.public_id])), "Import 1 figure"
    )
    assert "The figures are imported." in text_of(done)
    assert "See them in Our measures : Seen within four hours ." in text_of(done)
    shown = text_of(analyst.get(reverse("measure-show", args=["a-measure"])))
    assert "80.0%" in shown
    assert "Handed in by the organisation figures.csv on" in shown
    assert "; mended.xlsx on" in shown


def test_an_empty_list_says_what_to_do_next(analyst: Client):
    said = text_of(analyst.get(reverse("figure-import-list", args=["RAV"])))
    assert "No file of figures has been handed in for Alder Vale NHS Foundation Trust yet." in said
    assert "Download the template, fill it in" in said


def test_the_upload_page_explains_columns_measures_and_what_to_hide(analyst: Client):
    said = text_of(analyst.get(reverse("figure-import-add", args=["RAV"])))
    assert "Organisation code The ODS code of your organisation" in said
    assert "a-measure Seen within four hours: per cent. Groups: no groups." in said
    assert "Hide small numbers before you hand a file in" in said


@pytest.mark.parametrize("file_format", TYPES)
def test_the_template_comes_in_three_formats(analyst: Client, file_format: str):
    answer = analyst.get(reverse("figure-import-template", args=[file_format]))
    assert answer["Content-Type"] == TYPES[file_format]
    assert answer["Content-Disposition"] == f'attachment; filename="figures.{file_format}"'
    assert upload(analyst, answer.content, f"figures.{file_format}").status_code == 200
    tasks.carry_out_figure_imports()
    said = page_of(analyst, FigureImport.objects.get())
    assert "Below the headings there are no rows." in said
    assert "Nothing was changed. Mend the file and hand it in again" in said


def test_no_other_format_has_a_template(analyst: Client):
    assert analyst.get(reverse("figure-import-template", args=["pdf"])).status_code == 404


def test_what_is_missing_or_too_large_is_said(analyst: Client, monkeypatch: pytest.MonkeyPatch):
    address = reverse("figure-import-add", args=["RAV"])
    assert "Choose the file" in text_of(analyst.post(address, {}))
    assert "The file is empty. Choose one that holds rows" in text_of(upload(analyst, b""))
    monkeypatch.setattr(forms, "A_MEGABYTE", 0)
    assert "larger than 250 MB. Hand it in in parts" in text_of(upload(analyst, b"Measure"))
    assert "larger than 25 MB. Save the list as “CSV UTF-8”" in text_of(upload(analyst, b"PK\x03\x04"))
    assert not FigureImport.objects.exists()


def test_the_page_says_how_far_the_check_is(analyst: Client, cast: Cast):
    run = handed_in(cast.deputy, cast.trust, figures_csv(figure_row(1)))
    cache.set(run.progress_key, (12_000, 34))
    said = page_of(analyst, run)
    assert "12,000 rows checked so far , 34% of the file" in said.replace("far,", "far ,")
    assert "See how far it is now" in said
    cache.set(run.progress_key, (12_000, None))
    assert "% of the file" not in page_of(analyst, run)
    FigureImport.objects.update(state="applying", decided_at=run.handed_in_at, decided_by=cast.deputy)
    assert "All of it takes effect together, or none of it." in page_of(analyst, run)


def test_changes_are_shown_field_by_field_and_nothing_new_is_said_so(analyst: Client, cast: Cast):
    first = checked(cast.deputy, cast.trust, figure_row(1), figure_row(2))
    press(analyst, analyst.get(reverse("figure-import-show", args=[first.public_id])), "Import 2 figures")
    other = checked(cast.deputy, cast.trust, figure_row(1), blank_row(2))
    said = page_of(analyst, other, rows="changed")
    assert "Row 3 : Seen within four hours, February 2025" in said
    assert "State: Value → Hidden to protect people" in said
    assert "Unchanged: 1 row" in said
    same = checked(cast.deputy, cast.trust, figure_row(1))
    assert "there is nothing to import" in page_of(analyst, same)
    wrong = checked(cast.deputy, cast.trust, figure_row(1, numerator="x"))
    assert "No row of this file can be imported as it is." in page_of(analyst, wrong)


def test_an_import_is_undone_after_saying_what_that_means(analyst: Client, cast: Cast):
    run = checked(cast.deputy, cast.trust, figure_row(1))
    show, undo = (
        reverse(name, args=[run.public_id]) for name in ("figure-import-show", "figure-import-undo")
    )
    assert analyst.get(undo).status_code == 409
    imported = press(analyst, analyst.get(show), "Import 1 figure")
    assert "Undo this import" in text_of(imported)
    assert "These rows are not listed any more" in text_of(imported)
    asked = analyst.get(undo)
    assert "1 figure that was new does not count any more." in text_of(asked)
    done = press(analyst, asked, "Undo this import")
    assert "The import is undone. The figures are as they were before." in text_of(done)
    assert not Observation.objects.current().exists()
    listed = text_of(analyst.get(reverse("figure-import-list", args=["RAV"])))
    assert "Undone. Handed in on" in listed
    assert "by Dev Deputy" in listed


def test_what_cannot_be_undone_any_more_says_why(analyst: Client, cast: Cast):
    for month in (1, 2):
        run = checked(cast.deputy, cast.trust, figure_row(month))
        press(analyst, analyst.get(reverse("figure-import-show", args=[run.public_id])), "Import 1 figure")
    said = page_of(analyst, FigureImport.objects.last())
    assert "Another file has brought figures of the same measures since" in said


def test_a_file_is_checked_again_or_discarded_by_buttons(analyst: Client, cast: Cast):
    run = checked(cast.deputy, cast.trust, figure_row(1))
    again = press(analyst, analyst.get(reverse("figure-import-show", args=[run.public_id])), "Check it again")
    assert "Waiting for its turn to be checked" in text_of(again)
    tasks.carry_out_figure_imports()
    shown = analyst.get(reverse("figure-import-show", args=[run.public_id]))
    gone = press(analyst, shown, "Discard the file")
    assert "The file is discarded. The figures are as they were." in text_of(gone)
    assert analyst.get(reverse("figure-import-mend", args=[run.public_id])).status_code == 409
    assert "Discarded on" in page_of(analyst, run)


def test_a_page_that_was_looked_at_long_ago_does_nothing(analyst: Client, cast: Cast):
    run = checked(cast.deputy, cast.trust, figure_row(1))
    answer = analyst.post(reverse("figure-import-apply", args=[run.public_id]), {"seen": "yesterday"})
    assert answer.status_code == 409
    assert "The file has been checked again since you looked at it." in text_of(answer)


def test_only_the_first_rows_of_very_many_are_handed_back(
    analyst: Client, cast: Cast, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setattr(queries, "MOST_TO_MEND", 1)
    rows = [figure_row(month, numerator="x") for month in (1, 2)]
    run = checked(cast.deputy, cast.trust, *rows, figure_row(3))
    assert [reason[:11] for _, reason in queries.to_mend(run)] == ["“Numerator”"]


def test_people_who_may_not_import_are_told_who_may_and_see_no_link(
    cast: Cast, signed_in_by_code: SignIn, analyst: Client
):
    stranger = signed_in_by_code(cast.stranger)
    assert "Import our own figures" not in text_of(stranger.get(reverse("measure-list")))
    answer = stranger.get(reverse("figure-import-list", args=["RAV"]))
    assert answer.status_code == 403
    assert "imported by its lead, deputy, board secretary and team" in text_of(answer)


def test_a_national_administrator_comes_by_the_organisations_page(cast: Cast, signed_in: SignIn):
    said = signed_in(cast.national_admin).get(reverse("organisation-show", args=["RAV"]))
    assert reverse("figure-import-list", args=["RAV"]) in said.content.decode()


def test_a_period_inside_another_is_shown_and_breaks_no_page(analyst: Client, cast: Cast):
    year = figure_row(1, period="2024", period_start="1/1/2024", period_end="31/12/2024")
    month = figure_row(1, period="December 2024", period_start="1/12/2024", period_end="30/12/2024")
    run = checked(cast.deputy, cast.trust, month, year)
    press(analyst, analyst.get(reverse("figure-import-show", args=[run.public_id])), "Import 2 figures")
    assert "December 2024" in text_of(analyst.get(reverse("measure-show", args=["a-measure"])))


def test_the_pages_run_the_same_queries_with_few_and_many_rows(
    analyst: Client, cast: Cast, queries_of: Callable[[Client, str], int]
):
    few = checked(cast.deputy, cast.trust, figure_row(1), figure_row(2, numerator="x"))
    show, listed = reverse("figure-import-show", args=[few.public_id]), reverse("figure-import-list", args=["RAV"])  # fmt: skip
    before = [queries_of(analyst, address) for address in (show + "?rows=new", listed)]
    many = checked(cast.deputy, cast.trust, *(figure_row(month) for month in range(1, 13)))
    for number in range(20):
        handed_in(cast.deputy, cast.trust, f"file {number}".encode())
    show = reverse("figure-import-show", args=[many.public_id])
    assert [queries_of(analyst, address) for address in (show + "?rows=new", listed)] == before
    assert StagedFigure.objects.filter(of_import=many).count() == 12


def test_checking_and_importing_run_the_same_queries_with_few_and_many_rows(cast: Cast):
    measure_of()
    counts = []
    for months in ((1,), (2,), range(3, 13)):
        run = handed_in(cast.deputy, cast.trust, figures_csv(*(figure_row(month) for month in months)))
        with CaptureQueriesContext(connection) as captured:
            run = check_figure_file(by=cast.deputy, run=run)
            apply_figures(by=cast.deputy, run=run, seen=run.checked_at.isoformat())
        counts.append(len(captured))
    after_the_first = set(counts[1:])
    assert len(after_the_first) == 1
