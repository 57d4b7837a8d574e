"""Reminders: what the rooms say should exist is posted once, and goes while it is still wanted."""

from collections.abc import Callable
from datetime import datetime

import pytest

from hileads.clock import now
from hileads.contributions import DueMessage, ReminderSource, reminders
from hileads.leads.models import User
from hileads.notifications.actions import post_reminders
from hileads.notifications.models import Message, State, Stream
from hileads.notifications.tasks import remind
from tests.actors import Cast

pytestmark = pytest.mark.django_db


@pytest.fixture
def rooms(monkeypatch: pytest.MonkeyPatch) -> Callable[[list[DueMessage]], None]:
    """Let one room, alone, say which reminders should exist."""

    def say(due: list[DueMessage]) -> None:
        def ask(moment: datetime) -> list[DueMessage]:
            return [row for row in due if row.due_at <= moment]

        source = ReminderSource(kind="visit", due=ask, still_relevant=lambda reference, person: "")
        monkeypatch.setattr(reminders, "_entries", {"visit": source})

    return say


def reminder(person: User, key: str) -> DueMessage:
    return DueMessage(
        meaning_key=key,
        kind="visit",
        stream=Stream.SESSIONS,
        recipient_id=person.pk,
        due_at=now(),
        subject="A visit is near",
        template="notifications/weekly_digest",
        context={"lines": [], "more": 0, "day": now().date(), "week_path": "/this-week/"},
        reference="room:visit:1@0",
    )


def test_a_reminder_is_posted_once_and_wakes_the_sweep_once(
    cast: Cast, rooms, queued: list[str], django_capture_on_commit_callbacks
):
    rooms([reminder(cast.lead, "visit:1:lead"), reminder(cast.deputy, "visit:1:deputy")])
    with django_capture_on_commit_callbacks(execute=True):
        assert post_reminders(by=User.objects.system()) == 2
    assert queued == ["hileads.notifications.tasks.sweep"]
    with django_capture_on_commit_callbacks(execute=True):
        assert post_reminders(by=User.objects.system()) == 0
    assert len(queued) == 1
    row = Message.objects.get(recipient=cast.lead)
    assert (row.kind, row.stream, row.state, row.reference) == (
        "visit",
        "sessions",
        State.DUE,
        "room:visit:1@0",
    )


def test_a_reminder_that_was_sent_is_not_posted_again(cast: Cast, rooms):
    rooms([reminder(cast.lead, "visit:1:lead")])
    post_reminders(by=User.objects.system())
    Message.objects.update(state=State.SENT, sent_at=now())
    assert post_reminders(by=User.objects.system()) == 0


def test_beat_asks_the_rooms_by_a_task(cast: Cast, rooms):
    rooms([reminder(cast.lead, "visit:1:lead")])
    remind()
    assert Message.objects.get().recipient == cast.lead
