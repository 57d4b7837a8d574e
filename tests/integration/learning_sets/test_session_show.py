"""A session's page: before it, on the day, after it, and when it was cancelled."""

from datetime import date, timedelta

import pytest

from hileads.clock import at
from hileads.contributions import Panel, panels
from learning_sets.actions import answer_session, cancel_session, record_commitment, record_reflection
from learning_sets.models import Answer, Session
from tests.actors import Cast
from tests.integration.learning_sets.conftest import AFTER, PLANNED, STARTS, Circle
from tests.reader import names_of_readers

pytestmark = pytest.mark.django_db

RUNNING = STARTS + timedelta(hours=1)


def address(session: Session) -> str:
    return f"/learning-sets/sessions/{session.public_id}/"


def page(browser, session: Session, moment=PLANNED) -> str:
    with at(moment):
        response = browser.get(address(session))
    assert response.status_code == 200
    return response.content.decode()


READERS = [("lead", 200), ("facilitator", 200), ("national_admin", 404), ("stranger", 404), ("leaver", 404)]


@pytest.mark.parametrize(("who", "status"), READERS)
def test_a_session_exists_for_the_members_of_its_set_only(
    cast: Cast, session, signed_in, who: str, status: int
):
    with at(PLANNED):
        assert signed_in(cast.people()[who]).get(address(session)).status_code == status


def test_before_the_session_one_answers_and_sees_how_it_runs(cast: Cast, session, signed_in):
    text = page(signed_in(cast.lead), session)
    assert "<h1" in text
    assert "Thursday 8 April 2027, 10am to 12:30pm (UK time)" in text
    assert len(names_of_readers(text)) == 5
    assert "I will be there" in text
    assert "I cannot make it" in text
    assert "Open questions" in text
    assert "Leila Lead, Alder Vale NHS Foundation Trust: has not answered yet" in text
    for absent in ("Join online", "Record a commitment", "For the facilitator", "download it"):
        assert absent not in text


def test_after_accepting_one_can_still_say_no_and_download_the_entry(cast: Cast, session, signed_in):
    with at(PLANNED):
        answer_session(by=cast.lead, session=session, answer=Answer.ACCEPTED)
    text = page(signed_in(cast.lead), session)
    assert "You have said that you will be there." in text
    assert f"{address(session)}calendar.ics" in text
    assert "I cannot make it" in text
    assert 'value="accepted"' not in text


def test_after_declining_one_can_still_say_yes(cast: Cast, session, signed_in):
    with at(PLANNED):
        answer_session(by=cast.lead, session=session, answer=Answer.DECLINED)
    text = page(signed_in(cast.lead), session)
    assert "You have said that you cannot make it." in text
    assert 'value="accepted"' in text
    assert 'value="declined"' not in text


def test_on_the_day_there_is_the_link_to_join_and_once_begun_what_one_takes_away(
    cast: Cast, session, signed_in
):
    browser = signed_in(cast.lead)
    early = page(browser, session, STARTS - timedelta(hours=2))
    assert 'href="https://meet.example/valley"' in early
    assert "Record a commitment" not in early
    running = page(browser, session, RUNNING)
    assert "Join online" in running
    assert "Record a commitment" in running


def test_after_the_session_one_sees_ones_own_words_and_nobody_elses(cast: Cast, session, signed_in):
    with at(AFTER):
        record_commitment(by=cast.lead, session=session, text="Ask & listen", due_date=date(2027, 4, 20))
        record_reflection(by=cast.lead, session=session, text="I talk too much")
    own = page(signed_in(cast.lead), session, AFTER)
    for words in ("Ask &amp; listen", "By 20 April 2027. Open.", "I talk too much", "Change your reflection"):
        assert words in own
    assert own.count("Visible to: you alone.") == 2
    for absent in ("Can you come?", "How the session runs"):
        assert absent not in own
    for who in ("facilitator", "deputy"):
        other = page(signed_in(cast.people()[who]), session, AFTER)
        assert "Ask &amp; listen" not in other
        assert "I talk too much" not in other
        assert "Write a reflection" in other


def test_another_room_may_offer_something_on_ones_own_commitment(cast: Cast, session, signed_in, monkeypatch):
    offered = []

    def panel(user, commitment):
        offered.append((user, commitment))

    monkeypatch.setattr(
        panels, "_entries", {"x": Panel("learning_sets.commitment", "_parts/panels.jinja", panel)}
    )
    with at(AFTER):
        commitment = record_commitment(by=cast.lead, session=session, text="Ask", due_date=date(2027, 4, 20))
    page(signed_in(cast.lead), session, AFTER)
    page(signed_in(cast.facilitator), session, AFTER)
    assert offered == [(cast.lead, commitment)]


def test_the_facilitator_can_move_and_cancel_it_until_it_begins(cast: Cast, session, signed_in):
    browser = signed_in(cast.facilitator)
    assert "Cancel this session" in page(browser, session)
    assert "Cancel this session" not in page(browser, session, RUNNING)


def test_a_cancelled_session_says_so_and_asks_nothing(cast: Cast, session, signed_in):
    with at(PLANNED):
        cancel_session(by=cast.facilitator, session=session)
    text = page(signed_in(cast.facilitator), session)
    assert "This session will not take place." in text
    for absent in ("Can you come?", "How the session runs", "Cancel this session", "Your answer"):
        assert absent not in text


def test_a_session_without_a_place_leaves_the_line_out(cast: Cast, session, signed_in):
    Session.objects.update(place="")
    assert "Where" not in page(signed_in(cast.lead), session)


def test_more_members_cost_no_more_queries(cast: Cast, circle: Circle, session, signed_in, queries_of):
    browser = signed_in(cast.lead)
    with at(PLANNED):
        few = queries_of(browser, address(session))
        for person in circle.members:
            answer_session(by=person, session=session, answer=Answer.ACCEPTED)
        assert queries_of(browser, address(session)) == few
