"""A mail server, a way to make the mail folder the way out, and rows that other connections see."""

import socket
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from email import message_from_bytes, policy
from email.message import EmailMessage
from typing import Any

import pytest
from aiosmtpd.controller import Controller
from aiosmtpd.smtp import Envelope

from hileads.clock import now
from hileads.contributions import relevance as relevance_of
from hileads.leads.models import User
from hileads.notifications.actions import post_message, sweep_messages
from hileads.notifications.models import Message, State, Stream
from hileads.notifications.transports.folder import FolderTransport

OK = "250 Accepted"


@dataclass
class MailServer:
    """A server that keeps what it accepts, and answers as it is told to: by address, then in general."""

    answer: str = OK
    answers: dict[str, str] = field(default_factory=dict)
    recipient_answers: dict[str, str] = field(default_factory=dict)
    received: list[EmailMessage] = field(default_factory=list)

    async def handle_RCPT(  # noqa: N802 - the server's name
        self, server: Any, session: Any, envelope: Envelope, address: str, options: Any
    ) -> str:
        answer = self.recipient_answers.get(address, OK)
        if answer == OK:
            envelope.rcpt_tos.append(address)
        return answer

    async def handle_DATA(self, server: Any, session: Any, envelope: Envelope) -> str:  # noqa: N802
        answer = self.answers.get(envelope.rcpt_tos[0], self.answer)
        if answer == OK:
            self.received.append(message_from_bytes(envelope.content, policy=policy.default))  # type: ignore[arg-type]
        return answer


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


@pytest.fixture
def mail_server(settings: Any) -> Iterator[MailServer]:
    """A mail server on this machine, and the portal set to use it."""
    server = MailServer()
    controller = Controller(server, hostname="127.0.0.1", port=free_port())
    controller.start()
    settings.MESSAGE_TRANSPORT = "smtp"
    settings.SMTP_HOST, settings.SMTP_PORT = "127.0.0.1", controller.port
    settings.SMTP_TLS = False
    yield server
    controller.stop()


@pytest.fixture
def queued(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The names of the tasks that were queued, instead of a queue."""
    names: list[str] = []
    monkeypatch.setattr(
        "hileads.jobs.current_app.send_task", lambda name, **_: names.append(name), raising=False
    )
    return names


@pytest.fixture
def post() -> Callable[..., Message]:
    """Post a message to a person; what is not said has a plain value."""

    def post(recipient: User, **given: Any) -> Message:
        values: dict[str, Any] = {
            "by": recipient,
            "kind": "note",
            "stream": Stream.COMMUNITY,
            "recipient": recipient,
            "meaning_key": f"note:{recipient.pk}",
            "due_at": now(),
            "subject": "A note",
            "template": "notifications/digest",
            "context": {
                "lines": [],
                "more": 0,
                "day": now().date(),
                "span": "week",
                "week_path": "/this-week/",
            },
        }
        return post_message(**values | given)

    return post


@pytest.fixture
def relevance(monkeypatch: pytest.MonkeyPatch) -> Callable[[Callable[[str, User], str]], None]:
    """Let a room answer whether messages of the kind "note" are still wanted."""

    def answer(still_relevant: Callable[[str, User], str]) -> None:
        monkeypatch.setitem(relevance_of._entries, "note", still_relevant)

    return answer


@pytest.fixture
def run() -> Callable[[], Counter[State]]:
    return lambda: sweep_messages(by=User.objects.system())


@pytest.fixture
def failing(monkeypatch: pytest.MonkeyPatch) -> Callable[..., None]:
    """Let the way out fail for one address, or for all."""
    real = FolderTransport.send

    def fail(error: Exception, address: str = "") -> None:
        def send(transport: FolderTransport, message: Message) -> str:
            if address in ("", message.address):
                raise error
            return real(transport, message)

        monkeypatch.setattr(FolderTransport, "send", send)

    return fail
