"""Putting messages into the ledger."""

from collections.abc import Mapping
from datetime import datetime, timedelta
from typing import Any, TypedDict, Unpack
from uuid import uuid4

from django.core.mail import EmailMessage, EmailMultiAlternatives
from django.db import transaction
from django.utils.html import strip_tags

from hileads.clock import now
from hileads.jobs import enqueue
from hileads.leads.models import User
from hileads.notifications.emails import one_line, written
from hileads.notifications.models import Message, State, Stream
from hileads.notifications.policies import require_change
from hileads.sending_hours import next_chance

SWEEP = "hileads.notifications.tasks.sweep"
NOT_HELD = timedelta(0)
REPLACED = "A later message said the same anew."


class Said(TypedDict, total=False):
    """What may be said of a message beside its words: fields of its row."""

    reference: str
    topic: str
    at_once: bool
    optional: bool
    calendar: str
    calendar_method: str


@transaction.atomic
def post_message(
    *,
    by: User,
    kind: str,
    stream: Stream,
    recipient: User,
    meaning_key: str,
    subject: str,
    template: str,
    context: Mapping[str, Any],
    due_at: datetime | None = None,
    held: timedelta = NOT_HELD,
    acting_for: str = "",
    wake: bool = True,
    **said: Unpack[Said],
) -> Message:
    """Say that this message should exist, and return its row. Said twice, it is still one message.

    `meaning_key` makes two messages the same: kind, occurrence, person, revision; never the wording. Without `due_at`
    it leaves at the next moment of the sending hours, after being `held`; what is about security, or `at_once`, leaves
    as soon as this commits, unless a caller that posts many (`wake=False`) starts one sweep for all.
    """
    known = Message.objects.filter(meaning_key=meaning_key).first()
    if known:
        return known
    said["at_once"] = said.get("at_once", False) or stream == Stream.SECURITY
    values = written(by, kind, stream, recipient, subject, template, context, acting_for)
    values |= {**said, "due_at": _when(due_at, held, said)}
    message, is_new = Message.objects.get_or_create(meaning_key=meaning_key, defaults=values)
    if is_new and wake and message.due_at <= now():
        enqueue(SWEEP)
    return message


def _when(due_at: datetime | None, held: timedelta, said: Said) -> datetime:
    """Return when a message leaves. It takes the place of what waits on its topic, and the first one's time stays.

    So a change is told ten minutes after the first of several, not after the last.
    """
    urgent = said.get("at_once", False)
    wanted = due_at or (now() if urgent else next_chance(now() + held))
    replaced_at = _take_the_place_of(said.get("topic", ""))
    return min(wanted, replaced_at) if replaced_at and not urgent else wanted


def _take_the_place_of(topic: str) -> datetime | None:
    """Cancel what waits on a topic, and return when the first of it would have left."""
    if not topic:
        return None
    waiting = list(Message.objects.waiting_on(topic).select_for_update(skip_locked=True).order_by("due_at"))
    for message in waiting:
        require_change(message, State.CANCELLED)
    Message.objects.filter(pk__in=[message.pk for message in waiting], state=State.DUE).update(
        state=State.CANCELLED, reason=REPLACED
    )
    return waiting[0].due_at if waiting else None


@transaction.atomic
def post_mail(*, by: User, mail: EmailMessage) -> int:
    """Put a mail that a framework wished to send into the ledger, one row a recipient.

    Wagtail marks its mails as sent by a machine; everything else is about signing in and leaves at once.
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
            due_at=next_chance(now()) if from_wagtail else now(),
            at_once=not from_wagtail,
            subject=one_line(str(mail.subject)),
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
