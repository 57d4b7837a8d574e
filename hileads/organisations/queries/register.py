"""The register as an import needs it: whole, in memory."""

from collections.abc import Callable, Iterable, Sequence
from itertools import groupby
from typing import Any, TypeVar

from hileads.organisations.models import (
    ImportRun,
    Kind,
    LinkKind,
    Organisation,
    OrganisationLink,
    OrganisationName,
    SubLocation,
    Succession,
)
from hileads.organisations.odsfiles.planning import Dated, Plan, plan
from hileads.organisations.odsfiles.register import Entry, Manner, Passing, Place, Register, Spelling
from hileads.organisations.odsfiles.timeline import Period, Timeline

R = TypeVar("R", OrganisationName, OrganisationLink, SubLocation)
V = TypeVar("V")


def load_register() -> Register:
    """Return everything the register holds, as imports see it, in six queries. Partners stand in no file."""
    names = _timelines(
        OrganisationName.objects.select_related("organisation"),
        key=lambda row: row.organisation.code,
        value=lambda row: Spelling.of(row.name),
    )
    links = _timelines(
        OrganisationLink.objects.select_related("organisation", "parent"),
        key=lambda row: (row.organisation.code, row.kind),
        value=lambda row: row.parent.code,
    )
    register = Register()
    for row in Organisation.objects.exclude(kind=Kind.PARTNER):
        register.entries[row.code] = Entry(
            code=row.code,
            kind=row.kind,
            opened=row.opened_date,
            closed=row.closed_date,
            town=row.town,
            postcode=row.postcode,
            location=row.sub_location_code,
            names=names.get(row.code, ()),
            icbs=links.get((row.code, LinkKind.ICB), ()),
            regions=links.get((row.code, LinkKind.REGION), ()),
        )
    register.locations = _timelines(
        SubLocation.objects.select_related("icb"),
        key=lambda row: row.code,
        value=lambda row: Place(row.name, row.icb.code),
    )
    for passing in Succession.objects.select_related("predecessor", "successor"):
        day = passing.effective_date
        manner = Manner(passing.kind, passing.extent, passing.extent_words)
        register.passings[Passing(passing.predecessor.code, passing.successor.code, day)] = manner
    for kind, day in ImportRun.objects.standing().values_list("kind", "as_at_date"):
        register.days_read.setdefault(kind, set()).add(day)
    return register


def plan_import(files: Sequence[Dated]) -> Plan:
    """Return what importing these files would change now, without changing anything.

    Raises RefusedFileError, with row numbers, if a file does not fit.
    """
    return plan(load_register(), files)


def counts_of_last_import(files: Sequence[Dated]) -> list[dict[str, int]] | None:
    """Return what importing these very files did, file by file, or None unless all have been imported."""
    recorded = {(run.kind, run.sha256, run.as_at_date): run.counts for run in ImportRun.objects.standing()}
    keys = [(dated.file.layout.key, dated.file.sha256, dated.as_at) for dated in files]
    return [recorded[key] for key in keys] if all(key in recorded for key in keys) else None


def _timelines(rows: Iterable[R], key: Callable[[R], Any], value: Callable[[R], V]) -> dict[Any, Timeline[V]]:
    ordered = sorted(rows, key=lambda row: (key(row), row.from_date))
    return {
        group: tuple(Period(value(row), row.from_date, row.to_date) for row in members)
        for group, members in groupby(ordered, key=key)
    }
