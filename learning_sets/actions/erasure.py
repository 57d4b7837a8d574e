"""What goes of the learning sets: old answers, and everything of a person whose account is closed."""

from datetime import datetime, timedelta

import pghistory
from django.db import transaction

from hileads.leads.models import User
from learning_sets.models import Commitment, Membership, Reflection, Rsvp

ANSWERS_KEPT = timedelta(days=730)


@transaction.atomic
def dispose_answers(*, by: User, moment: datetime) -> int:
    """Delete the answers to sessions that are long over, and return how many."""
    with pghistory.context(user=by.pk):
        return Rsvp.objects.filter(session__ends_at__lt=moment - ANSWERS_KEPT).delete()[0]


@transaction.atomic
def erase_private_words(*, by: User, person: User) -> int:
    """Delete a person's commitments and reflections unread, and return how many. Actions made of them stay."""
    with pghistory.context(user=by.pk):
        commitments = Commitment.objects.filter(author=person).delete()[1]
        reflections = Reflection.objects.filter(author=person).delete()[0]
    return commitments.get(Commitment._meta.label, 0) + reflections


@transaction.atomic
def erase_places(*, by: User, person: User) -> int:
    """Delete a person's places in learning sets and their answers, and return how many."""
    with pghistory.context(user=by.pk):
        return sum(kind.objects.filter(user=person).delete()[0] for kind in (Membership, Rsvp))
