"""Learning sets begin, and people join them."""

import pghistory
from django.db import transaction

from hileads.clock import now, today
from hileads.leads.models import User
from hileads.permissions.catalogue import P
from hileads.permissions.checks import check
from learning_sets.models import LearningSet, Membership


@transaction.atomic
def begin_set(*, by: User, name: str, purpose: str) -> LearningSet:
    """Begin a learning set. Whoever begins it is its facilitator."""
    check(by, P.SET_ADD)
    with pghistory.context(user=by.pk):
        learning_set = LearningSet.objects.create(name=name, purpose=purpose, created_at=now())
        Membership.objects.create(learning_set=learning_set, user=by, is_facilitator=True, from_date=today())
    return learning_set


@transaction.atomic
def add_member(*, by: User, learning_set: LearningSet, person: User) -> Membership:
    """Let a person join a set from today on. Said twice, it is still one membership."""
    check(by, P.SET_RUN, on=learning_set)
    known = Membership.objects.on(today()).filter(learning_set=learning_set, user=person).first()
    if known:
        return known
    with pghistory.context(user=by.pk):
        return Membership.objects.create(learning_set=learning_set, user=person, from_date=today())
