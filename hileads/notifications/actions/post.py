"""Putting messages into the ledger."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any
from uuid import uuid4

from django.core.mail import EmailMessage, EmailMultiAlternatives
from django.db import transaction
from django.utils.html import strip_tags

from hileads.clock import now
from hileads.jobs import enqueue
from hileads.leads.models import User
from hileads.notifications.emails import render
from hileads.notifications.models import Message, Stream

SWEEP = "hileads.notifications.tasks.sweep"


@transaction.atomic
def post_message(
    *,
    by: User,
    kind: str,
    stream: Stream,
    recipient: User,
    meaning_key: str,
    due_at: datetime,
    subject: str,
    template: str,
    context: Mapping[str, Any],
    reference: str = "",
    calendar: str = "",
    calendar_method: str = "",
    wake: bool = True,
) -> Message:
    """Say that this message should exist, and return its row. Said twice, it is still one message.

    `meaning_key` makes two messages the same: kind, occurrence, person, revision; never the wording. What is
    due now leaves once this commits, unless a caller that posts many (`wake=False`) starts one sweep for all.
    """
    known = Message.objects.filter(meaning_key=meaning_key).first()
    if known:
        return known
    rendered = render(template, subject, context, recipient.name)
    values = {
        "kind": kind,
        "stream": stream,
        "recipient": recipient,
        "reference": reference,
        "due_at": due_at,
        "subject": _one_line(subject),
        "body_text": rendered.text,
        "body_html": rendered.html,
        "calendar": calendar,
        "calendar_method": calendar_method,
    }
    message, is_new = _one_row(by, meaning_key, values)
    _wake(is_new and wake, due_at)
    return message


def _wake(wanted: bool, due_at: datetime) -> None:
    if wanted and due_at <= now():
        enqueue(SWEEP)


def _one_row(by: User, meaning_key: str, values: dict[str, Any]) -> tuple[Message, bool]:
    kept = {**values, "address": values["recipient"].email, "created_at": now(), "posted_by": by}
    return Message.objects.get_or_create(meaning_key=meaning_key, defaults=kept)


@transaction.atomic
def post_mail(*, by: User, mail: EmailMessage) -> int:
    """Put a mail that a framework wished to send into the ledger, one row a recipient, due at once.

    Wagtail marks its mails as sent by a machine; everything else is about signing in and is never held back.
    """
    if mail.attachments:
        raise ValueError("The message ledger takes no attachments.")
    from_wagtail = "Auto-Submitted" in mail.extra_headers
    text, html = _bodies(mail)
    addresses = [address.strip().lower() for address in mail.recipients()]
    people = {user.email: user for user in User.objects.filter(email__in=addresses)}
    for address in addresses:
        Message.objects.create(
            meaning_key=f"mail:{uuid4()}",
            kind="curation" if from_wagtail else "account",
            stream=Stream.OBLIGATIONS if from_wagtail else Stream.SECURITY,
            recipient=people.get(address),
            address=address,
            due_at=now(),
            subject=_one_line(str(mail.subject)),
            body_text=text,
            body_html=html,
            created_at=now(),
            posted_by=by,
        )
    enqueue(SWEEP)
    return len(addresses)


def _bodies(mail: EmailMessage) -> tuple[str, str]:
    """Return a framework's mail as text and HTML."""
    body = str(mail.body)
    if mail.content_subtype == "html":
        return strip_tags(body), body
    alternatives = mail.alternatives if isinstance(mail, EmailMultiAlternatives) else []
    return body, next((str(content) for content, kind in alternatives if kind == "text/html"), "")


def _one_line(subject: str) -> str:
    return " ".join(subject.split())[:300]
