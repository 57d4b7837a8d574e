"""Coverage as files: a list for other programs (CSV), and a workbook for people (XLSX). Always alphabetical.

The workbook follows the Analysis Function's rules for accessible spreadsheets: notes first, then one table a sheet
from its title in cell A1 down, one header row, no empty cell, no merged cell, no meaning by colour.
"""

import csv
from collections.abc import Iterable, Sequence
from datetime import date
from io import BytesIO, StringIO
from typing import Any

from openpyxl import Workbook
from openpyxl.styles import Alignment, Font
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.table import Table, TableStyleInfo

from hileads.organisations.queries.coverage import Count, Coverage, Expected
from hileads.organisations.queries.overtime import MonthEnd
from hileads.wording import long_date

WIDEST = 60
BLANK = "Not recorded"
DANGEROUS_STARTS = ("=", "+", "-", "@", "\t", "\r")
ORGANISATION_HEADING = (
    "Organisation",
    "ODS code",
    "Kind",
    "Integrated care board",
    "Region",
    "Executive lead",
    "Lead since",
    "Last lead left",
    "Days vacant",
    "Deputy",
    "Who can act",
)
COUNT_HEADING = (
    "Expected to have a lead",
    "Have one",
    "Have none recorded",
    "Have a deputy",
    "Have two people or more who can act",
)
MONTH_HEADING = ("Month end", "Expected to have a lead", "Have one", "Have a deputy")
NOTES = (
    "Of those expected to name an executive lead for health inequalities: whether one is recorded in the portal.",
    "That none is recorded may only mean that nobody has told us.",
    "Who can act: the lead and deputies, whose roles change the plan and work on the report.",
    "Month ends are counted from the dates in the register as it is now. A post recorded late counts from its first day.",
    "Every list is in alphabetical order. These counts rank nobody and feed no oversight framework.",
)


def coverage_csv(coverage: Coverage) -> str:
    """Return the organisations as CSV by RFC 4180. Dates are written 2026-11-27; what is not recorded is empty."""
    file = StringIO()
    writer = csv.writer(file, lineterminator="\r\n")
    writer.writerow(ORGANISATION_HEADING)
    writer.writerows([safe(cell) for cell in row] for row in map(_organisation_row, coverage.organisations))
    return file.getvalue()


def coverage_xlsx(coverage: Coverage, over_time: Iterable[MonthEnd], day: date) -> bytes:
    """Return a workbook: notes, the organisations, the counts by region, board and kind, and month ends."""
    book = Workbook()
    book.remove(book.active)
    notes = book.create_sheet("Notes")
    title = f"Coverage on {long_date(day)}"
    for row, line in enumerate((title, *NOTES), start=1):
        notes.cell(row=row, column=1, value=line).alignment = Alignment(wrap_text=True, vertical="top")
    notes["A1"].font = Font(bold=True, size=14)
    notes.column_dimensions["A"].width = 100
    _sheet(book, "Organisations", title, ORGANISATION_HEADING, map(_organisation_row, coverage.organisations))
    for name, label, counts in (
        ("By region", "Region", coverage.by_region),
        ("By board", "Integrated care board", coverage.by_icb),
        ("By kind", "Kind of organisation", coverage.by_kind),
    ):
        _sheet(book, name, f"{title}: {name.lower()}", (label, *COUNT_HEADING), map(_count_row, counts))
    months = [(end.day, end.expected, end.with_lead, end.with_deputy) for end in over_time]
    _sheet(book, "Over time", "Coverage at the end of each month", MONTH_HEADING, months)
    book.properties.title = title
    book.properties.language = "en-GB"
    saved = BytesIO()
    book.save(saved)
    return saved.getvalue()


def safe(value: Any) -> Any:
    """Return a cell that no spreadsheet takes for a formula."""
    return f"'{value}" if isinstance(value, str) and value.startswith(DANGEROUS_STARTS) else value


def who_can_act(people: int) -> str:
    """Return how many people can act, in words: nobody is ranked by it."""
    return {0: "Nobody", 1: "One person"}.get(people, "Two people or more")


def _organisation_row(row: Expected) -> Sequence[Any]:
    leading = row.leading
    return (
        row.name,
        row.code,
        row.kind_label,
        row.icb,
        row.region,
        " and ".join(leading.leads),
        leading.since,
        leading.last_left,
        leading.days_vacant,
        " and ".join(leading.deputies),
        who_can_act(leading.people),
    )


def _count_row(row: Count) -> Sequence[Any]:
    return row.label, row.expected, row.with_lead, row.without, row.with_deputy, row.with_enough


def _sheet(
    book: Workbook, name: str, title: str, heading: Sequence[str], rows: Iterable[Sequence[Any]]
) -> None:
    sheet = book.create_sheet(name)
    lines = [[BLANK if cell in (None, "") else safe(cell) for cell in row] for row in rows]
    lines = lines or [[BLANK] * len(heading)]
    sheet["A1"] = title
    sheet["A1"].font = Font(bold=True, size=14)
    sheet["A2"] = "This sheet holds one table. Notes are on the sheet called Notes."
    sheet.append(list(heading))
    for line in lines:
        sheet.append(line)
    for column, label in enumerate(heading, start=1):
        sheet.cell(row=3, column=column).font = Font(bold=True)
        longest = max(len(str(cell)) for cell in (label, *(line[column - 1] for line in lines)))
        sheet.column_dimensions[get_column_letter(column)].width = min(WIDEST, longest + 3)
    table = Table(
        displayName=name.replace(" ", "_"), ref=f"A3:{get_column_letter(len(heading))}{3 + len(lines)}"
    )
    table.tableStyleInfo = TableStyleInfo(name="TableStyleLight1", showRowStripes=False)
    sheet.add_table(table)
