"""Recording what one will do, for one's own eyes."""

import pytest

from hileads.clock import at
from learning_sets.models import Commitment, Session
from tests.actors import Cast
from tests.integration.learning_sets.conftest import AFTER, PLANNED

pytestmark = pytest.mark.django_db

GOOD = {"text": "Ask & listen", "due_date-day": "1", "due_date-month": "5", "due_date-year": "2027"}


def address(session: Session) -> str:
    return f"/learning-sets/sessions/{session.public_id}/commitment/"


def test_the_form_says_who_will_see_it(cast: Cast, session, signed_in):
    with at(AFTER):
        text = signed_in(cast.lead).get(address(session)).content.decode()
    assert "Visible to: you alone." in text
    assert "not the facilitator, not the other members, not NHS England" in text


def test_a_commitment_is_kept_and_a_form_sent_twice_keeps_one(cast: Cast, session, signed_in):
    browser = signed_in(cast.lead)
    with at(AFTER):
        for _ in range(2):
            response = browser.post(address(session), GOOD, follow=True)
            assert "Your commitment is recorded. Only you can see it." in response.content.decode()
    assert Commitment.objects.get().text == "Ask & listen"


@pytest.mark.parametrize(
    ("changes", "words"),
    [
        ({"text": ""}, "Answer “What will you do?”"),
        ({"due_date-year": "2026"}, "Choose a day that is still to come"),
        ({"text": "x" * 1001}, "1001"),
    ],
)
def test_a_mistake_is_said_and_nothing_typed_is_lost(cast: Cast, session, signed_in, changes, words: str):
    with at(AFTER):
        text = signed_in(cast.lead).post(address(session), GOOD | changes).content.decode()
    assert words in text
    assert 'value="5"' in text
    assert not Commitment.objects.exists()


@pytest.mark.parametrize(("who", "status"), [("lead", 200), ("facilitator", 200), ("national_admin", 404)])
def test_who_records(cast: Cast, session, signed_in, who: str, status: int):
    with at(AFTER):
        assert signed_in(cast.people()[who]).get(address(session)).status_code == status


def test_before_the_session_there_is_nothing_to_record(cast: Cast, session, signed_in):
    browser = signed_in(cast.lead)
    with at(PLANNED):
        assert browser.get(address(session)).status_code == 409
        assert browser.post(address(session), GOOD).status_code == 409
