"""The seven regions of NHS England: code and name. The list carries no dates."""

from dataclasses import dataclass, replace
from datetime import date

from hileads.organisations.odsfiles.fields import no_repeats, rows_of
from hileads.organisations.odsfiles.outcome import Outcome
from hileads.organisations.odsfiles.reading import Problem, Record
from hileads.organisations.odsfiles.register import REGION, Entry, Register, Spelling
from hileads.organisations.odsfiles.timeline import observe

KEY = "regions"
TITLE = "NHS England regions"
COLUMNS = ("ods_code", "ons_code", "name")


@dataclass(frozen=True)
class RegionRow:
    row: int
    code: str
    name: str


def parse(records: list[Record], problems: list[Problem]) -> tuple[RegionRow, ...]:
    """Read the list, its heading left out."""
    rows = rows_of(records[1:], COLUMNS, problems)
    found = tuple(
        RegionRow(row.number, row.code("ods_code"), row.text("name", 200, required=True)) for row in rows
    )
    no_repeats(((row.row, row.code) for row in found), "code", problems)
    return found


def enter(register: Register, rows: tuple[RegionRow, ...], as_at: date, outcome: Outcome) -> None:
    """Enter the regions. When they opened is not known."""
    until = register.next_day_read(KEY, as_at)
    for row in rows:
        before = register.entries.get(row.code)
        if before and before.kind != REGION:
            outcome.problems.append(Problem(row.row, f"{row.code} is not a region: it is {before.name}."))
            continue
        base = before or Entry(row.code, REGION)
        after = replace(base, names=observe(base.names, as_at, Spelling.of(row.name), until))
        register.entries[row.code] = after
        outcome.note_entry(before, after)
