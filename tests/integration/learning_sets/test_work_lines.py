"""What the learning sets ask of a person this week, without a word of what is private."""

from datetime import timedelta

import pytest
from django.db import connection
from django.template.loader import get_template
from django.test.utils import CaptureQueriesContext

from hileads.clock import at, now, today
from hileads.contributions import Consequence, WorkLine, panels
from hileads.leads.models import User
from hileads.notifications.actions import post_digests
from hileads.notifications.models import Message
from hileads.notifications.queries import week_at
from learning_sets.actions import (
    answer_session,
    cancel_session,
    change_commitment,
    mark_commitment_shared,
    plan_session,
    record_commitment,
)
from learning_sets.models import Answer, CommitmentState
from learning_sets.queries.work import lines_of
from tests.actors import Cast
from tests.integration.learning_sets.conftest import AFTER, ENDS, PLANNED, STARTS, Circle
from tests.lines import lines_from

pytestmark = pytest.mark.django_db

SECRET = "Tell the board that I do not understand our figures"
NEAR, FAR = STARTS - timedelta(days=7), STARTS - timedelta(days=8)


def lines(person: User, moment) -> list[WorkLine]:
    with at(moment):
        person = User.objects.get(pk=person.pk)
        return lines_from(lines_of, person, today())


def test_an_unanswered_session_means_that_someone_waits(cast: Cast, circle: Circle, session):
    [line] = lines(cast.lead, PLANNED)
    assert line.consequence == Consequence.SOMEONE_WAITS
    assert line.text == "Your learning set asks whether you can come on Thursday 8 April 2027."
    assert (line.verb, line.due_date, line.is_meeting) == ("Answer", STARTS.date(), True)
    assert line.url == f"/learning-sets/sessions/{session.public_id}/"


def test_an_accepted_session_appears_in_its_last_week(cast: Cast, session):
    with at(PLANNED):
        answer_session(by=cast.lead, session=session, answer=Answer.ACCEPTED)
    assert lines(cast.lead, FAR) == []
    [line] = lines(cast.lead, NEAR)
    assert line.consequence == Consequence.DUE_SOON
    assert line.text == "Your learning set meets on Thursday 8 April 2027, 10am to 12:30pm (UK time)."


@pytest.mark.parametrize("who", ["stranger", "national_admin", "leaver"])
def test_people_outside_the_set_hear_nothing_of_it(cast: Cast, session, who: str):
    assert lines(cast.people()[who], NEAR) == []


def test_declined_cancelled_and_past_sessions_need_nobody(cast: Cast, circle: Circle, session):
    assert lines(cast.lead, AFTER) == []
    with at(PLANNED):
        answer_session(by=cast.lead, session=session, answer=Answer.DECLINED)
    assert lines(cast.lead, NEAR) == []
    with at(PLANNED):
        cancel_session(by=circle.facilitator, session=session)
    assert lines(cast.deputy, NEAR) == []


def test_a_commitment_is_named_but_never_told(cast: Cast, session):
    due = AFTER.date() + timedelta(days=10)
    with at(AFTER):
        commitment = record_commitment(by=cast.lead, session=session, text=SECRET, due_date=due)
    assert lines(cast.lead, AFTER) == []
    [soon] = lines(cast.lead, AFTER + timedelta(days=4))
    [late] = lines(cast.lead, AFTER + timedelta(days=11))
    assert (soon.consequence, late.consequence) == (Consequence.DUE_SOON, Consequence.OVERDUE)
    assert soon.text == late.text == "A commitment of yours is due."
    assert soon.url == f"/learning-sets/sessions/{session.public_id}/#commitments"
    assert lines(cast.facilitator, AFTER + timedelta(days=11)) == []
    with at(AFTER):
        change_commitment(by=cast.lead, commitment=commitment, state=CommitmentState.STUCK)
    assert lines(cast.lead, AFTER + timedelta(days=11)) == []


def test_a_commitment_that_became_an_action_is_left_to_the_action(cast: Cast, session):
    with at(AFTER):
        commitment = record_commitment(by=cast.lead, session=session, text=SECRET, due_date=AFTER.date())
        mark_commitment_shared(by=cast.lead, public_id=commitment.public_id)
    assert lines(cast.lead, AFTER) == []


def test_the_digest_holds_no_word_of_a_commitment(cast: Cast, session):
    with at(AFTER):
        record_commitment(by=cast.lead, session=session, text=SECRET, due_date=AFTER.date())
        post_digests(by=User.objects.system(), periods=[week_at(now())])
    message = Message.objects.get(kind="digest", recipient=cast.lead)
    assert "1. A commitment of yours is due.\n   Due today.\n" in message.body_text
    assert "A commitment of yours is due.<br>" in message.body_html
    assert "figures" not in message.body_text + message.body_html


def test_this_week_shows_the_next_session(cast: Cast, session, signed_in):
    panel = panels.get("learning_sets.this_week")
    with at(PLANNED):
        template = get_template(panel.template)
        shown = template.render({"panel": {"context": panel.context(cast.lead, None)}})
        assert panel.context(cast.stranger, None) is None
    assert "Thursday 8 April 2027, 10am to 12:30pm (UK time)" in shown
    assert "You have not answered yet." in shown
    assert "Join online" not in shown
    with at(STARTS - timedelta(hours=1)):
        answer_session(by=cast.lead, session=session, answer=Answer.ACCEPTED)
        assert "Join online" in template.render({"panel": {"context": panel.context(cast.lead, None)}})
    with at(AFTER):
        assert panel.context(cast.lead, None) is None


def test_many_sessions_and_commitments_cost_no_more_queries(cast: Cast, circle: Circle, session):
    def cost() -> int:
        with CaptureQueriesContext(connection) as captured:
            lines(cast.lead, AFTER)
        return len(captured)

    with at(AFTER):
        record_commitment(by=cast.lead, session=session, text="0", due_date=AFTER.date())
        _plan(circle, 1)
    few = cost()
    with at(AFTER):
        for number in range(1, 12):
            record_commitment(by=cast.lead, session=session, text=f"{number}", due_date=AFTER.date())
            _plan(circle, number + 1)
    assert cost() == few


def _plan(circle: Circle, days: int) -> None:
    plan_session(
        by=circle.facilitator,
        learning_set=circle.learning_set,
        starts_at=STARTS + timedelta(days=days),
        ends_at=ENDS + timedelta(days=days),
    )
