"""One row of a file, field by field: every field is checked, and every mistake is kept with its row."""

import re
from collections.abc import Iterable
from datetime import date, datetime
from typing import TypeVar

from hileads.organisations.odsfiles.reading import Problem, Record

CODE = re.compile(r"(?!PARTNER)[A-Z0-9]{2,12}")
"""A code of ODS. Those of partners are the portal's own: no file may speak of them."""
K = TypeVar("K")


class Row:
    """The fields of one row by column name. A field that is wrong is noted in `problems` and comes back empty."""

    def __init__(self, record: Record, columns: tuple[str, ...], problems: list[Problem]) -> None:
        self.number = record.row
        self._values = dict(zip(columns, record.fields, strict=True))
        self._problems = problems

    def wrong(self, text: str) -> None:
        """Note that something is wrong with this row."""
        self._problems.append(Problem(self.number, text))

    def code(self, column: str, *, required: bool = True) -> str:
        """Return an ODS code."""
        value = self._values[column]
        if not value and required:
            self.wrong(f"{column} is missing.")
        elif value and not CODE.fullmatch(value):
            self.wrong(f"{column} {value!r} is not an ODS code.")
        return value

    def text(self, column: str, longest: int, *, required: bool = False) -> str:
        """Return words, at most `longest` characters of them."""
        value = self._values[column]
        if not value and required:
            self.wrong(f"{column} is missing.")
        if len(value) > longest:
            self.wrong(f"{column} is longer than {longest} characters.")
        return value

    def day(self, column: str, form: str, *, required: bool = False) -> date | None:
        """Return a date written in the `form` of strptime."""
        value = self._values[column]
        if not value:
            if required:
                self.wrong(f"{column} is missing.")
            return None
        try:
            found = datetime.strptime(value, form).date()  # noqa: DTZ007 - a date has no time zone
        except ValueError:
            found = None
        if found is None or found.strftime(form) != value:
            self.wrong(f"{column} {value!r} is not a date of the form {_shape(form)}.")
            return None
        return found

    def life(self, opened: str, closed: str, form: str) -> tuple[date | None, date | None]:
        """Return the days on which an organisation opened and closed."""
        first, last = self.day(opened, form, required=True), self.day(closed, form)
        if first and last and last < first:
            self.wrong(f"it closed on {last:%Y-%m-%d}, before it opened on {first:%Y-%m-%d}.")
        return first, last


def rows_of(records: Iterable[Record], columns: tuple[str, ...], problems: list[Problem]) -> list[Row]:
    """Return the rows that have as many fields as there are columns; the others are problems."""
    rows = []
    for record in records:
        if len(record.fields) == len(columns):
            rows.append(Row(record, columns, problems))
        else:
            problems.append(Problem(record.row, f"{len(record.fields)} columns instead of {len(columns)}."))
    return rows


def no_repeats(keys: Iterable[tuple[int, K]], what: str, problems: list[Problem]) -> None:
    """Note every key, given with its row, that has stood in an earlier row."""
    seen: dict[K, int] = {}
    for row, key in keys:
        if key in seen:
            shown = ", ".join(map(str, key)) if isinstance(key, tuple) else key
            problems.append(Problem(row, f"{what} {shown} stands in row {seen[key]} already."))
        seen.setdefault(key, row)


def _shape(form: str) -> str:
    return form.replace("%Y", "YYYY").replace("%m", "MM").replace("%d", "DD")
