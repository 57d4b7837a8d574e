"""From the bytes of an upload to its rows, refusing in plain words what cannot be read with certainty."""

import csv
import io
import unicodedata
import zipfile
import zlib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

import openpyxl

from hileads.leads.leadfiles.columns import BY_HEADING, COLUMNS, PASSED_OVER, Column, plain

MOST_BYTES = 5_000_000
MOST_BYTES_UNPACKED = 100_000_000
MOST_ROWS = 5_000
OLD_OFFICE = b"\xd0\xcf\x11\xe0"
BROKEN = (
    zipfile.BadZipFile,
    zlib.error,
    KeyError,
    ValueError,
    TypeError,
    AttributeError,
    SyntaxError,
    OSError,
)
USE_THE_TEMPLATE = "Download the template and copy your rows into it."

Cell = str | date


class UnreadableError(Exception):
    """A file that cannot be read, with the reason and what to do."""

    def __init__(self, reason: str) -> None:
        super().__init__(reason)
        self.reason = reason


@dataclass(frozen=True)
class RawRow:
    """One row as it stands: its number in the spreadsheet, its cells by column, and what cannot be read in it."""

    number: int
    cells: dict[str, Cell]
    faults: tuple[str, ...]

    def text(self, key: str) -> str:
        """Return a cell as text."""
        value = self.cells.get(key, "")
        return value if isinstance(value, str) else value.isoformat()


@dataclass(frozen=True)
class _Formula:
    """A cell that is calculated: what it shows depends on who opens the file."""


@dataclass(frozen=True)
class _Fault:
    text: str


def read(content: bytes) -> list[RawRow]:
    """Return the rows of an Excel workbook (.xlsx) or a comma-separated file. Raises UnreadableError."""
    if not content.strip():
        raise UnreadableError("The file is empty.")
    if len(content) > MOST_BYTES:
        raise UnreadableError("The file is larger than 5 MB. A list of leads has some hundred rows.")
    if content.startswith(OLD_OFFICE):
        raise UnreadableError(
            "The file is protected by a password, or an old Excel file (.xls). Save it without a password as .xlsx."
        )
    lines = _workbook(content) if content.startswith(b"PK") else _separated(content)
    return _rows(iter(lines))


def _rows(lines: Iterator[tuple[int, list[Any]]]) -> list[RawRow]:
    filled = ((number, cells) for number, cells in lines if any(cell != "" for cell in cells))
    number, heading = next(filled, (0, []))
    if not heading:
        raise UnreadableError(f"The file has no rows. {USE_THE_TEMPLATE}")
    columns = _columns(number, heading)
    rows = []
    for number, cells in filled:
        rows.append(_row(number, cells, columns))
        if len(rows) > MOST_ROWS:
            raise UnreadableError(f"The file has more than {MOST_ROWS:,} rows. Import it in parts.")
    if not rows:
        raise UnreadableError("Below the headings there are no rows.")
    if all(any("formula" in fault for fault in row.faults) for row in rows):
        raise UnreadableError(
            "Every row holds formulas. Copy everything and paste it as values, so that what you see is what is read."
        )
    return rows


def _columns(number: int, heading: list[Any]) -> list[Column | None]:
    names = ["" if isinstance(cell, _Formula | _Fault) else str(cell) for cell in heading]
    found = [BY_HEADING.get(plain(name)) for name in names]
    missing = [column.heading for column in COLUMNS if column.is_needed and column not in found]
    if missing:
        raise UnreadableError(
            f"Row {number} must name the columns. Missing: {', '.join(missing)}. {USE_THE_TEMPLATE}"
        )
    strange = [name for name, column in zip(names, found, strict=True) if not column and name]
    strange = [name for name in strange if plain(name) not in PASSED_OVER]
    if strange:
        raise UnreadableError(
            f"These columns are not known: {', '.join(strange)}. Take them out, or name them as in the template."
        )
    twice = [column.heading for column in COLUMNS if found.count(column) > 1]
    if twice:
        raise UnreadableError(f"These columns stand there twice: {', '.join(twice)}. Keep one of each.")
    return found


def _row(number: int, cells: list[Any], columns: list[Column | None]) -> RawRow:
    faults, kept = [], {}
    for place, cell in enumerate(cells):
        column = columns[place] if place < len(columns) else None
        if column is None:
            if cell != "" and place >= len(columns):
                faults.append("There are more cells than columns. Is there a separator inside a name?")
            continue
        value, fault = _checked(column, cell)
        kept[column.key] = value
        faults += [fault] if fault else []
    return RawRow(number, kept, tuple(dict.fromkeys(faults)))


def _checked(column: Column, cell: Any) -> tuple[Cell, str]:
    """Return a cell's value, and what is wrong with it if something is."""
    if isinstance(cell, _Formula) or (isinstance(cell, str) and cell.startswith("=")):
        return "", f"“{column.heading}” holds a formula. Copy the column and paste it as values."
    if isinstance(cell, _Fault):
        return "", f"“{column.heading}” holds the error {cell.text}."
    if isinstance(cell, str) and any(unicodedata.category(letter) in ("Cc", "Co", "Cn") for letter in cell):
        return "", f"“{column.heading}” holds a character that cannot be shown."
    return (
        ("", f"“{column.heading}” holds letters that came through garbled.")
        if "�" in str(cell)
        else (cell, "")
    )


def _workbook(content: bytes) -> Iterator[tuple[int, list[Any]]]:
    try:
        _refuse_other_packages(content)
        sheet = _sheet(content)
        lines = [[_from_excel(cell) for cell in row] for row in sheet.iter_rows()]
    except BROKEN as error:
        raise UnreadableError(
            "The workbook is damaged. Open it in Excel and save it again as .xlsx."
        ) from error
    yield from enumerate(lines, start=1)


def _refuse_other_packages(content: bytes) -> None:
    with zipfile.ZipFile(io.BytesIO(content)) as package:
        if "xl/workbook.xml" not in package.namelist():
            raise UnreadableError(
                "This is not an Excel workbook (.xlsx). Save the list as .xlsx or as CSV UTF-8."
            )
        if sum(part.file_size for part in package.infolist()) > MOST_BYTES_UNPACKED:
            raise UnreadableError("The workbook is too large once unpacked. Keep the list alone in it.")


def _sheet(content: bytes) -> Any:
    workbook = openpyxl.load_workbook(io.BytesIO(content), read_only=True)
    sheet = workbook["Leads"] if "Leads" in workbook.sheetnames else workbook.worksheets[0]
    sheet.reset_dimensions()
    return sheet


def _from_excel(cell: Any) -> Any:
    value = cell.value
    if value is None:
        return ""
    if cell.data_type == "f":
        return _Formula()
    if cell.data_type == "e":
        return _Fault(str(value))
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, datetime):
        return value.date()
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    return " ".join(str(value).split())


def _separated(content: bytes) -> Iterator[tuple[int, list[Any]]]:
    text = _decoded(content)
    first = text.lstrip().splitlines()[0]
    separator = max(",;\t", key=first.count)
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=separator, strict=True)
    start = 1
    try:
        for cells in reader:
            yield start, [" ".join(cell.split()) for cell in cells]
            start = reader.line_num + 1
    except csv.Error as error:
        raise UnreadableError(
            f"From row {start} on, the file cannot be read as comma-separated values. Is a quotation mark left open?"
        ) from error


def _decoded(content: bytes) -> str:
    if content.startswith((b"\xff\xfe", b"\xfe\xff")) or b"\0" in content[:1000]:
        raise UnreadableError(
            "The file is in UTF-16. In Excel, choose “Save as”, “CSV UTF-8”, or upload the .xlsx."
        )
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        row = content.count(b"\n", 0, error.start) + 1
        raise UnreadableError(
            f"Row {row} holds a letter that is not UTF-8, so names could be garbled. "
            "In Excel, choose “Save as”, “CSV UTF-8”, or upload the .xlsx."
        ) from error


def as_lists(rows: Iterable[RawRow]) -> list[list[Cell]]:
    """Return rows as they stood, column by column, to be written to a file again."""
    return [[row.cells.get(column.key, "") for column in COLUMNS] for row in rows]
