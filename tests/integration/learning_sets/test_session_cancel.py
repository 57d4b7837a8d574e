"""The facilitator cancels a session, after seeing who expects it."""

import pytest

from hileads.clock import at
from learning_sets.actions import answer_session
from learning_sets.models import Answer, Session
from tests.actors import Cast
from tests.integration.learning_sets.conftest import AFTER, PLANNED, Circle

pytestmark = pytest.mark.django_db


def address(session: Session) -> str:
    return f"/learning-sets/sessions/{session.public_id}/cancel/"


@pytest.mark.parametrize(("who", "status"), [("facilitator", 200), ("lead", 403), ("national_admin", 404)])
def test_who_cancels_sessions(cast: Cast, session, signed_in, who: str, status: int):
    with at(PLANNED):
        assert signed_in(cast.people()[who]).get(address(session)).status_code == status


def test_those_who_declined_are_not_told(cast: Cast, session, signed_in):
    with at(PLANNED):
        answer_session(by=cast.lead, session=session, answer=Answer.DECLINED)
        text = signed_in(cast.facilitator).get(address(session)).content.decode()
    assert "3 people will be told" in text
    assert "Dev Deputy, Else Lead, Sal Secretary" in text


def test_when_nobody_expects_it_the_page_says_so(cast: Cast, circle: Circle, session, signed_in):
    with at(PLANNED):
        for person in circle.members:
            answer_session(by=person, session=session, answer=Answer.DECLINED)
        text = signed_in(cast.facilitator).get(address(session)).content.decode()
    assert "0 people will be told" in text
    assert "Nobody else expects this session." in text


def test_cancelling_is_one_press_and_twice_is_once(cast: Cast, session, signed_in):
    browser = signed_in(cast.facilitator)
    with at(PLANNED):
        for _ in range(2):
            response = browser.post(address(session), follow=True)
            assert "The session is cancelled. Everyone who expected it is told." in response.content.decode()
    session.refresh_from_db()
    assert (session.is_cancelled, session.sequence) == (True, 1)


@pytest.mark.parametrize("moment", [AFTER])
def test_a_session_that_has_begun_is_not_cancelled(cast: Cast, session, signed_in, moment):
    with at(moment):
        assert signed_in(cast.facilitator).get(address(session)).status_code == 409
        assert signed_in(cast.facilitator).post(address(session)).status_code == 409
