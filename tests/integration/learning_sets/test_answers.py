"""Answers to a session, and what each does to one's calendar."""

from datetime import timedelta

import icalendar
import pytest
from django.core.exceptions import PermissionDenied
from django.http import Http404

from hileads.clock import at
from hileads.frame.refusals import NotNow
from hileads.leads.models import User
from hileads.notifications.models import Message
from learning_sets.actions import answer_session, cancel_session
from learning_sets.models import Answer, Membership, Rsvp, Session
from learning_sets.queries.people import coming_to
from tests.actors import Cast
from tests.integration.learning_sets.conftest import AFTER, PLANNED, Circle

pytestmark = pytest.mark.django_db

LATER = PLANNED + timedelta(days=1)


def say(person: User, session: Session, answer: Answer) -> Rsvp:
    with at(LATER):
        return answer_session(by=person, session=session, answer=answer)


def calendars_of(person: User) -> list[tuple[str, int]]:
    messages = Message.objects.filter(recipient=person).exclude(calendar="").order_by("pk")
    return [
        (row.calendar_method, icalendar.Calendar.from_ical(row.calendar).walk("VEVENT")[0]["SEQUENCE"])
        for row in messages
    ]


def test_accepting_brings_an_invitation_for_ones_calendar(cast: Cast, session, sent_to):
    say(cast.lead, session, Answer.ACCEPTED)
    [message] = sent_to(cast.lead, "session-accepted")
    assert message.subject == "Learning set on Thursday 8 April 2027: you will be there"
    assert calendars_of(cast.lead) == [("REQUEST", 0)]


def test_the_same_answer_twice_is_one_answer_and_one_message(cast: Cast, session, sent_to):
    assert say(cast.lead, session, Answer.ACCEPTED) == say(cast.lead, session, Answer.ACCEPTED)
    assert len(sent_to(cast.lead, "session-accepted")) == 1


def test_declining_brings_no_mail(cast: Cast, session):
    before = Message.objects.count()
    say(cast.lead, session, Answer.DECLINED)
    assert Message.objects.count() == before


def test_changing_ones_mind_takes_it_out_of_the_calendar_and_back_in_as_a_later_version(
    cast: Cast, session, sent_to
):
    for answer in (Answer.ACCEPTED, Answer.DECLINED, Answer.ACCEPTED):
        say(cast.lead, session, answer)
    assert calendars_of(cast.lead) == [("REQUEST", 0), ("CANCEL", 1), ("REQUEST", 2)]
    [withdrawn] = sent_to(cast.lead, "session-withdrawn")
    assert "takes the session out of your calendar" in withdrawn.body_text
    assert Rsvp.objects.get(user=cast.lead).revision == 2


def test_the_set_sees_who_comes_and_silence_is_not_a_no(cast: Cast, session):
    say(cast.lead, session, Answer.ACCEPTED)
    say(cast.deputy, session, Answer.DECLINED)
    with at(LATER):
        words = {one.member.name: one.words for one in coming_to(session)}
    assert words == {
        "Dev Deputy": "cannot make it",
        "Else Lead": "has not answered yet",
        "Fay Facilitator": "will be there",
        "Leila Lead": "will be there",
        "Sal Secretary": "has not answered yet",
    }


def test_afterwards_nobody_is_said_to_have_been_there_or_not(cast: Cast, session):
    say(cast.lead, session, Answer.ACCEPTED)
    say(cast.deputy, session, Answer.DECLINED)
    with at(AFTER):
        words = {one.member.name: one.words for one in coming_to(session)}
    assert [words[name] for name in ("Leila Lead", "Dev Deputy", "Sal Secretary")] == [
        "was expected",
        "could not make it",
        "did not answer",
    ]


@pytest.mark.parametrize("who", ["stranger", "national_admin", "regional_convenor", "leaver"])
def test_people_outside_the_set_find_no_session(cast: Cast, session, who: str):
    with pytest.raises(Http404):
        say(cast.people()[who], session, Answer.ACCEPTED)


def test_a_former_member_cannot_answer_any_more(cast: Cast, session):
    Membership.objects.filter(user=cast.lead).update(to_date=PLANNED.date())
    with pytest.raises((Http404, PermissionDenied)):
        say(cast.lead, session, Answer.ACCEPTED)


def test_a_session_that_is_over_or_cancelled_takes_no_answer(cast: Cast, circle: Circle, session):
    with at(AFTER), pytest.raises(NotNow, match="is over"):
        answer_session(by=cast.lead, session=session, answer=Answer.ACCEPTED)
    with at(LATER):
        cancel_session(by=circle.facilitator, session=session)
    with pytest.raises(NotNow, match="was cancelled"):
        say(cast.lead, session, Answer.ACCEPTED)


def test_an_invented_answer_is_an_error(cast: Cast, session):
    with pytest.raises(ValueError, match="perhaps"):
        say(cast.lead, session, "perhaps")
