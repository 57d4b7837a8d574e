"""Everything that is written about the plan and its actions."""

from collections.abc import Callable
from datetime import date
from typing import Any
from uuid import UUID

from django.db import transaction

from accountability.models import Action, ActionNote, ActionState, Citation, NoteKind, Plan
from accountability.policies.measure import ensure_measure_of
from accountability.policies.plan import (
    ensure_due_date,
    ensure_first_use,
    ensure_holds_a_post,
    ensure_may_become,
    ensure_no_open_trial,
    ensure_open,
    ensure_reason,
    ensure_same_plan,
)
from accountability.queries.people import people_at
from hileads.clock import now, today
from hileads.leads.models import User
from hileads.organisations.models import Organisation
from hileads.organisations.policies import refuse_closed
from hileads.permissions.catalogue import P
from hileads.permissions.checks import check
from hileads.vocabulary import Horizon, Quadrant
from hileads.wording import long_date
from learning_sets.public import mark_commitment_shared
from repository.public import ResourceVersion


def _job_words(quadrant: str) -> str:
    if not quadrant:
        return "It is not placed under a job of the board now"
    return f"It serves the board’s job of {Quadrant(quadrant).label.lower()} now"


def _horizon_words(horizon: str) -> str:
    if not horizon:
        return "When we expect to see it is open now"
    return f"We expect to see it {Horizon(horizon).label.lower()} now"


CLAUSES: dict[str, Callable[[Any, Any], str]] = {
    "title": lambda was, now: f"It is called “{now}” now, and was called “{was}”",
    "owner": lambda was, now: f"{now.name} does it now, and {was.name} did before",
    "due_date": lambda was, now: f"It is due on {long_date(now)} now, and was due on {long_date(was)}",
    "state": lambda was, now: f"{ActionState(now).label} now, and {ActionState(was).label.lower()} before",
    "measure": lambda was, now: "How we will know was changed",
    "example_measure_id": lambda was, now: "How we will know was changed",
    "quadrant": lambda was, now: _job_words(now),
    "horizon": lambda was, now: _horizon_words(now),
    "why": lambda was, now: "Why we do it was rewritten",
    "first_step": lambda was, now: "The first step was rewritten",
}
"""What an action's history says when a field changes, given what it was and what it is now."""


@transaction.atomic
def add_action(
    *,
    by: User,
    organisation: Organisation,
    token: UUID,
    title: str,
    owner: User,
    due_date: date,
    commitment: UUID | None = None,
    **details: Any,
) -> Action:
    """Put an action into the plan. A form sent twice (the same `token`) adds one.

    `details`: why, first_step, quadrant, horizon, measure, example_measure_id, from_activity_id. A commitment is its author's alone, and is marked as shared.
    """
    check(by, P.PLAN_EDIT, on=organisation)
    plan = _plan_of(organisation)
    sent_before = Action.objects.filter(public_id=token).first()
    if sent_before is not None:
        ensure_same_plan(sent_before, plan.pk)
        return sent_before
    ensure_due_date(due_date, today())
    _ensure_appointed(owner, organisation)
    ensure_measure_of(details.get("measure"), organisation)
    shared = _shared(by, commitment) if commitment else None
    action, _ = Action.objects.get_or_create(
        public_id=token,
        defaults={
            "plan": plan,
            "title": title,
            "owner": owner,
            "due_date": due_date,
            "baseline_due_date": due_date,
            "from_commitment_id": shared,
            "created_at": now(),
            "created_by": by,
            **details,
        },
    )
    return action


@transaction.atomic
def edit_action(*, by: User, action: Action, **fields: Any) -> Action:
    """Change an action, and tell the change in its history. The date first agreed never changes."""
    check(by, P.PLAN_EDIT, on=action)
    action = _locked(action)
    ensure_open(action)
    changed = {name: value for name, value in fields.items() if value != getattr(action, name)}
    if not changed:
        return action
    if "measure" in changed:
        ensure_measure_of(changed["measure"], action.plan.organisation)
    if "due_date" in changed:
        ensure_due_date(changed["due_date"], today())
    if "owner" in changed:
        _ensure_appointed(changed["owner"], action.plan.organisation)
    if "state" in changed:
        ensure_may_become(action, ActionState(changed["state"]))
    _tell(action, by, [CLAUSES[name](getattr(action, name), value) for name, value in changed.items()])
    for name, value in changed.items():
        setattr(action, name, value)
    action.save()
    return action


@transaction.atomic
def note_action(*, by: User, action: Action, token: UUID, text: str) -> ActionNote:
    """Write down what happened, for everyone who can see the plan. Open and closed actions take notes."""
    check(by, P.PLAN_EDIT, on=action)
    refuse_closed(action.plan.organisation, today())
    note, _ = ActionNote.objects.get_or_create(
        public_id=token, action=action, defaults={"text": text, "written_by": by, "written_at": now()}
    )
    return note


@transaction.atomic
def close_action(*, by: User, action: Action, state: ActionState, because: str = "") -> Action:
    """Close an action as done, or as stopped with the reason. Said twice, it is closed once."""
    check(by, P.PLAN_EDIT, on=action)
    action = _locked(action)
    if (action.state, action.closed_because) == (state, because):
        return action
    ensure_may_become(action, state)
    ensure_reason(state, because)
    ensure_no_open_trial(list(action.trials.all()))
    action.state, action.closed_because = state, because
    action.closed_at, action.closed_by = now(), by
    action.save()
    return action


@transaction.atomic
def reopen_action(*, by: User, action: Action) -> Action:
    """Open an action again, and keep in its history how it had been closed."""
    check(by, P.PLAN_EDIT, on=action)
    action = _locked(action)
    if action.is_open:
        return action
    ensure_may_become(action, ActionState.UNDER_WAY)
    reason = f", because {action.closed_because}" if action.closed_because else ""
    _tell(
        action,
        by,
        [
            f"Opened again. It had been {action.get_state_display().lower()} on {long_date(action.closed_at)}{reason}"
        ],
    )
    action.state, action.closed_because = ActionState.UNDER_WAY, ""
    action.closed_at = action.closed_by = None
    action.save()
    return action


@transaction.atomic
def cite_resource(*, by: User, action: Action, resource: ResourceVersion, reason: str = "") -> Citation:
    """Let an action rest on a resource, at the version that was read. The same version is cited once."""
    check(by, P.PLAN_EDIT, on=action)
    ensure_open(_locked(action))
    citation, _ = Citation.objects.get_or_create(
        action=action,
        revision_id=resource.revision_id,
        defaults={
            "resource_id": resource.resource_id,
            "reason": reason,
            "cited_by": by,
            "cited_at": now(),
        },
    )
    return citation


def _plan_of(organisation: Organisation) -> Plan:
    """Return the plan to add to. That of a closed organisation never changes."""
    refuse_closed(organisation, today())
    plan, _ = Plan.objects.get_or_create(organisation=organisation, defaults={"created_at": now()})
    return plan


def _locked(action: Action) -> Action:
    """Return the action to change, and nobody else's meanwhile. A closed organisation's actions never change."""
    rows = Action.objects.select_for_update(of=("self",)).select_related("plan__organisation", "owner")
    locked = rows.get(pk=action.pk)
    refuse_closed(locked.plan.organisation, today())
    return locked


def _ensure_appointed(owner: User, organisation: Organisation) -> None:
    holds = people_at(organisation, on=today()).filter(pk=owner.pk).exists()
    ensure_holds_a_post(owner.name, organisation.name, holds=holds)


def _shared(by: User, commitment: UUID) -> int:
    """Mark the commitment as shared. Anybody but its author is told that there is none."""
    key: int = mark_commitment_shared(by=by, public_id=commitment)
    ensure_first_use("; ".join(Action.objects.filter(from_commitment=key).values_list("title", flat=True)))
    return key


def _tell(action: Action, by: User, clauses: list[str]) -> None:
    text = ". ".join(dict.fromkeys(clauses)) + "."
    ActionNote.objects.create(action=action, kind=NoteKind.CHANGE, text=text, written_by=by, written_at=now())
