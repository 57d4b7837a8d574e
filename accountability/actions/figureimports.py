"""Files of figures that were checked are imported, all of a file in one transaction or nothing, and undone."""

import logging

import pghistory
from django.db import OperationalError, connection, transaction

from accountability.actions.figurefiles import CARRY_OUT, check_figure_file
from accountability.actions.figurerequests import answer_with_figures
from accountability.actions.figurestaging import enter_rows
from accountability.models import DataSource, FigureImport, FigureImportState, Observation, Outcome
from accountability.policies.figureimports import (
    refuse_changed_since,
    refuse_figure_step,
    refuse_other_than_seen,
    refuse_rejected_rows,
    refuse_undo,
)
from accountability.queries.figureimports import brought_back_by_undoing, changed_since, has_later
from hileads.clock import now, today
from hileads.frame.refusals import NotNow
from hileads.jobs import enqueue
from hileads.leads.models import User
from hileads.organisations.models import Organisation
from hileads.organisations.policies import refuse_closed
from hileads.permissions.catalogue import P
from hileads.permissions.checks import check

ROWS_AT_ONCE = 5_000
"""Files with more rows than this are imported and undone by the queue, so that nobody waits for a page."""
IMPORTS_OF_FIGURES = 20_260_403
"""With the organisation's number: the database's advisory lock that an import holds until it has committed."""

COULD_NOT = (
    "The portal could not finish this, and nothing was changed. Try it once more. If it fails again, tell the portal's "
    "administrators: its log says why."
)

State = FigureImportState
logger = logging.getLogger(__name__)


@transaction.atomic
def apply_figures(*, by: User, run: FigureImport, seen: str, only_good_rows: bool = False) -> FigureImport:
    """Import a file as it was looked at (`seen` is the moment of its check). Said twice, the second time is refused.

    Rejected rows are left out only if that is asked for; otherwise a file with any is refused. Long files are left to
    the queue.
    """
    check(by, P.FIGURE_IMPORT, on=run)
    run = FigureImport.objects.select_for_update().get(pk=run.pk)
    refuse_figure_step(run, State.APPLIED)
    refuse_other_than_seen(run, seen)
    refuse_rejected_rows(run, only_good_rows=only_good_rows)
    refuse_closed(run.organisation, today())
    run.decided_at, run.decided_by, run.only_good_rows = now(), by, only_good_rows
    if _is_long(run):
        run.state = State.APPLYING
        run.save()
        enqueue(CARRY_OUT)
        return run
    return _enter(by, run)


@transaction.atomic
def undo_figures(*, by: User, run: FigureImport) -> FigureImport:
    """Bring back the figures that counted before an import. What it brought is kept, and counts no more."""
    check(by, P.FIGURE_IMPORT, on=run)
    run = FigureImport.objects.select_for_update().get(pk=run.pk)
    _one_at_a_time(run.organisation)
    refuse_undo(run, has_later=run.state == State.APPLIED and has_later(run))
    run.undone_at, run.undone_by = now(), by
    if _is_long(run):
        run.state = State.UNDOING
        run.save()
        enqueue(CARRY_OUT)
        return run
    return _take_back(run)


def carry_out_figure_imports(*, by: User) -> int:
    """Check, import and undo what waits for the queue, and return how many files that were.

    A file that another worker has in hand is passed over. One that fails is told so on its page, and holds up no other.
    """
    check(by, P.MEASURE_EDIT)
    waiting = FigureImport.objects.under_way().order_by("pk").values_list("pk", flat=True)
    with pghistory.context(user=by.pk):
        return sum(_carry_out_or_give_up(by, pk) for pk in list(waiting))


def _carry_out_or_give_up(by: User, pk: int) -> bool:
    try:
        return _carry_out(by, pk)
    except OperationalError:
        raise
    except Exception:
        logger.exception("The file of figures %s could not be carried out.", pk)
        _give_up(pk)
        return False


@transaction.atomic
def _give_up(pk: int) -> None:
    run = FigureImport.objects.select_for_update().get(pk=pk)
    if run.state == State.CHECKING:
        run.state = State.REFUSED
    elif run.state == State.APPLYING:
        _wait_again(run)
    else:
        run.state, run.undone_at, run.undone_by = State.APPLIED, None, None
    run.refusal = COULD_NOT
    run.save()


@transaction.atomic
def _carry_out(by: User, pk: int) -> bool:
    waiting = FigureImport.objects.under_way().select_for_update(skip_locked=True, of=("self",))
    run = waiting.select_related("organisation").filter(pk=pk).first()
    if run is None:
        return False
    if run.state == State.CHECKING:
        check_figure_file(by=by, run=run)
    elif run.state == State.UNDOING:
        _take_back(run)
    else:
        _enter_or_ask_again(by, run)
    return True


def _enter_or_ask_again(by: User, run: FigureImport) -> None:
    """Import what was decided on; if that would do something else by now, it waits for a decision again."""
    try:
        with transaction.atomic():
            _enter(by, run)
    except NotNow as refusal:
        _wait_again(run)
        run.refusal = refusal.reason
        run.save()


def _wait_again(run: FigureImport) -> None:
    run.state, run.only_good_rows, run.measures = State.CHECKED, False, []
    run.decided_at = run.decided_by = run.applied_at = None


def _enter(by: User, run: FigureImport) -> FigureImport:
    _one_at_a_time(run.organisation)
    refuse_changed_since(is_changed=changed_since(run))
    changed = run.staged.filter(outcome=Outcome.CHANGED)
    Observation.objects.filter(pk__in=changed.values("replaces")).update(is_current=False)
    enter_rows(by=by, run=run, source=_source_of(run.organisation))
    entered = run.staged.filter(outcome__in=(Outcome.NEW, Outcome.CHANGED))
    run.measures = sorted(set(entered.values_list("version__measure__code", flat=True).distinct()))
    run.staged.exclude(outcome__in=(Outcome.REJECTED, Outcome.CHANGED)).delete()
    run.state, run.applied_at, run.refusal = State.APPLIED, now(), ""
    run.save()
    answer_with_figures(by=by, organisation=run.organisation)
    return run


def _take_back(run: FigureImport) -> FigureImport:
    run.observations.current().update(is_current=False)
    brought_back_by_undoing(run).update(is_current=True)
    run.state = State.UNDONE
    run.save()
    return run


def _is_long(run: FigureImport) -> bool:
    rows: int = sum(run.counts.values())
    return rows > ROWS_AT_ONCE


def _source_of(organisation: Organisation) -> DataSource:
    """Return what an organisation's own figures name as their source. Each also names the file it came in."""
    source, _ = DataSource.objects.get_or_create(
        code=f"own-{organisation.code.lower()}",
        defaults={
            "publisher": organisation.name,
            "title": "Figures that the organisation itself has handed in",
            "licence": "No licence stated",
            "credit": f"Figures of {organisation.name}.",
        },
    )
    return source


def _one_at_a_time(organisation: Organisation) -> None:
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_advisory_xact_lock(%s, %s)", [IMPORTS_OF_FIGURES, organisation.pk])
