"""What GOV.UK Notify reports after it has accepted a message, posted to us as its callback does."""

from collections.abc import Iterator
from contextlib import contextmanager
from email.message import Message as Headers
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Thread
from typing import Any

import pytest
from django.test import Client

from hileads.clock import now
from hileads.leads.models import User
from hileads.notifications.actions import lift_suppression, sweep_messages
from hileads.notifications.models import Message, Receipt, State, Stream, Suppression
from hileads.notifications.queries.messages import NO_MAILBOX
from tests.actors import Cast
from tests.notify import Accepted, Notify, receipt, serving

pytestmark = pytest.mark.django_db

ADDRESS = "/messages/receipts/"
TOKEN = "a token of forty characters, known to two"
AUTHORISED = {"Authorization": f"Bearer {TOKEN}"}


@pytest.fixture
def notify(settings: Any) -> Iterator[Notify]:
    """A stand-in for Notify, which knows our token and reports to us."""
    settings.NOTIFY_CALLBACK_TOKEN = TOKEN
    with serving(Notify(callback_token=TOKEN)) as service:
        settings.MESSAGE_TRANSPORT = "notify"
        settings.NOTIFY_URL, settings.NOTIFY_API_KEY = service.url, service.api_key
        settings.NOTIFY_TEMPLATE = service.template
        yield service


def sent(post: Any, person: User, notify: Notify, **given: Any) -> tuple[Message, Accepted]:
    message = post(person, **given)
    sweep_messages(by=User.objects.system())
    return message, notify.accepted[-1]


def reported(one: Accepted, status: str, /, **changes: Any) -> int:
    """Return how we answer to a report."""
    one.status = status
    said = receipt(one) | changes
    return Client().post(ADDRESS, said, content_type="application/json", headers=AUTHORISED).status_code


@pytest.mark.parametrize(
    ("status", "kept", "state"),
    [
        ("delivered", Receipt.DELIVERED, State.SENT),
        ("permanent-failure", Receipt.NO_MAILBOX, State.FAILED),
        ("temporary-failure", Receipt.NOT_NOW, State.FAILED),
        ("technical-failure", Receipt.FAULT, State.FAILED),
    ],
)
def test_each_report_is_kept_and_a_failure_says_so(
    cast: Cast, post, notify: Notify, status: str, kept: Receipt, state: State
):
    message, one = sent(post, cast.lead, notify)
    assert reported(one, status) == 204
    message.refresh_from_db()
    assert (message.receipt, message.state) == (kept, state)
    assert message.receipt_at <= now()
    assert message.reason == ("" if state == State.SENT else f"{kept.label}.")


def test_notify_itself_reports_over_the_line(cast: Cast, post, notify: Notify):
    message, one = sent(post, cast.lead, notify)
    with catching() as caught:
        notify.callback_url = caught.address
        assert notify.report(one, "delivered").status_code == 204
    [(headers, body)] = caught.requests
    answer = Client().post(
        ADDRESS,
        body,
        content_type=headers["Content-Type"],
        headers={"Authorization": headers["Authorization"]},
    )
    assert answer.status_code == 204
    message.refresh_from_db()
    assert message.receipt == Receipt.DELIVERED


class Caught(ThreadingHTTPServer):
    """A server that keeps what is posted to it, just as it came over the line."""

    def __init__(self) -> None:
        super().__init__(("127.0.0.1", 0), Catcher)
        self.requests: list[tuple[Headers, bytes]] = []

    @property
    def address(self) -> str:
        return f"http://127.0.0.1:{self.server_port}{ADDRESS}"


class Catcher(BaseHTTPRequestHandler):
    """Keep one request, and say that it is taken."""

    server: Caught

    def do_POST(self) -> None:
        body = self.rfile.read(int(self.headers["Content-Length"]))
        self.server.requests.append((self.headers, body))
        self.send_response(204)
        self.end_headers()

    def log_message(self, format: str, *args: Any) -> None:  # noqa: A002 - the server's name
        """Say nothing."""


@contextmanager
def catching() -> Iterator[Caught]:
    with Caught() as server:
        thread = Thread(target=server.serve_forever)
        thread.start()
        yield server
        server.shutdown()
        thread.join()


def test_a_report_that_comes_twice_changes_nothing(cast: Cast, post, notify: Notify):
    message, one = sent(post, cast.lead, notify)
    assert reported(one, "delivered") == 204
    message.refresh_from_db()
    before = message.receipt_at
    assert reported(one, "delivered") == 204
    assert reported(one, "permanent-failure") == 204
    message.refresh_from_db()
    assert (message.receipt, message.receipt_at, message.state) == (Receipt.DELIVERED, before, State.SENT)
    assert not Suppression.objects.exists()


def test_a_report_that_overtakes_our_own_mark_settles_the_message(cast: Cast, post, notify: Notify):
    message, one = sent(post, cast.lead, notify)
    Message.objects.filter(pk=message.pk).update(state=State.SENDING, sent_at=None)
    assert reported(one, "delivered") == 204
    message.refresh_from_db()
    assert (message.state, message.sent_at) == (State.SENT, message.receipt_at)


def test_a_report_without_a_time_counts_from_when_it_came(cast: Cast, post, notify: Notify):
    message, one = sent(post, cast.lead, notify)
    assert reported(one, "temporary-failure", completed_at=None) == 204
    message.refresh_from_db()
    assert message.receipt_at is not None


def test_where_there_is_no_mailbox_only_mail_about_security_still_goes(cast: Cast, post, notify: Notify):
    message, one = sent(post, cast.lead, notify)
    reported(one, "permanent-failure")
    [suppression] = Suppression.objects.all()
    assert (suppression.address, suppression.message) == (cast.lead.email, message)
    later, _ = sent(post, cast.lead, notify, meaning_key="later")
    code, _ = sent(post, cast.lead, notify, meaning_key="code", stream=Stream.SECURITY)
    later.refresh_from_db()
    code.refresh_from_db()
    assert (later.state, later.reason) == (State.SKIPPED, NO_MAILBOX)
    assert code.state == State.SENT
    lift_suppression(by=cast.national_admin, address=suppression.address)
    again, _ = sent(post, cast.lead, notify, meaning_key="again")
    again.refresh_from_db()
    assert again.state == State.SENT


def test_a_report_about_a_message_we_do_not_know_is_not_found(cast: Cast, post, notify: Notify):
    _, one = sent(post, cast.lead, notify)
    assert reported(one, "delivered", reference=str(cast.lead.public_id)) == 404


@pytest.mark.parametrize(
    "changes", [{"status": "eaten by a dog"}, {"reference": "12345678"}, {"reference": None}]
)
def test_a_report_that_makes_no_sense_is_refused(cast: Cast, post, notify: Notify, changes: dict[str, Any]):
    message, one = sent(post, cast.lead, notify)
    assert reported(one, "delivered", **changes) == 400
    message.refresh_from_db()
    assert message.receipt == ""


@pytest.mark.parametrize("headers", [{}, {"Authorization": "Bearer guess"}, {"Authorization": TOKEN}])
def test_without_the_token_nobody_reports_anything(
    cast: Cast, post, notify: Notify, client: Client, headers: dict[str, str]
):
    message, one = sent(post, cast.lead, notify)
    one.status = "permanent-failure"
    answer = client.post(ADDRESS, receipt(one), content_type="application/json", headers=headers)
    assert answer.status_code == 403
    message.refresh_from_db()
    assert message.receipt == ""


def test_where_no_token_is_set_there_is_no_such_address(cast: Cast, client: Client, settings):
    settings.NOTIFY_CALLBACK_TOKEN = ""
    answer = client.post(ADDRESS, {}, content_type="application/json", headers={"Authorization": "Bearer "})
    assert answer.status_code == 404


def test_the_address_takes_reports_and_shows_nothing(notify: Notify, client: Client):
    assert client.get(ADDRESS, headers=AUTHORISED).status_code == 405
    assert client.get(ADDRESS).status_code == 403
