"""NHS trusts: the `etr` file of the Organisation Data Service, 27 quoted fields without a heading."""

from dataclasses import dataclass, replace
from datetime import date

from hileads.organisations.odsfiles.exceptions import WELSH_PARENTS, WELSH_TRUSTS
from hileads.organisations.odsfiles.fields import no_repeats, rows_of
from hileads.organisations.odsfiles.outcome import Outcome
from hileads.organisations.odsfiles.reading import Problem, Record
from hileads.organisations.odsfiles.register import ICB, REGION, TRUST, Entry, Register, Spelling
from hileads.organisations.odsfiles.spelling import readable
from hileads.organisations.odsfiles.timeline import observe

KEY = "trusts"
TITLE = "NHS trusts (ODS etr)"
NAMED = ("code", "name", "region", "ICB", "address 1", "address 2", "address 3", "town", "county", "postcode")
COLUMNS = (*NAMED, "open date", "close date", *(f"column {number}" for number in range(13, 28)))
DAY = "%Y%m%d"


@dataclass(frozen=True)
class TrustRow:
    row: int
    code: str
    name: str
    region: str
    icb: str
    town: str
    postcode: str
    opened: date | None
    closed: date | None

    @property
    def is_welsh(self) -> bool:
        """Wales shows in the parents, or, in newer files, in no parent at all for a listed trust."""
        if self.region or self.icb:
            return bool({self.region, self.icb} & WELSH_PARENTS)
        return self.code in WELSH_TRUSTS


def parse(records: list[Record], problems: list[Problem]) -> tuple[TrustRow, ...]:
    """Read the trusts, open and closed."""
    found = []
    for row in rows_of(records, COLUMNS, problems):
        opened, closed = row.life("open date", "close date", DAY)
        found.append(
            TrustRow(
                row=row.number,
                code=row.code("code"),
                name=row.text("name", 200, required=True),
                region=row.code("region", required=False),
                icb=row.code("ICB", required=False),
                town=readable(row.text("town", 100)),
                postcode=row.text("postcode", 10),
                opened=opened,
                closed=closed,
            )
        )
    no_repeats(((row.row, row.code) for row in found), "code", problems)
    return tuple(found)


def enter(register: Register, rows: tuple[TrustRow, ...], as_at: date, outcome: Outcome) -> None:
    """Enter the trusts of England. Welsh ones are left out and named; any other unknown parent is a problem."""
    until = register.next_day_read(KEY, as_at)
    welsh = [row for row in rows if row.is_welsh]
    for row in rows:
        if row.is_welsh:
            why = f"{readable(row.name)}: a Welsh trust, under no region or ICB of England."
            outcome.reject(row.code, row.row, why)
        elif not _fits(register, row, as_at, outcome):
            continue
        else:
            before = register.entries.get(row.code)
            after = _entered(register, before, row, as_at, until)
            register.entries[row.code] = after
            outcome.note_entry(before, after)
    if welsh:
        names = ", ".join(f"{row.code} {readable(row.name)}" for row in welsh)
        outcome.notes.append(
            f"{len(welsh)} Welsh trusts are left out, under no region or ICB of England: {names}."
        )
    _note_absent(register, rows, as_at, outcome)


def _fits(register: Register, row: TrustRow, as_at: date, outcome: Outcome) -> bool:
    count = len(outcome.problems)
    before = register.entries.get(row.code)
    if before and before.kind != TRUST:
        outcome.problems.append(Problem(row.row, f"{row.code} is not a trust: it is {before.name}."))
    if not register.of_kind(row.region, REGION):
        outcome.problems.append(Problem(row.row, _unknown("region", row.region)))
    icb = register.of_kind(row.icb, ICB)
    if not icb:
        outcome.problems.append(Problem(row.row, _unknown("ICB", row.icb)))
    elif not icb.is_open_on(as_at):
        outcome.problems.append(
            Problem(row.row, f"{icb.code} {icb.name} was not open on {as_at}. When was this file true?")
        )
    return len(outcome.problems) == count


def _unknown(what: str, code: str) -> str:
    return (
        f"{what} {code} is neither in the register nor a known exception." if code else f"{what} is missing."
    )


def _entered(
    register: Register, before: Entry | None, row: TrustRow, as_at: date, until: date | None
) -> Entry:
    after = before or Entry(row.code, TRUST)
    if not before or not until:
        after = replace(after, opened=row.opened, closed=row.closed, town=row.town, postcode=row.postcode)
    return replace(
        after,
        names=observe(after.names, as_at, Spelling.of(row.name), until),
        icbs=register.settled(observe(after.icbs, as_at, row.icb, until)),
        regions=observe(after.regions, as_at, row.region, until),
    )


def _note_absent(register: Register, rows: tuple[TrustRow, ...], as_at: date, outcome: Outcome) -> None:
    listed = {row.code for row in rows}
    absent = [
        entry.code
        for entry in register.entries.values()
        if entry.kind == TRUST and entry.is_open_on(as_at) and entry.code not in listed
    ]
    if absent:
        outcome.notes.append(
            f"{len(absent)} open trusts of the register are not in this file; they stay as they are."
        )
