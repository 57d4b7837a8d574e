"""Integrated care boards: the list of 42 (July 2022 to March 2026), the list of 36 (since April 2026), what ODS says now."""

from dataclasses import dataclass, replace
from datetime import date

from hileads.organisations.odsfiles.fields import no_repeats, rows_of
from hileads.organisations.odsfiles.outcome import Outcome
from hileads.organisations.odsfiles.reading import Problem, Record
from hileads.organisations.odsfiles.register import ICB, REGION, Entry, Register, Spelling
from hileads.organisations.odsfiles.timeline import observe

KEY = "icbs"
TITLE = "Integrated care boards"
COLUMNS = ("ods_code", "ons_code", "name", "region_ods_code", "region_name", "valid_from")
COLUMNS_WITH_ENDS = (*COLUMNS, "valid_to", "successor_ods_codes")
COLUMNS_OF_ODS = ("ods_code", "name", "region_ods_code", "valid_from", "valid_to")
DAY = "%Y-%m-%d"


@dataclass(frozen=True)
class BoardRow:
    row: int
    code: str
    name: str
    region: str
    opened: date | None
    closed: date | None


def parse(records: list[Record], problems: list[Problem]) -> tuple[BoardRow, ...]:
    """Read any of the lists, its heading left out."""
    columns = records[0].fields
    found = []
    for row in rows_of(records[1:], columns, problems):
        if "valid_to" in columns:
            opened, closed = row.life("valid_from", "valid_to", DAY)
        else:
            opened, closed = row.day("valid_from", DAY, required=True), None
        name = row.text("name", 200, required=True)
        found.append(
            BoardRow(row.number, row.code("ods_code"), name, row.code("region_ods_code"), opened, closed)
        )
    no_repeats(((row.row, row.code) for row in found), "code", problems)
    return tuple(found)


def enter(register: Register, rows: tuple[BoardRow, ...], as_at: date, outcome: Outcome) -> None:
    """Enter the boards. A new one has had its name and region since it opened, since these lists say when."""
    until = register.next_day_read(KEY, as_at)
    for row in rows:
        before = register.entries.get(row.code)
        if before and before.kind != ICB:
            outcome.problems.append(Problem(row.row, f"{row.code} is not an ICB: it is {before.name}."))
        elif not register.of_kind(row.region, REGION):
            outcome.problems.append(Problem(row.row, f"region {row.region} is not in the register."))
        else:
            base = before or Entry(row.code, ICB, opened=row.opened, closed=row.closed)
            day = as_at if before else (row.opened or as_at)
            if not until:
                base = replace(base, opened=row.opened, closed=row.closed)
            after = replace(
                base,
                names=observe(base.names, day, Spelling.of(row.name), until),
                regions=observe(base.regions, day, row.region, until),
            )
            register.entries[row.code] = after
            outcome.note_entry(before, after)
