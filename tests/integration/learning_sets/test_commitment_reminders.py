"""Commitments come back to their author, without a word of what was said."""

from datetime import date, datetime, timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from hileads.clock import UK, at
from hileads.leads.models import Appointment, User
from hileads.notifications.actions import choose_frequencies, post_reminders
from hileads.notifications.models import Frequency, Message, State, Stream
from hileads.references import resolve
from learning_sets.actions import change_commitment, mark_commitment_shared, record_commitment
from learning_sets.models import Commitment, CommitmentState
from learning_sets.queries.reminding import commitments_due
from tests.actors import Cast
from tests.integration.learning_sets.conftest import AFTER, sweep

pytestmark = pytest.mark.django_db

SECRET = "Tell the board that I do not understand our figures"
DUE = date(2027, 5, 1)
"""A Saturday before a bank holiday."""


@pytest.fixture
def commitment(cast: Cast, session, settings) -> Commitment:
    settings.SENDING_HOURS = "office"
    with at(AFTER):
        choose_frequencies(by=cast.lead, wanted={Stream.ACTIONS: Frequency.AT_ONCE})
        return record_commitment(by=cast.lead, session=session, text=SECRET, due_date=DUE)


def remind(*moment: int) -> list[Message]:
    with at(datetime(*moment, tzinfo=UK)):
        before = set(Message.objects.values_list("pk", flat=True))
        post_reminders(by=User.objects.system())
        return list(Message.objects.filter(kind="commitment-due").exclude(pk__in=before))


def test_it_comes_a_week_before_on_the_day_and_twice_after_and_then_no_more(cast: Cast, commitment):
    assert remind(2027, 4, 23, 17, 44) == []
    [week] = remind(2027, 4, 23, 17, 45)
    [day] = remind(2027, 4, 30, 17, 45)
    [late] = remind(2027, 5, 4, 8, 0)
    [week_late] = remind(2027, 5, 10, 8, 0)
    assert remind(2027, 5, 20, 12, 0) == []
    assert week.subject == day.subject == "A commitment of yours is due on 1 May 2027"
    assert late.subject == week_late.subject == "A commitment of yours was due on 1 May 2027"
    for row in (week, day, late, week_late):
        assert (row.recipient, row.stream, row.optional) == (cast.lead, Stream.ACTIONS, True)
        assert "figures" not in row.subject + row.body_text + row.body_html
        assert "Valley" not in row.body_text + row.body_html
    assert "You have not said yet how it went." in late.body_text


def test_unless_somebody_asks_for_it_the_digest_alone_names_it(cast: Cast, session, settings):
    settings.SENDING_HOURS = "office"
    with at(AFTER):
        record_commitment(by=cast.lead, session=session, text=SECRET, due_date=DUE)
    assert remind(2027, 4, 23, 17, 45) == []


def _done(cast: Cast, commitment: Commitment) -> None:
    change_commitment(by=cast.lead, commitment=commitment, state=CommitmentState.DONE)


def _shared(cast: Cast, commitment: Commitment) -> None:
    mark_commitment_shared(by=cast.lead, public_id=commitment.public_id)


def _gone(cast: Cast, commitment: Commitment) -> None:
    commitment.delete()


@pytest.mark.parametrize(
    ("happens", "reason"),
    [
        (_done, "You have said how it went."),
        (_shared, "It has become an action in your plan."),
        (_gone, "There is no such commitment any more."),
    ],
)
def test_what_needs_no_reminder_any_more_says_why(cast: Cast, commitment, happens, reason: str):
    moment = datetime(2027, 4, 23, 17, 45, tzinfo=UK)
    [row] = remind(2027, 4, 23, 17, 45)
    with at(moment):
        happens(cast, commitment)
    sweep(moment)
    row.refresh_from_db()
    assert (row.state, row.reason) == (State.SKIPPED, reason)
    assert remind(2027, 4, 30, 17, 45) == []


def test_what_is_still_to_do_goes(cast: Cast, commitment):
    [row] = remind(2027, 4, 23, 17, 45)
    sweep(datetime(2027, 4, 23, 17, 45, tzinfo=UK))
    row.refresh_from_db()
    assert row.state == State.SENT


def test_whoever_has_left_is_not_reminded(cast: Cast, commitment):
    Appointment.objects.filter(user=cast.lead).update(to_date=AFTER.date())
    assert remind(2027, 4, 23, 17, 45) == []


def test_the_message_leads_its_author_to_it_and_nobody_else(cast: Cast, commitment):
    found = resolve(cast.lead, commitment.reference)
    assert found is not None
    assert found.url.endswith("#commitments")
    assert found.title == "Commitment due on 1 May 2027"
    assert resolve(cast.facilitator, commitment.reference) is None


def test_many_commitments_cost_no_more_questions_than_one(cast: Cast, session, commitment):
    first, last = AFTER, AFTER + timedelta(days=60)

    def cost() -> tuple[int, int]:
        with at(AFTER), CaptureQueriesContext(connection) as captured:
            found = list(commitments_due(first, last))
        return len(captured), len(found)

    few, one = cost()
    with at(AFTER):
        for number in range(9):
            record_commitment(by=cast.lead, session=session, text=f"{number}", due_date=DUE)
    assert cost() == (few, one + 9)
