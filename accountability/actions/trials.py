"""Trials of change: an expectation written down before, and a decision with its reason after."""

from uuid import UUID

from django.db import transaction

from accountability.models import Action, ActionState, Decision, TestOfChange
from accountability.policies.plan import ensure_no_open_trial, ensure_open, ensure_undecided
from hileads.clock import now, today
from hileads.leads.models import User
from hileads.organisations.policies import refuse_closed
from hileads.permissions.catalogue import P
from hileads.permissions.checks import check


@transaction.atomic
def start_trial(*, by: User, action: Action, token: UUID, change: str, prediction: str) -> TestOfChange:
    """Start a trial, with what we expect written down first. A form sent twice starts one.

    An action that was only planned is under way from then on.
    """
    check(by, P.PLAN_EDIT, on=action)
    refuse_closed(action.plan.organisation, today())
    action = Action.objects.select_for_update().get(pk=action.pk)
    sent_before = action.trials.filter(public_id=token).first()
    if sent_before is not None:
        return sent_before
    ensure_open(action)
    ensure_no_open_trial(list(action.trials.all()))
    if action.state == ActionState.PLANNED:
        action.state = ActionState.UNDER_WAY
        action.save()
    return TestOfChange.objects.create(
        public_id=token,
        action=action,
        change=change,
        prediction=prediction,
        started_at=now(),
        started_by=by,
    )


@transaction.atomic
def decide_trial(*, by: User, trial: TestOfChange, decision: Decision, because: str) -> TestOfChange:
    """Decide what becomes of a trial. Said twice in the same words, it is decided once."""
    check(by, P.PLAN_EDIT, on=trial)
    refuse_closed(trial.action.plan.organisation, today())
    trial = TestOfChange.objects.select_for_update().get(pk=trial.pk)
    if (trial.decision, trial.because) == (decision, because):
        return trial
    ensure_undecided(trial)
    trial.decision, trial.because = decision, because
    trial.decided_at, trial.decided_by = now(), by
    trial.save()
    return trial
