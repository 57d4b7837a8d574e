"""Templates to fill in, and rows to mend, as files."""

import csv
import io
from collections.abc import Iterable, Sequence
from datetime import date
from typing import Any

from odfdo import Cell as OpenCell
from odfdo import Document, Row, Table
from openpyxl import Workbook
from openpyxl.styles import Alignment, Font

from hileads.spreadsheets.cells import Cell
from hileads.spreadsheets.layout import WHAT_IS_WRONG, Layout

HOW_TO = "How to fill it in"
WIDTH = 24
WIDE = 70

Explained = Sequence[Sequence[str]]
"""Further lines for the sheet that says what belongs where: three cells each."""


def template_workbook(layout: Layout, more: Explained = ()) -> bytes:
    """Return an empty list with its headings, and a second sheet that says what belongs where."""
    workbook = Workbook()
    _fill(workbook.active, layout.sheet, [layout.headings])
    _fill(workbook.create_sheet(), HOW_TO, _explained(layout, more))
    return _saved(workbook)


def template_opendocument(layout: Layout, more: Explained = ()) -> bytes:
    """Return the same as an OpenDocument spreadsheet."""
    document = Document("spreadsheet")
    document.body.clear()
    for name, lines in ((layout.sheet, [layout.headings]), (HOW_TO, _explained(layout, more))):
        table = Table(name)
        for line in lines:
            row = Row()
            for text in line:
                row.append(OpenCell(text=text, cell_type="string"))
            table.append(row)
        document.body.append(table)
    saved = io.BytesIO()
    document.save(saved)
    return saved.getvalue()


def template_text(layout: Layout) -> bytes:
    """Return the headings as a comma-separated file that Excel opens with all letters right."""
    text = io.StringIO()
    csv.writer(text).writerow(layout.headings)
    return text.getvalue().encode("utf-8-sig")


def rows_to_mend(layout: Layout, rows: Iterable[tuple[Sequence[Cell], str]]) -> bytes:
    """Return rows as they stood, each with what is wrong with it in a last column, to be mended and imported."""
    workbook = Workbook()
    lines = [[*cells, reason] for cells, reason in rows]
    _fill(workbook.active, layout.sheet, [[*layout.headings, WHAT_IS_WRONG], *lines])
    return _saved(workbook)


def _explained(layout: Layout, more: Explained) -> list[Sequence[str]]:
    columns = [
        (column.heading, column.hint, "Yes" if column.is_needed else "No") for column in layout.columns
    ]
    return [("Column", "What belongs in it", "Needed"), *columns, *more]


def _fill(sheet: Any, title: str, lines: Iterable[Sequence[Any]]) -> None:
    sheet.title = title
    for number, line in enumerate(lines, start=1):
        for place, value in enumerate(line, start=1):
            cell = sheet.cell(number, place)
            _set(cell, value)
            if number == 1:
                cell.font = Font(bold=True)
    for column in sheet.columns:
        widest = max(len(str(cell.value or "")) for cell in column)
        sheet.column_dimensions[column[0].column_letter].width = min(max(widest + 2, WIDTH), WIDE)
    sheet.freeze_panes = "A2"


def _set(cell: Any, value: Any) -> None:
    """Fill a cell. SECURITY: text stays text, even if it begins like a formula."""
    cell.value = value
    cell.alignment = Alignment(wrap_text=True, vertical="top")
    if isinstance(value, date):
        cell.number_format = "d mmmm yyyy"
    elif value:
        cell.data_type = "s"
        cell.number_format = "@"


def _saved(workbook: Workbook) -> bytes:
    workbook.properties.creator = "Health inequalities portal"
    workbook.properties.language = "en-GB"
    saved = io.BytesIO()
    workbook.save(saved)
    return saved.getvalue()
