"""Import files into the register: all of them in one transaction, or none."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import Any, TypeVar

import pghistory
from django.db import connection, models, transaction

from hileads.clock import now
from hileads.contributions import LoadCounts
from hileads.leads.models import User
from hileads.organisations.actions.expectations import expect_leads
from hileads.organisations.models import (
    ImportRun,
    LinkKind,
    Organisation,
    OrganisationLink,
    OrganisationName,
    SubLocation,
    Succession,
)
from hileads.organisations.odsfiles.planning import Dated, Plan
from hileads.organisations.odsfiles.register import Entry
from hileads.organisations.queries.register import plan_import
from hileads.permissions.catalogue import P
from hileads.permissions.checks import check

R = TypeVar("R", OrganisationName, OrganisationLink, SubLocation)
BATCH = 500
ONE_IMPORT_AT_A_TIME = 20_260_401
"""The number of the database's advisory lock that an import holds until it has committed."""


@dataclass(frozen=True)
class Imported:
    """What an import changed: the register, and who is expected to name a lead."""

    plan: Plan
    expected: LoadCounts


@transaction.atomic
def import_files(*, by: User, files: Sequence[Dated]) -> Imported:
    """Enter the files into the register and return what that changed.

    Raises RefusedFileError if any file does not fit; then nothing has changed. The same files again change nothing.
    """
    check(by, P.ORGANISATION_IMPORT)
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_advisory_xact_lock(%s)", [ONE_IMPORT_AT_A_TIME])
    plan = plan_import(files)
    with pghistory.context(user=by.pk, files=[dated.file.name for dated in plan.files]):
        _write_organisations(plan)
        ids = dict(Organisation.objects.values_list("code", "pk"))
        changed = [
            entry for code, entry in plan.after.entries.items() if plan.before.entries.get(code) != entry
        ]
        _write_names(changed, ids)
        _write_links(changed, ids)
        _write_locations(plan, ids)
        _write_successions(plan, ids)
        _record(plan, by)
        return Imported(plan, expect_leads(by=by))


def _write_organisations(plan: Plan) -> None:
    new = [
        _filled(Organisation(code=code, kind=entry.kind), entry)
        for code, entry in plan.after.entries.items()
        if code not in plan.before.entries
    ]
    Organisation.objects.bulk_create(new, batch_size=BATCH)
    fields = ["name", "opened_date", "closed_date", "town", "postcode", "sub_location_code"]
    stored = Organisation.objects.in_bulk(list(plan.before.entries), field_name="code")
    changed = []
    for code, row in stored.items():
        before = [getattr(row, name) for name in fields]
        if before != [getattr(_filled(row, plan.after.entries[code]), name) for name in fields]:
            changed.append(row)
    Organisation.objects.bulk_update(changed, fields, batch_size=BATCH)


def _filled(row: Organisation, entry: Entry) -> Organisation:
    row.name = entry.name
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
    changed = {
        code: places
        for code, places in plan.after.locations.items()
        if plan.before.locations.get(code) != places
    }
    wanted = [
        SubLocation(
            code=code,
            name=period.value.name,
            icb_id=ids[period.value.icb],
            from_date=period.from_date,
            to_date=period.to_date,
        )
        for code, places in changed.items()
        for period in places
    ]
    stored = SubLocation.objects.filter(code__in=changed)
    _rewrite(SubLocation, stored, wanted, key=lambda row: (row.code, row.name, row.icb_id, row.from_date))


def _rewrite(
    model: type[R], stored: models.QuerySet[R], wanted: list[R], key: Callable[[R], tuple[Any, ...]]
) -> None:
    """Make the stored periods the wanted ones, keeping the rows of those that only end otherwise.

    What goes is deleted first, so that no two periods ever overlap.
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
    for passing, kind in plan.after.passings.items():
        if plan.before.passings.get(passing) != kind:
            Succession.objects.update_or_create(
                predecessor_id=ids[passing.predecessor],
                successor_id=ids[passing.successor],
                effective_date=passing.day,
                defaults={"kind": kind, "source": sources},
            )


def _record(plan: Plan, by: User) -> None:
    for dated, outcome in zip(plan.files, plan.outcomes, strict=True):
        ImportRun.objects.get_or_create(
            kind=dated.file.layout.key,
            sha256=dated.file.sha256,
            as_at_date=dated.as_at,
            defaults={
                "file_names": dated.file.name[:500],
                "imported_at": now(),
                "imported_by": by,
                "counts": outcome.counts(),
            },
        )
