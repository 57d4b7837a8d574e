"""An action changes hands when a post does."""

from django.db import transaction

from accountability.actions.plan import edit_action
from accountability.models import Action
from hileads.leads.models import User


@transaction.atomic
def hand_on_action(*, by: User, public_id: str, to: User) -> Action:
    """Give an open action to somebody else at its organisation. Its history says who did it before, and who does now."""
    return edit_action(by=by, action=Action.objects.get(public_id=public_id), owner=to)
