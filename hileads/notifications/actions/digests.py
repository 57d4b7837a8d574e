"""Digests: one mail a week, or a day or month for whoever chose so, with what needs a person."""

from collections.abc import Iterable
from typing import Any

from django.urls import reverse

from hileads.clock import now, today
from hileads.jobs import enqueue
from hileads.leads.models import User
from hileads.notifications.actions.post import SWEEP
from hileads.notifications.emails import written
from hileads.notifications.models import Frequency, Message, State, Stream
from hileads.notifications.queries import (
    Digest,
    Expected,
    Period,
    choices_of,
    digest_readers,
    digests_of_each,
    open_periods,
    periods_of,
)
from hileads.sending_hours import may_leave
from hileads.wording import counted

POST_DIGESTS = "hileads.notifications.tasks.post_digests_of"
LINES_A_DIGEST = 7
PEOPLE_A_TASK = 100
SPANS = {Frequency.DAILY: "day", Frequency.WEEKLY: "week", Frequency.MONTHLY: "month"}
NOTHING = "Nothing needed you that you had not looked at."


def start_digests(*, by: User) -> int:
    """Queue the digests that are due and not in the ledger yet, so many people a task, and return for how many people.

    It may run as often as one likes. What a lost task did not post is queued again the next time.
    """
    periods = open_periods(now()) if may_leave(now()) else []
    waiting = [one.person.pk for one in _still_open(list(digest_readers(today())), periods)]
    for start in range(0, len(waiting), PEOPLE_A_TASK):
        enqueue(POST_DIGESTS, people=waiting[start : start + PEOPLE_A_TASK])
    return len(waiting)


def post_digests(*, by: User, periods: Iterable[Period], people: Iterable[int] | None = None) -> int:
    """Post the digests of these periods to these people, or to everyone, and return how many are to be sent.

    A person gets one for a day, week or month at most. Where nothing needs them, the ledger says so, and no mail goes.
    """
    readers = digest_readers(today())
    rows = list(readers if people is None else readers.filter(pk__in=people))
    digests = digests_of_each(_still_open(rows, periods), now())
    messages = [_message_of(by, person, digest) for person, digest in digests]
    Message.objects.bulk_create(messages, batch_size=PEOPLE_A_TASK, ignore_conflicts=True)
    posted = sum(message.state == State.DUE for message in messages)
    if posted:
        enqueue(SWEEP)
    return posted


def _still_open(users: list[User], periods: Iterable[Period]) -> list[Expected]:
    """Return who should get a digest that is not in the ledger yet, each with the periods it is for."""
    choices = choices_of([user.pk for user in users], today())
    wanted = {user: periods_of(choices[user.pk], periods) for user in users}
    keys = [_key(user, period) for user, ones in wanted.items() for period in ones]
    known = set(Message.objects.filter(meaning_key__in=keys).values_list("meaning_key", flat=True))
    found = [
        Expected(user, choices[user.pk], [one for one in ones if _key(user, one) not in known])
        for user, ones in wanted.items()
    ]
    return [one for one in found if one.periods]


def _key(user: User, period: Period) -> str:
    return f"digest:{period.name}:{user.pk}"


def _message_of(by: User, recipient: User, digest: Digest) -> Message:
    """Return a digest's row for the ledger. One that was looked for and held nothing says so, and is not sent."""
    values = _filled(by, recipient, digest) if digest.lines else _empty(by, recipient, digest.period)
    return Message(meaning_key=_key(recipient, digest.period), optional=True, **values)


def _filled(by: User, recipient: User, digest: Digest) -> dict[str, Any]:
    span = SPANS[digest.period.frequency]
    subject = f"Your {span}: {counted(len(digest.lines), 'thing needs', 'things need')} you"
    shown = digest.lines[:LINES_A_DIGEST]
    context = {
        "lines": shown,
        "more": len(digest.lines) - len(shown),
        "day": today(),
        "span": span,
        "week_path": reverse("this-week"),
    }
    return written(by, "digest", Stream.DIGEST, recipient, subject, "notifications/digest", context)


def _empty(by: User, recipient: User, period: Period) -> dict[str, Any]:
    return {
        "kind": "digest",
        "stream": Stream.DIGEST,
        "recipient": recipient,
        "address": recipient.email,
        "due_at": now(),
        "state": State.SKIPPED,
        "reason": NOTHING,
        "subject": f"Your {SPANS[period.frequency]}: nothing new needs you",
        "created_at": now(),
        "posted_by": by,
    }
