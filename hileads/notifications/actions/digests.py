"""Digests: one mail a week, or a day or month for whoever chose so, with what needs a person."""

from collections.abc import Iterable

from django.urls import reverse

from hileads.clock import now, today
from hileads.jobs import enqueue
from hileads.leads.models import User
from hileads.notifications.actions.post import SWEEP, post_message
from hileads.notifications.models import Frequency, Message, State, Stream
from hileads.notifications.queries import (
    Choices,
    Digest,
    Period,
    choices_of,
    digest_lines,
    digest_readers,
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
    waiting = [user.pk for user, _, _ in _still_open(list(digest_readers(today())), periods)]
    for start in range(0, len(waiting), PEOPLE_A_TASK):
        enqueue(POST_DIGESTS, people=waiting[start : start + PEOPLE_A_TASK])
    return len(waiting)


def post_digests(*, by: User, periods: Iterable[Period], people: Iterable[int] | None = None) -> int:
    """Post the digests of these periods to these people, or to everyone, and return how many are to be sent.

    A person gets one for a day, week or month at most. Where nothing needs them, the ledger says so, and no mail goes.
    """
    readers = digest_readers(today())
    rows = list(readers if people is None else readers.filter(pk__in=people))
    posted = 0
    for user, choices, open_ones in _still_open(rows, periods):
        for digest in digest_lines(user, choices, open_ones, now()):
            posted += _post_digest(by, user, digest)
    if posted:
        enqueue(SWEEP)
    return posted


def _still_open(users: list[User], periods: Iterable[Period]) -> list[tuple[User, Choices, list[Period]]]:
    """Return who should get a digest that is not in the ledger yet, each with the periods it is for."""
    choices = choices_of([user.pk for user in users], today())
    wanted = {
        _key(user, period): (user, period)
        for user in users
        for period in periods_of(choices[user.pk], periods)
    }
    known = set(Message.objects.filter(meaning_key__in=wanted).values_list("meaning_key", flat=True))
    found: dict[User, list[Period]] = {}
    for key, (user, period) in wanted.items():
        if key not in known:
            found.setdefault(user, []).append(period)
    return [(user, choices[user.pk], open_ones) for user, open_ones in found.items()]


def _key(user: User, period: Period) -> str:
    return f"digest:{period.name}:{user.pk}"


def _post_digest(by: User, recipient: User, digest: Digest) -> bool:
    if not digest.lines:
        _note_nothing(by, recipient, digest.period)
        return False
    shown = digest.lines[:LINES_A_DIGEST]
    span = SPANS[digest.period.frequency]
    post_message(
        by=by,
        kind="digest",
        stream=Stream.DIGEST,
        recipient=recipient,
        meaning_key=_key(recipient, digest.period),
        due_at=now(),
        subject=f"Your {span}: {counted(len(digest.lines), 'thing needs', 'things need')} you",
        template="notifications/digest",
        context={
            "lines": shown,
            "more": len(digest.lines) - len(shown),
            "day": today(),
            "span": span,
            "week_path": reverse("this-week"),
        },
        optional=True,
        wake=False,
    )
    return True


def _note_nothing(by: User, recipient: User, period: Period) -> None:
    """Say in the ledger that a digest was looked for and held nothing."""
    values = {
        "kind": "digest",
        "stream": Stream.DIGEST,
        "recipient": recipient,
        "address": recipient.email,
        "due_at": now(),
        "optional": True,
        "state": State.SKIPPED,
        "reason": NOTHING,
        "subject": f"Your {SPANS[period.frequency]}: nothing new needs you",
        "created_at": now(),
        "posted_by": by,
    }
    Message.objects.get_or_create(meaning_key=_key(recipient, period), defaults=values)
