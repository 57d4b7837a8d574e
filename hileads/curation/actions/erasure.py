"""What goes of the workshop when an account is closed: one's own settings there. What was published stays."""

from django.db import transaction
from wagtail.admin.models import EditingSession, FormState
from wagtail.users.models import UserProfile

from hileads.leads.models import User


@transaction.atomic
def erase_workshop_settings(*, by: User, person: User) -> int:
    """Delete a person's settings and unfinished forms in the workshop, and return how many."""
    kinds = (UserProfile, FormState, EditingSession)
    return sum(kind.objects.filter(user=person).delete()[0] for kind in kinds)
