"""Messages sent to me: each person's own, in plain words, newest first."""

from datetime import timedelta

import pytest
from django.urls import reverse

from hileads.clock import at, now
from hileads.leads.models import User
from hileads.notifications.actions import sweep_messages
from hileads.notifications.models import Message, State
from tests.actors import Cast

pytestmark = pytest.mark.django_db

ADDRESS = "/messages/"


def page(browser) -> str:
    response = browser.get(ADDRESS)
    assert response.status_code == 200
    return response.content.decode()


def test_an_empty_list_says_what_will_be_here(cast: Cast, signed_in):
    text = page(signed_in(cast.lead))
    assert "The portal has not sent you any message yet." in text
    assert reverse("this-week") in text


def test_a_person_sees_their_own_messages_only(cast: Cast, signed_in, post):
    post(cast.lead, subject="For the lead")
    post(cast.deputy, subject="For the deputy")
    text = page(signed_in(cast.lead))
    assert "For the lead" in text
    assert "For the deputy" not in text


FATES = [
    ({"state": State.SENT, "sent_at": now()}, "Sent to leila.lead@nhs.example on"),
    ({"state": State.DUE}, "Will be sent on"),
    ({"state": State.DUE, "reason": "The server was busy."}, "Waiting for another try. The server was busy."),
    ({"state": State.SENDING, "claimed_at": now()}, "Being sent now."),
    ({"state": State.SKIPPED, "reason": "You have answered."}, "it was no longer needed: You have answered."),
    ({"state": State.FAILED, "reason": "No such address."}, "Could not be sent: No such address."),
]


@pytest.mark.parametrize(("values", "words"), FATES)
def test_what_became_of_a_message_is_said_in_plain_words(cast: Cast, signed_in, post, values, words: str):
    Message.objects.filter(pk=post(cast.lead).pk).update(**values)
    assert words in page(signed_in(cast.lead))


def test_a_long_list_comes_in_pages_the_newest_first(cast: Cast, signed_in, post):
    for number in range(25):
        with at(now() - timedelta(days=number)):
            post(cast.lead, meaning_key=f"note:{number}", subject=f"Note number {number}.")
    browser = signed_in(cast.lead)
    first = page(browser)
    assert first.index("Note number 0.") < first.index("Note number 19.")
    assert "Note number 20." not in first
    assert "Note number 24." in browser.get(f"{ADDRESS}?page=2").content.decode()
    assert browser.get(f"{ADDRESS}?page=nonsense").status_code == 200


def test_more_messages_cost_no_more_queries(cast: Cast, signed_in, post, queries_of):
    post(cast.lead, meaning_key="one")
    browser = signed_in(cast.lead)
    few = queries_of(browser, ADDRESS)
    for number in range(20):
        post(cast.lead, meaning_key=f"more:{number}")
    assert queries_of(browser, ADDRESS) == few


def test_the_account_menu_leads_here(cast: Cast, signed_in):
    assert "Messages sent to me" in page(signed_in(cast.lead))


def test_anonymous_people_are_asked_to_sign_in(client, db: None):
    assert client.get(ADDRESS).status_code == 302


def test_a_message_that_has_left_says_when(cast: Cast, signed_in, post):
    with at(now() - timedelta(days=400)):
        post(cast.lead)
        sweep_messages(by=User.objects.system())
    assert f"{(now() - timedelta(days=400)).year}" in page(signed_in(cast.lead))
