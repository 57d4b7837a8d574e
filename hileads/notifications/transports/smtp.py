"""A mail server, reached by SMTP with the settings SMTP_HOST, SMTP_PORT, SMTP_USER, SMTP_PASSWORD and SMTP_TLS."""

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


class SmtpTransport:
    """One connection to the mail server, used for a batch of messages."""

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
    code, whom = CLOSING, "The mail server refused the message"
    if isinstance(error, smtplib.SMTPRecipientsRefused):
        code = max(code for code, _ in error.recipients.values())
        whom = "The mail server refused the address"
    elif isinstance(error, smtplib.SMTPResponseException):
        code = error.smtp_code
    if code == CLOSING:
        return OutOfReach("The connection to the mail server was lost.")
    return (
        Refused(f"{whom} (answer {code}).")
        if code >= PERMANENT
        else TryLater(f"{whom} for now (answer {code}).")
    )
