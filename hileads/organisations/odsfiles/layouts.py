"""Which layout a file has, told from the file itself, and its rows."""

import hashlib
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import Any

from hileads.organisations.odsfiles import boards, locations, networks, regions, successions, trusts
from hileads.organisations.odsfiles.outcome import Outcome
from hileads.organisations.odsfiles.reading import Problem, Record, RefusedFileError, records_of
from hileads.organisations.odsfiles.register import Register

Rows = tuple[Any, ...]


@dataclass(frozen=True)
class Layout:
    """One layout: its heading (none for `etr`), how it is read and entered, and which dates its rows carry.

    `order` puts parents before what names them. A layout that dates itself takes no date from the command.
    """

    key: str
    title: str
    order: int
    columns: tuple[str, ...]
    parse: Callable[[list[Record], list[Problem]], Rows]
    enter: Callable[[Register, Rows, date, Outcome], None]
    dates: Callable[[Rows], list[date | None]]
    dates_itself: bool = False


def _no_dates(rows: Rows) -> list[date | None]:
    return []


def _lives(rows: Rows) -> list[date | None]:
    return [day for row in rows for day in (row.opened, row.closed)]


def _passings(rows: Rows) -> list[date | None]:
    return [row.passing.day for row in rows]


def _boards(columns: tuple[str, ...], *, dates_itself: bool = True) -> Layout:
    made = (boards.parse, boards.enter, _lives)
    return Layout(boards.KEY, boards.TITLE, 2, columns, *made, dates_itself=dates_itself)


def _successions(columns: tuple[str, ...]) -> Layout:
    made = (successions.parse, successions.enter, _passings)
    return Layout(successions.KEY, successions.TITLE, 3, columns, *made, dates_itself=True)


REGIONS = Layout(regions.KEY, regions.TITLE, 1, regions.COLUMNS, regions.parse, regions.enter, _no_dates)
BOARDS = (_boards(boards.COLUMNS), _boards(boards.COLUMNS_WITH_ENDS))
BOARDS_OF_ODS = _boards(boards.COLUMNS_OF_ODS, dates_itself=False)
SUCCESSIONS = (_successions(successions.COLUMNS), _successions(successions.COLUMNS_WITH_EXTENTS))
LOCATIONS = Layout(
    locations.KEY,
    locations.TITLE,
    4,
    locations.COLUMNS,
    locations.parse,
    locations.enter,
    _no_dates,
    dates_itself=True,
)
TRUSTS = Layout(trusts.KEY, trusts.TITLE, 5, trusts.COLUMNS, trusts.parse, trusts.enter, _lives)
NETWORKS = Layout(networks.KEY, networks.TITLE, 6, networks.COLUMNS, networks.parse, networks.enter, _lives)
WITH_HEADING = (REGIONS, *BOARDS, *SUCCESSIONS, NETWORKS, BOARDS_OF_ODS)
KNOWN = "; ".join(
    layout.title for layout in (REGIONS, BOARDS[0], SUCCESSIONS[0], LOCATIONS, TRUSTS, NETWORKS)
)


@dataclass(frozen=True)
class OdsFile:
    """A file that has been read: its layout, its rows, and the days it speaks of."""

    name: str
    sha256: str
    layout: Layout
    rows: Rows
    dated: date | None = None

    def day_true(self, as_at: date | None, today: date) -> date:
        """Return the day on which the file was true.

        A layout that dates itself says so: the newest date in its rows, or the April of its heading. Otherwise
        it is `as_at`; without that, the newest date in the rows that has come (the file cannot be older), and
        for a file without dates, today.
        """
        if self.dated:
            return self.dated
        newest = max((day for day in self.layout.dates(self.rows) if day and day <= today), default=today)
        return newest if self.layout.dates_itself else as_at or newest


def read_file(name: str, content: bytes) -> OdsFile:
    """Read a file whole. Raises RefusedFileError with everything that is wrong with it."""
    problems: list[Problem] = []
    records = records_of(content, problems)
    layout = _layout_of(records[0].fields, problems) if records else None
    rows = layout.parse(records, problems) if layout else ()
    if layout and not rows and not problems:
        problems.append(Problem(0, "The file holds a heading and no rows."))
    if problems or not layout:
        raise RefusedFileError(name, problems)
    digest = hashlib.sha256(content)
    return OdsFile(name, digest.hexdigest(), layout, rows, locations.april_of(records[0].fields))


def _layout_of(first: tuple[str, ...], problems: list[Problem]) -> Layout | None:
    if locations.april_of(first):
        return LOCATIONS
    for layout in WITH_HEADING:
        if first == layout.columns:
            return layout
    if len(first) == len(trusts.COLUMNS):
        return TRUSTS
    problems.append(Problem(1, _what_is_unlike(first)))
    return None


def _what_is_unlike(first: tuple[str, ...]) -> str:
    """Say which layout the heading comes near to, and in what it differs."""
    nearest = max(WITH_HEADING, key=lambda layout: len(set(layout.columns) & set(first)))
    if 2 * len(set(nearest.columns) & set(first)) < len(nearest.columns):
        return f"{len(first)} columns of no known layout. Known: {KNOWN}."
    missing = [column for column in nearest.columns if column not in first]
    extra = [column for column in first if column not in nearest.columns]
    parts = [
        f"{word} {', '.join(columns)}" for word, columns in (("lacks", missing), ("adds", extra)) if columns
    ]
    return f"wrong columns for {nearest.title}: {' and '.join(parts) or 'another order'}."
