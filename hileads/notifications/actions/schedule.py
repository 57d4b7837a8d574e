"""Messages that time brings: reminders that follow their subject, and the weekly digest."""

from django.db import transaction
from django.urls import reverse

from hileads.clock import now, today
from hileads.contributions import DueMessage
from hileads.jobs import enqueue
from hileads.leads.models import User
from hileads.notifications.actions.post import SWEEP, post_message
from hileads.notifications.models import Message, Stream
from hileads.notifications.queries import digest_readers, due_reminders
from hileads.wording import counted
from hileads.work import lines_for

LINES_A_DIGEST = 7


def post_reminders(*, by: User) -> int:
    """Post the reminders whose time has come and that are not in the ledger yet, and return how many.

    Each is a transaction of its own: one that fails does not hold back the others.
    """
    due = list(due_reminders(now()))
    known = set(
        Message.objects.filter(meaning_key__in=[row.meaning_key for row in due]).values_list(
            "meaning_key", flat=True
        )
    )
    new = [row for row in due if row.meaning_key not in known]
    people = User.objects.in_bulk({row.recipient_id for row in new})
    for row in new:
        _post_reminder(by, row, people[row.recipient_id])
    if new:
        enqueue(SWEEP)
    return len(new)


def _post_reminder(by: User, row: DueMessage, recipient: User) -> None:
    post_message(
        by=by,
        kind=row.kind,
        stream=Stream(row.stream),
        recipient=recipient,
        meaning_key=row.meaning_key,
        due_at=row.due_at,
        subject=row.subject,
        template=row.template,
        context=row.context,
        reference=row.reference,
        wake=False,
    )


def post_digests(*, by: User) -> int:
    """Post this week's digest for everyone who has something in it, and return how many were new.

    A person gets one a week at most, however often this runs, and none when nothing needs them.
    """
    year, week, _ = today().isocalendar()
    keys = {user: f"digest:{year}-W{week:02d}:{user.pk}" for user in digest_readers(today())}
    known = set(Message.objects.filter(meaning_key__in=keys.values()).values_list("meaning_key", flat=True))
    posted = sum(_post_digest(by, user, key) for user, key in keys.items() if key not in known)
    if posted:
        enqueue(SWEEP)
    return posted


@transaction.atomic
def _post_digest(by: User, recipient: User, key: str) -> bool:
    lines = lines_for(recipient, today())
    if not lines:
        return False
    shown = lines[:LINES_A_DIGEST]
    post_message(
        by=by,
        kind="digest",
        stream=Stream.DIGEST,
        recipient=recipient,
        meaning_key=key,
        due_at=now(),
        subject=f"Your week: {counted(len(lines), 'thing needs', 'things need')} you",
        template="notifications/weekly_digest",
        context={
            "lines": shown,
            "more": len(lines) - len(shown),
            "day": today(),
            "week_path": reverse("this-week"),
        },
        wake=False,
    )
    return True
