"""Reading a spreadsheet of leads: what cannot be read with certainty is refused in plain words."""

import io
import zipfile
from datetime import date
from typing import Any

import openpyxl
import pytest

from hileads.leads.leadfiles import reading
from hileads.leads.leadfiles.columns import COLUMNS, LAYOUT
from hileads.leads.leadfiles.reading import as_lists, read
from hileads.leads.leadfiles.rows import same_name, understood
from hileads.leads.leadfiles.writing import rows_to_mend, template_text, template_workbook
from hileads.leads.models import Role
from hileads.spreadsheets import workbooks
from hileads.spreadsheets.cells import UnreadableError
from hileads.spreadsheets.layout import RawRow

HEADINGS = LAYOUT.headings
ROLES = {"executive lead": Role.EXECUTIVE_LEAD, "deputy": Role.DEPUTY}
GOOD = {"code": "rae", "role": "Executive lead", "name": "Ann Other", "email": "Ann@NHS.example"}


def workbook(*lines: list[Any], sheet: str = "Sheet1") -> bytes:
    book = openpyxl.Workbook()
    book.active.title = sheet
    for line in lines:
        book.active.append(line)
    saved = io.BytesIO()
    book.save(saved)
    return saved.getvalue()


def separated(*lines: str) -> bytes:
    return "\r\n".join([",".join(HEADINGS), *lines]).encode()


def row(**cells: Any) -> RawRow:
    return RawRow(2, {**GOOD, **cells}, ())


def refusal(content: bytes) -> str:
    with pytest.raises(UnreadableError) as caught:
        read(content)
    assert str(caught.value) == caught.value.reason
    return caught.value.reason


class TestReading:
    def test_a_workbook_keeps_row_numbers_and_dates(self):
        line = [
            "RAE",
            "Deputy",
            "Ann  Other",
            "a@b.example",
            None,
            date(2026, 4, 3),
            None,
            True,
            False,
            5.0,
        ]
        rows = read(workbook(HEADINGS, [None], line, sheet="Leads"))
        assert [one.number for one in rows] == [3]
        assert rows[0].cells["from_date"] == date(2026, 4, 3)
        assert rows[0].cells["name"] == "Ann Other"
        assert (rows[0].cells["is_interim"], rows[0].cells["is_job_share"]) == ("yes", "no")
        assert rows[0].cells["leaves"] == "5"
        assert rows[0].text("from_date") == "2026-04-03"

    @pytest.mark.parametrize("separator", [",", ";", "\t"])
    def test_a_text_file_is_read_whatever_separates_its_columns(self, separator: str):
        text = separator.join(HEADINGS) + "\n" + separator.join(["RAE", "Deputy", "Zoë Ó Sé", "z@b.example"])
        assert read(b"\xef\xbb\xbf" + text.encode())[0].cells["name"] == "Zoë Ó Sé"

    def test_headings_may_be_written_otherwise_and_come_in_any_order(self):
        rows = read(
            b"EMAIL ADDRESS*,name,Role (from the list),ods code,Organisation\na@b.example,A,Deputy,RAE,X"
        )
        assert rows[0].cells == {"email": "a@b.example", "name": "A", "role": "Deputy", "code": "RAE"}

    @pytest.mark.parametrize(
        ("content", "reason"),
        [
            (b"", "The file is empty"),
            (b" \n ", "The file is empty"),
            (b"\xd0\xcf\x11\xe0rest", "protected by a password, or an old Excel file"),
            (b"PK\x03\x04nonsense", "The workbook is damaged"),
            (b"a,b\n1,2\n", "Missing: ODS code, Role, Name, Email address"),
            (separated("RAE,Deputy,Zo\xeb,z@b.example").decode().encode("cp1252"), "not UTF-8"),
            (separated().decode().encode("utf-16"), "UTF-16"),
            (separated(), "Below the headings there are no rows"),
            (separated('RAE,"Deputy,A,a@b.example'), "From row 2 on"),
            ((",".join(HEADINGS) + ",Salary\nRAE").encode(), "not known: Salary"),
            ((",".join(HEADINGS) + ",Name\nRAE").encode(), "twice: Name"),
            (workbook(HEADINGS, ["=A1", "Deputy"], ["=A2", "Deputy"]), "Every row holds formulas"),
            (workbook(), "The file has no rows"),
        ],
    )
    def test_what_cannot_be_read_is_refused_with_a_reason(self, content: bytes, reason: str):
        assert reason in refusal(content)

    def test_what_is_too_large_is_refused(self, monkeypatch: pytest.MonkeyPatch):
        monkeypatch.setattr(reading, "MOST_BYTES", 10)
        assert "larger than 5 MB" in refusal(separated("RAE"))

    def test_a_workbook_that_unpacks_too_large_is_refused(self, monkeypatch: pytest.MonkeyPatch):
        monkeypatch.setattr(workbooks, "MOST_BYTES_UNPACKED", 10)
        assert "too large once unpacked" in refusal(workbook(HEADINGS))

    def test_too_many_rows_are_refused(self, monkeypatch: pytest.MonkeyPatch):
        monkeypatch.setattr(reading, "MOST_ROWS", 1)
        assert "more than 1 rows" in refusal(separated("RAE", "RXG"))

    def test_another_package_than_a_workbook_is_refused(self):
        package = io.BytesIO()
        with zipfile.ZipFile(package, "w") as made:
            made.writestr("mimetype", "application/vnd.oasis.opendocument.spreadsheet")
        assert "not an Excel workbook" in refusal(package.getvalue())

    def test_a_cell_that_cannot_be_trusted_is_a_fault_of_its_row(self):
        rows = read(
            workbook(
                HEADINGS,
                ["RAE", "Deputy", "=B1", "a@b.example"],
                ["RAE", "Deputy", "#N/A", "a@b.example"],
                ["RAE", "Deputy", "Zo\ufffd", "a@b.example"],
                ["RAE", "Deputy", "A\u200bB\ue000", "a@b.example"],
                ["RAE", "Deputy", "A", "a@b.example", *[""] * 6, "left over"],
            )
        )
        assert [one.faults for one in rows] == [
            ("“Name” holds a formula. Copy the column and paste it as values.",),
            ("“Name” holds the error #N/A.",),
            ("“Name” holds letters that came through garbled.",),
            ("“Name” holds a character that cannot be shown.",),
            ("There are more cells than columns. Is there a separator inside a name?",),
        ]


class TestUnderstanding:
    @pytest.mark.parametrize(
        "text", ["3 April 2026", "03/04/2026", "3.4.2026", "2026-04-03", date(2026, 4, 3)]
    )
    def test_days_are_written_in_many_ways(self, text: Any):
        wanted, faults = understood(row(from_date=text), ROLES)
        assert faults == ()
        assert wanted
        assert wanted.from_date == date(2026, 4, 3)
        assert (wanted.code, wanted.email, wanted.role) == ("RAE", "ann@nhs.example", Role.EXECUTIVE_LEAD)

    @pytest.mark.parametrize(
        ("cells", "fault"),
        [
            ({"name": ""}, "“Name” is empty."),
            ({"name": "x" * 151}, "“Name” is longer than 150 letters."),
            ({"role": "King"}, "No role is called “King”. The template lists them."),
            ({"email": "ann at nhs"}, "“ann at nhs” is not an email address."),
            ({"is_interim": "perhaps"}, "“Interim” says “perhaps”. Write yes or no."),
            ({"from_date": "soon"}, "“From” says “soon”."),
            ({"from_date": "3/4/26"}, "“From” says “3/4/26”."),
            ({"from_date": "31 April 2026"}, "“From” says “31 April 2026”."),
            ({"from_date": "3 Smarch 2026"}, "“From” says “3 Smarch 2026”."),
            (
                {"from_date": "3/4/2026", "last_day": "2/4/2026"},
                "The last day, 2 April 2026, is before the first, 3 April 2026.",
            ),
        ],
    )
    def test_what_is_wrong_is_said(self, cells: dict[str, Any], fault: str):
        wanted, faults = understood(row(**cells), ROLES)
        assert wanted is None
        assert any(said.startswith(fault) for said in faults)

    def test_a_cell_with_a_fault_is_not_called_empty_too(self):
        faults = ("“Name” holds a formula.",)
        assert understood(RawRow(2, {**GOOD, "name": ""}, faults), ROLES) == (None, faults)

    def test_who_stays_elsewhere_may_say_so_in_any_case(self):
        for text, kept in (("Keeps", "keeps"), ("rxg", "RXG")):
            wanted, _ = understood(row(leaves=text), ROLES)
            assert wanted
            assert wanted.leaves == kept

    def test_titles_and_case_do_not_make_another_name(self):
        assert same_name("Dr Nadia  Karim", "nadia karim")
        assert not same_name("Nadia Karim", "Nadia Khan")


class TestWriting:
    def test_the_template_can_be_read_once_it_is_filled_in(self):
        book = openpyxl.load_workbook(io.BytesIO(template_workbook(["Deputy"])))
        assert [cell.value for cell in book["Leads"][1]] == HEADINGS
        assert "Deputy" in [cell.value for cell in book["How to fill it in"]["A"]]
        assert len(COLUMNS) < book["How to fill it in"].max_row
        assert read(template_text() + b"RAE,Deputy,A,a@b.example\r\n")[0].cells["code"] == "RAE"

    def test_rows_to_mend_stay_as_they_were_and_are_no_formulas(self):
        kept = read(separated("RAE,Deputy,-Ann,+a@b.example,,3 April 2026"))
        rows = [*kept, row(from_date=date(2026, 4, 3))]
        again = read(rows_to_mend(zip(as_lists(rows), ["@once", "=twice"], strict=True)))
        assert again[0].cells["name"] == "-Ann"
        assert again[1].cells["from_date"] == date(2026, 4, 3)
        assert [one.faults for one in again] == [(), ()]
