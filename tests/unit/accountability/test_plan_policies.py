"""May an action or a trial change now? Every answer comes with a reason for people."""

from datetime import date
from itertools import product

import pytest

from accountability.models import Action, ActionState, TestOfChange
from accountability.policies.plan import (
    CHANGES,
    ensure_due_date,
    ensure_first_use,
    ensure_holds_a_post,
    ensure_may_become,
    ensure_no_open_trial,
    ensure_open,
    ensure_reason,
    ensure_same_plan,
    ensure_undecided,
)
from hileads.clock import now
from hileads.frame.refusals import NotNow

PLANNED, UNDER_WAY, DONE, STOPPED = ActionState
FOLLOWING = {
    (PLANNED, UNDER_WAY),
    (PLANNED, DONE),
    (PLANNED, STOPPED),
    (UNDER_WAY, PLANNED),
    (UNDER_WAY, DONE),
    (UNDER_WAY, STOPPED),
    (DONE, UNDER_WAY),
    (STOPPED, UNDER_WAY),
}


@pytest.mark.parametrize(("state", "other"), list(product(ActionState, ActionState)))
def test_an_action_becomes_only_what_may_follow(state: ActionState, other: ActionState):
    action = Action(state=state)
    if (state, other) in FOLLOWING:
        ensure_may_become(action, other)
    else:
        with pytest.raises(NotNow, match="so it cannot become"):
            ensure_may_become(action, other)


def test_every_state_says_what_may_follow():
    assert set(CHANGES) == set(ActionState)


@pytest.mark.parametrize("state", [DONE, STOPPED])
def test_what_is_closed_is_not_changed(state: ActionState):
    with pytest.raises(NotNow, match="Open it again first"):
        ensure_open(Action(state=state))


@pytest.mark.parametrize("state", [PLANNED, UNDER_WAY])
def test_what_is_open_may_be_changed(state: ActionState):
    ensure_open(Action(state=state))


@pytest.mark.parametrize("because", ["", "   "])
def test_stopping_needs_a_reason_and_finishing_does_not(because: str):
    with pytest.raises(NotNow, match="Say why"):
        ensure_reason(STOPPED, because)
    ensure_reason(DONE, because)
    ensure_reason(STOPPED, "nobody came")


def test_a_trial_under_way_is_decided_first():
    with pytest.raises(NotNow, match="Decide it first"):
        ensure_no_open_trial([TestOfChange(decided_at=now()), TestOfChange()])
    ensure_no_open_trial([TestOfChange(decided_at=now())])
    ensure_no_open_trial([])


def test_a_trial_is_decided_once():
    with pytest.raises(NotNow, match="decided already"):
        ensure_undecided(TestOfChange(decided_at=now()))
    ensure_undecided(TestOfChange())


def test_nothing_is_planned_for_a_day_that_has_passed():
    today = date(2026, 11, 22)
    ensure_due_date(today, today)
    with pytest.raises(NotNow, match="has passed already"):
        ensure_due_date(date(2026, 11, 21), today)


def test_an_action_is_given_to_someone_who_is_here():
    ensure_holds_a_post("Dev Deputy", "Alder Vale", holds=True)
    with pytest.raises(NotNow, match="Dev Deputy holds no post at Alder Vale today"):
        ensure_holds_a_post("Dev Deputy", "Alder Vale", holds=False)


def test_a_commitment_becomes_one_action():
    ensure_first_use("")
    with pytest.raises(NotNow, match="made an action of this commitment already: Ring them"):
        ensure_first_use("Ring them")


def test_a_form_belongs_to_the_plan_it_was_opened_in():
    ensure_same_plan(Action(plan_id=1), 1)
    with pytest.raises(NotNow, match="another organisation's plan"):
        ensure_same_plan(Action(plan_id=1), 2)
