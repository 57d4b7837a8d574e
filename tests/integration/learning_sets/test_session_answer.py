"""Answering a session by the buttons of its page, or on a page of its own."""

import pytest

from hileads.clock import at
from learning_sets.actions import answer_session
from learning_sets.models import Answer, Rsvp, Session
from tests.actors import Cast
from tests.integration.learning_sets.conftest import AFTER, PLANNED

pytestmark = pytest.mark.django_db


def address(session: Session) -> str:
    return f"/learning-sets/sessions/{session.public_id}/answer/"


@pytest.mark.parametrize(
    ("answer", "words"),
    [
        (Answer.ACCEPTED, "You will be there. The invitation"),
        (Answer.DECLINED, "You cannot make it. The others"),
    ],
)
def test_one_press_answers_and_says_what_happens_next(
    cast: Cast, session, signed_in, answer: Answer, words: str
):
    browser = signed_in(cast.lead)
    with at(PLANNED):
        response = browser.post(address(session), {"answer": answer}, follow=True)
    assert response.redirect_chain == [(f"/learning-sets/sessions/{session.public_id}/", 302)]
    assert words in response.content.decode()
    assert Rsvp.objects.get(user=cast.lead).answer == answer


def test_the_page_of_its_own_shows_the_answer_so_far(cast: Cast, session, signed_in):
    with at(PLANNED):
        answer_session(by=cast.lead, session=session, answer=Answer.DECLINED)
        text = signed_in(cast.lead).get(address(session)).content.decode()
    assert "Can you come on Thursday 8 April 2027?" in text
    assert text.index('value="declined"') < text.index("checked")


def test_no_answer_is_asked_for_again_in_plain_words(cast: Cast, session, signed_in):
    with at(PLANNED):
        text = signed_in(cast.lead).post(address(session), {}).content.decode()
    assert "Answer “Can you come?”" in text
    assert "There is a problem" in text
    assert Rsvp.objects.filter(user=cast.lead).count() == 0


@pytest.mark.parametrize(("who", "status"), [("national_admin", 404), ("leaver", 404), ("lead", 200)])
def test_who_may_answer(cast: Cast, session, signed_in, who: str, status: int):
    with at(PLANNED):
        assert signed_in(cast.people()[who]).get(address(session)).status_code == status


def test_an_answer_that_comes_too_late_is_refused_with_the_reason(cast: Cast, session, signed_in):
    browser = signed_in(cast.lead)
    with at(AFTER):
        for response in (
            browser.get(address(session)),
            browser.post(address(session), {"answer": "accepted"}),
        ):
            assert response.status_code == 409
            assert "This session is over" in response.content.decode()
