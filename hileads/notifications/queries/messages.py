"""What is due, whether it is still wanted, and what a person has been sent."""

from collections.abc import Mapping, Sequence
from datetime import datetime

from django.db.models import QuerySet

from hileads.clock import today
from hileads.contributions import Resolved, relevance, reminders
from hileads.leads.models import User
from hileads.notifications.models import Message, Stream, StreamStop, Suppression
from hileads.notifications.queries.choices import Choices, choices_of
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


def unwanted(batch: Sequence[Message]) -> dict[int, str]:
    """Return by number which of these messages should not go, and why: as people chose, and as addresses stand.

    Three queries. SECURITY: an address that mail came back from is still written to about signing in.
    """
    choices = choices_of([row.recipient_id for row in batch if row.optional and row.recipient_id], today())
    addresses = [row.address for row in batch if row.stream != Stream.SECURITY]
    suppressed = set(Suppression.objects.filter(address__in=addresses).values_list("address", flat=True))
    found = {row.pk: _why_unwanted(row, choices, suppressed) for row in batch}
    return {number: reason for number, reason in found.items() if reason}


def _why_unwanted(message: Message, choices: Mapping[int, Choices], suppressed: set[str]) -> str:
    if message.stream != Stream.SECURITY and message.address in suppressed:
        return NO_MAILBOX
    if message.recipient is not None and not message.recipient.is_active:
        return ACCOUNT_CLOSED
    chosen = choices.get(message.recipient_id or 0) if message.optional else None
    return chosen.why_not(Stream(message.stream)) if chosen else ""


def not_relevant(message: Message) -> str:
    """Return why a message need not go any more, or "" while it should.

    The room that it comes from is asked at the last moment, so that nobody is reminded of what they have done already.
    """
    source = reminders.get(message.kind)
    ask = source.still_relevant if source else relevance.get(message.kind)
    return ask(message.reference, message.recipient) if ask and message.recipient else ""
