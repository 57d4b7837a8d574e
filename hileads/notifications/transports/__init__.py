"""The ways out of the portal: SMTP, GOV.UK Notify, or a folder of mail files for the demo and for trying things out."""

from collections.abc import Callable
from typing import Protocol, Self

from django.conf import settings

from hileads.notifications.models import Message
from hileads.notifications.transports.folder import FolderTransport
from hileads.notifications.transports.notify import NotifyTransport
from hileads.notifications.transports.smtp import SmtpTransport


class Transport(Protocol):
    """A way out, opened for a batch of messages and closed after it.

    Entering raises OutOfReach when it cannot be opened. `send` returns the reference under which the other side
    knows the message, or raises one of the `failures`. `find` asks the other side for a message that somebody began to
    send: it returns that reference, "" when the message never arrived there, and None where nobody can be asked.
    `per_minute` is how many messages the other side takes in any 60 seconds, or None where it does not say.
    """

    @property
    def per_minute(self) -> int | None: ...

    def __enter__(self) -> Self: ...

    def __exit__(self, *error: object) -> None: ...

    def send(self, message: Message) -> str: ...

    def find(self, message: Message) -> str | None: ...


TRANSPORTS: dict[str, Callable[[], Transport]] = {
    "smtp": SmtpTransport,
    "notify": NotifyTransport,
    "folder": FolderTransport,
}


def transport() -> Transport:
    """Return the way out that MESSAGE_TRANSPORT names."""
    return TRANSPORTS[settings.MESSAGE_TRANSPORT]()
