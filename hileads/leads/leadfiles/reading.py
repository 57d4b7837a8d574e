"""From the bytes of an upload to its rows, refusing in plain words what cannot be read with certainty."""

import io
from collections.abc import Iterable

from hileads.leads.leadfiles.columns import LAYOUT
from hileads.spreadsheets.cells import Cell, UnreadableError
from hileads.spreadsheets.layout import RawRow
from hileads.spreadsheets.separated import separated_lines
from hileads.spreadsheets.workbooks import excel_lines, refuse_old_office

MOST_BYTES = 5_000_000
MOST_ROWS = 5_000


def read(content: bytes) -> list[RawRow]:
    """Return the rows of an Excel workbook (.xlsx) or a comma-separated file. Raises UnreadableError."""
    if not content.strip():
        raise UnreadableError("The file is empty.")
    if len(content) > MOST_BYTES:
        raise UnreadableError("The file is larger than 5 MB. A list of leads has some hundred rows.")
    refuse_old_office(content)
    file = io.BytesIO(content)
    lines = excel_lines(file, LAYOUT.sheet) if content.startswith(b"PK") else separated_lines(file)
    rows = []
    for row in LAYOUT.rows(lines):
        rows.append(row)
        if len(rows) > MOST_ROWS:
            raise UnreadableError(f"The file has more than {MOST_ROWS:,} rows. Import it in parts.")
    if all(any("formula" in fault for fault in row.faults) for row in rows):
        raise UnreadableError(
            "Every row holds formulas. Copy everything and paste it as values, so that what you see is what is read."
        )
    return rows


def as_lists(rows: Iterable[RawRow]) -> list[list[Cell]]:
    """Return rows as they stood, column by column, to be written to a file again."""
    return [LAYOUT.as_list(row) for row in rows]
