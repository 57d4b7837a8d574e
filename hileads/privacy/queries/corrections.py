"""What people asked to have put right."""

from django.db.models import QuerySet

from hileads.leads.models import User
from hileads.permissions.catalogue import P
from hileads.permissions.checks import scope
from hileads.privacy.models import Correction


def corrections_of(person: User) -> QuerySet[Correction]:
    """Return what a person asked to have put right, the newest first."""
    return Correction.objects.filter(person=person).select_related("answered_by").order_by("-asked_at", "-pk")


def corrections_waiting_for(user: User) -> QuerySet[Correction]:
    """Return what waits for this person's answer, the oldest first."""
    return scope(Correction.objects.open(), user, P.CORRECTION_ANSWER).select_related("person")
