"""Lists in any kind of file are read alike: the same cells, the same row numbers, the same refusals."""

import io
import zipfile
from datetime import date
from typing import Any

import openpyxl
import pytest
from odfdo import Cell, Document, Row, Table

from hileads.spreadsheets import separated
from hileads.spreadsheets.cells import Formula, UnreadableError, shown_number
from hileads.spreadsheets.layout import Column, Layout
from hileads.spreadsheets.opendocument import opendocument_lines
from hileads.spreadsheets.separated import separated_lines
from hileads.spreadsheets.workbooks import excel_lines
from hileads.spreadsheets.writing import HOW_TO, template_opendocument

LAYOUT = Layout("List", (Column("name", "Name", "A name.", is_needed=True), Column("share", "Share", "")))


def open_document(*lines: list[Any], repeated: int = 1) -> io.BytesIO:
    document, table = Document("spreadsheet"), Table("List")
    document.body.clear()
    for line in lines:
        row = Row()
        for value in line:
            row.append(value if isinstance(value, Cell) else Cell(value))
        row.repeated = repeated
        table.append(row)
    document.body.append(table)
    saved = io.BytesIO()
    document.save(saved)
    saved.seek(0)
    return saved


def package(**parts: str) -> io.BytesIO:
    saved = io.BytesIO()
    with zipfile.ZipFile(saved, "w") as made:
        for name, content in parts.items():
            made.writestr(name.replace("_", "."), content)
    saved.seek(0)
    return saved


class TestOpenDocument:
    def test_cells_come_as_one_would_type_them(self):
        line = ["Ann  Other", 5.0, 0.25, date(2026, 4, 3), True, False, None, "end"]
        ((number, cells),) = opendocument_lines(open_document(line))
        assert number == 1
        assert cells == ["Ann Other", "5", "0.25", date(2026, 4, 3), "yes", "no", "", "end"]

    def test_a_percentage_is_what_it_shows_and_a_formula_is_not_trusted(self):
        share = Cell(0.125, cell_type="percentage")
        sum_of = Cell(7, formula="of:=SUM([.A1])")
        ((_, cells),) = opendocument_lines(open_document([share, sum_of]))
        assert cells == ["12.5%", Formula()]

    def test_empty_and_repeated_lines_count(self):
        lines = list(opendocument_lines(open_document(["a"], [None], ["b"], repeated=2)))
        assert lines == [(1, ["a"]), (2, ["a"]), (5, ["b"]), (6, ["b"])]

    def test_only_the_first_sheet_is_read(self):
        lines = list(opendocument_lines(io.BytesIO(template_opendocument(LAYOUT))))
        assert lines == [(1, ["Name", "Share"])]
        document = Document(io.BytesIO(template_opendocument(LAYOUT)))
        assert [table.name for table in document.body.tables] == ["List", HOW_TO]

    @pytest.mark.parametrize(
        "content",
        ["<broken", '<!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>'],
    )
    def test_what_is_damaged_or_would_unfold_is_refused(self, content: str):
        with pytest.raises(UnreadableError, match="damaged"):
            list(opendocument_lines(package(content_xml=content)))


class TestWorkbooks:
    def test_a_percentage_is_what_it_shows(self):
        book = openpyxl.Workbook()
        book.active.append(["Name", "Share"])
        book.active.append(["Ann", 0.125])
        book.active["B2"].number_format = "0.0%"
        saved = io.BytesIO()
        book.save(saved)
        assert list(excel_lines(saved, "List"))[1] == (2, ["Ann", "12.5%"])

    def test_numbers_are_shown_as_typed(self):
        assert [shown_number(value) for value in (5.0, 0.1, 12)] == ["5", "0.1", "12"]


class TestSeparated:
    def test_a_line_that_never_ends_is_refused(self, monkeypatch: pytest.MonkeyPatch):
        monkeypatch.setattr(separated, "LONGEST_LINE", 10)
        with pytest.raises(UnreadableError, match="Row 1 is longer than a row of a list can be"):
            list(separated_lines(io.BytesIO(b"x" * 20)))

    def test_a_letter_that_is_not_utf_8_is_refused_with_its_row(self):
        with pytest.raises(UnreadableError, match="Row 3 holds a letter that is not UTF-8"):
            list(separated_lines(io.BytesIO(b"Name\nAnn\nZo\xeb\n")))

    def test_rows_come_one_at_a_time(self):
        read = LAYOUT.rows(
            separated_lines(io.BytesIO(b"\xef\xbb\xbfName,Share\nAnn,1\n\n\nBea,2\nZo\xeb,3\n"))
        )
        assert [next(read).number for _ in range(2)] == [2, 5]
        with pytest.raises(UnreadableError):
            next(read)
