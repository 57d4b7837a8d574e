"""The register as an import sees it: a copy in memory that files are entered into, one after the other."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from typing import NamedTuple

from hileads.organisations.odsfiles.spelling import readable
from hileads.organisations.odsfiles.timeline import ONE_DAY, Period, Timeline, clipped, joined, value_on

REGION, ICB, TRUST, PCN = "region", "icb", "trust", "pcn"


@dataclass(frozen=True)
class Spelling:
    """A name as its file spells it. Two spellings that differ in capitals alone are one name."""

    text: str = field(compare=False)
    key: str

    @classmethod
    def of(cls, text: str) -> "Spelling":
        return cls(text, text.casefold())

    def __str__(self) -> str:
        return self.text


@dataclass(frozen=True)
class Entry:
    """One organisation: how it stands now, and its names, ICBs and regions (by code) over time."""

    code: str
    kind: str
    opened: date | None = None
    closed: date | None = None
    town: str = ""
    postcode: str = ""
    location: str = ""
    names: Timeline[Spelling] = ()
    icbs: Timeline[str] = ()
    regions: Timeline[str] = ()

    @property
    def name(self) -> str:
        """The newest name, as it reads on a page."""
        return readable(self.names[-1].value.text) if self.names else self.code

    def is_open_on(self, day: date) -> bool:
        return (self.opened is None or self.opened <= day) and (self.closed is None or self.closed >= day)


class Place(NamedTuple):
    """Where a sub-ICB location is: its name, and the code of its ICB."""

    name: str
    icb: str


class Passing(NamedTuple):
    """A predecessor's duties passing to a successor on a day."""

    predecessor: str
    successor: str
    day: date


class Manner(NamedTuple):
    """How duties pass: the kind of succession, "full" or "part", and in words what passes, where somebody says."""

    kind: str
    extent: str
    words: str = ""


@dataclass
class Register:
    """Everything the files speak of, by code, and which days each layout has been read for."""

    entries: dict[str, Entry] = field(default_factory=dict)
    locations: dict[str, Timeline[Place]] = field(default_factory=dict)
    passings: dict[Passing, Manner] = field(default_factory=dict)
    days_read: dict[str, set[date]] = field(default_factory=dict)

    def copy(self) -> "Register":
        """Return a copy that can be changed while this one stays."""
        days = {key: set(days) for key, days in self.days_read.items()}
        return Register(dict(self.entries), dict(self.locations), dict(self.passings), days)

    def next_day_read(self, layout: str, day: date) -> date | None:
        """Return the day of the first later file of this layout that has been read, if any has."""
        return min((read for read in self.days_read.get(layout, ()) if read > day), default=None)

    def of_kind(self, code: str, kind: str) -> Entry | None:
        """Return the organisation of that code and kind."""
        entry = self.entries.get(code)
        return entry if entry and entry.kind == kind else None

    def icb_named(self, name: str, day: date) -> str | None:
        """Return the ICB that was open on `day` under this name, as a sub-ICB location's name holds it."""
        full = f"{name.removesuffix(' ICB')} INTEGRATED CARE BOARD".casefold()
        for entry in self.entries.values():
            if entry.kind == ICB and entry.is_open_on(day) and any(p.value.key == full for p in entry.names):
                return entry.code
        return None

    def icbs_of_location(self, code: str, start: date, end: date | None) -> Timeline[str]:
        """Return the ICBs that a sub-ICB location was in, from `start` to `end`."""
        places = clipped(self.locations.get(code, ()), start, end)
        return joined(tuple(Period(p.value.icb, p.from_date, p.to_date) for p in places))

    def regions_of(self, icbs: Timeline[str], end: date | None) -> Timeline[str]:
        """Return the regions that go with a timeline of ICBs, up to `end`.

        Where an ICB was dissolved and no file says which successor took a place on, the region is still
        known if all its successors are in one.
        """
        found: list[Period[str]] = []
        for icb in icbs:
            entry = self.entries[icb.value]
            found += clipped(entry.regions, icb.from_date, icb.to_date)
        last = icbs[-1] if icbs else None
        if last and last.to_date and (end is None or last.to_date < end):
            day = last.to_date + ONE_DAY
            region = self._region_of_all_successors(last.value, day)
            found += [Period(region, day, end)] if region else []
        return joined(tuple(found))

    def settled(self, icbs: Timeline[str]) -> Timeline[str]:
        """Return a timeline of ICBs put right by what is known of them.

        A place in an ICB ends with the ICB. Where the next ICB is the dissolved one's recorded successor,
        the place there begins on the day of the succession, not on the day a file first saw it.
        """
        result: list[Period[str]] = []
        for period in icbs:
            before = result[-1] if result else None
            day = self._day_of_succession(before, period) if before else None
            result.append(replace(period, from_date=day) if day else period)
            closed = self.entries[period.value].closed
            if closed and period.from_date <= closed and (period.to_date is None or period.to_date > closed):
                result[-1] = replace(result[-1], to_date=closed)
        return joined(tuple(result))

    def settled_places(self, places: Timeline[Place]) -> Timeline[Place]:
        """Return the places of a location, each ended with its ICB."""
        ended = []
        for place in places:
            closed = self.entries[place.value.icb].closed
            late = closed and place.from_date <= closed and (place.to_date is None or place.to_date > closed)
            ended.append(replace(place, to_date=closed) if late else place)
        return tuple(ended)

    def _day_of_succession(self, before: Period[str], period: Period[str]) -> date | None:
        """Return the day on which the one ICB passed to the other, if it did so between what two files saw."""
        if before.to_date is None:
            return None
        for passing in self.passings:
            between = before.from_date < passing.day <= period.from_date and before.to_date < passing.day
            if between and passing[:2] == (before.value, period.value):
                return passing.day
        return None

    def _region_of_all_successors(self, icb: str, day: date) -> str | None:
        successors = [passing.successor for passing in self.passings if passing.predecessor == icb]
        regions = {value_on(self.entries[code].regions, day) for code in successors}
        return regions.pop() if len(regions) == 1 else None


def open_count(entries: Mapping[str, Entry], kind: str, day: date) -> tuple[int, int]:
    """Return how many organisations of a kind there are, and how many are open on `day`."""
    found = [entry for entry in entries.values() if entry.kind == kind]
    return len(found), sum(entry.is_open_on(day) for entry in found)
