"""Files of figures are handed in, checked against what the portal holds, discarded, and let go of after a month."""

import hashlib
from collections.abc import Iterable, Sequence
from datetime import datetime, timedelta
from typing import Protocol

from django.db import transaction
from django.db.models import Count

from accountability.actions.figurestaging import compare_rows, stage_rows
from accountability.figurefiles.columns import LAYOUT
from accountability.figurefiles.reading import fingerprint, headings_of
from accountability.models import (
    ColumnMapping,
    FigureFilePart,
    FigureImport,
    FigureImportState,
    Outcome,
    StagedFigure,
)
from accountability.policies.figureimports import refuse_figure_step
from accountability.queries.figureimports import known_at, mapping_for, original
from hileads.clock import now, today
from hileads.jobs import enqueue
from hileads.leads.models import User
from hileads.organisations.models import Organisation
from hileads.organisations.policies import refuse_closed
from hileads.permissions.catalogue import P
from hileads.permissions.checks import check
from hileads.spreadsheets.cells import UnreadableError

KEPT_FOR = timedelta(days=30)
A_PART = 1_000_000
CARRY_OUT = "accountability.tasks.carry_out_figure_imports"
MOST_COLUMNS = 40
UNDECIDED = (FigureImportState.CHECKING, FigureImportState.ASKING, FigureImportState.CHECKED)


class Chunked(Protocol):
    """An uploaded file, which comes a stretch at a time, as often as it is asked."""

    def chunks(self, chunk_size: int) -> Iterable[bytes]: ...


@transaction.atomic
def keep_figure_file(*, by: User, organisation: Organisation, file_name: str, file: Chunked) -> FigureImport:
    """Keep a file as it came and let the queue check it. Handed in again while it waits, it is the same one."""
    check(by, P.FIGURE_IMPORT, on=organisation)
    refuse_closed(organisation, today())
    digest = hashlib.sha256()
    for part in file.chunks(A_PART):
        digest.update(part)
    sha256 = digest.hexdigest()
    waiting = FigureImport.objects.filter(organisation=organisation, sha256=sha256, state__in=UNDECIDED)
    known = waiting.first()
    if known:
        return known
    run = FigureImport.objects.create(
        organisation=organisation,
        file_name=file_name[-200:],
        sha256=sha256,
        handed_in_at=now(),
        handed_in_by=by,
    )
    for number, part in enumerate(file.chunks(A_PART)):
        FigureFilePart.objects.create(of_import=run, number=number, content=part)
    enqueue(CARRY_OUT)
    return run


@transaction.atomic
def check_figure_file(*, by: User, run: FigureImport) -> FigureImport:
    """Say of each row of a file what importing it would do; nothing that counts is changed.

    A file with headings that are not the template's, and of which nothing has been said here, waits to be told.
    A file that cannot be read is refused, with the reason, and nothing of it is staged.
    """
    check(by, P.FIGURE_IMPORT, on=run)
    # Only a file that waits to be checked can be refused.
    refuse_figure_step(run, FigureImportState.REFUSED)
    run.staged.all().delete()
    run.state, run.refusal, run.checked_at = FigureImportState.CHECKED, "", now()
    try:
        if not _knows_its_columns(run):
            run.state, run.checked_at, run.counts = FigureImportState.ASKING, None, {}
            run.save()
            return run
        with transaction.atomic():
            stage_rows(by=by, run=run, known=known_at(run.organisation, today()))
            compare_rows(by=by, run=run)
    except UnreadableError as refusal:
        run.state, run.refusal = FigureImportState.REFUSED, refusal.reason
    else:
        run.counts = _counts(run)
    run.save()
    return run


@transaction.atomic
def recheck_figures(*, by: User, run: FigureImport) -> FigureImport:
    """Let the queue check a file again, against what the portal holds now."""
    check(by, P.FIGURE_IMPORT, on=run)
    run = FigureImport.objects.select_for_update().get(pk=run.pk)
    refuse_figure_step(run, FigureImportState.CHECKING)
    run.state = FigureImportState.CHECKING
    run.save()
    enqueue(CARRY_OUT)
    return run


@transaction.atomic
def discard_figures(*, by: User, run: FigureImport) -> FigureImport:
    """Decide not to import a file. It is not kept."""
    check(by, P.FIGURE_IMPORT, on=run)
    refuse_figure_step(run, FigureImportState.DISCARDED)
    run = FigureImport.objects.select_for_update().get(pk=run.pk)
    refuse_figure_step(run, FigureImportState.DISCARDED)
    run.state, run.decided_at, run.decided_by = FigureImportState.DISCARDED, now(), by
    run.save()
    _let_go([run.pk])
    return run


@transaction.atomic
def dispose_figure_files(*, by: User, moment: datetime) -> int:
    """Let go of the files that were handed in more than a month ago, and return how many.

    What nobody has decided on is discarded. That a file was handed in, by whom, and what it brought stays.
    """
    old = FigureImport.objects.filter(handed_in_at__lt=moment - KEPT_FOR).exclude(
        state__in=(FigureImportState.APPLYING, FigureImportState.UNDOING)
    )
    kept = list(old.filter(parts__isnull=False).distinct().values_list("pk", flat=True))
    old.filter(state__in=UNDECIDED).update(
        state=FigureImportState.DISCARDED, decided_at=moment, decided_by=by
    )
    _let_go(kept)
    return len(kept)


@transaction.atomic
def say_columns(
    *, by: User, run: FigureImport, columns: Sequence[str], measure: str, one_is_most_deprived: bool
) -> FigureImport:
    """Say which column is which, for this file and all that come with the same headings, and let it be checked."""
    check(by, P.FIGURE_IMPORT, on=run)
    run = FigureImport.objects.select_for_update().get(pk=run.pk)
    refuse_figure_step(run, FigureImportState.CHECKING)
    run.mapping, _ = ColumnMapping.objects.update_or_create(
        organisation=run.organisation,
        fingerprint=fingerprint(run.headings),
        defaults={
            "headings": run.headings,
            "columns": list(columns),
            "measure": measure,
            "one_is_most_deprived": one_is_most_deprived,
            "said_at": now(),
            "said_by": by,
        },
    )
    run.state = FigureImportState.CHECKING
    run.save()
    enqueue(CARRY_OUT)
    return run


def _knows_its_columns(run: FigureImport) -> bool:
    """Read the headings; where they are not the template's, look for what has been said of them."""
    with original(run) as file:
        names = headings_of(file)
    if LAYOUT.knows(names):
        run.headings, run.mapping = [], None
        return True
    if len(names) > MOST_COLUMNS:
        raise UnreadableError(
            f"The file has more than {MOST_COLUMNS} columns. Leave out those that the portal need not read."
        )
    run.headings, run.mapping = names, mapping_for(run.organisation, names)
    return run.mapping is not None


def _counts(run: FigureImport) -> dict[str, int]:
    rows = run.staged.order_by().values("outcome").annotate(number=Count("pk"))
    found = {row["outcome"]: row["number"] for row in rows}
    return {outcome.value: found.get(outcome, 0) for outcome in Outcome}


def _let_go(runs: list[int]) -> None:
    FigureFilePart.objects.filter(of_import__in=runs).delete()
    StagedFigure.objects.filter(of_import__in=runs).delete()
