"""The front door for the board's room: one's own commitment, to make an action of it."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from hileads.permissions.catalogue import P
from hileads.permissions.checks import scope
from learning_sets.actions import mark_commitment_shared
from learning_sets.models import Commitment

__all__ = ["CommitmentView", "commitment_for_author", "mark_commitment_shared"]


@dataclass(frozen=True)
class CommitmentView:
    """A person's own commitment: what they said they would do, by when, and after which day's session."""

    public_id: UUID
    text: str
    due_date: date
    session_date: date
    is_shared: bool


def commitment_for_author(user: object, public_id: UUID) -> CommitmentView | None:
    """Return a commitment to the person who made it, and None to everyone else, as if there were none."""
    own = scope(Commitment.objects.select_related("session"), user, P.COMMITMENT_VIEW)
    commitment = own.filter(public_id=public_id).first()
    if commitment is None:
        return None
    return CommitmentView(
        public_id=commitment.public_id,
        text=commitment.text,
        due_date=commitment.due_date,
        session_date=commitment.session.local_date,
        is_shared=commitment.shared_at is not None,
    )
