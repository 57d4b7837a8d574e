"""Actions, and measures that a board watches, change hands when a post does."""

import pghistory
from django.db import transaction

from accountability.actions.board import edit_board_measure
from accountability.actions.plan import edit_action
from accountability.models import Action, BoardMeasure
from hileads.leads.models import User


@transaction.atomic
def hand_on_action(*, by: User, public_id: str, to: User) -> Action:
    """Give an open action to somebody else at its organisation. Its history says who did it before, and who does now."""
    return edit_action(by=by, action=Action.objects.get(public_id=public_id), owner=to)


@transaction.atomic
def hand_on_board_measure(*, by: User, public_id: str, to: User) -> BoardMeasure:
    """Let somebody else at the organisation answer for a measure on its board's list. Its history says who did before."""
    row = BoardMeasure.objects.select_related("organisation", "measure").get(public_id=public_id)
    with pghistory.context(user=by.pk):
        return edit_board_measure(
            by=by, organisation=row.organisation, measure=row.measure, owner=to, owner_title=""
        )
