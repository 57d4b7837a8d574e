"""A row of the ledger as an internet mail."""

from email.utils import format_datetime
from urllib.parse import urlsplit

from django.conf import settings
from django.core.mail import EmailMultiAlternatives

from hileads.clock import UK, now
from hileads.notifications.emails import stop_path
from hileads.notifications.models import Message


def message_id(message: Message) -> str:
    """Return our own reference of a message, the same at every try, so that a repeat can be recognised."""
    return f"<{message.public_id}@{urlsplit(settings.BASE_URL).hostname}>"


def mail_of(message: Message) -> EmailMultiAlternatives:
    """Return the mail: plain text, HTML, and for an invitation the calendar's part with its method.

    Calendar programs look for the part inside the mail; the attached `invite.ics` is for those that do not. What a
    person may switch off says how, in the way that mail programs understand (RFC 8058).
    """
    mail = EmailMultiAlternatives(
        subject=message.subject,
        body=message.body_text,
        from_email=settings.DEFAULT_FROM_EMAIL,
        to=[message.address],
        headers={
            "Message-ID": message_id(message),
            "Date": format_datetime(now().astimezone(UK)),
            "Auto-Submitted": "auto-generated",
            **_how_to_stop(message),
        },
    )
    if message.body_html:
        mail.attach_alternative(message.body_html, "text/html")
    if message.calendar:
        mail.attach_alternative(message.calendar, f"text/calendar; method={message.calendar_method}")
        mail.attach("invite.ics", message.calendar.encode(), "application/ics")
    return mail


def _how_to_stop(message: Message) -> dict[str, str]:
    if not message.optional or message.recipient is None:
        return {}
    address = settings.BASE_URL.rstrip("/") + stop_path(message.recipient, message.stream)
    return {"List-Unsubscribe": f"<{address}>", "List-Unsubscribe-Post": "List-Unsubscribe=One-Click"}
