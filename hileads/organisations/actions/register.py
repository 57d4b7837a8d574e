"""Write the difference between two states of the register: what an import brings, or what undoing it brings back."""

from collections.abc import Callable, Iterable
from typing import Any, TypeVar

import pghistory
from django.core.cache import cache
from django.db import models

from hileads.leads.models import User
from hileads.organisations.models import (
    Import,
    LinkKind,
    Organisation,
    OrganisationLink,
    OrganisationName,
    SubLocation,
    Succession,
)
from hileads.organisations.odsfiles.planning import Plan
from hileads.organisations.odsfiles.register import Entry

R = TypeVar("R", OrganisationName, OrganisationLink, SubLocation)
BATCH = 500
FIELDS = ["name", "opened_date", "closed_date", "town", "postcode", "sub_location_code"]
AN_HOUR = 3600


def write_register(*, by: User, plan: Plan, run: Import) -> None:
    """Make the stored register what `plan.after` says, where it differs from `plan.before`.

    Called by actions that have asked for permission. What the register no longer holds goes last, when nothing in it
    points there any more.
    """
    with pghistory.context(user=by.pk, files=[dated.file.name for dated in plan.files]):
        _tell_step(run, 1)
        _write_organisations(plan)
        ids = dict(Organisation.objects.values_list("code", "pk"))
        changed = [
            entry for code, entry in plan.after.entries.items() if plan.before.entries.get(code) != entry
        ]
        _tell_step(run, 2)
        _write_names(changed, ids)
        _tell_step(run, 3)
        _write_links(changed, ids)
        _tell_step(run, 4)
        _write_locations(plan, ids)
        _tell_step(run, 5)
        _write_successions(plan, ids)
        gone = [code for code in plan.before.entries if code not in plan.after.entries]
        Organisation.objects.filter(code__in=gone).delete()
        _tell_step(run, 6)


def _tell_step(run: Import, step: int) -> None:
    """Say how far an import is, for its page: its transaction shows nothing before it ends."""
    cache.set(run.progress_key, step, AN_HOUR)


def _write_organisations(plan: Plan) -> None:
    new = [
        _filled(Organisation(code=code, kind=entry.kind), entry)
        for code, entry in plan.after.entries.items()
        if code not in plan.before.entries
    ]
    Organisation.objects.bulk_create(new, batch_size=BATCH)
    kept = [code for code in plan.before.entries if code in plan.after.entries]
    stored = Organisation.objects.in_bulk(kept, field_name="code")
    changed = []
    for code, row in stored.items():
        before = [getattr(row, name) for name in FIELDS]
        if before != [getattr(_filled(row, plan.after.entries[code]), name) for name in FIELDS]:
            changed.append(row)
    Organisation.objects.bulk_update(changed, FIELDS, batch_size=BATCH)


def _filled(row: Organisation, entry: Entry) -> Organisation:
    row.name = entry.name if entry.names else row.name
    row.opened_date, row.closed_date = entry.opened, entry.closed
    row.town, row.postcode, row.sub_location_code = entry.town, entry.postcode, entry.location
    return row


def _write_names(changed: Iterable[Entry], ids: dict[str, int]) -> None:
    wanted = [
        OrganisationName(
            organisation_id=ids[entry.code],
            name=period.value.text,
            from_date=period.from_date,
            to_date=period.to_date,
        )
        for entry in changed
        for period in entry.names
    ]
    stored = OrganisationName.objects.filter(organisation__in=[ids[entry.code] for entry in changed])
    _rewrite(OrganisationName, stored, wanted, key=lambda row: (row.organisation_id, row.name, row.from_date))


def _write_links(changed: Iterable[Entry], ids: dict[str, int]) -> None:
    wanted = [
        OrganisationLink(
            organisation_id=ids[entry.code],
            parent_id=ids[period.value],
            kind=kind,
            from_date=period.from_date,
            to_date=period.to_date,
        )
        for entry in changed
        for kind, timeline in ((LinkKind.ICB, entry.icbs), (LinkKind.REGION, entry.regions))
        for period in timeline
    ]
    stored = OrganisationLink.objects.filter(organisation__in=[ids[entry.code] for entry in changed])
    _rewrite(
        OrganisationLink,
        stored,
        wanted,
        key=lambda row: (row.organisation_id, row.parent_id, str(row.kind), row.from_date),
    )


def _write_locations(plan: Plan, ids: dict[str, int]) -> None:
    codes = {*plan.before.locations, *plan.after.locations}
    changed = [code for code in codes if plan.before.locations.get(code) != plan.after.locations.get(code)]
    wanted = [
        SubLocation(
            code=code,
            name=period.value.name,
            icb_id=ids[period.value.icb],
            from_date=period.from_date,
            to_date=period.to_date,
        )
        for code in changed
        for period in plan.after.locations.get(code, ())
    ]
    stored = SubLocation.objects.filter(code__in=changed)
    _rewrite(SubLocation, stored, wanted, key=lambda row: (row.code, row.name, row.icb_id, row.from_date))


def _rewrite(
    model: type[R], stored: models.QuerySet[R], wanted: list[R], key: Callable[[R], tuple[Any, ...]]
) -> None:
    """Make the stored periods the wanted ones, keeping the rows of those that only end otherwise.

    What goes is deleted first, and what ends earlier ends before anything begins, so that no two periods overlap.
    """
    had, want = {key(row): row for row in stored}, {key(row): row for row in wanted}
    model._default_manager.filter(pk__in=[row.pk for found, row in had.items() if found not in want]).delete()
    ended = []
    for found, row in had.items():
        if found in want and row.to_date != want[found].to_date:
            row.to_date = want[found].to_date
            ended.append(row)
    model._default_manager.bulk_update(ended, ["to_date"], batch_size=BATCH)
    model._default_manager.bulk_create(
        [row for found, row in want.items() if found not in had], batch_size=BATCH
    )


def _write_successions(plan: Plan, ids: dict[str, int]) -> None:
    sources = ", ".join(dated.file.name for dated in plan.files if dated.file.layout.key == "successions")
    for passing in {*plan.before.passings, *plan.after.passings}:
        manner = plan.after.passings.get(passing)
        sought: dict[str, Any] = {
            "predecessor_id": ids[passing.predecessor],
            "successor_id": ids[passing.successor],
            "effective_date": passing.day,
        }
        if manner is None:
            Succession.objects.filter(**sought).delete()
        elif plan.before.passings.get(passing) != manner:
            changed = {"kind": manner.kind, "extent": manner.extent, "extent_words": manner.words}
            changed |= {"source": sources} if sources else {}
            Succession.objects.update_or_create(**sought, defaults=changed)
