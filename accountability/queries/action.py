"""One action as a page: why, what, how we will know, the evidence at its version, the trials, the history."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime

from django.db.models import QuerySet

from accountability.models import Action, ActionNote, Citation, NoteKind, TestOfChange
from accountability.queries.figures import Figures
from accountability.queries.plan import figures_of
from hileads.clock import today
from hileads.leads.models import User
from hileads.permissions.catalogue import P
from hileads.permissions.checks import can
from repository.public import ResourceVersion, resources_at


@dataclass(frozen=True)
class Evidence:
    """A resource at the version that was read, why it is cited, by whom and when."""

    citation: Citation
    resource: ResourceVersion | None


@dataclass(frozen=True)
class HistoryLine:
    """One thing that happened to the action."""

    at: datetime
    who: str
    what: str


@dataclass(frozen=True)
class ActionPage:
    """An action with everything that hangs on it."""

    action: Action
    figures: Figures | None
    evidence: Sequence[Evidence]
    trials: Sequence[TestOfChange]
    notes: Sequence[ActionNote]
    history: Sequence[HistoryLine]
    may_edit: bool

    @property
    def open_trial(self) -> TestOfChange | None:
        return next((trial for trial in self.trials if trial.decided_at is None), None)


def all_actions() -> QuerySet[Action]:
    """Return actions with what every page of one shows."""
    return Action.objects.with_owner_in_post(today()).select_related(
        "plan__organisation",
        "owner",
        "created_by",
        "closed_by",
        "measure",
        "example_measure",
        "from_activity",
    )


def action_page(action: Action, user: User, *, on: date) -> ActionPage:
    """Return an action's page. The same number of queries with 1 and with 20 notes, citations and trials."""
    citations = list(action.citations.select_related("cited_by").order_by("cited_at", "pk"))
    trials = list(action.trials.select_related("started_by", "decided_by").order_by("started_at", "pk"))
    notes = list(action.notes.select_related("written_by"))
    versions = resources_at([citation.revision_id for citation in citations])
    evidence = [Evidence(citation, versions.get(citation.revision_id)) for citation in citations]
    figures = figures_of([action], action.plan.organisation, on=on) if action.measure_id else {}
    return ActionPage(
        action=action,
        figures=figures.get(action.measure_id or 0),
        evidence=evidence,
        trials=trials,
        notes=[note for note in notes if note.kind == NoteKind.NOTE],
        history=_history(action, evidence, trials, notes),
        may_edit=action.plan.organisation.is_open_on(on) and can(user, P.PLAN_EDIT, on=action),
    )


def _history(
    action: Action, evidence: Sequence[Evidence], trials: Sequence[TestOfChange], notes: Sequence[ActionNote]
) -> list[HistoryLine]:
    """Return what happened, newest first."""
    lines = [HistoryLine(action.created_at, action.created_by.name, "Added to the plan.")]
    lines += [
        HistoryLine(note.written_at, note.written_by.name, note.text)
        for note in notes
        if note.kind == NoteKind.CHANGE
    ]
    lines += [_cited(item) for item in evidence]
    for trial in trials:
        lines.append(HistoryLine(trial.started_at, trial.started_by.name, f"Trial started: {trial.change}"))
        if trial.decided_at and trial.decided_by:
            told = f"Trial decided. {trial.outcome}, because {trial.because}"
            lines.append(HistoryLine(trial.decided_at, trial.decided_by.name, told))
    if action.closed_at and action.closed_by:
        because = f", because {action.closed_because}" if action.closed_because else "."
        lines.append(
            HistoryLine(action.closed_at, action.closed_by.name, f"{action.get_state_display()}{because}")
        )
    return sorted(lines, key=lambda line: line.at, reverse=True)


def _cited(item: Evidence) -> HistoryLine:
    title = item.resource.title if item.resource else "a resource that is no longer published"
    return HistoryLine(item.citation.cited_at, item.citation.cited_by.name, f"Cited: {title}")
