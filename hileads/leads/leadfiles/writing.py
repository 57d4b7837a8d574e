"""The template to fill in, and rows to mend, as files."""

import csv
import io
from collections.abc import Iterable, Sequence
from datetime import date
from typing import Any

from openpyxl import Workbook
from openpyxl.styles import Alignment, Font

from hileads.leads.leadfiles.columns import COLUMNS, WHAT_IS_WRONG
from hileads.leads.leadfiles.reading import Cell

HEADINGS = [column.heading for column in COLUMNS]
WIDTH = 24
WIDE = 70


def template_workbook(roles: Sequence[str]) -> bytes:
    """Return an empty list with its headings, and a second sheet that says what belongs where."""
    workbook = Workbook()
    _fill(workbook.active, "Leads", [HEADINGS])
    explained = [["Column", "What belongs in it", "Needed"]]
    explained += [[column.heading, column.hint, "Yes" if column.is_needed else "No"] for column in COLUMNS]
    explained += [["Roles", "", ""], *([role, "", ""] for role in roles)]
    _fill(workbook.create_sheet(), "How to fill it in", explained)
    return _saved(workbook)


def template_text() -> bytes:
    """Return the headings as a comma-separated file that Excel opens with all letters right."""
    text = io.StringIO()
    csv.writer(text).writerow(HEADINGS)
    return text.getvalue().encode("utf-8-sig")


def rows_to_mend(rows: Iterable[tuple[Sequence[Cell], str]]) -> bytes:
    """Return rows as they stood, each with what is wrong with it in a last column, to be mended and imported."""
    workbook = Workbook()
    lines = [[*cells, reason] for cells, reason in rows]
    _fill(workbook.active, "Leads", [[*HEADINGS, WHAT_IS_WRONG], *lines])
    return _saved(workbook)


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
