"""Who succeeded whom, with the day, the kind of succession, and whether all of it passed or a part.

A list may say the extent and, in words, what passed, in two more columns. Where it does not, what several took over on
one day passed to each in part, and so does every boundary transfer.
"""

from collections import Counter
from dataclasses import dataclass
from datetime import date

from hileads.organisations.odsfiles.fields import Row, no_repeats, rows_of
from hileads.organisations.odsfiles.outcome import Change, Outcome
from hileads.organisations.odsfiles.reading import Problem, Record
from hileads.organisations.odsfiles.register import Manner, Passing, Register

KEY = "successions"
TITLE = "Successions of organisations"
COLUMNS = (
    "predecessor_code",
    "predecessor_name",
    "successor_code",
    "successor_name",
    "succession_date",
    "succession_type",
)
COLUMNS_WITH_EXTENTS = (*COLUMNS, "extent", "extent_words")
BOUNDARY, FULL, PART = "boundary", "full", "part"
KINDS = frozenset({"merger", "acquisition", "split", BOUNDARY, "rename", "dissolution"})


@dataclass(frozen=True)
class SuccessionRow:
    row: int
    passing: Passing
    kind: str
    extent: str
    words: str


def parse(records: list[Record], problems: list[Problem]) -> tuple[SuccessionRow, ...]:
    """Read either list, its heading left out."""
    columns = records[0].fields
    found = []
    for row in rows_of(records[1:], columns, problems):
        predecessor, successor = row.code("predecessor_code"), row.code("successor_code")
        day = row.day("succession_date", "%Y-%m-%d", required=True)
        kind = row.text("succession_type", 12, required=True)
        if kind and kind not in KINDS:
            row.wrong(f"succession_type {kind!r} is none of {', '.join(sorted(KINDS))}.")
        if predecessor == successor:
            row.wrong(f"{predecessor} cannot succeed itself.")
        extent, words = _extent(row) if columns == COLUMNS_WITH_EXTENTS else ("", "")
        if day:
            found.append(SuccessionRow(row.number, Passing(predecessor, successor, day), kind, extent, words))
    no_repeats(((row.row, row.passing) for row in found), "succession", problems)
    return tuple(found)


def enter(register: Register, rows: tuple[SuccessionRow, ...], as_at: date, outcome: Outcome) -> None:
    """Enter the successions. Both sides must be in the register."""
    shared = Counter(
        (passing.predecessor, passing.day) for passing in {*register.passings, *(row.passing for row in rows)}
    )
    for row in rows:
        missing = [code for code in row.passing[:2] if code not in register.entries]
        if missing:
            outcome.problems.append(Problem(row.row, f"{' and '.join(missing)} not in the register."))
            continue
        several = shared[row.passing.predecessor, row.passing.day] > 1
        extent = row.extent or (PART if several or row.kind == BOUNDARY else FULL)
        before, after = register.passings.get(row.passing), Manner(row.kind, extent, row.words)
        register.passings[row.passing] = after
        name = f"{row.passing.predecessor} → {row.passing.successor}"
        outcome.note_row(name, new=before is None, changes=_changes(name, before, after))


def _extent(row: Row) -> tuple[str, str]:
    extent, words = row.text("extent", 4), row.text("extent_words", 300)
    if extent not in ("", FULL, PART):
        row.wrong(f"extent {extent!r} is neither {FULL} nor {PART}.")
    return extent, words


def _changes(name: str, before: Manner | None, after: Manner) -> list[Change]:
    if before is None:
        return []
    told = zip(("kind", "extent", "what passed"), before, after, strict=True)
    return [Change(name, field, old, new) for field, old, new in told if old != new]
