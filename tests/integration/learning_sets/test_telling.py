"""Changes of a session reach people once, as they stand ten minutes later; what was taken back reaches nobody."""

from datetime import datetime, timedelta

import pytest

from hileads.clock import UK, at
from hileads.frame.refusals import NotNow
from hileads.leads.models import User
from hileads.notifications.models import Message, State
from learning_sets.actions import answer_session, cancel_session, change_session
from learning_sets.models import Answer, Membership, Session
from learning_sets.queries.reminding import why_not_confirm, why_not_tell_change
from tests.integration.learning_sets.conftest import ENDS, PLANNED, STARTS, Circle, sweep

pytestmark = pytest.mark.django_db

NOON = datetime(2027, 3, 2, 12, 0, tzinfo=UK)
WEEK = timedelta(days=7)
MINUTE = timedelta(minutes=1)


@pytest.fixture(autouse=True)
def office(settings) -> None:
    settings.SENDING_HOURS = "office"


def change(circle: Circle, session: Session, moment: datetime, **wanted: object) -> Session:
    session = Session.objects.get(pk=session.pk)
    now_so = {name: getattr(session, name) for name in ("starts_at", "ends_at", "place", "join_url")}
    with at(moment):
        return change_session(by=circle.facilitator, session=session, **now_so | wanted)


def move(circle: Circle, session: Session, moment: datetime, by: timedelta = WEEK) -> Session:
    return change(circle, session, moment, starts_at=STARTS + by, ends_at=ENDS + by)


def news_for(person: User, *kinds: str) -> list[Message]:
    kinds = kinds or ("session-changed",)
    return list(Message.objects.filter(recipient=person, kind__in=kinds).order_by("pk"))


def test_a_change_waits_ten_minutes_and_goes_with_what_follows(circle: Circle, invited):
    person = circle.members[0]
    move(circle, invited, NOON)
    sweep(NOON + 9 * MINUTE)
    assert [row.state for row in news_for(person)] == [State.DUE]
    change(circle, invited, NOON + 9 * MINUTE, place="The library")
    sweep(NOON + 10 * MINUTE)
    first, second = news_for(person)
    assert (first.state, second.state) == (State.CANCELLED, State.SENT)
    assert "It was: Thursday 8 April 2027, 10am to 12:30pm (UK time)" in second.body_text
    assert "Where: The library" in second.body_text


def test_what_is_taken_back_in_time_is_told_to_nobody(circle: Circle, invited):
    person = circle.members[0]
    move(circle, invited, NOON)
    move(circle, invited, NOON + 5 * MINUTE, by=timedelta(0))
    sweep(NOON + 10 * MINUTE)
    assert [(row.state, row.reason) for row in news_for(person)][1] == (
        State.SKIPPED,
        "Nothing differs from what you were told.",
    )
    assert not Message.objects.filter(kind="session-changed", state__in=[State.DUE, State.SENT]).exists()


def test_what_is_taken_back_too_late_is_told(circle: Circle, invited):
    person = circle.members[0]
    move(circle, invited, NOON)
    sweep(NOON + 10 * MINUTE)
    move(circle, invited, NOON + 20 * MINUTE, by=timedelta(0))
    sweep(NOON + 30 * MINUTE)
    assert [row.state for row in news_for(person)] == [State.SENT, State.SENT]
    assert "It was: Thursday 15 April 2027" in news_for(person)[1].body_text


def test_a_change_shortly_before_the_session_is_not_held_back(circle: Circle, invited):
    change(circle, invited, STARTS - timedelta(minutes=30), place="Room 4")
    sweep(STARTS - timedelta(minutes=30))
    assert [row.state for row in news_for(circle.members[0])] == [State.SENT]


def test_whoever_is_not_invited_yet_is_invited_to_what_is_so_now(circle: Circle, session):
    person = circle.members[0]
    move(circle, session, PLANNED + MINUTE)
    sweep(PLANNED + 2 * MINUTE)
    assert news_for(person) == []
    first, second = news_for(person, "session-invitation")
    assert (first.state, second.state) == (State.CANCELLED, State.SENT)
    assert second.subject == "Learning set: can you come on Thursday 15 April 2027?"


def test_a_session_that_is_cancelled_before_anyone_was_invited_reaches_nobody(circle: Circle, session):
    with at(PLANNED + MINUTE):
        cancel_session(by=circle.facilitator, session=session)
    sweep(PLANNED + 2 * MINUTE)
    [invitation] = news_for(circle.members[0], "session-invitation", "session-cancelled")
    assert (invitation.state, invitation.reason) == (State.SKIPPED, "The session was cancelled.")
    [confirmed, cancelled] = news_for(circle.facilitator, "session-accepted", "session-cancelled")
    assert (confirmed.state, cancelled.state) == (State.SKIPPED, State.SENT)


def test_a_cancellation_takes_the_place_of_a_change_and_names_the_day_that_people_know(
    circle: Circle, invited
):
    move(circle, invited, NOON)
    with at(NOON + MINUTE):
        cancel_session(by=circle.facilitator, session=Session.objects.get())
    sweep(NOON + MINUTE)
    change_, cancellation = news_for(circle.members[0], "session-changed", "session-cancelled")
    assert (change_.state, cancellation.state) == (State.CANCELLED, State.SENT)
    assert cancellation.subject == "Learning set on Thursday 8 April 2027: cancelled"


@pytest.mark.parametrize(("hours_before", "leaves"), [(3, True), (15, False)])
def test_a_cancellation_leaves_at_any_hour_on_the_day_of_the_session(
    circle: Circle, invited, hours_before: int, leaves: bool
):
    moment = STARTS - timedelta(hours=hours_before)
    with at(moment):
        cancel_session(by=circle.facilitator, session=invited)
    sweep(moment)
    [row] = news_for(circle.members[0], "session-cancelled")
    assert (row.state == State.SENT, row.at_once) == (leaves, leaves)


def test_a_silent_correction_is_told_to_nobody_and_changes_no_calendar(circle: Circle, invited):
    corrected = change(circle, invited, NOON, place="Onlime", silently=True)
    assert (corrected.place, corrected.sequence, corrected.changed_at) == ("Onlime", 0, PLANNED)
    assert news_for(circle.members[0]) == []


def test_the_next_change_counts_from_what_was_corrected(circle: Circle, invited):
    change(circle, invited, NOON, place="Room 4", silently=True)
    change(circle, invited, NOON, place="Room 5")
    change(circle, invited, NOON + MINUTE, place="Room 4")
    sweep(NOON + 10 * MINUTE)
    assert {row.state for row in news_for(circle.members[0])} == {State.CANCELLED, State.SKIPPED}


def test_what_waits_to_be_sent_leaves_without_the_slip(circle: Circle, session, sent_to):
    change(circle, session, PLANNED, place="Room 4", silently=True)
    change(circle, session, PLANNED, place="Room 5", silently=True)
    sweep(PLANNED)
    invitations = news_for(circle.members[0], "session-invitation")
    assert [row.state for row in invitations] == [State.CANCELLED, State.CANCELLED, State.SENT]
    assert "Where: Room 5" in invitations[-1].body_text
    change(circle, session, NOON, place="Rom 6")
    change(circle, session, NOON, place="Room 6", silently=True)
    sweep(NOON + 10 * MINUTE)
    assert "Where: Room 6" in news_for(circle.members[0])[-1].body_text


def test_the_time_is_never_corrected_in_silence(circle: Circle, invited):
    with at(NOON), pytest.raises(NotNow, match="everyone has to know"):
        change_session(
            by=circle.facilitator, session=invited, starts_at=STARTS, ends_at=ENDS + WEEK, silently=True
        )


def test_whoever_accepts_while_a_change_waits_hears_of_it_once_with_the_calendar(circle: Circle, invited):
    person = circle.members[0]
    move(circle, invited, NOON)
    with at(NOON + MINUTE):
        answer_session(by=person, session=Session.objects.get(), answer=Answer.ACCEPTED)
    sweep(NOON + MINUTE)
    sweep(NOON + 10 * MINUTE)
    [changed, confirmed] = news_for(person, "session-changed", "session-accepted")
    assert (changed.state, confirmed.state) == (State.SKIPPED, State.SENT)
    assert confirmed.calendar_method == "REQUEST"


def test_a_confirmation_that_was_overtaken_by_a_move_is_left_out(circle: Circle, invited):
    evening = datetime(2027, 3, 2, 19, 0, tzinfo=UK)
    person = circle.members[0]
    with at(evening):
        answer_session(by=person, session=invited, answer=Answer.ACCEPTED)
    move(circle, invited, evening + MINUTE)
    sweep(datetime(2027, 3, 3, 8, 0, tzinfo=UK))
    [confirmed, changed] = news_for(person, "session-accepted", "session-changed")
    assert (confirmed.state, changed.state) == (State.SKIPPED, State.SENT)
    assert changed.calendar_method == "REQUEST"


def test_news_are_left_out_with_a_reason_when_they_are_of_no_use(circle: Circle, invited):
    moved = move(circle, invited, NOON)
    person, reference = circle.members[0], moved.reference
    with at(NOON):
        assert why_not_tell_change(reference, person) == ""
        assert why_not_tell_change(invited.reference, person) == (
            "The session has changed since, and you were told."
        )
    with at(moved.starts_at):
        assert why_not_tell_change(reference, person) == "The session has begun."
    Membership.objects.filter(user=person).update(to_date=PLANNED.date())
    with at(NOON):
        assert why_not_tell_change(reference, person) == (
            "You are not a member of this learning set any more."
        )
    moved.delete()
    assert why_not_tell_change(reference, person) == "The session was cancelled."
    assert why_not_confirm(reference, person) == "The session was cancelled."
