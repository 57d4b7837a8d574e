"""A session as a file for one's calendar."""

import icalendar
import pytest

from hileads.clock import at
from learning_sets.actions import cancel_session
from learning_sets.models import Session
from tests.actors import Cast
from tests.integration.learning_sets.conftest import PLANNED, STARTS

pytestmark = pytest.mark.django_db


def address(session: Session) -> str:
    return f"/learning-sets/sessions/{session.public_id}/calendar.ics"


def test_a_member_downloads_the_session_under_the_same_identity(cast: Cast, session, signed_in):
    with at(PLANNED):
        response = signed_in(cast.lead).get(address(session))
    assert response["Content-Type"] == "text/calendar; charset=utf-8"
    assert "learning-set.ics" in response["Content-Disposition"]
    [event] = icalendar.Calendar.from_ical(response.content.decode()).walk("VEVENT")
    assert (str(event["UID"]), event.start, str(event["SUMMARY"])) == (session.uid, STARTS, "Learning set")


def test_a_stranger_does_not(cast: Cast, session, signed_in):
    with at(PLANNED):
        assert signed_in(cast.stranger).get(address(session)).status_code == 404


def test_a_cancelled_session_is_not_put_into_a_calendar(cast: Cast, session, signed_in):
    with at(PLANNED):
        cancel_session(by=cast.facilitator, session=session)
        response = signed_in(cast.lead).get(address(session))
    assert response["Location"] == f"/learning-sets/sessions/{session.public_id}/"
