"""Propose an import, look at what it would change, then confirm or discard it."""

from collections.abc import Sequence
from datetime import date

from django.db import transaction

from hileads.clock import now
from hileads.jobs import enqueue
from hileads.leads.models import User
from hileads.organisations.actions.imports import import_files
from hileads.organisations.models import Import, ImportFile, ImportOrigin, ImportState
from hileads.organisations.odsfiles.reading import RefusedFileError
from hileads.organisations.odsfiles.telling import digest_of, told
from hileads.organisations.policies import refuse_import_step, refuse_unseen
from hileads.organisations.queries.imports import files_of
from hileads.organisations.queries.register import plan_import
from hileads.permissions.catalogue import P
from hileads.permissions.checks import check

ROWS_AT_ONCE = 500
"""Files with more rows than this are imported by the queue, so that nobody waits for a page."""


@transaction.atomic
def propose_import(
    *,
    by: User,
    files: Sequence[tuple[str, bytes]],
    as_at_date: date | None = None,
    origin: ImportOrigin = ImportOrigin.UPLOAD,
    notes: str = "",
) -> Import:
    """Keep files, by name and content, until it is decided whether to import them. The register stays as it is.

    Raises RefusedFileError, with row numbers, if a file does not fit; then nothing is kept.
    """
    check(by, P.ORGANISATION_IMPORT)
    run = Import.objects.create(
        state=ImportState.PROPOSED,
        origin=origin,
        file_names=", ".join(name for name, _ in files),
        as_at_date=as_at_date,
        notes=notes,
        created_at=now(),
        created_by=by,
    )
    ImportFile.objects.bulk_create(
        [ImportFile(of_import=run, name=name[:200], content=content) for name, content in files]
    )
    plan_import(files_of(run))
    return run


@transaction.atomic
def confirm_import(*, by: User, run: Import, seen: str) -> Import:
    """Import what was proposed, if that would still do what the preview showed (`seen` is its digest).

    Long files are left to the queue. Raises RefusedFileError if a file does not fit any more.
    """
    check(by, P.ORGANISATION_IMPORT)
    run = Import.objects.select_for_update().get(pk=run.pk)
    refuse_import_step(run, ImportState.DONE)
    files = files_of(run)
    refuse_unseen(digest_of(told(plan_import(files))), seen)
    run.decided_at, run.decided_by = now(), by
    if sum(len(dated.file.rows) for dated in files) > ROWS_AT_ONCE:
        run.state = ImportState.UNDER_WAY
        run.save()
        enqueue("hileads.organisations.tasks.carry_out")
    else:
        import_files(by=by, files=files, run=run)
        run.files.all().delete()
    return run


@transaction.atomic
def discard_import(*, by: User, run: Import) -> Import:
    """Decide not to import what was proposed. Its files are not kept."""
    check(by, P.ORGANISATION_IMPORT)
    run = Import.objects.select_for_update().get(pk=run.pk)
    refuse_import_step(run, ImportState.DISCARDED)
    run.state, run.decided_at, run.decided_by = ImportState.DISCARDED, now(), by
    run.save()
    run.files.all().delete()
    return run


def carry_out_imports(*, by: User) -> int:
    """Import what has been confirmed and waits for the queue; return how many imports were done.

    One whose files do not fit any more waits for a decision again, and its preview says why.
    """
    check(by, P.ORGANISATION_IMPORT)
    waiting = Import.objects.filter(state=ImportState.UNDER_WAY).order_by("pk")
    return sum(_carry_out(run.pk, by) for run in waiting)


def _carry_out(pk: int, by: User) -> bool:
    try:
        with transaction.atomic():
            run = Import.objects.select_for_update(of=("self",)).select_related("decided_by").get(pk=pk)
            if run.state != ImportState.UNDER_WAY:
                return False
            import_files(by=by, files=files_of(run), run=run)
            run.files.all().delete()
            return True
    except RefusedFileError:
        Import.objects.filter(pk=pk, state=ImportState.UNDER_WAY).update(
            state=ImportState.PROPOSED, decided_at=None, decided_by=None
        )
        return False
