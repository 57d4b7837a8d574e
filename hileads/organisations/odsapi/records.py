"""Read the Organisation Data Service's records of trusts into a file of the layout `etr`, and say what no file holds."""

import csv
import io
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from hileads.organisations.odsfiles.trusts import COLUMNS

TRUST_ROLE, BOARD_ROLE = "RO197", "RO261"
FILE_NAME = "trusts-from-ods.csv"


def trusts_file(records: Iterable[Mapping[str, Any]], regions: Mapping[str, str]) -> bytes:
    """Return the records as a file of trusts. `regions` gives the region of each ICB, which a trust's record lacks."""
    out = io.StringIO()
    writer = csv.writer(out, quoting=csv.QUOTE_ALL, lineterminator="\n")
    for record in records:
        writer.writerow(_row(record, regions))
    return out.getvalue().encode()


def notes_on(records: Iterable[Mapping[str, Any]]) -> list[str]:
    """Return what the records say that a file of trusts cannot hold: who succeeded whom."""
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
    icb = next(_boards(record), "")
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


def _boards(record: Mapping[str, Any]) -> Iterator[str]:
    """Yield the ICBs that a record is in now. One whose relationship has ended comes last."""
    rows = [
        row for row in _rows(record, "Rels", "Rel") if _at(row, "Target", "PrimaryRoleId", "id") == BOARD_ROLE
    ]
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
