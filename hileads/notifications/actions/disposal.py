"""Messages go when nobody needs them any more."""

from datetime import datetime, timedelta

from django.db import transaction
from django.db.models import Q

from hileads.leads.models import User
from hileads.notifications.models import Message, Pause, Preference, Seen, State, Stream, Suppression
from hileads.notifications.queries.digests import SPAN

SIGN_IN_MESSAGES_KEPT = timedelta(days=90)
MESSAGES_KEPT = timedelta(days=400)
SETTLED = (State.SENT, State.SKIPPED, State.FAILED, State.CANCELLED)


@transaction.atomic
def dispose_sign_in_messages(*, by: User, moment: datetime) -> int:
    """Delete settled messages about signing in, and return how many."""
    return _deleted(Q(stream=Stream.SECURITY, due_at__lt=moment - SIGN_IN_MESSAGES_KEPT))


@transaction.atomic
def dispose_messages(*, by: User, moment: datetime) -> int:
    """Delete all other settled messages, and return how many."""
    return _deleted(~Q(stream=Stream.SECURITY) & Q(due_at__lt=moment - MESSAGES_KEPT))


@transaction.atomic
def dispose_seen(*, by: User, moment: datetime) -> int:
    """Delete which lines people looked at, once no digest asks for them, and return how many."""
    return Seen.objects.filter(seen_at__lt=moment - max(SPAN.values())).delete()[0]


@transaction.atomic
def erase_messages(*, by: User, person: User) -> int:
    """Delete every message to a person, and return how many."""
    return Message.objects.filter(Q(recipient=person) | Q(address=person.email)).delete()[0]


@transaction.atomic
def erase_choices(*, by: User, person: User) -> int:
    """Delete what a person chose to hear of, what they looked at, and what is known of their address."""
    rows = (
        Preference.objects.filter(user=person),
        Pause.objects.filter(user=person),
        Seen.objects.filter(user=person),
        Suppression.objects.filter(address=person.email),
    )
    return sum(found.delete()[0] for found in rows)


def _deleted(which: Q) -> int:
    return Message.objects.filter(which, state__in=SETTLED).delete()[0]
