"""What is due, whether it is still wanted, and what a person has been sent."""

from collections.abc import Iterator
from datetime import date, datetime

from django.db.models import QuerySet

from hileads.contributions import DueMessage, Resolved, reminders
from hileads.dated import in_force
from hileads.leads.models import User
from hileads.notifications.models import Message
from hileads.permissions.catalogue import P
from hileads.permissions.checks import scope
from hileads.references import resolve

ACCOUNT_CLOSED = "The account of this person is closed."


def messages_of(user: User) -> QuerySet[Message]:
    """Return a person's own messages, the newest first."""
    return scope(Message.objects.shown_to(user), user, P.MESSAGE_VIEW)


def subject_of(message: Message) -> Resolved | None:
    """Return what a message is about, as far as its recipient may still see it."""
    if not message.reference or message.recipient is None:
        return None
    return resolve(message.recipient, message.reference)


def reason_to_skip(message: Message) -> str:
    """Return why a message should not go after all, or "" while it should.

    The room that the message comes from is asked at the last moment, so that nobody is reminded of what they
    have done already.
    """
    if message.recipient is None:
        return ""
    if not message.recipient.is_active:
        return ACCOUNT_CLOSED
    source = reminders.get(message.kind)
    return source.still_relevant(message.reference, message.recipient) if source else ""


def due_reminders(moment: datetime) -> Iterator[DueMessage]:
    """Return every reminder that some room says should exist at `moment`."""
    for source in reminders.all():
        yield from source.due(moment)


def digest_readers(day: date) -> QuerySet[User]:
    """Return the people who get a weekly digest if there is something in it: everyone with a live appointment."""
    return (
        User.objects.filter(in_force(day, "appointments__"), is_active=True, is_system=False)
        .distinct()
        .order_by("pk")
    )
