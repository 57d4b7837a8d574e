"""What a person recorded for themselves about a session. Every read here is scoped to its author."""

from django.db.models import QuerySet

from hileads.permissions.catalogue import P
from hileads.permissions.checks import scope
from learning_sets.models import Commitment, Reflection, Session


def own_commitments(user: object, session: Session) -> QuerySet[Commitment]:
    """Return what this person, and nobody else, said they would do after a session."""
    return scope(Commitment.objects.filter(session=session), user, P.COMMITMENT_VIEW)


def own_reflection(user: object, session: Session) -> Reflection | None:
    """Return what this person, and nobody else, thought about a session."""
    return scope(Reflection.objects.filter(session=session), user, P.REFLECTION_VIEW).first()
