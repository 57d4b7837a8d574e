"""What the register said before an import, kept as JSON, so that the import can be undone."""

from collections.abc import Callable
from datetime import date
from typing import Any

from hileads.organisations.odsfiles.register import Entry, Manner, Passing, Place, Register, Spelling
from hileads.organisations.odsfiles.timeline import Period, Timeline

Kept = dict[str, Any]


def remembered(before: Register, after: Register) -> Kept:
    """Return what `before` said of everything that is different in `after`; None for what it did not hold."""
    return {
        "entries": {
            code: _kept_entry(before.entries.get(code))
            for code, entry in after.entries.items()
            if before.entries.get(code) != entry
        },
        "locations": {
            code: _kept(before.locations.get(code, ()), list)
            for code, places in after.locations.items()
            if before.locations.get(code) != places
        },
        "passings": [
            [passing.predecessor, passing.successor, passing.day.isoformat(), before.passings.get(passing)]
            for passing, manner in after.passings.items()
            if before.passings.get(passing) != manner
        ],
    }


def recalled(register: Register, kept: Kept) -> Register:
    """Return the register as it was before the import that `kept` was remembered of."""
    found = register.copy()
    for code, entry in kept["entries"].items():
        found.entries.pop(code, None)
        if entry:
            found.entries[code] = _entry(code, entry)
    for code, places in kept["locations"].items():
        found.locations.pop(code, None)
        if places:
            found.locations[code] = _timeline(places, lambda value: Place(*value))
    for predecessor, successor, day, manner in kept["passings"]:
        passing = Passing(predecessor, successor, date.fromisoformat(day))
        found.passings.pop(passing, None)
        if manner:
            found.passings[passing] = Manner(*manner)
    return found


def _kept_entry(entry: Entry | None) -> Kept | None:
    if entry is None:
        return None
    return {
        "kind": entry.kind,
        "opened": _day(entry.opened),
        "closed": _day(entry.closed),
        "town": entry.town,
        "postcode": entry.postcode,
        "location": entry.location,
        "names": _kept(entry.names, str),
        "icbs": _kept(entry.icbs, str),
        "regions": _kept(entry.regions, str),
    }


def _entry(code: str, kept: Kept) -> Entry:
    return Entry(
        code=code,
        kind=kept["kind"],
        opened=_date(kept["opened"]),
        closed=_date(kept["closed"]),
        town=kept["town"],
        postcode=kept["postcode"],
        location=kept["location"],
        names=_timeline(kept["names"], Spelling.of),
        icbs=_timeline(kept["icbs"], str),
        regions=_timeline(kept["regions"], str),
    )


def _kept(timeline: Timeline[Any], told: Callable[[Any], Any]) -> list[Any]:
    return [[told(period.value), period.from_date.isoformat(), _day(period.to_date)] for period in timeline]


def _timeline(rows: list[Any], value: Callable[[Any], Any]) -> Timeline[Any]:
    return tuple(Period(value(found), date.fromisoformat(start), _date(end)) for found, start, end in rows)


def _day(day: date | None) -> str | None:
    return day.isoformat() if day else None


def _date(text: str | None) -> date | None:
    return date.fromisoformat(text) if text else None
