"""My learning sets on one page: the next session of each, what to do, and what I said I would do."""

from datetime import date, timedelta

import pytest

from hileads.clock import at
from learning_sets.actions import answer_session, begin_set, plan_session, record_commitment
from learning_sets.models import Answer, Membership
from tests.actors import Cast
from tests.integration.learning_sets.conftest import AFTER, ENDS, PLANNED, STARTS, Circle

pytestmark = pytest.mark.django_db

ADDRESS = "/learning-sets/"


def page(browser, moment=PLANNED) -> str:
    with at(moment):
        response = browser.get(ADDRESS)
    assert response.status_code == 200
    return response.content.decode()


def test_without_a_set_the_page_says_how_to_come_by_one(cast: Cast, signed_in):
    text = page(signed_in(cast.stranger))
    assert "You are not in a learning set yet." in text
    assert 'href="/directory/"' in text
    assert "You have no open commitment." in text


def test_an_unanswered_session_has_the_pages_one_button(cast: Cast, circle: Circle, session, signed_in):
    text = page(signed_in(cast.lead))
    assert "Valley leads" in text
    assert "Thursday 8 April 2027, 10am to 12:30pm (UK time)" in text
    assert "You have not answered yet." in text
    assert "Say whether you can come" in text
    assert "meet.example" not in text


@pytest.mark.parametrize(
    ("answer", "words"), [(Answer.ACCEPTED, "You will be there."), (Answer.DECLINED, "You cannot make it.")]
)
def test_an_answered_session_says_what_was_answered(
    cast: Cast, session, signed_in, answer: Answer, words: str
):
    with at(PLANNED):
        answer_session(by=cast.lead, session=session, answer=answer)
    assert words in page(signed_in(cast.lead))


def test_the_link_to_join_stands_there_on_the_day_only(cast: Cast, session, signed_in):
    with at(PLANNED):
        answer_session(by=cast.lead, session=session, answer=Answer.ACCEPTED)
    browser = signed_in(cast.lead)
    assert "meet.example" not in page(browser, STARTS - timedelta(days=1))
    assert "https://meet.example/valley" in page(browser, STARTS - timedelta(hours=2))
    assert "No session is planned at present." in page(browser, AFTER)


def test_open_commitments_are_listed_with_when_they_are_due(cast: Cast, session, signed_in):
    with at(AFTER):
        record_commitment(by=cast.lead, session=session, text="Ask & listen", due_date=date(2027, 4, 20))
    text = page(signed_in(cast.lead), AFTER + timedelta(days=14))
    assert "Ask &amp; listen" in text
    assert "Due 20 April. Late by 2 days." in text
    assert "Visible to: you alone." in text
    assert "Ask &amp; listen" not in page(signed_in(cast.facilitator), AFTER)


def test_a_former_member_still_finds_their_own_commitments(cast: Cast, session, signed_in):
    with at(AFTER):
        record_commitment(by=cast.lead, session=session, text="Ask and listen", due_date=date(2027, 4, 20))
    Membership.objects.filter(user=cast.lead).update(to_date=PLANNED.date())
    assert "Ask and listen" in page(signed_in(cast.lead), AFTER)


def test_more_sets_cost_no_more_queries(cast: Cast, circle: Circle, session, signed_in, queries_of):
    browser = signed_in(cast.facilitator)
    with at(PLANNED):
        few = queries_of(browser, ADDRESS)
        for number in range(10):
            more = begin_set(by=cast.facilitator, name=f"Set {number}", purpose="More")
            plan_session(by=cast.facilitator, learning_set=more, starts_at=STARTS, ends_at=ENDS)
        assert queries_of(browser, ADDRESS) == few
