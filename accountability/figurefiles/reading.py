"""From a file to its rows, one at a time, refusing in plain words what cannot be read with certainty."""

from collections.abc import Iterator
from typing import BinaryIO

from accountability.figurefiles.columns import LAYOUT
from hileads.spreadsheets.cells import UnreadableError
from hileads.spreadsheets.layout import Line, RawRow
from hileads.spreadsheets.opendocument import CONTENT, opendocument_lines
from hileads.spreadsheets.separated import separated_lines
from hileads.spreadsheets.workbooks import excel_lines, parts_of, refuse_old_office

A_LOOK = 1_000
MOST_ROWS_OF_A_WORKBOOK = 100_000


def rows_of(file: BinaryIO) -> Iterator[RawRow]:
    """Yield the rows of a comma-separated file, an Excel workbook or an OpenDocument spreadsheet.

    Raises UnreadableError, after some rows perhaps. A comma-separated file may be as long as it likes.
    """
    head = file.read(A_LOOK)
    file.seek(0)
    if not head.strip():
        raise UnreadableError("The file is empty.")
    refuse_old_office(head)
    is_package = head.startswith(b"PK")
    for count, row in enumerate(LAYOUT.rows(_lines(file) if is_package else separated_lines(file)), start=1):
        if is_package and count > MOST_ROWS_OF_A_WORKBOOK:
            raise UnreadableError(
                f"The file has more than {MOST_ROWS_OF_A_WORKBOOK:,} rows. A workbook of that size cannot be checked "
                "safely. Save the list as “CSV UTF-8”, which may be longer, and hand that in."
            )
        yield row


def _lines(file: BinaryIO) -> Iterator[Line]:
    parts = parts_of(file)
    file.seek(0)
    return opendocument_lines(file) if CONTENT in parts else excel_lines(file, LAYOUT.sheet)
