"""What may happen to a session now, in words a person can read."""

from datetime import datetime, timedelta

import pytest

from hileads.clock import UK
from hileads.frame.refusals import NotNow
from learning_sets.models import CommitmentState, Session, SessionState
from learning_sets.policies import (
    COMMITMENT_CHANGES,
    SESSION_CHANGES,
    ensure_changeable,
    ensure_open_to_answers,
    ensure_recordable,
    ensure_still_to_come,
)

STARTS = datetime(2027, 4, 8, 10, 0, tzinfo=UK)
ENDS = datetime(2027, 4, 8, 12, 30, tzinfo=UK)
BEFORE, DURING, AFTER = STARTS - timedelta(hours=1), STARTS + timedelta(hours=1), ENDS + timedelta(hours=1)


def session(state: SessionState = SessionState.PLANNED) -> Session:
    return Session(starts_at=STARTS, ends_at=ENDS, state=state)


ALLOWED = [
    (ensure_open_to_answers, BEFORE, True),
    (ensure_open_to_answers, DURING, True),
    (ensure_open_to_answers, AFTER, False),
    (ensure_recordable, BEFORE, False),
    (ensure_recordable, DURING, True),
    (ensure_recordable, AFTER, True),
]


@pytest.mark.parametrize(("policy", "moment", "allowed"), ALLOWED)
def test_what_may_be_done_before_during_and_after_a_session(policy, moment: datetime, allowed: bool):
    if allowed:
        policy(session(), moment)
    else:
        with pytest.raises(NotNow):
            policy(session(), moment)


@pytest.mark.parametrize("policy", [ensure_open_to_answers, ensure_recordable])
def test_a_cancelled_session_takes_neither_answers_nor_commitments(policy):
    with pytest.raises(NotNow, match="cancelled"):
        policy(session(SessionState.CANCELLED), DURING)


@pytest.mark.parametrize("to", [SessionState.PLANNED, SessionState.CANCELLED])
def test_a_planned_session_is_moved_or_cancelled_until_it_begins(to: SessionState):
    ensure_changeable(session(), to, BEFORE)
    with pytest.raises(NotNow, match="has begun"):
        ensure_changeable(session(), to, STARTS)


def test_a_cancelled_session_stays_cancelled():
    with pytest.raises(NotNow, match="Plan another one"):
        ensure_changeable(session(SessionState.CANCELLED), SessionState.PLANNED, BEFORE)


def test_nothing_is_planned_for_the_past():
    ensure_still_to_come(STARTS, BEFORE)
    with pytest.raises(NotNow, match="still to come"):
        ensure_still_to_come(STARTS, STARTS)


def test_the_tables_know_every_state_and_no_outcome_is_final_or_better():
    assert set(SESSION_CHANGES) == set(SessionState)
    assert set(COMMITMENT_CHANGES) == set(CommitmentState)
    for state, following in COMMITMENT_CHANGES.items():
        assert following == set(CommitmentState) - {state}
