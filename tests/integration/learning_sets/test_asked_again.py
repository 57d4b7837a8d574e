"""Whoever has not answered an invitation is asked again: twice, and never in two mails about one session on a day."""

from datetime import datetime, timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from hileads.clock import UK, at
from hileads.leads.models import User
from hileads.notifications.actions import post_reminders
from hileads.notifications.models import Message, State
from learning_sets.actions import answer_session, plan_session
from learning_sets.models import Answer, Session
from learning_sets.queries.reminding import (
    sessions_to_answer,
    sessions_to_remind_of,
    why_not_ask,
    why_not_remind,
)
from tests.integration.learning_sets.conftest import PLANNED, STARTS, Circle, sweep

pytestmark = pytest.mark.django_db

FRIDAY_EVENING = datetime(2027, 4, 2, 17, 45, tzinfo=UK)
"""Five days before the session is a Saturday."""
TWO_DAYS_BEFORE = STARTS - timedelta(days=2)


@pytest.fixture(autouse=True)
def office(settings) -> None:
    settings.SENDING_HOURS = "office"


def send(moment: datetime) -> None:
    with at(moment):
        post_reminders(by=User.objects.system())
    sweep(moment)


def mails_to(person: User, *kinds: str) -> list[Message]:
    kinds = kinds or ("session-answer",)
    return list(Message.objects.filter(recipient=person, kind__in=kinds).order_by("due_at", "pk"))


def planned_for(circle: Circle, starts_at: datetime) -> Session:
    with at(PLANNED):
        session = plan_session(
            by=circle.facilitator,
            learning_set=circle.learning_set,
            starts_at=starts_at,
            ends_at=starts_at + timedelta(hours=2),
        )
    sweep(PLANNED)
    return session


def test_whoever_has_not_answered_is_asked_twice(circle: Circle, invited):
    silent = circle.members[0]
    for day in range(8):
        send(STARTS - timedelta(days=7 - day))
    send(FRIDAY_EVENING)
    asked = mails_to(silent)
    assert [(row.due_at, row.state) for row in asked] == [
        (FRIDAY_EVENING, State.SENT),
        (TWO_DAYS_BEFORE, State.SENT),
    ]
    assert asked[0].subject == "Can you come to your learning set on Thursday 8 April 2027?"
    assert "We do not ask again." not in asked[0].body_text
    assert "We do not ask again." in asked[1].body_text
    assert all("whether you can come" not in row.body_text for row in mails_to(silent, "session-reminder"))


@pytest.mark.parametrize("answer", Answer)
def test_nobody_is_asked_who_has_answered(circle: Circle, invited, answer: Answer):
    with at(PLANNED):
        answer_session(by=circle.members[0], session=invited, answer=answer)
    send(FRIDAY_EVENING)
    assert mails_to(circle.members[0]) == []
    assert len(mails_to(circle.members[1])) == 1


def test_an_answer_at_the_last_moment_stops_the_question(circle: Circle, invited):
    with at(FRIDAY_EVENING):
        post_reminders(by=User.objects.system())
        answer_session(by=circle.members[0], session=invited, answer=Answer.ACCEPTED)
    sweep(FRIDAY_EVENING)
    [row] = mails_to(circle.members[0])
    assert (row.state, row.reason) == (State.SKIPPED, "You have answered already.")


def test_where_both_fall_on_one_day_the_reminder_asks_and_nothing_else_comes(circle: Circle):
    monday = planned_for(circle, datetime(2027, 4, 12, 10, 0, tzinfo=UK))
    evening = datetime(2027, 4, 9, 17, 45, tzinfo=UK)
    send(evening)
    [asked, reminded] = mails_to(circle.members[0], "session-answer", "session-reminder")
    assert (asked.state, asked.reason) == (State.SKIPPED, "You are asked in another message of today.")
    assert (reminded.kind, reminded.state) == ("session-reminder", State.SENT)
    assert "The others do not know yet whether you can come." in reminded.body_text
    assert f"/learning-sets/sessions/{monday.public_id}/" in reminded.body_text


def test_when_both_questions_and_a_reminder_fall_before_easter_one_mail_goes(circle: Circle):
    planned_for(circle, datetime(2027, 3, 30, 10, 0, tzinfo=UK))
    thursday = datetime(2027, 3, 25, 10, 0, tzinfo=UK)
    send(thursday - timedelta(days=2))
    send(thursday)
    send(thursday.replace(hour=17, minute=45))
    sent = [
        row
        for row in mails_to(circle.members[0], "session-answer", "session-reminder")
        if row.state == State.SENT
    ]
    assert [row.kind for row in sent] == ["session-reminder", "session-reminder"]
    assert [row.due_at.astimezone(UK).day for row in sent] == [23, 25]
    assert "The others do not know yet whether you can come." in sent[1].body_text


def test_after_a_break_one_mail_about_a_session_is_enough_for_a_day(circle: Circle, invited):
    noon = datetime(2027, 4, 5, 12, 0, tzinfo=UK)
    send(noon)
    [first, second] = mails_to(circle.members[0], "session-answer", "session-reminder")
    assert [first.state, second.state] == [State.SENT, State.SKIPPED]
    assert second.reason == "You are asked in another message of today."


def test_whoever_was_asked_today_is_not_reminded_beside(circle: Circle, invited):
    send(STARTS - timedelta(days=7))
    send(FRIDAY_EVENING)
    with at(FRIDAY_EVENING):
        reason = why_not_remind(invited.reference, circle.members[0])
    assert reason == "You are asked in another message of today."


def test_nobody_is_asked_twice_on_one_day(circle: Circle, invited):
    send(STARTS - timedelta(days=7))
    send(FRIDAY_EVENING)
    with at(FRIDAY_EVENING):
        assert (
            why_not_ask(invited.reference, circle.members[0]) == "You are asked in another message of today."
        )
        assert why_not_ask(invited.reference, circle.facilitator) == "You have answered already."


def test_a_session_that_is_gone_asks_nobody(circle: Circle, invited):
    reference = invited.reference
    invited.delete()
    with at(FRIDAY_EVENING):
        assert why_not_ask(reference, circle.members[0]) == "The session was cancelled."


@pytest.mark.parametrize("source", [sessions_to_remind_of, sessions_to_answer])
def test_many_sessions_cost_no_more_questions_than_one(circle: Circle, invited, source):
    def cost() -> tuple[int, int]:
        with at(PLANNED), CaptureQueriesContext(connection) as captured:
            found = [row for row in source(PLANNED, STARTS + timedelta(days=100)) if row.people]
        return len(captured), len(found)

    few, one = cost()
    with at(PLANNED):
        for days in range(1, 9):
            plan_session(
                by=circle.facilitator,
                learning_set=circle.learning_set,
                starts_at=STARTS + timedelta(days=days),
                ends_at=STARTS + timedelta(days=days, hours=2),
            )
    assert cost() == (few, one + 8)
