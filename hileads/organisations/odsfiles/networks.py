"""Primary care networks: the sheet "PCNDetails" of the Organisation Data Service's ePCN workbook, as CSV.

A network's ICB and region follow from its sub-ICB location; the file itself names neither.
"""

from collections import Counter
from dataclasses import dataclass, replace
from datetime import date

from hileads.organisations.odsfiles.exceptions import CLOSED_CCGS, UNMAPPED_LOCATIONS
from hileads.organisations.odsfiles.fields import no_repeats, rows_of
from hileads.organisations.odsfiles.outcome import Outcome
from hileads.organisations.odsfiles.reading import Problem, Record
from hileads.organisations.odsfiles.register import PCN, Entry, Place, Register, Spelling
from hileads.organisations.odsfiles.spelling import readable
from hileads.organisations.odsfiles.timeline import ONE_DAY, observe, overlay, value_on

KEY = "networks"
TITLE = "Primary care networks (ODS ePCN)"
COLUMNS = (
    "PCN Code",
    "PCN Name",
    "Current Sub ICB Loc Code",
    "Sub ICB Location",
    "Open Date",
    "Close Date",
    "Address Line 1",
    "Address Line 2",
    "Address Line 3",
    "Address Line 4",
    "Address Line 5",
    "Postcode",
)
DAY = "%Y%m%d"


@dataclass(frozen=True)
class NetworkRow:
    row: int
    code: str
    name: str
    location: str
    location_name: str
    opened: date | None
    closed: date | None
    town: str
    postcode: str


def parse(records: list[Record], problems: list[Problem]) -> tuple[NetworkRow, ...]:
    """Read the networks, open and closed, the heading left out."""
    found = []
    for row in rows_of(records[1:], COLUMNS, problems):
        opened, closed = row.life("Open Date", "Close Date", DAY)
        found.append(
            NetworkRow(
                row=row.number,
                code=row.code("PCN Code"),
                name=row.text("PCN Name", 200, required=True),
                location=row.code("Current Sub ICB Loc Code"),
                location_name=row.text("Sub ICB Location", 200, required=True),
                opened=opened,
                closed=closed,
                town=readable(row.text("Address Line 4", 100)),
                postcode=row.text("Postcode", 10),
            )
        )
    no_repeats(((row.row, row.code) for row in found), "code", problems)
    return tuple(found)


def enter(register: Register, rows: tuple[NetworkRow, ...], as_at: date, outcome: Outcome) -> None:
    """Enter the networks. Parents must be sub-ICB locations of the register or known exceptions, which are named."""
    until = register.next_day_read(KEY, as_at)
    fitting = [row for row in rows if _fits(register, row, outcome)]
    for code, name in {row.location: row.location_name for row in fitting}.items():
        _learn_past_of_location(register, code, name, as_at)
    for row in fitting:
        before = register.entries.get(row.code)
        after = before or Entry(row.code, PCN)
        if not before or not until:
            after = replace(
                after,
                opened=row.opened,
                closed=row.closed,
                town=row.town,
                postcode=row.postcode,
                location=row.location,
            )
        after = replace(after, names=observe(after.names, as_at, Spelling.of(row.name), until))
        after = placed(register, after, row.location, as_at, until)
        register.entries[row.code] = after
        outcome.note_entry(before, after)
    _note_exceptions(rows, outcome)


def placed(register: Register, entry: Entry, location: str, start: date, until: date | None) -> Entry:
    """Return a network put, from `start` on, into the ICBs and regions that its location was in."""
    end = until - ONE_DAY if until else None
    icbs = register.icbs_of_location(location, start, end)
    regions = register.regions_of(icbs, end)
    return replace(
        entry,
        icbs=overlay(entry.icbs, start, end, icbs),
        regions=overlay(entry.regions, start, end, regions),
    )


def _fits(register: Register, row: NetworkRow, outcome: Outcome) -> bool:
    before = register.entries.get(row.code)
    if before and before.kind != PCN:
        problem = f"{row.code} is not a primary care network: it is {before.name}."
    elif row.location in CLOSED_CCGS and not row.closed:
        problem = f"{CLOSED_CCGS[row.location]} ({row.location}) has closed; only closed networks may still name it."
    elif not ({row.location} & (CLOSED_CCGS.keys() | UNMAPPED_LOCATIONS.keys() | register.locations.keys())):
        problem = f"sub-ICB location {row.location} is neither in the register nor a known exception."
    else:
        return True
    outcome.problems.append(Problem(row.row, problem))
    return False


def _learn_past_of_location(register: Register, code: str, name: str, as_at: date) -> None:
    """Enter where a location was on the day of the file, as far as its own name says and nothing else does.

    A location is named after its ICB: "NHS FRIMLEY ICB - D4U1Y".
    """
    known = register.locations.get(code, ())
    icb = register.icb_named(name.removesuffix(f" - {code}"), as_at)
    if icb and value_on(known, as_at) is None:
        register.locations[code] = register.settled_places(
            observe(known, as_at, Place(readable(name), icb), None)
        )


def _note_exceptions(rows: tuple[NetworkRow, ...], outcome: Outcome) -> None:
    for exceptions, what in (
        (CLOSED_CCGS, "closed networks name {} that closed before ICBs came, and have no ICB"),
        (
            UNMAPPED_LOCATIONS,
            "networks name {} whose ICB was split on 1 April 2026, and have had no ICB since",
        ),
    ):
        counts = Counter(row.location for row in rows if row.location in exceptions)
        if counts:
            several = "a location" if len(counts) == 1 else f"{len(counts)} bodies"
            named = ", ".join(f"{code} {exceptions[code]} ({counts[code]})" for code in sorted(counts))
            outcome.notes.append(f"{counts.total()} {what.format(several)}: {named}.")
