"""What may become of a message, and how long sending it is tried."""

from datetime import timedelta

import pytest

from hileads.notifications.models import Message, State
from hileads.notifications.policies import TRANSITIONS, WAITS, lease, require_change, wait_after


def test_every_state_has_its_row_in_the_table():
    assert set(TRANSITIONS) == set(State)


def test_a_failed_try_waits_longer_each_time_and_ends():
    waits = [wait_after(attempts) for attempts in range(1, len(WAITS) + 2)]
    assert waits[0] == timedelta(minutes=1)
    assert waits[-1] is None
    assert waits[:-1] == sorted(waits[:-1])


def test_what_has_not_been_tried_waits_for_nothing():
    assert wait_after(0) is None


def test_a_message_that_was_sent_is_never_sent_again():
    with pytest.raises(ValueError, match="sent cannot become sending"):
        require_change(Message(state=State.SENT), State.SENDING)


def test_a_message_that_is_due_may_be_sent():
    require_change(Message(state=State.DUE), State.SENDING)


def test_nobody_is_taken_for_dead_while_a_task_may_still_live(settings):
    assert lease().total_seconds() > settings.CELERY_TASK_TIME_LIMIT
