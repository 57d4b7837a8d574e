"""One message, as it was sent, for the person it was sent to and nobody else."""

import pytest
from django.urls import reverse

from hileads.contributions import Resolved, resolvers
from hileads.leads.models import User
from hileads.notifications.actions import sweep_messages
from hileads.notifications.models import Message, Stream
from tests.actors import Cast

pytestmark = pytest.mark.django_db


def address(message: Message) -> str:
    return reverse("message-show", kwargs={"public_id": message.public_id})


READERS = [
    ("lead", 200),
    ("deputy", 404),
    ("national_admin", 404),
    ("regional_convenor", 404),
    ("lead_elsewhere", 404),
    ("stranger", 404),
    ("leaver", 404),
]


@pytest.mark.parametrize(("who", "status"), READERS)
def test_who_reads_a_message(cast: Cast, signed_in, post, who: str, status: int):
    message = post(cast.lead)
    assert signed_in(cast.people()[who]).get(address(message)).status_code == status


def test_a_message_is_shown_as_it_was_sent_and_its_links_work(cast: Cast, signed_in, post):
    message = post(cast.lead, subject="Your week")
    text = signed_in(cast.lead).get(address(message)).content.decode()
    assert "<h1" in text
    assert "Hello Leila Lead" in text
    assert 'href="http://localhost:8000/messages/"' in text


def test_a_message_leads_to_what_it_is_about(cast: Cast, signed_in, post, monkeypatch):
    def resolver(user: User, public_id: str, revision: str) -> Resolved | None:
        return Resolved(title="The visit", url="/visits/7/", kind_label="Visit") if public_id == "7" else None

    monkeypatch.setitem(resolvers._entries, "room:visit", resolver)
    browser = signed_in(cast.lead)
    seen = browser.get(address(post(cast.lead, reference="room:visit:7@2"))).content.decode()
    assert 'About: <a href="/visits/7/">The visit</a>' in seen
    gone = browser.get(
        address(post(cast.lead, meaning_key="gone", reference="room:visit:8"))
    ).content.decode()
    assert "About:" not in gone


def test_the_text_of_a_sign_in_message_is_gone_once_it_left(cast: Cast, signed_in, post):
    message = post(cast.lead, stream=Stream.SECURITY)
    sweep_messages(by=User.objects.system())
    text = signed_in(cast.lead).get(address(message)).content.decode()
    assert "The text of messages about signing in is not kept." in text
    assert "Hello Leila" not in text


def test_an_invitation_says_that_a_calendar_file_came_with_it(cast: Cast, signed_in, post):
    message = post(cast.lead, calendar="BEGIN:VCALENDAR", calendar_method="REQUEST")
    assert "A calendar file was attached" in signed_in(cast.lead).get(address(message)).content.decode()
