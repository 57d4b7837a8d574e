"""Sub-ICB locations and the ICB that each is in: the lookup of the Office for National Statistics.

Its columns are named after the year (SICBL26CDH is the ODS code in the lookup of April 2026).
"""

import re
from dataclasses import dataclass
from datetime import date

from hileads.organisations.odsfiles.fields import no_repeats, rows_of
from hileads.organisations.odsfiles.outcome import Change, Outcome
from hileads.organisations.odsfiles.reading import Problem, Record
from hileads.organisations.odsfiles.register import ICB, Place, Register
from hileads.organisations.odsfiles.spelling import readable
from hileads.organisations.odsfiles.timeline import observe, value_on

KEY = "locations"
TITLE = "Sub-ICB locations"
HEADING = re.compile(
    r"SICBL(\d\d)CD,SICBL\1CDH,SICBL\1NM,ICB\1CD,ICB\1CDH,ICB\1NM,NHSER\1CD,NHSER\1CDH,NHSER\1NM,ObjectId"
)
COLUMNS = (
    "location_ons_code",
    "location",
    "location_name",
    "icb_ons_code",
    "ICB",
    "icb_name",
    "region_ons_code",
    "region",
    "region_name",
    "number",
)


@dataclass(frozen=True)
class LocationRow:
    row: int
    code: str
    name: str
    icb: str


def april_of(heading: tuple[str, ...]) -> date | None:
    """Return the first day that a lookup with this heading holds for: the 1 April of its year."""
    match = HEADING.fullmatch(",".join(heading))
    return date(2000 + int(match.group(1)), 4, 1) if match else None


def parse(records: list[Record], problems: list[Problem]) -> tuple[LocationRow, ...]:
    """Read the lookup, its heading left out."""
    found = tuple(
        LocationRow(
            row.number,
            row.code("location"),
            row.text("location_name", 200, required=True),
            row.code("ICB"),
        )
        for row in rows_of(records[1:], COLUMNS, problems)
    )
    no_repeats(((row.row, row.code) for row in found), "location", problems)
    return found


def enter(register: Register, rows: tuple[LocationRow, ...], as_at: date, outcome: Outcome) -> None:
    """Enter the locations. Their ICBs must be in the register and open on the day of the lookup."""
    until = register.next_day_read(KEY, as_at)
    for row in rows:
        icb = register.of_kind(row.icb, ICB)
        if not icb or not icb.is_open_on(as_at):
            why = "was not open on the day of the lookup" if icb else "is not in the register"
            outcome.problems.append(Problem(row.row, f"ICB {row.icb} {why}."))
            continue
        before = register.locations.get(row.code, ())
        place = Place(readable(row.name), row.icb)
        after = observe(before, as_at, place, until)
        register.locations[row.code] = after
        was = value_on(before, as_at)
        shown = was.icb if was else ""
        changes = [Change(row.code, "ICB", shown, row.icb)] if before and before != after else []
        outcome.note_row(row.code, new=not before, changes=changes)
