"""Writing down what one thinks about a session, for one's own eyes."""

import pytest

from hileads.clock import at
from learning_sets.actions import record_reflection
from learning_sets.models import Reflection, Session
from tests.actors import Cast
from tests.integration.learning_sets.conftest import AFTER, PLANNED

pytestmark = pytest.mark.django_db


def address(session: Session) -> str:
    return f"/learning-sets/sessions/{session.public_id}/reflection/"


def test_a_reflection_is_written_and_written_anew(cast: Cast, session, signed_in):
    browser = signed_in(cast.lead)
    with at(AFTER):
        response = browser.post(address(session), {"text": "First thoughts"}, follow=True)
        assert "Your reflection is recorded. Only you can see it." in response.content.decode()
        assert "First thoughts" in browser.get(address(session)).content.decode()
        browser.post(address(session), {"text": "Second thoughts"})
    assert Reflection.objects.get().text == "Second thoughts"


def test_one_finds_ones_own_page_only(cast: Cast, session, signed_in):
    with at(AFTER):
        record_reflection(by=cast.lead, session=session, text="First thoughts")
        text = signed_in(cast.facilitator).get(address(session)).content.decode()
    assert "First thoughts" not in text
    assert "Visible to: you alone." in text


def test_an_empty_page_is_not_kept(cast: Cast, session, signed_in):
    with at(AFTER):
        text = signed_in(cast.lead).post(address(session), {"text": " "}).content.decode()
    assert "Answer “What do you take from this session?”" in text


@pytest.mark.parametrize(("moment", "status"), [(PLANNED, 409), (AFTER, 200)])
def test_it_is_written_once_the_session_has_begun(cast: Cast, session, signed_in, moment, status: int):
    with at(moment):
        assert signed_in(cast.lead).get(address(session)).status_code == status
