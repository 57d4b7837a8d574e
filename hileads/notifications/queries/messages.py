"""What is due, whether it is still wanted, and what a person has been sent."""

from datetime import datetime

from django.db.models import QuerySet

from hileads.clock import today
from hileads.contributions import Resolved, relevance, reminders
from hileads.leads.models import User
from hileads.notifications.models import Message, Stream, StreamStop, Suppression
from hileads.notifications.queries.choices import choices_of
from hileads.permissions.catalogue import P
from hileads.permissions.checks import scope
from hileads.references import resolve
from hileads.sending_hours import may_leave

ACCOUNT_CLOSED = "The account of this person is closed."
NO_MAILBOX = "Mail to this address came back: there is no such mailbox."


def messages_of(user: User) -> QuerySet[Message]:
    """Return a person's own messages, the newest first."""
    return scope(Message.objects.shown_to(user), user, P.MESSAGE_VIEW)


def messages_to_send(moment: datetime) -> QuerySet[Message]:
    """Return what may leave at `moment`, what cannot wait first: streams that are held back are not among it."""
    due = Message.objects.due(moment).exclude(stream__in=StreamStop.objects.values("stream"))
    return (due if may_leave(moment) else due.filter(at_once=True)).order_by("-at_once", "due_at", "pk")


def subject_of(message: Message) -> Resolved | None:
    """Return what a message is about, as far as its recipient may still see it."""
    if not message.reference or message.recipient is None:
        return None
    return resolve(message.recipient, message.reference)


def reason_to_skip(message: Message) -> str:
    """Return why a message should not go after all, or "" while it should.

    The room that the message comes from is asked at the last moment, so that nobody is reminded of what they have
    done already. SECURITY: an address that mail came back from is still written to about signing in.
    """
    if message.stream != Stream.SECURITY and Suppression.objects.filter(address=message.address).exists():
        return NO_MAILBOX
    if message.recipient is None:
        return ""
    if not message.recipient.is_active:
        return ACCOUNT_CLOSED
    return _not_wanted(message, message.recipient) or _not_relevant(message, message.recipient)


def _not_wanted(message: Message, recipient: User) -> str:
    if not message.optional:
        return ""
    return choices_of([recipient.pk], today())[recipient.pk].why_not(Stream(message.stream))


def _not_relevant(message: Message, recipient: User) -> str:
    source = reminders.get(message.kind)
    ask = source.still_relevant if source else relevance.get(message.kind)
    return ask(message.reference, recipient) if ask else ""
