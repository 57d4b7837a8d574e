"""Content that is to be read again is named to those who publish, one mail for a day."""

from datetime import date, datetime, timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from hileads.clock import UK, at
from hileads.curation.queries import reviews_between, why_not_review
from hileads.leads.models import User
from hileads.notifications.actions import post_reminders
from hileads.notifications.models import Message, Stream
from hileads.references import resolve
from repository.models import Resource
from tests.actors import Cast
from tests.factories.content import resource, role_guide

pytestmark = pytest.mark.django_db

DUE = date(2027, 5, 12)
SAVED = datetime(2027, 1, 4, 9, 0, tzinfo=UK)


@pytest.fixture(autouse=True)
def content(cast: Cast, settings) -> None:
    settings.SENDING_HOURS = "office"
    with at(SAVED):
        resource(review_due_date=DUE)
        role_guide(review_due_date=DUE)


def remind(day: date) -> list[Message]:
    with at(datetime(day.year, day.month, day.day, 8, 0, tzinfo=UK)):
        before = set(Message.objects.values_list("pk", flat=True))
        post_reminders(by=User.objects.system())
        return list(Message.objects.filter(kind="content-review").exclude(pk__in=before))


def test_what_is_due_on_one_day_is_one_mail_two_weeks_before_and_on_the_day(cast: Cast):
    [row] = remind(DUE - timedelta(days=14))
    assert (row.recipient, row.stream) == (cast.national_admin, Stream.OBLIGATIONS)
    assert row.subject == "Content to read again by 12 May 2027"
    assert "2 things that the portal publishes" in row.body_text
    assert "- Fair waits: a guide" in row.body_text
    assert len(remind(DUE)) == 1
    assert remind(DUE + timedelta(days=5)) == []


def test_of_very_much_only_the_beginning_is_named(cast: Cast):
    with at(SAVED):
        for number in range(9):
            resource(f"number-{number}", title=f"Number {number}", review_due_date=DUE)
    [row] = remind(DUE - timedelta(days=14))
    assert "11 things" in row.body_text
    assert "- and 4 more" in row.body_text


def test_one_thing_is_called_one(cast: Cast):
    with at(SAVED):
        resource("alone", title="Alone", review_due_date=DUE + timedelta(days=30))
    [row] = remind(DUE + timedelta(days=16))
    assert "One thing that the portal publishes" in row.body_text


def test_reminders_that_are_of_no_use_any_more_say_why(cast: Cast):
    reference = f"curation:reviews:{DUE}"
    assert why_not_review(reference, cast.national_admin) == ""
    assert why_not_review(reference, cast.lead) == "You do not publish content any more."
    assert why_not_review("curation:reviews:2027-01-01", cast.national_admin) == (
        "All of it has been read again."
    )


def test_the_message_leads_to_the_queue_for_those_who_curate(cast: Cast):
    found = resolve(cast.curator, f"curation:reviews:{DUE}")
    assert found is not None
    assert found.title == "Content to read again"
    assert resolve(cast.lead, f"curation:reviews:{DUE}") is None


def test_much_content_costs_no_more_questions_than_little(cast: Cast):
    def cost() -> int:
        moment = datetime(2027, 5, 12, 8, 0, tzinfo=UK)
        with at(moment), CaptureQueriesContext(connection) as captured:
            list(reviews_between(moment - timedelta(days=30), moment + timedelta(days=30)))
        return len(captured)

    few = cost()
    with at(SAVED):
        for number in range(9):
            resource(f"number-{number}", review_due_date=DUE + timedelta(days=number))
    assert Resource.objects.count() == 10
    assert cost() == few
