"""Excel workbooks, read row by row."""

import zipfile
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime
from typing import Any, BinaryIO

import openpyxl

from hileads.spreadsheets.cells import Fault, Formula, UnreadableError, shown_number
from hileads.spreadsheets.layout import Line

MOST_BYTES_UNPACKED = 100_000_000
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
PARTS_OF_EXCEL = "xl/workbook.xml"


def refuse_old_office(head: bytes) -> None:
    """Refuse what begins like an old or protected Excel file."""
    if head.startswith(OLD_OFFICE):
        raise UnreadableError(
            "The file is protected by a password, or an old Excel file (.xls). Save it without a password as .xlsx."
        )


def parts_of(file: BinaryIO) -> set[str]:
    """Return the names of the parts of a workbook or spreadsheet. Raises UnreadableError.

    SECURITY: a package that unpacks to more than any list needs is refused before anything of it is unpacked.
    """
    with said_to_be_damaged(), zipfile.ZipFile(file) as package:
        if sum(part.file_size for part in package.infolist()) > MOST_BYTES_UNPACKED:
            raise UnreadableError("The workbook is too large once unpacked. Keep the list alone in it.")
        return set(package.namelist())


@contextmanager
def said_to_be_damaged() -> Iterator[None]:
    """Refuse a workbook in plain words when the library that reads it cannot."""
    try:
        yield
    except BROKEN as error:
        raise UnreadableError(
            "The workbook is damaged. Open it in Excel and save it again as .xlsx."
        ) from error


def excel_lines(file: BinaryIO, sheet: str) -> Iterator[Line]:
    """Yield the lines of the sheet that is called `sheet`, else of the first one. Raises UnreadableError."""
    if PARTS_OF_EXCEL not in parts_of(file):
        raise UnreadableError(
            "This is not an Excel workbook (.xlsx). Save the list as .xlsx or as CSV UTF-8."
        )
    with said_to_be_damaged():
        workbook = openpyxl.load_workbook(file, read_only=True)
        found = workbook[sheet] if sheet in workbook.sheetnames else workbook.worksheets[0]
        found.reset_dimensions()
        rows = enumerate(found.iter_rows(), start=1)
    while True:
        with said_to_be_damaged():
            number, row = next(rows, (0, ()))
            cells = [_from_excel(cell) for cell in row]
        if not number:
            return
        yield number, cells


def _from_excel(cell: Any) -> Any:
    value = cell.value
    if value is None:
        return ""
    if cell.data_type == "f":
        return Formula()
    if cell.data_type == "e":
        return Fault(str(value))
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, datetime):
        return value.date()
    if isinstance(value, int | float):
        return shown_number(value, is_percentage="%" in str(cell.number_format))
    return " ".join(str(value).split())
