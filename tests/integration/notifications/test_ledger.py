"""Every message is one row: what our own actions post, and what the frameworks would have sent themselves."""

from collections.abc import Callable
from datetime import timedelta

import pytest
from django.core.mail import EmailMessage, EmailMultiAlternatives, send_mail
from django.db import IntegrityError, transaction
from django.test import Client
from django.urls import reverse
from wagtail.admin.mail import send_mail as send_wagtail_mail

from hileads.clock import now
from hileads.notifications.models import Message, State, Stream
from tests.actors import Cast

SWEEP = "hileads.notifications.tasks.sweep"
pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _the_portals_own_way_out(settings):
    """Undo what the test runner does to mail: here the backend is what is tested."""
    settings.EMAIL_BACKEND = "hileads.notifications.backend.LedgerBackend"


def test_a_message_said_twice_is_one_row(cast: Cast, post: Callable[..., Message]):
    first = post(cast.lead, subject="First words")
    second = post(cast.lead, subject="Other words for the same thing")
    assert first == second
    assert Message.objects.get().subject == "First words"


def test_a_message_due_now_leaves_once_the_transaction_has_committed(
    cast: Cast, post: Callable[..., Message], queued: list[str], django_capture_on_commit_callbacks
):
    with django_capture_on_commit_callbacks(execute=True):
        post(cast.lead)
        assert queued == []
    assert queued == [SWEEP]


def test_neither_a_later_message_nor_a_repeated_one_wakes_the_sweep(
    cast: Cast, post: Callable[..., Message], queued: list[str], django_capture_on_commit_callbacks
):
    post(cast.lead)
    with django_capture_on_commit_callbacks(execute=True):
        post(cast.lead)
        post(cast.deputy, due_at=now() + timedelta(days=1))
        post(cast.secretary, wake=False)
    assert queued == []


def test_a_message_holds_both_forms_and_says_why_and_from_where(
    cast: Cast, post: Callable[..., Message], settings
):
    settings.BASE_URL = "https://portal.example"
    message = post(cast.lead, subject="A line\n and its tail")
    assert message.subject == "A line and its tail"
    assert message.posted_by == cast.lead
    for body in (message.body_text, message.body_html):
        assert "Hello Leila Lead" in body
        assert "https://portal.example/messages/" in body
        assert "You get this once a week" in body
    assert "\n\n\n" not in message.body_text
    assert "<img" not in message.body_html
    assert 'src="' not in message.body_html


def test_the_plain_form_is_not_escaped_and_the_html_form_is(cast: Cast, post: Callable[..., Message]):
    cast.lead.name = "Nia O'Brien & <Co>"
    message = post(cast.lead)
    assert "Hello Nia O'Brien & <Co>" in message.body_text
    assert "Hello Nia O&#39;Brien &amp; &lt;Co&gt;" in message.body_html


def test_a_sign_in_code_is_a_security_message_due_at_once(cast: Cast, client: Client):
    client.post(reverse("account_request_login_code"), {"email": cast.lead.email})
    message = Message.objects.get()
    assert (message.stream, message.state, message.recipient) == (Stream.SECURITY, State.DUE, cast.lead)
    assert message.due_at <= now()
    assert message.posted_by.is_system


def test_mail_of_wagtails_review_is_an_obligation(cast: Cast):
    send_wagtail_mail(
        "Please review", "A guide waits.", [cast.curator.email], html_message="<p>A guide waits.</p>"
    )
    message = Message.objects.get()
    assert (message.kind, message.stream) == ("curation", Stream.OBLIGATIONS)
    assert message.body_html == "<p>A guide waits.</p>"


def test_each_recipient_of_a_mail_has_a_row_even_without_an_account(cast: Cast):
    sent = EmailMessage("Subject", "Body", to=[cast.lead.email.upper(), "someone@else.example"]).send()
    assert sent == 1
    rows = {message.address: message.recipient for message in Message.objects.all()}
    assert rows == {cast.lead.email: cast.lead, "someone@else.example": None}


def test_a_mail_in_html_alone_gets_a_plain_form(db: None):
    mail = EmailMessage("Subject", "<p>Your code: <b>ABCD</b></p>", to=["someone@else.example"])
    mail.content_subtype = "html"
    mail.send()
    message = Message.objects.get()
    assert (message.body_text, message.body_html) == ("Your code: ABCD", "<p>Your code: <b>ABCD</b></p>")


def test_a_mail_in_plain_text_alone_stays_plain(db: None):
    send_mail("Subject", "Body", None, ["someone@else.example"])
    assert Message.objects.get().body_html == ""


def test_an_attachment_is_refused_rather_than_lost(db: None):
    mail = EmailMultiAlternatives("Subject", "Body", to=["someone@else.example"])
    mail.attach("notes.txt", "Notes", "text/plain")
    with pytest.raises(ValueError, match="takes no attachments"):
        mail.send()


@pytest.mark.parametrize(
    "values", [{"state": "sent"}, {"state": "failed"}, {"state": "sending"}, {"state": "skipped"}]
)
def test_the_database_refuses_a_row_that_does_not_say_what_became_of_it(
    cast: Cast, post: Callable[..., Message], values: dict[str, str]
):
    message = post(cast.lead)
    with pytest.raises(IntegrityError), transaction.atomic():
        Message.objects.filter(pk=message.pk).update(**values)
