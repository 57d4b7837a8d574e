"""The three files of a report show the frozen document's figures, cell by cell, and nothing else."""

import copy
import json
import re
import subprocess
import sys
from io import BytesIO
from pathlib import Path
from typing import Any

import docx
import openpyxl
import pikepdf
import pypdf
import pytest
from page import ValidationProfile, is_pdf_compliant, validate_pdf

from accountability.exports import pdf, spreadsheet, word
from accountability.exports.document import (
    AlteredDocumentError,
    UnknownSchemaError,
    canonical_text,
    fingerprint,
    read,
)
from accountability.exports.figures import series_from, series_record, table_heading, table_rows
from accountability.exports.footing import FOOTING_HEADING
from accountability.statistics.deprivation import deprivation_groups
from accountability.statistics.findings import find
from accountability.statistics.observations import (
    Breakdown,
    Direction,
    MeasureFacts,
    Series,
    State,
    blank_point,
    counted_point,
)
from accountability.statistics.periods import calendar_month, financial_year
from accountability.statistics.wording import words_for

WORD_NAMESPACE = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


def smoking() -> Series:
    """The smoking figures of the demo's integrated care board, most and least deprived fifths."""
    then, now = financial_year(2022), financial_year(2023)
    points = (
        counted_point(then, 159062, 772832, group="1"),
        counted_point(then, 15321, 181166, group="5"),
        counted_point(now, 157154, 803142, group="1"),
        counted_point(now, 14838, 183117, group="5"),
    )
    facts = MeasureFacts(
        title="Smoking",
        direction=Direction.LOWER_IS_BETTER,
        breakdown=Breakdown.DEPRIVATION_QUINTILE,
        statement="{value} of registered patients smoked",
        place="in West Yorkshire",
    )
    return Series(facts, points, deprivation_groups(Breakdown.DEPRIVATION_QUINTILE))


def waiting() -> Series:
    """A core measure with a month that its source does not have."""
    facts = MeasureFacts(
        title="Treated within 18 weeks", direction=Direction.HIGHER_IS_BETTER, statement="{value} waited less"
    )
    months = [calendar_month(2023, month) for month in (3, 4, 5, 6)]
    points = [counted_point(month, 600 + n, 1000) for n, month in enumerate(months)]
    points[1] = blank_point(months[1], State.MISSING)
    return Series(facts, tuple(points))


def measure(series: Series) -> dict[str, Any]:
    words = words_for(find(series))
    return {
        "code": "a-measure",
        "family_label": "Health inequality",
        "whose": "of a place",
        "finding": {"label": words.label, "sentences": list(words.sentences), "notes": list(words.notes)},
        "series": series_record(series),
        "caveats": "",
        "source": {
            "title": "A file",
            "publisher": "A publisher",
            "published": "Not known.",
            "credit": "A credit.",
        },
    }


def told(title: str, *seen: str) -> dict[str, Any]:
    period = {"from": "2026-04-01", "to": "2026-06-30", "known_by": "Minutes", "told_date": "2026-07-02"}
    return {
        "title": title,
        "family_label": "Health inequality",
        "definition": f"What {title} is about.",
        "words": [{**period, "seen": words} for words in seen],
    }


FOOTING = {
    "sentences": ["Some health inequality measures lack an owner.", "Core measures: 2 of 2 with an owner."],
    "next_step": "Settle it.",
    "rows": [
        {
            "label": "An owner",
            "inequality": 1,
            "inequality_of": 3,
            "core": 2,
            "core_of": 2,
            "to_do": "Name who answers",
        },
        {
            "label": "A target",
            "inequality": 0,
            "inequality_of": 0,
            "core": 2,
            "core_of": 2,
            "to_do": "",
        },
    ],
}
FOOTING_TABLE = [
    ["An owner", "1 of 3", "2 of 2", "Name who answers"],
    ["A target", "No measure to count", "2 of 2", "Nothing to settle"],
]


def action(title: str) -> dict[str, Any]:
    return {
        "title": title,
        "state_label": "Stopped",
        "owner": "Leila Lead",
        "due_date": "2026-12-01",
        "baseline_due_date": "2026-11-01",
        "quadrant_label": "Supervision",
        "horizon_label": "Within a year",
        "measure": "Smoking",
        "origin": "",
        "closed_because": "it reached too few people",
        "evidence": [
            {"title": "A guide", "publisher": "A body", "version_date": "2026-10-01", "strength": "A survey."}
        ],
        "trials": [
            {"change": "Evening clinics.", "prediction": "More come.", "outcome": "Stop it, because few came"}
        ],
        "notes": [{"written_date": "2026-10-10", "text": "The team met."}],
    }


@pytest.fixture(scope="module")
def document() -> dict[str, Any]:
    return {
        "schema": "assurance-report",
        "schema_version": 2,
        "title": "Health inequalities assurance report",
        "demo_note": "",
        "organisation": {"code": "RAV", "name": "Alder Vale NHS Foundation Trust"},
        "period": {"from": "2026-04-01", "to": "2026-09-30"},
        "meeting_date": "2026-11-26",
        "paper_deadline_date": "2026-11-16",
        "frozen_date": "2026-11-13",
        "front_sheet": {
            "ask": "note",
            "ask_label": "Take assurance and note",
            "ask_detail": "Note the gap.",
            "alert": "",
            "advise": "Two years are not a trend.",
            "assure": "",
        },
        "lead": "Leila Lead, medical director",
        "prepared_by": "Sal Secretary",
        "narrative": "First.\n\nSecond & <third>.",
        "learning": "",
        "next_steps": "Go on.",
        "balance": [{"label": "Accountability", "count": 1}],
        "measures": [measure(smoking()), measure(waiting())],
        "told": [told("Questions at board", "The chair asked.\n\nNobody knew."), told("Voices")],
        "footing": FOOTING,
        "actions": [action("Offer help to stop smoking"), action("=HYPERLINK(1)")],
    }


def all_cells(document: dict[str, Any]) -> list[list[list[str]]]:
    return [table_rows(series_from(record["series"])) for record in document["measures"]]


def test_a_series_comes_back_from_the_document_as_it_went_in():
    for series in (smoking(), waiting()):
        record = json.loads(json.dumps(series_record(series)))
        assert series_record(series_from(record)) == record
        for kept, point in zip(series_from(record).points, series.points, strict=True):
            assert (kept.period, kept.state, kept.numerator) == (point.period, point.state, point.numerator)
            assert kept.value == pytest.approx(point.value, abs=1e-9)


def test_the_same_content_has_the_same_text_whatever_the_order_of_keys(document):
    shuffled = dict(reversed(list(document.items())))
    assert canonical_text(shuffled) == canonical_text(document)
    assert read(canonical_text(document), fingerprint(canonical_text(document))) == document


def test_a_text_that_was_altered_is_refused(document):
    text = canonical_text(document)
    with pytest.raises(AlteredDocumentError):
        read(text.replace("159062", "159063"), fingerprint(text))


def test_a_schema_we_do_not_know_is_refused(document):
    text = canonical_text({**document, "schema_version": 99})
    with pytest.raises(UnknownSchemaError):
        read(text, fingerprint(text))


def test_numbers_that_are_no_numbers_cannot_be_frozen(document):
    with pytest.raises(ValueError, match="not JSON compliant"):
        canonical_text({**document, "meeting_date": float("nan")})


@pytest.fixture(scope="module")
def paper(document, tmp_path_factory) -> Path:
    file = tmp_path_factory.mktemp("paper") / "report.pdf"
    file.write_bytes(pdf.render(document))
    return file


def test_the_pdf_shows_every_cell_of_every_table_in_order(document, paper):
    text = " ".join(page.extract_text() for page in pypdf.PdfReader(paper).pages)
    flat = re.sub(r"\s+", "", text)
    for rows in all_cells(document):
        for row in rows:
            assert re.sub(r"\s+", "", "".join(row)) in flat


def test_the_pdf_declares_that_it_is_accessible_and_archivable(paper):
    with pikepdf.open(paper) as opened:
        metadata = opened.open_metadata()
        assert metadata["pdfuaid:part"] == "1"
        assert (metadata["pdfaid:part"], metadata["pdfaid:conformance"]) == ("2", "A")
        assert opened.Root.Lang == "en-GB"
        assert opened.Root.MarkInfo.Marked


def test_an_independent_checker_finds_nothing_against_the_pdf(paper):
    checker = Path(sys.executable).with_name("pdfua")
    result = subprocess.run([str(checker), "check", str(paper)], capture_output=True, text=True, check=False)
    assert result.returncode == 0, result.stdout
    assert "result: PASS" in result.stdout


STANDARDS = [ValidationProfile.PDF_UA_1, ValidationProfile.PDF_A_2A]


@pytest.mark.parametrize("standard", STANDARDS)
def test_a_second_checker_finds_that_the_pdf_meets_what_it_declares(paper, standard):
    report = validate_pdf(paper, profile=standard)
    assert [failure.message for failure in report.failures] == []
    assert report.rules.passed == report.rules.total > 100


@pytest.mark.parametrize("standard", STANDARDS)
def test_the_second_checker_refuses_the_same_pdf_without_its_structure(paper, tmp_path, standard):
    with pikepdf.open(paper) as opened:
        del opened.Root.StructTreeRoot
        opened.save(tmp_path / "bare.pdf")
    assert not is_pdf_compliant(tmp_path / "bare.pdf", profile=standard)


def test_the_same_document_gives_the_same_pdf(document, paper):
    assert pdf.render(copy.deepcopy(document)) == paper.read_bytes()


def test_the_word_file_shows_every_cell_of_every_table(document):
    opened = docx.Document(BytesIO(word.render(document)))
    tables = [[[cell.text for cell in row.cells] for row in table.rows] for table in opened.tables]
    for record, rows in zip(document["measures"], all_cells(document), strict=True):
        assert [table_heading(series_from(record["series"])), *rows] in tables


def test_every_chart_in_the_word_file_has_words_in_its_place(document):
    opened = docx.Document(BytesIO(word.render(document)))
    words = [shape._inline.docPr.get("descr") for shape in opened.inline_shapes]
    assert words == [" ".join(record["finding"]["sentences"]) for record in document["measures"]]


def test_the_word_file_keeps_paragraphs_and_signs_as_they_were_typed(document):
    opened = docx.Document(BytesIO(word.render(document)))
    texts = [paragraph.text for paragraph in opened.paragraphs]
    assert "First." in texts
    assert "Second & <third>." in texts
    repeated = opened.element.body.iter(f"{WORD_NAMESPACE}tblHeader")
    assert len(list(repeated)) == len(opened.tables)


def test_the_workbook_holds_the_frozen_numbers_themselves(document):
    workbook = openpyxl.load_workbook(BytesIO(spreadsheet.render(document)))
    for number, record in enumerate(document["measures"], start=1):
        rows = list(workbook[f"Measure {number}"].iter_rows(min_row=4, values_only=True))
        points = sorted(series_from(record["series"]).points, key=lambda point: point.period, reverse=True)
        assert len(rows) == len(points)
        for row, point in zip(rows, points, strict=True):
            expected = [point.value, point.lower, point.upper, point.numerator, point.denominator]
            if point.state.has_figure:
                assert list(row[3:]) == expected
            else:
                assert set(row[3:]) == {"[missing at source]"}


def test_the_workbook_follows_the_rules_for_accessible_spreadsheets(document):
    workbook = openpyxl.load_workbook(BytesIO(spreadsheet.render(document)))
    assert workbook.sheetnames == [
        "Cover",
        "Contents",
        "Notes",
        "Actions",
        "Measure 1",
        "Measure 2",
        "Equal footing",
        "Told in words",
    ]
    assert workbook.properties.title.startswith("Health inequalities assurance report")
    for sheet in workbook.worksheets[3:]:
        assert not sheet.merged_cells.ranges
        assert sheet.freeze_panes is None
        assert len(sheet.tables) == 1
        cells = [cell.value for row in sheet.iter_rows(min_row=3) for cell in row]
        assert None not in cells


def test_no_cell_can_be_taken_for_a_formula(document):
    workbook = openpyxl.load_workbook(BytesIO(spreadsheet.render(document)))
    titles = [row[0] for row in workbook["Actions"].iter_rows(min_row=4, values_only=True)]
    assert titles == ["Offer help to stop smoking", "'=HYPERLINK(1)"]


def test_an_empty_report_still_makes_three_files(document):
    bare = {**document, "measures": [], "told": [], "actions": [], "narrative": ""}
    assert "Nothing was written here" in pypdf.PdfReader(BytesIO(pdf.render(bare))).pages[0].extract_text()
    assert "There is no action in the plan yet." in [
        paragraph.text for paragraph in docx.Document(BytesIO(word.render(bare))).paragraphs
    ]
    actions = openpyxl.load_workbook(BytesIO(spreadsheet.render(bare)))["Actions"]
    assert actions["A4"].value == "None"


def test_what_is_told_in_words_stands_in_all_three_files(document, paper):
    flat = re.sub(r"\s+", " ", " ".join(page.extract_text() for page in pypdf.PdfReader(paper).pages))
    texts = [paragraph.text for paragraph in docx.Document(BytesIO(word.render(document))).paragraphs]
    source = "1 April 2026 to 30 June 2026. Known from: Minutes"
    for words in ("Questions at board", "The chair asked.", source, "Nothing was told of it in this period."):
        assert words in flat
        assert words in texts
    sheet = openpyxl.load_workbook(BytesIO(spreadsheet.render(document)))["Told in words"]
    assert [list(row) for row in sheet.iter_rows(min_row=4, values_only=True)] == [
        ["Questions at board", "1 April 2026", "30 June 2026", "The chair asked.\n\nNobody knew.", "Minutes"],
        ["Voices", "Not told", "Not told", "Nothing was told of it in this period", "Not told"],
    ]


def test_the_equal_footing_stands_in_all_three_files(document, paper):
    flat = re.sub(r"\s+", "", " ".join(page.extract_text() for page in pypdf.PdfReader(paper).pages))
    for row in FOOTING_TABLE:
        assert re.sub(r"\s+", "", "".join(row)) in flat
    opened = docx.Document(BytesIO(word.render(document)))
    tables = [[[cell.text for cell in row.cells] for row in table.rows] for table in opened.tables]
    assert [FOOTING_HEADING, *FOOTING_TABLE] in tables
    workbook = openpyxl.load_workbook(BytesIO(spreadsheet.render(document)))
    rows = workbook["Equal footing"].iter_rows(min_row=4, values_only=True)
    assert [list(row) for row in rows] == FOOTING_TABLE
    notes = [row[0] for row in workbook["Notes"].iter_rows(values_only=True)]
    for words in [*FOOTING["sentences"], FOOTING["next_step"]]:
        assert re.sub(r"\s+", "", words) in flat
        assert words in [paragraph.text for paragraph in opened.paragraphs]
        assert words in notes


def test_a_report_without_a_list_has_the_sentence_alone_and_one_from_before_has_no_section(document):
    no_list = {
        **document,
        "footing": {"sentences": ["There is no list."], "next_step": "Make one.", "rows": []},
    }
    before = {**document, "footing": {"sentences": [], "next_step": "", "rows": []}}
    for bare, is_there in ((no_list, True), (before, False)):
        paragraphs = [one.text for one in docx.Document(BytesIO(word.render(bare))).paragraphs]
        flat = " ".join(page.extract_text() for page in pypdf.PdfReader(BytesIO(pdf.render(bare))).pages)
        assert ("Equal footing" in paragraphs, "Equal footing" in flat) == (is_there, is_there)
        workbook = openpyxl.load_workbook(BytesIO(spreadsheet.render(bare)))
        assert "Equal footing" not in workbook.sheetnames
        notes = [row[0] for row in workbook["Notes"].iter_rows(values_only=True)]
        assert ("There is no list." in notes) is is_there


def test_a_measure_without_a_chart_is_shown_in_words_and_table(document):
    series = Series(waiting().measure, waiting().points[:1])
    bare = {**document, "measures": [measure(series)]}
    assert len(docx.Document(BytesIO(word.render(bare))).inline_shapes) == 0
    assert "March 2023" in "".join(
        page.extract_text() for page in pypdf.PdfReader(BytesIO(pdf.render(bare))).pages
    )


def test_dates_read_as_people_write_them(paper):
    assert "26 November 2026" in pypdf.PdfReader(paper).pages[0].extract_text()
