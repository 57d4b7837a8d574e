"""What importing some files would change: the files entered, in order, into a copy of the register."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from itertools import pairwise

from hileads.organisations.odsfiles import networks
from hileads.organisations.odsfiles.layouts import OdsFile
from hileads.organisations.odsfiles.outcome import Outcome
from hileads.organisations.odsfiles.reading import Problem, RefusedFileError
from hileads.organisations.odsfiles.register import PCN, TRUST, Register


@dataclass(frozen=True)
class Dated:
    """A file with the day on which it was true."""

    file: OdsFile
    as_at: date


@dataclass(frozen=True)
class Plan:
    """The register before and after, and what each file did to it."""

    before: Register
    after: Register
    files: tuple[Dated, ...]
    outcomes: tuple[Outcome, ...]


def plan(register: Register, files: Sequence[Dated]) -> Plan:
    """Enter the files, parents first and older before newer. Raises RefusedFileError if any of them does not fit."""
    ordered = tuple(sorted(files, key=lambda dated: (dated.file.layout.order, dated.as_at)))
    _refuse_two_truths(ordered)
    after = register.copy()
    outcomes = []
    for dated in ordered:
        layout = dated.file.layout
        outcome = Outcome(dated.file.name, layout.title, dated.as_at)
        layout.enter(after, dated.file.rows, dated.as_at, outcome)
        if outcome.problems:
            raise RefusedFileError(dated.file.name, outcome.problems)
        after.days_read.setdefault(layout.key, set()).add(dated.as_at)
        outcomes.append(outcome)
    _settle(after)
    return Plan(register, after, ordered, tuple(outcomes))


def _refuse_two_truths(ordered: Sequence[Dated]) -> None:
    for earlier, later in pairwise(ordered):
        if earlier.as_at == later.as_at and earlier.file.layout.key == later.file.layout.key:
            what = f"{earlier.file.name} has the same layout and the same day, {later.as_at}; import one at a time."
            raise RefusedFileError(later.file.name, [Problem(0, what)])


def _settle(after: Register) -> None:
    """Let what the files say of ICBs and sub-ICB locations reach the organisations that they did not list."""
    for code, places in after.locations.items():
        after.locations[code] = after.settled_places(places)
    newest = max(after.days_read.get(networks.KEY, ()), default=None)
    for code, entry in after.entries.items():
        if entry.kind == TRUST:
            after.entries[code] = replace(entry, icbs=after.settled(entry.icbs))
        elif entry.kind == PCN and newest:
            after.entries[code] = networks.placed(after, entry, entry.location, newest, None)
