"""Reminders are posted when their time has come."""

from hileads.clock import now
from hileads.jobs import enqueue
from hileads.leads.models import User
from hileads.notifications.actions.post import SWEEP, post_message
from hileads.notifications.models import Stream
from hileads.notifications.queries import DueReminder, due_reminders


def post_reminders(*, by: User) -> int:
    """Post the reminders whose time has come and that are not in the ledger yet, and return how many.

    Each is a transaction of its own: one that fails does not hold back the others.
    """
    due = due_reminders(now())
    people = User.objects.in_bulk({row.recipient for row in due} | {row.acting_for for row in due} - {None})
    for row in due:
        _post_reminder(by, row, people)
    if due:
        enqueue(SWEEP)
    return len(due)


def _post_reminder(by: User, row: DueReminder, people: dict[int, User]) -> None:
    recipient = people[row.recipient]
    words = row.source.words(row.occasion, row.due.offset, recipient)
    post_message(
        by=by,
        kind=row.source.kind,
        stream=Stream(row.source.stream),
        recipient=recipient,
        meaning_key=row.meaning_key,
        due_at=row.due.at,
        subject=words.subject,
        template=words.template,
        context=words.context,
        reference=row.occasion.reference,
        optional=row.is_optional,
        acting_for=people[row.acting_for].name if row.acting_for else "",
        wake=False,
    )
