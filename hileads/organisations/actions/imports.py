"""Import files into the register: all of them in one transaction, or none. The last import can be undone."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

import pghistory
from django.db import connection, transaction

from hileads.clock import now
from hileads.contributions import LoadCounts
from hileads.leads.models import User
from hileads.organisations.actions.expectations import expect_leads
from hileads.organisations.actions.register import write_register
from hileads.organisations.models import Expectation, Import, ImportOrigin, ImportRun, ImportState
from hileads.organisations.odsfiles.memory import recalled, remembered
from hileads.organisations.odsfiles.planning import Dated, Plan
from hileads.organisations.odsfiles.telling import told
from hileads.organisations.policies import refuse_undo
from hileads.organisations.queries.imports import in_use, last_import
from hileads.organisations.queries.register import load_register, plan_import
from hileads.permissions.catalogue import P
from hileads.permissions.checks import check

ONE_IMPORT_AT_A_TIME = 20_260_401
"""The number of the database's advisory lock that an import holds until it has committed."""


@dataclass(frozen=True)
class Imported:
    """What an import changed: the register, and who is expected to name a lead."""

    plan: Plan
    expected: LoadCounts


@transaction.atomic
def import_files(*, by: User, files: Sequence[Dated], run: Import | None = None) -> Imported:
    """Enter the files into the register and return what that changed.

    Raises RefusedFileError if any file does not fit; then nothing has changed. The same files again change nothing
    and leave no record. `run` is the proposal that is being carried out, if there was one.
    """
    check(by, P.ORGANISATION_IMPORT)
    _one_at_a_time()
    plan = plan_import(files)
    names = ", ".join(dated.file.name for dated in plan.files)
    if run is None:
        run = Import(origin=ImportOrigin.COMMAND, file_names=names, created_at=now(), created_by=by)
        run.decided_at, run.decided_by = now(), by
    before = _expectations()
    write_register(by=by, plan=plan, run=run)
    expected = expect_leads(by=by)
    run.before = remembered(plan.before, plan.after) | {"expectations": _what_was(before, _expectations())}
    if run.pk or any(run.before.values()) or _unrecorded(plan):
        run.state, run.finished_at, run.told = ImportState.DONE, now(), told(plan)
        run.save()
        _record(plan, run, by)
    return Imported(plan, expected)


@transaction.atomic
def undo_import(*, by: User, run: Import | None) -> Import:
    """Bring back what the register said before the last import, and record who did so. None: the last, whichever.

    What it closed, renamed or moved is as before, and organisations that it brought are gone, unless something else
    has been recorded there.
    """
    check(by, P.ORGANISATION_IMPORT)
    _one_at_a_time()
    last = last_import()
    run = Import.objects.select_for_update().get(pk=run.pk) if run else last or Import(state=ImportState.DONE)
    new = [code for code, entry in run.before.get("entries", {}).items() if entry is None]
    refuse_undo(run, last, in_use(new))
    register = load_register()
    with pghistory.context(user=by.pk, undone_import=run.pk):
        _bring_back_expectations(run.before["expectations"])
        write_register(by=by, plan=Plan(register, recalled(register, run.before), (), ()), run=run)
        run.runs.update(is_undone=True)
        run.state, run.undone_at, run.undone_by = ImportState.UNDONE, now(), by
        run.save()
    return run


def _one_at_a_time() -> None:
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_advisory_xact_lock(%s)", [ONE_IMPORT_AT_A_TIME])


def _expectations() -> dict[int, date | None]:
    return dict(Expectation.objects.values_list("pk", "to_date"))


def _what_was(before: dict[int, date | None], after: dict[int, date | None]) -> list[list[Any]]:
    """Return each expectation that is new or ends otherwise: its number, its end before, and its end now.

    For a new one, the end before is "new".
    """
    return [
        [pk, _text(before[pk]) if pk in before else "new", _text(end)]
        for pk, end in after.items()
        if pk not in before or before[pk] != end
    ]


def _text(day: date | None) -> str | None:
    return day.isoformat() if day else None


def _bring_back_expectations(kept: list[list[Any]]) -> None:
    """Bring back the ends of expectations, but for those that somebody has ended otherwise since."""
    for pk, before, after in kept:
        same = Expectation.objects.filter(pk=pk, to_date=after)
        if before == "new":
            same.delete()
        else:
            same.update(to_date=before)


def _unrecorded(plan: Plan) -> bool:
    known = set(ImportRun.objects.standing().values_list("kind", "sha256", "as_at_date"))
    return any((dated.file.layout.key, dated.file.sha256, dated.as_at) not in known for dated in plan.files)


def _record(plan: Plan, run: Import, by: User) -> None:
    for dated, outcome in zip(plan.files, plan.outcomes, strict=True):
        ImportRun.objects.get_or_create(
            kind=dated.file.layout.key,
            sha256=dated.file.sha256,
            as_at_date=dated.as_at,
            is_undone=False,
            defaults={
                "of_import": run,
                "file_names": dated.file.name[:500],
                "imported_at": now(),
                "imported_by": by,
                "counts": outcome.counts(),
            },
        )
