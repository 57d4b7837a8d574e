"""What people keep to themselves after a session. Nobody but its author can read any of it."""

from datetime import date
from uuid import UUID

import pghistory
from django.db import transaction
from django.shortcuts import get_object_or_404

from hileads.clock import now
from hileads.leads.models import User
from hileads.permissions.catalogue import P
from hileads.permissions.checks import check
from learning_sets.models import Commitment, CommitmentState, Reflection, Session
from learning_sets.policies import ensure_recordable


@transaction.atomic
def record_commitment(*, by: User, session: Session, text: str, due_date: date) -> Commitment:
    """Record what a person means to do after a session, and by when. The same words twice are one commitment."""
    check(by, P.SESSION_REFLECT, on=session)
    session = Session.objects.select_for_update().get(pk=session.pk)
    ensure_recordable(session, now())
    text = text.strip()
    for known in Commitment.objects.filter(session=session, author=by, due_date=due_date):
        if known.text == text:
            return known
    with pghistory.context(user=by.pk):
        return Commitment.objects.create(
            session=session, author=by, text=text, due_date=due_date, created_at=now()
        )


@transaction.atomic
def change_commitment(*, by: User, commitment: Commitment, state: CommitmentState) -> Commitment:
    """Say what became of one's own commitment. No outcome is better than another."""
    check(by, P.COMMITMENT_EDIT, on=commitment)
    commitment.state = CommitmentState(state)
    with pghistory.context(user=by.pk):
        commitment.save(update_fields=["state"])
    return commitment


@transaction.atomic
def mark_commitment_shared(*, by: User, public_id: UUID) -> int:
    """Remember that the author made something others can see of a commitment, and return its row number.

    The commitment itself stays as private as it was: what leaves the set is what its author wrote there.
    """
    commitment = get_object_or_404(Commitment.objects.select_for_update(), public_id=public_id)
    check(by, P.COMMITMENT_EDIT, on=commitment)
    if commitment.shared_at is None:
        commitment.shared_at = now()
        with pghistory.context(user=by.pk):
            commitment.save(update_fields=["shared_at"])
    return commitment.pk


@transaction.atomic
def record_reflection(*, by: User, session: Session, text: str) -> Reflection:
    """Record what a person thinks about a session: one page, which they may write anew at any time."""
    check(by, P.SESSION_REFLECT, on=session)
    session = Session.objects.select_for_update().get(pk=session.pk)
    ensure_recordable(session, now())
    reflection = Reflection.objects.filter(session=session, author=by).first()
    if reflection is None:
        reflection = Reflection(session=session, author=by, created_at=now())
    reflection.text = text.strip()
    with pghistory.context(user=by.pk):
        reflection.save()
    return reflection
