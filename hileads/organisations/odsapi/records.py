"""Read the Organisation Data Service's records of trusts and boards into files, and say what no file holds.

An integrated care board has the primary role of a strategic partnership, and since its birth the role of a board.
"""

import csv
import io
from collections.abc import Iterable, Iterator, Mapping
from typing import Any, NamedTuple

from hileads.organisations.odsfiles.boards import COLUMNS_OF_ODS
from hileads.organisations.odsfiles.trusts import COLUMNS

TRUST_ROLE, PARTNERSHIP_ROLE, BOARD_ROLE, REGION_ROLE = "RO197", "RO261", "RO318", "RO209"
TRUSTS_NAME, BOARDS_NAME = "trusts-from-ods.csv", "boards-from-ods.csv"


class HeldBoard(NamedTuple):
    """What the register holds of a board: the code of its region, and when it opened, as "2022-07-01"."""

    region: str
    opened: str


def trusts_file(records: Iterable[Mapping[str, Any]], regions: Mapping[str, str]) -> bytes:
    """Return the records as a file of trusts. `regions` gives the region of each ICB, which a trust's record lacks."""
    out = io.StringIO()
    writer = csv.writer(out, quoting=csv.QUOTE_ALL, lineterminator="\n")
    for record in records:
        writer.writerow(_row(record, regions))
    return out.getvalue().encode()


def boards_file(records: Iterable[Mapping[str, Any]], held: Mapping[str, HeldBoard]) -> bytes:
    """Return the records of boards whose region is known as a file of boards. A board keeps its day of opening."""
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(COLUMNS_OF_ODS)
    for record in records:
        region = region_of(record, held)
        if _is_board(record, held) and region:
            opened, closed = _board_life(record, held)
            writer.writerow([code_of(record), record.get("Name", ""), region, opened, closed])
    return out.getvalue().encode()


def region_of(record: Mapping[str, Any], held: Mapping[str, HeldBoard]) -> str:
    """Return the code of a board's region: the one in its record, else the one in the register, else ""."""
    told = next(_related(record, REGION_ROLE), "")
    return told or (held[code_of(record)].region if code_of(record) in held else "")


def notes_on_boards(records: Iterable[Mapping[str, Any]], held: Mapping[str, HeldBoard]) -> list[str]:
    """Return which boards a file of boards cannot hold, because nothing says in which region they are."""
    return [
        f"ODS has a board {code_of(record)}, {record.get('Name', '')}, and does not say in which region it is. Import a "
        "list of boards to record it."
        for record in records
        if _is_board(record, held) and not region_of(record, held)
    ]


def notes_on(records: Iterable[Mapping[str, Any]]) -> list[str]:
    """Return what the records say that no file of trusts or boards can hold: who succeeded whom."""
    return [
        f"ODS records that {what} on {day}. Import a list of successions to record how."
        for record in records
        for what, day in _successions(record)
    ]


def code_of(record: Mapping[str, Any]) -> str:
    """Return the ODS code of a record."""
    return str(_at(record, "OrgId", "extension"))


def _row(record: Mapping[str, Any], regions: Mapping[str, str]) -> list[str]:
    place = record.get("GeoLoc", {}).get("Location", {})
    opened, closed = _life(record)
    icb = next(_related(record, PARTNERSHIP_ROLE), "")
    given = [
        code_of(record),
        str(record.get("Name", "")),
        regions.get(icb, ""),
        icb,
        *(
            str(place.get(line, ""))
            for line in ("AddrLn1", "AddrLn2", "AddrLn3", "Town", "County", "PostCode")
        ),
        opened.replace("-", ""),
        closed.replace("-", ""),
    ]
    return given + [""] * (len(COLUMNS) - len(given))


def _life(record: Mapping[str, Any]) -> tuple[str, str]:
    """Return the days of opening and closing: the operational ones, else the legal ones."""
    dates = {row.get("Type"): row for row in _rows(record, "Date")}
    held = dates.get("Operational") or dates.get("Legal") or {}
    return str(held.get("Start", "")), str(held.get("End", ""))


def _is_board(record: Mapping[str, Any], held: Mapping[str, HeldBoard]) -> bool:
    """Say whether this is an integrated care board: one of the register, or by its role. Others were partnerships only."""
    return code_of(record) in held or any(
        row.get("id") == BOARD_ROLE for row in _rows(record, "Roles", "Role")
    )


def _board_life(record: Mapping[str, Any], held: Mapping[str, HeldBoard]) -> tuple[str, str]:
    """Return when a board opened and closed: by the register, else by its role of a board, else by the record."""
    opened, closed = _life(record)
    began = [
        str(day.get("Start", ""))
        for row in _rows(record, "Roles", "Role")
        if row.get("id") == BOARD_ROLE
        for day in _rows(row, "Date")
    ]
    known = held[code_of(record)].opened if code_of(record) in held else ""
    return known or next(filter(None, began), opened), closed


def _related(record: Mapping[str, Any], role: str) -> Iterator[str]:
    """Yield what a record belongs to in this role: the board of a trust, the region of a board. Ended ones come last."""
    rows = [row for row in _rows(record, "Rels", "Rel") if _at(row, "Target", "PrimaryRoleId", "id") == role]
    for row in sorted(rows, key=lambda row: row.get("Status") != "Active"):
        yield str(_at(row, "Target", "OrgId", "extension"))


def _successions(record: Mapping[str, Any]) -> Iterator[tuple[str, str]]:
    code = code_of(record)
    for row in _rows(record, "Succs", "Succ"):
        other = str(_at(row, "Target", "OrgId", "extension"))
        day = next(
            (str(held["Start"]) for held in _rows(row, "Date") if held.get("Start")), "a day it does not say"
        )
        if row.get("Type") == "Successor":
            yield f"{code} passed to {other}", day
        else:
            yield f"{other} passed to {code}", day


def _rows(record: Mapping[str, Any], *path: str) -> list[Any]:
    found = _at(record, *path)
    return found if isinstance(found, list) else []


def _at(record: Mapping[str, Any], *path: str) -> Any:
    found: Any = record
    for step in path:
        found = found.get(step, "") if isinstance(found, Mapping) else ""
    return found
