"""What the report pulls together from the chain: actions with their evidence, trials and notes."""

from datetime import date
from typing import Any

from django.db.models import Count, Prefetch, Q

from accountability.models import Action, ActionNote, ActionState, Citation, TestOfChange
from hileads.clock import day_of
from hileads.organisations.models import Organisation
from hileads.vocabulary import Quadrant


def action_records(organisation: Organisation, *, since: date) -> list[dict[str, Any]]:
    """Return the plan's open actions and those closed on or after `since`, by due date. Four queries."""
    wanted = Q(state__in=[ActionState.PLANNED, ActionState.UNDER_WAY]) | Q(closed_at__date__gte=since)
    rows = (
        Action.objects.filter(wanted, plan__organisation=organisation)
        .select_related("owner", "measure", "example_measure", "from_activity", "from_commitment")
        .prefetch_related(
            Prefetch("citations", Citation.objects.select_related("revision").order_by("cited_at")),
            Prefetch("notes", ActionNote.objects.order_by("written_at")),
            Prefetch("trials", TestOfChange.objects.order_by("started_at")),
            "measure__versions",
        )
        .order_by("due_date", "title", "pk")
    )
    return [_action_record(action) for action in rows]


def balance_records(organisation: Organisation) -> list[dict[str, Any]]:
    """Return how many open actions serve each of the board's four jobs, in the jobs' own order. One query."""
    counted = dict(
        Action.objects.open()
        .filter(plan__organisation=organisation)
        .order_by()
        .values_list("quadrant")
        .annotate(number=Count("pk"))
    )
    return [{"label": job.label, "count": counted.get(job.value, 0)} for job in Quadrant]


def _action_record(action: Action) -> dict[str, Any]:
    return {
        "public_id": str(action.public_id),
        "title": action.title,
        "state": action.state,
        "state_label": action.get_state_display(),
        "owner": action.owner.name,
        "due_date": action.due_date.isoformat(),
        "baseline_due_date": action.baseline_due_date.isoformat(),
        "quadrant_label": action.get_quadrant_display(),
        "horizon_label": action.get_horizon_display(),
        "why": action.why,
        "first_step": action.first_step,
        "measure": _measure_words(action),
        "origin": _origin_words(action),
        "closed_because": action.closed_because,
        "evidence": [_evidence_record(citation) for citation in action.citations.all()],
        "trials": [_trial_record(trial) for trial in action.trials.all()],
        "notes": [
            {"written_date": day_of(note.written_at).isoformat(), "text": note.text}
            for note in action.notes.all()
        ],
    }


def _measure_words(action: Action) -> str:
    if action.measure is not None:
        return next((version.title for version in action.measure.versions.all() if version.is_live), "")
    return action.example_measure.title if action.example_measure else ""


def _origin_words(action: Action) -> str:
    if action.from_activity is not None:
        return f"The example activity “{action.from_activity.title}”"
    return "A commitment made in a learning set" if action.from_commitment_id else ""


def _evidence_record(citation: Citation) -> dict[str, Any]:
    """Return the evidence as it read in the version that was cited."""
    content = citation.revision.content
    return {
        "title": content["title"],
        "publisher": content["publisher"],
        "strength": content["strength"],
        "version": citation.revision_id,
        "version_date": day_of(citation.revision.created_at).isoformat(),
        "reason": citation.reason,
    }


def _trial_record(trial: TestOfChange) -> dict[str, Any]:
    outcome = f"{trial.outcome}, because {trial.because}" if trial.decision else "Still under way."
    return {"change": trial.change, "prediction": trial.prediction, "outcome": outcome}
