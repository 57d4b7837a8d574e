"""Saying how a commitment went: every outcome is as good as any other."""

from datetime import date

import pytest

from hileads.clock import at
from learning_sets.actions import record_commitment
from learning_sets.models import Commitment, CommitmentState, Membership, Session
from tests.actors import Cast
from tests.integration.learning_sets.conftest import AFTER, PLANNED

pytestmark = pytest.mark.django_db


@pytest.fixture
def commitment(cast: Cast, session: Session) -> Commitment:
    with at(AFTER):
        return record_commitment(
            by=cast.lead, session=session, text="Ask & listen", due_date=date(2027, 5, 1)
        )


def address(commitment: Commitment) -> str:
    return f"/learning-sets/commitments/{commitment.public_id}/"


WHO = [("lead", 200), ("facilitator", 404), ("deputy", 404), ("national_admin", 404), ("leaver", 404)]


@pytest.mark.parametrize(("who", "status"), WHO)
def test_it_exists_for_its_author_alone(cast: Cast, commitment, signed_in, who: str, status: int):
    browser = signed_in(cast.people()[who])
    with at(AFTER):
        assert browser.get(address(commitment)).status_code == status
        if status == 404:
            assert browser.post(address(commitment), {"state": "done"}).status_code == 404
    commitment.refresh_from_db()
    assert commitment.state == CommitmentState.OPEN


def test_the_page_shows_what_one_said_and_all_four_answers(cast: Cast, commitment, signed_in):
    with at(AFTER):
        text = signed_in(cast.lead).get(address(commitment)).content.decode()
    assert "Ask &amp; listen" in text
    assert "Each answer is as good as any other" in text
    for state in CommitmentState:
        assert f'value="{state}"' in text


def test_after_leaving_the_set_ones_own_page_leads_to_no_closed_door(cast: Cast, commitment, signed_in):
    session = f"/learning-sets/sessions/{commitment.session.public_id}/"
    browser = signed_in(cast.lead)
    with at(AFTER):
        assert session in browser.get(address(commitment)).content.decode()
        Membership.objects.filter(user=cast.lead).update(to_date=PLANNED.date())
        assert session not in browser.get(address(commitment)).content.decode()


@pytest.mark.parametrize("state", CommitmentState)
def test_any_answer_is_kept(cast: Cast, commitment, signed_in, state: CommitmentState):
    with at(AFTER):
        response = signed_in(cast.lead).post(address(commitment), {"state": state}, follow=True)
    assert "That is kept, for your eyes only." in response.content.decode()
    commitment.refresh_from_db()
    assert commitment.state == state
