"""What entering a file changes, row by row, and what it says about rows that need a word."""

from dataclasses import dataclass, field
from datetime import date
from typing import Any

from hileads.organisations.odsfiles.reading import Problem
from hileads.organisations.odsfiles.register import Entry
from hileads.organisations.odsfiles.timeline import Period, latest


@dataclass(frozen=True)
class Change:
    """One field of one row, before and after."""

    code: str
    field: str
    before: str
    after: str

    def __str__(self) -> str:
        return f"{self.code} {self.field}: {self.before or 'none'} → {self.after or 'none'}"


@dataclass
class Outcome:
    """What one file did: rows created, updated, closed (a kind of update), unchanged and rejected."""

    file_name: str
    title: str
    as_at: date
    created: list[str] = field(default_factory=list)
    updated: list[str] = field(default_factory=list)
    closed: list[str] = field(default_factory=list)
    unchanged: list[str] = field(default_factory=list)
    rejected: list[str] = field(default_factory=list)
    changes: list[Change] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)
    left_out: dict[str, Problem] = field(default_factory=dict)

    def reject(self, code: str, row: int, why: str) -> None:
        """Leave a row out, and keep which and why. The file as a whole is taken."""
        self.rejected.append(code)
        self.left_out[code] = Problem(row, why)

    def note_entry(self, before: Entry | None, after: Entry) -> None:
        """Count an organisation as created, updated (field by field) or unchanged."""
        changes = [] if before is None else differences(before, after)
        self.note_row(after.code, new=before is None, changes=changes)
        if before is not None and after.closed and not before.closed:
            self.closed.append(after.code)

    def note_row(self, name: str, *, new: bool, changes: list[Change]) -> None:
        """Count any other row as created, updated or unchanged."""
        self.changes += changes
        (self.created if new else self.updated if changes else self.unchanged).append(name)

    def counts(self) -> dict[str, int]:
        """Return how many rows went which way."""
        names = ("created", "updated", "closed", "unchanged", "rejected")
        return {name: len(getattr(self, name)) for name in names}


def differences(before: Entry, after: Entry) -> list[Change]:
    """Return what differs between two states of an organisation, in words.

    Where only the past of a name or a place has changed, the field says so.
    """
    pairs = [
        ("opened", _day(before.opened), _day(after.opened)),
        ("closed", _day(before.closed), _day(after.closed)),
        ("town", before.town, after.town),
        ("postcode", before.postcode, after.postcode),
        ("sub-ICB location", before.location, after.location),
    ]
    changes = [Change(after.code, name, old, new) for name, old, new in pairs if old != new]
    for name, field_name in (("name", "names"), ("ICB", "icbs"), ("region", "regions")):
        old, new = getattr(before, field_name), getattr(after, field_name)
        if old != new:
            was, now = _shown(latest(old)), _shown(latest(new))
            changes.append(
                Change(after.code, name, was, now)
                if was != now
                else Change(after.code, f"{name} in the past", _told(old), _told(new))
            )
    return changes


def _day(day: date | None) -> str:
    return day.isoformat() if day else ""


def _shown(value: object) -> str:
    return "" if value is None else str(value)


def _told(timeline: tuple[Period[Any], ...]) -> str:
    return ", ".join(
        f"{period.value} from {period.from_date}" + (f" to {period.to_date}" if period.to_date else "")
        for period in timeline
    )
