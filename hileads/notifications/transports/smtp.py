"""A mail server, reached by SMTP with the settings SMTP_HOST, SMTP_PORT, SMTP_USER, SMTP_PASSWORD and SMTP_TLS."""

import re
import smtplib
from typing import Self

from django.conf import settings
from django.core.mail.backends.smtp import EmailBackend

from hileads.notifications.models import Message
from hileads.notifications.transports.failures import Failure, OutOfReach, Refused, TryLater
from hileads.notifications.transports.mail import mail_of, message_id

PATIENCE_SECONDS = 15
PERMANENT = 500
CLOSING = 421
"""SMTP's answers from 500 up are for good, those in the 400s for now; 421 ends the connection (RFC 5321, 4.2)."""

NO_MAILBOX = (550, 551, 553)
"""Answers to an address: there is no such mailbox, it is elsewhere, its name is not allowed (RFC 5321, 4.2.3)."""

EXACT = re.compile(rb"^5\.(\d{1,3}\.\d{1,3})\b")
NO_MAILBOX_EXACT = (b"1.0", b"1.1", b"1.2", b"1.3", b"1.6", b"1.10")
"""The exact reasons of RFC 3463 (4.2) and RFC 7505 that say so. Others are a full mailbox (2.2), a rule (7.1) or ours."""


class SmtpTransport:
    """One connection to the mail server, used for a batch of messages."""

    per_minute = None

    def __enter__(self) -> Self:
        self.connection = EmailBackend(
            host=settings.SMTP_HOST,
            port=settings.SMTP_PORT,
            username=settings.SMTP_USER,
            password=settings.SMTP_PASSWORD,
            use_tls=settings.SMTP_TLS,
            timeout=PATIENCE_SECONDS,
        )
        try:
            self.connection.open()
        except (OSError, smtplib.SMTPException) as error:
            raise OutOfReach("The mail server could not be reached.") from error
        return self

    def __exit__(self, *error: object) -> None:
        self.connection.close()

    def send(self, message: Message) -> str:
        """Hand the message over. The server's own words stay out of what people read."""
        try:
            self.connection.send_messages([mail_of(message)])
        except (OSError, smtplib.SMTPException) as error:
            raise _failure(error) from error
        return message_id(message)

    def find(self, message: Message) -> None:
        """A mail server cannot be asked."""


def _failure(error: Exception) -> Failure:
    code, whom, no_mailbox = CLOSING, "The mail server refused the message", False
    if isinstance(error, smtplib.SMTPRecipientsRefused):
        code, words = max(error.recipients.values())
        whom, no_mailbox = "The mail server refused the address", _says_no_mailbox(code, words)
    elif isinstance(error, smtplib.SMTPResponseException):
        code = error.smtp_code
    if code == CLOSING:
        return OutOfReach("The connection to the mail server was lost.")
    return (
        Refused(f"{whom} (answer {code}).", no_mailbox=no_mailbox)
        if code >= PERMANENT
        else TryLater(f"{whom} for now (answer {code}).")
    )


def _says_no_mailbox(code: int, words: bytes) -> bool:
    """Say whether an answer to an address means that there is no such mailbox, and not that a rule or quota was in the way.

    Where the server adds the exact reason, that counts, and else the answer's number.
    """
    exact = EXACT.match(words)
    return exact[1] in NO_MAILBOX_EXACT if exact else code in NO_MAILBOX
