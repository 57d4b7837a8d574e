"""From a file to its rows, one at a time, refusing in plain words what cannot be read with certainty."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from hashlib import sha256
from typing import BinaryIO

from accountability.figurefiles.columns import LAYOUT
from hileads.spreadsheets.cells import UnreadableError
from hileads.spreadsheets.layout import Line, RawRow, plain
from hileads.spreadsheets.opendocument import CONTENT, opendocument_lines
from hileads.spreadsheets.separated import separated_lines
from hileads.spreadsheets.workbooks import excel_lines, parts_of, refuse_old_office

A_LOOK = 1_000
MOST_ROWS_OF_A_WORKBOOK = 100_000


@dataclass(frozen=True)
class Said:
    """What somebody has said of a file: each column by its key, "" for one not read, and what holds in every row."""

    columns: Sequence[str]
    always: Mapping[str, str]


def headings_of(file: BinaryIO) -> list[str]:
    """Return the headings of a file as they stand. Raises UnreadableError."""
    return LAYOUT.names(_lines(file))


def fingerprint(headings: Sequence[str]) -> str:
    """Return what files with the same headings in the same order have in common, whatever they are called."""
    return sha256("\n".join(plain(name) for name in headings).encode()).hexdigest()


def rows_of(file: BinaryIO, said: Said | None = None) -> Iterator[RawRow]:
    """Yield the rows of a comma-separated file, an Excel workbook or an OpenDocument spreadsheet.

    `said` says what the columns are where the headings do not. Raises UnreadableError, after some rows perhaps. A
    comma-separated file may be as long as it likes.
    """
    is_package = file.read(2) == b"PK"
    file.seek(0)
    for count, row in enumerate(LAYOUT.rows(_lines(file), said.columns if said else None), start=1):
        if is_package and count > MOST_ROWS_OF_A_WORKBOOK:
            raise UnreadableError(
                f"The file has more than {MOST_ROWS_OF_A_WORKBOOK:,} rows. A workbook of that size cannot be checked "
                "safely. Save the list as “CSV UTF-8”, which may be longer, and hand that in."
            )
        yield replace(row, cells={**said.always, **row.cells}) if said else row


def _lines(file: BinaryIO) -> Iterator[Line]:
    head = file.read(A_LOOK)
    file.seek(0)
    if not head.strip():
        raise UnreadableError("The file is empty.")
    refuse_old_office(head)
    if not head.startswith(b"PK"):
        return separated_lines(file)
    parts = parts_of(file)
    file.seek(0)
    return opendocument_lines(file) if CONTENT in parts else excel_lines(file, LAYOUT.sheet)
