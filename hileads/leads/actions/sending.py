"""Invitations that wait are let go by somebody, and then leave little by little, as mail servers like it."""

import pghistory
from django.db import transaction

from hileads.clock import now
from hileads.leads.actions.invitations import send_mail_of
from hileads.leads.models import Invitation, User
from hileads.leads.queries.leadimports import invitations_ready
from hileads.permissions.catalogue import P
from hileads.permissions.checks import check

INVITATIONS_A_BATCH = 30


@transaction.atomic
def release_invitations(*, by: User) -> int:
    """Let all invitations go that wait to be sent, and return how many. They leave batch by batch."""
    check(by, P.LEAD_IMPORT)
    with pghistory.context(user=by.pk):
        return invitations_ready().order_by().update(released_at=now())


def send_released_invitations(*, by: User) -> int:
    """Send the next batch of the invitations that were let go, and return how many.

    Each is a transaction of its own: one that fails does not take back the others.
    """
    check(by, P.LEAD_IMPORT)
    next_ones = Invitation.objects.released().order_by("released_at", "pk").values_list("pk", flat=True)
    return sum(_send_one(by, pk) for pk in next_ones[:INVITATIONS_A_BATCH])


@transaction.atomic
def _send_one(by: User, pk: int) -> bool:
    """Send an invitation, unless somebody else is at it or it was taken back meanwhile."""
    rows = Invitation.objects.released().select_for_update(of=("self",), skip_locked=True)
    invitation = rows.select_related("organisation", "nominated_by").filter(pk=pk).first()
    if invitation is None:
        return False
    send_mail_of(by=by, invitation=invitation)
    return True
