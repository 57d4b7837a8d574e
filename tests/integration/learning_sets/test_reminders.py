"""Reminders follow their session: seven days and one day before, at its own time of day, to those who still need one."""

from datetime import datetime, timedelta

import pytest

from hileads.clock import UK, at
from hileads.leads.models import User
from hileads.notifications.actions import post_reminders
from hileads.notifications.models import Message, State
from learning_sets.actions import answer_session, cancel_session, change_session, plan_session
from learning_sets.models import Answer, Membership, Session
from tests.actors import Cast
from tests.integration.learning_sets.conftest import ENDS, PLANNED, STARTS, Circle, sweep

pytestmark = pytest.mark.django_db

WEEK_BEFORE, DAY_BEFORE = STARTS - timedelta(days=7), STARTS - timedelta(days=1)
HOUR_BEFORE = STARTS - timedelta(hours=1)
SECOND = timedelta(seconds=1)


def remind(moment: datetime) -> int:
    """Post what is due, and return how many of them are reminders of a session, whoever is asked again beside."""
    reminders = Message.objects.filter(kind="session-reminder")
    before = reminders.count()
    with at(moment):
        post_reminders(by=User.objects.system())
    return reminders.count() - before


def reminders_of(person: User) -> list[Message]:
    return list(Message.objects.filter(recipient=person, kind="session-reminder").order_by("due_at"))


def test_members_are_reminded_a_week_a_day_and_an_hour_before_and_once_each(circle: Circle, session):
    assert remind(WEEK_BEFORE - SECOND) == 0
    assert remind(WEEK_BEFORE) == 5
    assert remind(WEEK_BEFORE + timedelta(days=2)) == 0
    assert remind(DAY_BEFORE) == 5
    assert remind(HOUR_BEFORE) == 5
    assert remind(STARTS - SECOND) == 0
    assert [row.due_at for row in reminders_of(circle.members[0])] == [WEEK_BEFORE, DAY_BEFORE, HOUR_BEFORE]


def test_whoever_has_declined_is_reminded_of_nothing(circle: Circle, session):
    accepted, silent, declined, _ = circle.members
    with at(PLANNED):
        answer_session(by=accepted, session=session, answer=Answer.ACCEPTED)
        answer_session(by=declined, session=session, answer=Answer.DECLINED)
    assert remind(WEEK_BEFORE) == 4
    for person in (accepted, silent):
        assert "The run-sheet, and on the day the link to join" in reminders_of(person)[0].body_text
    assert reminders_of(declined) == []


def test_the_last_hour_says_when_it_starts_and_leads_to_the_page_not_to_the_meeting(circle: Circle, session):
    assert remind(STARTS - timedelta(hours=1)) == 5
    [row] = reminders_of(circle.members[0])
    assert row.subject == "Learning set today at 10am"
    assert "Your learning set meets today at 10am." in row.body_text
    assert f"/learning-sets/sessions/{session.public_id}/" in row.body_text
    assert "meet.example" not in row.body_text + row.body_html


def test_a_missed_week_reminder_is_still_sent_late_but_not_beside_the_day_reminder(circle: Circle, session):
    assert remind(DAY_BEFORE - SECOND) == 5
    assert remind(DAY_BEFORE) == 5
    assert len(reminders_of(circle.members[0])) == 2


def test_only_the_newest_of_two_missed_reminders_is_sent(circle: Circle, session):
    assert remind(DAY_BEFORE) == 5
    assert remind(DAY_BEFORE + SECOND) == 0
    [row] = reminders_of(circle.members[0])
    assert row.due_at == DAY_BEFORE


def test_nobody_is_reminded_right_after_the_invitation(circle: Circle):
    with at(STARTS - timedelta(days=3)):
        plan_session(by=circle.facilitator, learning_set=circle.learning_set, starts_at=STARTS, ends_at=ENDS)
    assert remind(STARTS - timedelta(days=2)) == 0
    assert remind(DAY_BEFORE) == 5


def test_reminders_follow_a_session_that_moves(circle: Circle, session):
    remind(WEEK_BEFORE)
    with at(WEEK_BEFORE + SECOND):
        change_session(
            by=circle.facilitator,
            session=session,
            starts_at=STARTS + timedelta(days=14),
            ends_at=ENDS + timedelta(days=14),
        )
    sweep(WEEK_BEFORE + 2 * SECOND)
    [old] = reminders_of(circle.members[0])
    assert (old.state, old.reason) == (State.SKIPPED, "The session has changed since, and you were told.")
    assert remind(DAY_BEFORE) == 0
    assert remind(WEEK_BEFORE + timedelta(days=14)) == 5
    assert [row.state for row in reminders_of(circle.members[0])] == [State.SKIPPED, State.DUE]


@pytest.mark.parametrize(
    "starts_at",
    [
        datetime(2027, 3, 29, 10, 0, tzinfo=UK),
        datetime(2027, 4, 4, 10, 0, tzinfo=UK),
        datetime(2027, 11, 1, 10, 0, tzinfo=UK),
        datetime(2027, 11, 6, 10, 0, tzinfo=UK),
    ],
    ids=str,
)
def test_across_a_clock_change_a_reminder_comes_at_the_same_time_of_day(circle: Circle, starts_at: datetime):
    with at(PLANNED):
        plan_session(
            by=circle.facilitator,
            learning_set=circle.learning_set,
            starts_at=starts_at,
            ends_at=starts_at + timedelta(hours=2),
        )
    remind(starts_at - timedelta(days=2))
    [row] = reminders_of(circle.members[0])
    assert row.due_at.astimezone(UK) == datetime.combine(
        starts_at.date() - timedelta(days=7), starts_at.time(), tzinfo=UK
    )
    assert row.due_at.astimezone(UK).hour == 10


def _decline(circle: Circle, session: Session) -> None:
    answer_session(by=circle.members[0], session=session, answer=Answer.DECLINED)


def _cancel(circle: Circle, session: Session) -> None:
    cancel_session(by=circle.facilitator, session=session)


def _leave(circle: Circle, session: Session) -> None:
    Membership.objects.filter(user=circle.members[0]).update(to_date=PLANNED.date())


def _delete(circle: Circle, session: Session) -> None:
    session.delete()


SKIPPED = [
    (_decline, "You have said that you cannot come."),
    (_cancel, "The session was cancelled."),
    (_leave, "You are not a member of this learning set any more."),
    (_delete, "The session was cancelled."),
]


@pytest.mark.parametrize(("happens", "reason"), SKIPPED)
def test_a_reminder_that_is_no_longer_needed_is_skipped_with_a_reason(
    circle: Circle, session, happens, reason: str
):
    remind(WEEK_BEFORE)
    with at(WEEK_BEFORE):
        happens(circle, session)
    sweep(WEEK_BEFORE)
    [row] = reminders_of(circle.members[0])
    assert (row.state, row.reason) == (State.SKIPPED, reason)


def test_a_reminder_that_comes_too_late_is_skipped(circle: Circle, session):
    remind(DAY_BEFORE)
    sweep(STARTS)
    assert {row.reason for row in reminders_of(circle.members[0])} == {"The session has begun."}


def test_a_reminder_that_is_needed_goes(circle: Circle, session):
    remind(WEEK_BEFORE)
    sweep(WEEK_BEFORE)
    assert {row.state for row in reminders_of(circle.members[0])} == {State.SENT}


def test_an_invitation_that_was_answered_before_it_left_is_skipped(
    cast: Cast, circle: Circle, session, sent_to
):
    with at(PLANNED):
        answer_session(by=cast.lead, session=session, answer=Answer.ACCEPTED)
    sweep(PLANNED)
    assert sent_to(cast.lead, "session-invitation")[0].reason == "You have answered already."
    assert sent_to(cast.lead, "session-accepted")[0].state == State.SENT
    assert sent_to(cast.deputy, "session-invitation")[0].state == State.SENT


def test_invitations_are_not_posted_again_by_time(circle: Circle, session):
    before = Message.objects.filter(kind="session-invitation").count()
    remind(WEEK_BEFORE)
    assert Message.objects.filter(kind="session-invitation").count() == before
