"""How a message reads: a plain text and a simple page of HTML, from one pair of templates."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from django.conf import settings
from django.template.loader import render_to_string
from django.urls import reverse

from hileads.clock import now
from hileads.leads.models import User
from hileads.notifications.models import Message, Stream
from hileads.notifications.policies import calendar_key, choices_key

GAPS = re.compile(r"\n{3,}")
"""More than one empty line, which template tags leave behind."""


@dataclass(frozen=True)
class Rendered:
    """The two forms of one message."""

    text: str
    html: str


def render(
    template: str,
    subject: str,
    context: Mapping[str, Any],
    name: str,
    *,
    choices: str = "",
    acting_for: str = "",
) -> Rendered:
    """Fill `emails/<template>.txt.jinja` and `.html.jinja`.

    Every template is given `name` (of whom it is for), `subject`, `portal_url` (ours, without a slash at the end),
    `messages_path` (the page of one's own messages), `choices_path` (where one chooses what comes by mail, without
    signing in) and `acting_for` beside the message's own `context`.
    """
    values = {
        "name": name,
        "subject": subject,
        "portal_url": settings.BASE_URL.rstrip("/"),
        "messages_path": reverse("message-list"),
        "choices_path": choices,
        "acting_for": acting_for,
        **context,
    }
    text, html = (
        render_to_string(f"emails/{template}.{form}.jinja", values, using="jinja2")
        for form in ("txt", "html")
    )
    return Rendered(text=GAPS.sub("\n\n", text).strip() + "\n", html=html)


def choices_path(person: User) -> str:
    """Return where a person chooses what comes by mail, without signing in."""
    return reverse("mail-choices-by-link", kwargs={"number": person.pk, "key": choices_key(person)})


def stop_path(person: User, stream: str) -> str:
    """Return where one POST stops the mails of one stream (RFC 8058)."""
    return reverse("mail-stop", kwargs={"number": person.pk, "key": choices_key(person), "stream": stream})


def calendar_path(message: Message) -> str:
    """Return where the calendar file of a message is opened without signing in."""
    return reverse("message-calendar", kwargs={"public_id": message.public_id, "key": calendar_key(message)})


def written(
    by: User,
    kind: str,
    stream: Stream,
    recipient: User,
    subject: str,
    template: str,
    context: Mapping[str, Any],
    acting_for: str = "",
) -> dict[str, Any]:
    """Return the fields of a message's row with its words, as its recipient will read them, due now."""
    choices = choices_path(recipient)
    words = render(template, subject, context, recipient.name, choices=choices, acting_for=acting_for)
    return {
        "kind": kind,
        "stream": stream,
        "recipient": recipient,
        "address": recipient.email,
        "subject": one_line(subject),
        "body_text": words.text,
        "body_html": words.html,
        "due_at": now(),
        "created_at": now(),
        "posted_by": by,
    }


def one_line(subject: str) -> str:
    """Return a subject as it fits into one line of the ledger."""
    return " ".join(subject.split())[:300]
