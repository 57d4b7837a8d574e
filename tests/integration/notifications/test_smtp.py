"""Mail as it arrives at a real mail server: its parts, its headers, and what each refusal means to us."""

import smtplib

import pytest
from django.conf import settings as the_settings

from hileads.clock import UK, now
from hileads.leads.models import User
from hileads.notifications.actions import sweep_messages
from hileads.notifications.models import Message, State, Stream, Suppression
from hileads.notifications.transports import smtp
from hileads.notifications.transports.failures import OutOfReach, Refused, TryLater
from tests.actors import Cast
from tests.integration.notifications.conftest import MailServer, free_port

pytestmark = pytest.mark.django_db

CALENDAR = "BEGIN:VCALENDAR\r\nMETHOD:REQUEST\r\nEND:VCALENDAR\r\n"


def run() -> dict[State, int]:
    return dict(sweep_messages(by=User.objects.system()))


def test_a_mail_has_a_plain_and_an_html_form_and_our_own_message_id(
    cast: Cast, post, mail_server: MailServer
):
    message = post(cast.lead, subject="Your week: 1 thing needs you – soon")
    assert run() == {State.SENT: 1}
    [mail] = mail_server.received
    assert mail["Subject"] == "Your week: 1 thing needs you – soon"
    assert mail["To"] == cast.lead.email
    assert mail["From"] == the_settings.DEFAULT_FROM_EMAIL
    assert mail["Auto-Submitted"] == "auto-generated"
    assert mail["Message-ID"] == f"<{message.public_id}@localhost>"
    assert mail["Date"].datetime.utcoffset() == now().astimezone(UK).utcoffset()
    assert [part.get_content_type() for part in mail.walk() if not part.is_multipart()] == [
        "text/plain",
        "text/html",
    ]
    assert "Hello Leila Lead" in mail.get_body(("plain",)).get_content()
    message.refresh_from_db()
    assert message.provider_reference == mail["Message-ID"]


def test_an_invitation_carries_its_calendar_inside_and_attached(cast: Cast, post, mail_server: MailServer):
    post(cast.lead, calendar=CALENDAR, calendar_method="REQUEST")
    run()
    [mail] = mail_server.received
    assert mail.get_content_type() == "multipart/mixed"
    alternative, attached = mail.iter_parts()
    assert alternative.get_content_type() == "multipart/alternative"
    inside = list(alternative.iter_parts())[-1]
    assert inside.get_content_type() == "text/calendar"
    assert dict(inside["Content-Type"].params) == {"method": "REQUEST", "charset": "utf-8"}
    assert inside.get_content().replace("\r\n", "\n") == CALENDAR.replace("\r\n", "\n")
    assert attached.get_filename() == "invite.ics"
    assert attached.get_content() == CALENDAR.encode()


def test_a_refused_address_fails_at_once_and_the_others_go(cast: Cast, post, mail_server: MailServer):
    mail_server.recipient_answers[cast.lead.email] = "550 No such person"
    post(cast.lead), post(cast.deputy)
    assert run() == {State.FAILED: 1, State.SENT: 1}
    assert (
        Message.objects.get(state=State.FAILED).reason == "The mail server refused the address (answer 550)."
    )
    assert [mail["To"] for mail in mail_server.received] == [cast.deputy.email]


def test_a_full_letterbox_is_tried_again_and_the_others_go(cast: Cast, post, mail_server: MailServer):
    mail_server.answers[cast.lead.email] = "452 Full"
    message, _ = post(cast.lead), post(cast.deputy)
    assert run() == {State.DUE: 1, State.SENT: 1}
    message.refresh_from_db()
    assert message.reason == "The mail server refused the message for now (answer 452)."
    assert message.retry_at > now()


def test_a_server_that_hangs_up_stops_the_sweep_and_nothing_is_lost(
    cast: Cast, post, mail_server: MailServer
):
    mail_server.answers[cast.lead.email] = "421 Closing"
    message, other = post(cast.lead), post(cast.deputy)
    assert run() == {State.DUE: 1}
    message.refresh_from_db()
    other.refresh_from_db()
    assert message.reason == "The connection to the mail server was lost."
    assert (other.state, other.attempts) == (State.DUE, 0)
    mail_server.answers.clear()
    assert run() == {State.SENT: 1}


def test_no_mail_server_means_that_everything_waits(cast: Cast, post, settings):
    settings.MESSAGE_TRANSPORT, settings.SMTP_HOST, settings.SMTP_PORT = "smtp", "127.0.0.1", free_port()
    message = post(cast.lead)
    assert run() == {}
    message.refresh_from_db()
    assert (message.state, message.attempts) == (State.DUE, 0)


@pytest.mark.parametrize(
    ("answer", "is_gone"),
    [
        ("550 No such person", True),
        ("551 Gone elsewhere", True),
        ("553 What a name", True),
        ("550 5.1.1 No such person", True),
        ("556 5.1.10 Takes no mail", True),
        ("552 5.2.2 Full", False),
        ("550 5.7.1 We do not like you", False),
        ("554 No", False),
    ],
)
def test_an_address_that_does_not_exist_is_not_written_to_again(
    cast: Cast, post, mail_server: MailServer, answer: str, is_gone: bool
):
    mail_server.recipient_answers[cast.lead.email] = answer
    message = post(cast.lead)
    assert run() == {State.FAILED: 1}
    assert list(Suppression.objects.values_list("address", "message")) == (
        [(cast.lead.email, message.pk)] if is_gone else []
    )
    later = post(cast.lead, meaning_key="later")
    code = post(cast.lead, meaning_key="code", stream=Stream.SECURITY)
    run()
    later.refresh_from_db()
    code.refresh_from_db()
    assert later.state == (State.SKIPPED if is_gone else State.FAILED)
    assert code.state == State.FAILED, "security mail is tried all the same"


@pytest.mark.parametrize(
    ("error", "expected"),
    [
        (smtplib.SMTPRecipientsRefused({"a@b.example": (550, b"no")}), Refused),
        (smtplib.SMTPRecipientsRefused({"a@b.example": (451, b"greylisted")}), TryLater),
        (smtplib.SMTPDataError(554, b"no"), Refused),
        (smtplib.SMTPSenderRefused(452, b"later", "us@portal.example"), TryLater),
        (smtplib.SMTPServerDisconnected(), OutOfReach),
        (TimeoutError(), OutOfReach),
    ],
)
def test_each_answer_of_a_mail_server_has_its_meaning(error: Exception, expected: type[Exception]):
    assert type(smtp._failure(error)) is expected
