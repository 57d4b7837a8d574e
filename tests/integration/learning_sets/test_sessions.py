"""Sessions are planned, moved and cancelled, and each of it reaches everyone concerned exactly once."""

from datetime import timedelta

import icalendar
import pytest
from django.core.exceptions import PermissionDenied
from django.http import Http404

from hileads.clock import at
from hileads.frame.refusals import NotNow
from hileads.leads.models import User
from hileads.notifications.models import Message, Stream
from learning_sets.actions import answer_session, cancel_session, change_session, plan_session
from learning_sets.models import Answer, LearningSet, Rsvp, Session, SessionState
from tests.actors import Cast
from tests.integration.learning_sets.conftest import AFTER, ENDS, PLANNED, STARTS, Circle

pytestmark = pytest.mark.django_db

LATER = PLANNED + timedelta(days=1)
MOVED = {"starts_at": STARTS + timedelta(days=7), "ends_at": ENDS + timedelta(days=7)}
SAME_PLACE = {"place": "Online", "join_url": "https://meet.example/valley"}


def answer(person: User, session: Session, answer: Answer) -> Rsvp:
    with at(LATER):
        return answer_session(by=person, session=session, answer=answer)


def calendar_of(message: Message) -> tuple[str, int]:
    [event] = icalendar.Calendar.from_ical(message.calendar).walk("VEVENT")
    assert f"METHOD:{message.calendar_method}" in message.calendar
    return message.calendar_method, event["SEQUENCE"]


def test_planning_invites_every_member_and_puts_it_into_the_planners_calendar(
    circle: Circle, session, sent_to
):
    for person in circle.members:
        [message] = sent_to(person, "session-invitation")
        assert message.subject == "Learning set: can you come on Thursday 8 April 2027?"
        assert "When: Thursday 8 April 2027, 10am to 12:30pm (UK time)" in message.body_text
        assert (message.stream, message.calendar) == (Stream.SESSIONS, "")
        assert str(session.public_id) in message.body_text
    assert sent_to(circle.facilitator, "session-invitation") == []
    [own] = sent_to(circle.facilitator, "session-accepted")
    assert calendar_of(own) == ("REQUEST", 0)


def test_no_message_names_the_set_or_gives_away_the_link_to_join(circle: Circle, session, sent_to):
    answer(circle.members[0], session, Answer.ACCEPTED)
    assert Message.objects.count() == 6
    for message in Message.objects.all():
        for text in (message.subject, message.body_text, message.body_html, message.calendar):
            assert "Valley" not in text
            assert "meet.example" not in text


def test_a_form_sent_twice_plans_one_session(circle: Circle, session):
    with at(PLANNED):
        again = plan_session(
            by=circle.facilitator,
            learning_set=circle.learning_set,
            starts_at=STARTS,
            ends_at=ENDS,
            place="Other",
        )
    assert again == session
    assert Message.objects.count() == 5


def test_the_portal_can_plan_for_a_set_without_coming_itself(circle: Circle):
    with at(PLANNED):
        portal = User.objects.system()
        plan_session(by=portal, learning_set=circle.learning_set, starts_at=STARTS, ends_at=ENDS)
    assert not Rsvp.objects.exists()
    assert Message.objects.count() == 5


@pytest.mark.parametrize(
    ("who", "refusal"), [("lead", PermissionDenied), ("national_admin", Http404), ("leaver", Http404)]
)
def test_only_the_facilitator_plans_moves_and_cancels(cast: Cast, circle: Circle, session, who: str, refusal):
    person = cast.people()[who]
    with at(LATER):
        with pytest.raises(refusal):
            plan_session(by=person, learning_set=circle.learning_set, starts_at=STARTS, ends_at=ENDS)
        with pytest.raises(refusal):
            change_session(by=person, session=session, **MOVED)
        with pytest.raises(refusal):
            cancel_session(by=person, session=session)


def test_nothing_is_planned_for_or_moved_to_the_past(circle: Circle, session):
    past = {"starts_at": PLANNED - timedelta(days=1), "ends_at": PLANNED}
    with at(PLANNED):
        with pytest.raises(NotNow):
            plan_session(by=circle.facilitator, learning_set=circle.learning_set, **past)
        with pytest.raises(NotNow):
            change_session(by=circle.facilitator, session=session, **past)


def test_a_move_is_a_new_version_in_the_calendars_of_those_who_accepted(circle: Circle, invited, sent_to):
    accepted, declined, silent, _ = circle.members
    answer(accepted, invited, Answer.ACCEPTED)
    answer(declined, invited, Answer.DECLINED)
    with at(LATER):
        change_session(by=circle.facilitator, session=invited, **MOVED, **SAME_PLACE)
    [to_accepted] = sent_to(accepted, "session-changed")
    assert calendar_of(to_accepted) == ("REQUEST", 1)
    assert to_accepted.subject == "Learning set: now on Thursday 15 April 2027"
    assert "It was: Thursday 8 April 2027, 10am to 12:30pm (UK time)" in to_accepted.body_text
    assert "The entry in your calendar changes with this message." in to_accepted.body_text
    for person in (declined, silent):
        [message] = sent_to(person, "session-changed")
        assert message.calendar == ""
        assert "Please say whether you can come" in message.body_text
    [own] = sent_to(circle.facilitator, "session-changed")
    assert calendar_of(own) == ("REQUEST", 1)


def test_another_place_is_told_as_a_change_of_details(circle: Circle, invited, sent_to):
    with at(LATER):
        change_session(
            by=circle.facilitator,
            session=invited,
            starts_at=STARTS,
            ends_at=ENDS,
            place="Room 4",
            join_url="",
        )
    [message] = sent_to(circle.members[0], "session-changed")
    assert message.subject == "Learning set on Thursday 8 April 2027: details changed"
    assert "It was:" not in message.body_text
    assert "Where: Room 4" in message.body_text


def test_a_change_that_changes_nothing_tells_nobody(circle: Circle, session):
    with at(LATER):
        same = change_session(
            by=circle.facilitator, session=session, starts_at=STARTS, ends_at=ENDS, **SAME_PLACE
        )
    assert (same.sequence, Message.objects.filter(kind="session-changed").count()) == (0, 0)


def test_a_facilitator_who_cannot_come_is_not_told_of_their_own_change(circle: Circle, session, sent_to):
    answer(circle.facilitator, session, Answer.DECLINED)
    with at(LATER):
        change_session(by=circle.facilitator, session=session, **MOVED, **SAME_PLACE)
    assert sent_to(circle.facilitator, "session-changed") == []


def test_a_cancelled_session_leaves_every_calendar_it_stood_in(circle: Circle, invited, sent_to):
    accepted, declined, silent, _ = circle.members
    answer(accepted, invited, Answer.ACCEPTED)
    answer(declined, invited, Answer.DECLINED)
    with at(LATER):
        cancelled = cancel_session(by=circle.facilitator, session=invited)
    assert cancelled.state == SessionState.CANCELLED
    [to_accepted] = sent_to(accepted, "session-cancelled")
    assert calendar_of(to_accepted) == ("CANCEL", 1)
    assert "This message takes it out of your calendar." in to_accepted.body_text
    [to_silent] = sent_to(silent, "session-cancelled")
    assert to_silent.calendar == ""
    assert "takes it out of your calendar" not in to_silent.body_text
    assert sent_to(declined, "session-cancelled") == []
    assert calendar_of(sent_to(circle.facilitator, "session-cancelled")[0]) == ("CANCEL", 1)


def test_cancelling_twice_tells_once(circle: Circle, session):
    with at(LATER):
        cancel_session(by=circle.facilitator, session=session)
        told = Message.objects.count()
        cancel_session(by=circle.facilitator, session=session)
    assert Message.objects.count() == told


def test_what_has_begun_or_was_cancelled_is_not_changed_any_more(circle: Circle, session):
    with at(AFTER), pytest.raises(NotNow, match="has begun"):
        cancel_session(by=circle.facilitator, session=session)
    with at(LATER):
        cancel_session(by=circle.facilitator, session=session)
        with pytest.raises(NotNow, match="cancelled"):
            change_session(by=circle.facilitator, session=session, **MOVED)


def test_after_a_cancelled_session_another_can_be_planned_for_the_same_time(circle: Circle, session):
    with at(LATER):
        cancel_session(by=circle.facilitator, session=session)
        another = plan_session(
            by=circle.facilitator, learning_set=circle.learning_set, starts_at=STARTS, ends_at=ENDS
        )
    assert another != session


def test_history_says_who_moved_a_session(circle: Circle, session):
    with at(LATER):
        change_session(by=circle.facilitator, session=session, **MOVED)
    event = session.events.order_by("-pgh_id").first()
    assert event.pgh_context.metadata["user"] == circle.facilitator.pk
    assert event.starts_at == MOVED["starts_at"]


def test_two_sets_may_meet_at_the_same_time(circle: Circle, session):
    other = LearningSet.objects.create(name="Hill leads", purpose="Another", created_at=PLANNED)
    with at(PLANNED):
        plan_session(by=User.objects.system(), learning_set=other, starts_at=STARTS, ends_at=ENDS)
    assert Session.objects.count() == 2
