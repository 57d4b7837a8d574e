"""The run-sheet fills the session from its first minute to its last."""

from datetime import datetime, timedelta
from itertools import pairwise

import pytest

from hileads.clock import UK
from learning_sets.models import Session
from learning_sets.queries.run_sheet import STEPS, run_sheet

STARTS = datetime(2027, 4, 8, 10, 0, tzinfo=UK)


def sheet(minutes: int):
    return run_sheet(Session(starts_at=STARTS, ends_at=STARTS + timedelta(minutes=minutes)))


@pytest.mark.parametrize("minutes", [60, 79, 80, 90, 110, 150, 183, 240])
def test_every_step_has_its_time_and_the_times_add_up(minutes: int):
    steps = sheet(minutes)
    assert [timed.step for timed in steps] == list(STEPS)
    assert sum(timed.minutes for timed in steps) == minutes
    assert all(timed.minutes > 0 for timed in steps)
    assert steps[0].starts_at == STARTS
    for step, following in pairwise(steps):
        assert step.starts_at + timedelta(minutes=step.minutes) == following.starts_at


def test_in_a_session_of_usual_length_steps_begin_at_full_five_minutes():
    assert {timed.starts_at.minute % 5 for timed in sheet(150)} == {0}


def test_most_of_the_time_is_for_open_questions():
    assert max(sheet(150), key=lambda timed: timed.minutes).step.title == "Open questions"
