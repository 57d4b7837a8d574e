"""Who succeeded whom among integrated care boards, with the day and the kind of succession."""

from dataclasses import dataclass
from datetime import date

from hileads.organisations.odsfiles.fields import no_repeats, rows_of
from hileads.organisations.odsfiles.outcome import Change, Outcome
from hileads.organisations.odsfiles.reading import Problem, Record
from hileads.organisations.odsfiles.register import Passing, Register

KEY = "successions"
TITLE = "Successions of integrated care boards"
COLUMNS = (
    "predecessor_code",
    "predecessor_name",
    "successor_code",
    "successor_name",
    "succession_date",
    "succession_type",
)
KINDS = frozenset({"merger", "acquisition", "split", "boundary", "rename", "dissolution"})


@dataclass(frozen=True)
class SuccessionRow:
    row: int
    passing: Passing
    kind: str


def parse(records: list[Record], problems: list[Problem]) -> tuple[SuccessionRow, ...]:
    """Read the list, its heading left out."""
    found = []
    for row in rows_of(records[1:], COLUMNS, problems):
        predecessor, successor = row.code("predecessor_code"), row.code("successor_code")
        day = row.day("succession_date", "%Y-%m-%d", required=True)
        kind = row.text("succession_type", 12, required=True)
        if kind and kind not in KINDS:
            row.wrong(f"succession_type {kind!r} is none of {', '.join(sorted(KINDS))}.")
        if predecessor == successor:
            row.wrong(f"{predecessor} cannot succeed itself.")
        if day:
            found.append(SuccessionRow(row.number, Passing(predecessor, successor, day), kind))
    no_repeats(((row.row, row.passing) for row in found), "succession", problems)
    return tuple(found)


def enter(register: Register, rows: tuple[SuccessionRow, ...], as_at: date, outcome: Outcome) -> None:
    """Enter the successions. Both sides must be in the register."""
    for row in rows:
        missing = [code for code in row.passing[:2] if code not in register.entries]
        if missing:
            outcome.problems.append(Problem(row.row, f"{' and '.join(missing)} not in the register."))
            continue
        before = register.passings.get(row.passing)
        register.passings[row.passing] = row.kind
        name = f"{row.passing.predecessor} → {row.passing.successor}"
        changed = before is not None and before != row.kind
        changes = [Change(name, "kind", before or "", row.kind)] if changed else []
        outcome.note_row(name, new=before is None, changes=changes)
