"""The columns of a list, and its rows under them."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from hileads.spreadsheets.cells import Cell, Fault, Formula, UnreadableError, checked

USE_THE_TEMPLATE = "Download the template and copy your rows into it."
WHAT_IS_WRONG = "What is wrong"
"""The heading of the column that says so in a file of rows to be mended."""

Line = tuple[int, list[Any]]
"""One line of a file: the number of the row in which it begins, and its cells."""


@dataclass(frozen=True)
class Column:
    """A column: its key in the code, its heading, and what belongs in it."""

    key: str
    heading: str
    hint: str
    is_needed: bool = False


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


def plain(heading: str) -> str:
    """Return a heading as it is compared: without case, remarks in brackets and stars."""
    return " ".join(re.sub(r"\(.*?\)|\*", " ", heading).split()).casefold()


@dataclass(frozen=True)
class Layout:
    """The columns that a list has. `not_read` are headings that may stand in it for its readers."""

    sheet: str
    columns: tuple[Column, ...]
    not_read: tuple[str, ...] = ()

    @cached_property
    def headings(self) -> list[str]:
        return [column.heading for column in self.columns]

    @cached_property
    def by_key(self) -> dict[str, Column]:
        return {column.key: column for column in self.columns}

    @cached_property
    def by_heading(self) -> dict[str, Column]:
        return {plain(column.heading): column for column in self.columns}

    def names(self, lines: Iterable[Line]) -> list[str]:
        """Return the headings of a file as they stand. Raises UnreadableError."""
        return _names(_first(_filled(lines))[1])

    def knows(self, names: list[str]) -> bool:
        """Say whether headings are this list's own, as its template has them."""
        try:
            self._columns(1, names)
        except UnreadableError:
            return False
        return True

    def rows(self, lines: Iterable[Line], chosen: Sequence[str] | None = None) -> Iterator[RawRow]:
        """Yield the rows below the headings, one at a time; empty lines are passed over. Raises UnreadableError.

        `chosen` says for each column of the file by its key which it is, "" for one that is not read; without it the
        headings say so.
        """
        filled = _filled(lines)
        number, heading = _first(filled)
        columns = (
            self._columns(number, heading) if chosen is None else [self.by_key.get(key) for key in chosen]
        )
        row = None
        for number, cells in filled:
            row = _row(number, cells, columns)
            yield row
        if row is None:
            raise UnreadableError("Below the headings there are no rows.")

    def as_list(self, row: RawRow) -> list[Cell]:
        """Return a row as it stood, column by column, to be written to a file again."""
        return [row.cells.get(column.key, "") for column in self.columns]

    def _columns(self, number: int, heading: list[Any]) -> list[Column | None]:
        names = _names(heading)
        found = [self.by_heading.get(plain(name)) for name in names]
        missing = [column.heading for column in self.columns if column.is_needed and column not in found]
        if missing:
            raise UnreadableError(
                f"Row {number} must name the columns. Missing: {', '.join(missing)}. {USE_THE_TEMPLATE}"
            )
        passed_over = {plain(name) for name in self.not_read}
        strange = [name for name, column in zip(names, found, strict=True) if not column and name]
        strange = [name for name in strange if plain(name) not in passed_over]
        if strange:
            raise UnreadableError(
                f"These columns are not known: {', '.join(strange)}. Take them out, or name them as in the template."
            )
        twice = [column.heading for column in self.columns if found.count(column) > 1]
        if twice:
            raise UnreadableError(f"These columns stand there twice: {', '.join(twice)}. Keep one of each.")
        return found


def _filled(lines: Iterable[Line]) -> Iterator[Line]:
    return ((number, cells) for number, cells in lines if any(cell != "" for cell in cells))


def _first(filled: Iterator[Line]) -> Line:
    number, heading = next(filled, (0, []))
    if not heading:
        raise UnreadableError(f"The file has no rows. {USE_THE_TEMPLATE}")
    return number, heading


def _names(heading: list[Any]) -> list[str]:
    return ["" if isinstance(cell, Formula | Fault) else str(cell) for cell in heading]


def _row(number: int, cells: list[Any], columns: list[Column | None]) -> RawRow:
    faults: list[str] = []
    kept: dict[str, Cell] = {}
    for place, cell in enumerate(cells):
        column = columns[place] if place < len(columns) else None
        if column is None:
            if cell != "" and place >= len(columns):
                faults.append("There are more cells than columns. Is there a separator inside a name?")
            continue
        kept[column.key], fault = checked(column.heading, cell)
        if fault:
            faults.append(fault)
    return RawRow(number, kept, tuple(dict.fromkeys(faults)))
