"""Comma-separated files, read line by line: a long file takes no more memory than a short one."""

import csv
from collections.abc import Iterator
from typing import BinaryIO

from hileads.spreadsheets.cells import UnreadableError
from hileads.spreadsheets.layout import Line

LONGEST_LINE = 1_000_000
A_LOOK = 4_000
MARK = b"\xef\xbb\xbf"
SAVE_AS_UTF_8 = "In Excel, choose “Save as”, “CSV UTF-8”, or upload the .xlsx."


def separated_lines(file: BinaryIO) -> Iterator[Line]:
    """Yield the lines of a file in UTF-8 whose cells are separated by commas, semicolons or tabs.

    Raises UnreadableError, with the number of the row.
    """
    head = file.read(A_LOOK)
    file.seek(len(MARK) if head.startswith(MARK) else 0)
    if head.startswith((b"\xff\xfe", b"\xfe\xff")) or b"\0" in head:
        raise UnreadableError(f"The file is in UTF-16. {SAVE_AS_UTF_8}")
    first = next((line for line in head.splitlines() if line.strip()), b"")
    separator = max(",;\t", key=lambda mark: first.count(mark.encode()))
    reader = csv.reader(_decoded(file), delimiter=separator, strict=True)
    start = 1
    try:
        for cells in reader:
            yield start, [" ".join(cell.split()) for cell in cells]
            start = reader.line_num + 1
    except csv.Error as error:
        raise UnreadableError(
            f"From row {start} on, the file cannot be read as comma-separated values. Is a quotation mark left open?"
        ) from error


def _decoded(file: BinaryIO) -> Iterator[str]:
    for number, line in enumerate(iter(lambda: file.readline(LONGEST_LINE), b""), start=1):
        if len(line) == LONGEST_LINE:
            raise UnreadableError(
                f"Row {number} is longer than a row of a list can be. Is this the right file?"
            )
        try:
            yield line.decode()
        except UnicodeDecodeError as error:
            raise UnreadableError(
                f"Row {number} holds a letter that is not UTF-8, so names could be garbled. {SAVE_AS_UTF_8}"
            ) from error
