"""The facilitator moves a session."""

from datetime import timedelta

import pytest

from hileads.clock import at
from hileads.notifications.models import Message
from learning_sets.models import Session
from tests.actors import Cast
from tests.integration.learning_sets.conftest import AFTER, PLANNED, STARTS
from tests.integration.learning_sets.test_session_add import GOOD

pytestmark = pytest.mark.django_db


def address(session: Session) -> str:
    return f"/learning-sets/sessions/{session.public_id}/edit/"


@pytest.mark.parametrize(("who", "status"), [("facilitator", 200), ("lead", 403), ("national_admin", 404)])
def test_who_moves_sessions(cast: Cast, session, signed_in, who: str, status: int):
    with at(PLANNED):
        assert signed_in(cast.people()[who]).get(address(session)).status_code == status


def test_the_form_shows_the_session_as_it_stands_and_who_will_be_told(cast: Cast, session, signed_in):
    with at(PLANNED):
        text = signed_in(cast.facilitator).get(address(session)).content.decode()
    for value in (
        'value="8"',
        'value="4"',
        'value="2027"',
        'value="10:00"',
        'value="12:30"',
        'value="Online"',
    ):
        assert value in text
    assert "4 people will be told" in text


def test_moving_says_that_people_are_told(cast: Cast, session, signed_in):
    with at(PLANNED):
        response = signed_in(cast.facilitator).post(address(session), GOOD | {"day-day": "15"}, follow=True)
    assert "The session was changed and the members are told." in response.content.decode()
    session.refresh_from_db()
    assert (session.starts_at, session.sequence) == (STARTS + timedelta(days=7), 1)


def test_a_slip_in_the_link_is_corrected_without_telling_anybody(cast: Cast, invited, signed_in):
    with at(PLANNED):
        values = GOOD | {"join_url": "https://meet.example/other", "silently": "on"}
        response = signed_in(cast.facilitator).post(address(invited), values, follow=True)
    assert "The slip is corrected. Nobody gets a message about it." in response.content.decode()
    invited.refresh_from_db()
    assert (invited.join_url, invited.sequence) == ("https://meet.example/other", 0)
    assert not Message.objects.filter(kind="session-changed").exists()


def test_a_new_time_is_never_kept_from_people(cast: Cast, invited, signed_in):
    with at(PLANNED):
        values = GOOD | {"day-day": "15", "silently": "on"}
        response = signed_in(cast.facilitator).post(address(invited), values)
    assert "When the time changes, everyone has to know." in response.content.decode()
    invited.refresh_from_db()
    assert invited.starts_at == STARTS


def test_where_the_day_is_missing_only_that_is_said(cast: Cast, session, signed_in):
    with at(PLANNED):
        values = GOOD | {"day-day": "", "silently": "on"}
        text = signed_in(cast.facilitator).post(address(session), values).content.decode()
    assert "everyone has to know" not in text


def test_changing_nothing_says_that_nobody_is_told(cast: Cast, session, signed_in):
    with at(PLANNED):
        values = GOOD | {"join_url": session.join_url}
        response = signed_in(cast.facilitator).post(address(session), values, follow=True)
    assert "Nothing was different, so nobody is told." in response.content.decode()


def test_a_session_that_has_begun_is_not_moved(cast: Cast, session, signed_in):
    with at(AFTER):
        response = signed_in(cast.facilitator).get(address(session))
    assert response.status_code == 409
    assert "This session has begun" in response.content.decode()
