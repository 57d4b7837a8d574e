"""What the other side reports after it has accepted a message, and addresses that do not exist."""

from datetime import datetime

from django.db import transaction

from hileads.clock import now
from hileads.leads.models import User
from hileads.notifications.models import Message, Receipt, State, Suppression
from hileads.notifications.policies import require_change
from hileads.permissions.catalogue import P
from hileads.permissions.checks import check


@transaction.atomic
def record_receipt(*, by: User, message: Message, receipt: Receipt, moment: datetime) -> None:
    """Keep what became of a message that was accepted. The same receipt twice changes nothing.

    A receipt may come before we have marked the message as sent ourselves; it settles that too.
    """
    check(by, P.MESSAGE_STOP)
    message = Message.objects.select_for_update(of=("self",)).get(pk=message.pk)
    if message.receipt:
        return
    message.receipt, message.receipt_at = receipt, moment
    if message.state == State.SENDING:
        message.state, message.sent_at = State.SENT, moment
    if receipt != Receipt.DELIVERED and message.state == State.SENT:
        require_change(message, State.FAILED)
        message.state, message.reason = State.FAILED, f"{receipt.label}."
    message.save(update_fields=["receipt", "receipt_at", "state", "sent_at", "reason"])
    if receipt == Receipt.NO_MAILBOX:
        suppress_address(by=by, message=message, reason=f"{receipt.label}.")


@transaction.atomic
def suppress_address(*, by: User, message: Message, reason: str) -> Suppression:
    """Write no more to an address that does not exist, but for messages about security."""
    known, _ = Suppression.objects.get_or_create(
        address=message.address, defaults={"reason": reason, "message": message, "suppressed_at": now()}
    )
    return known


@transaction.atomic
def lift_suppression(*, by: User, address: str) -> None:
    """Write to an address again: its owner, or an administrator, says that it works. Said twice, it is done once."""
    if by.email != address:
        check(by, P.MESSAGE_STOP)
    Suppression.objects.filter(address=address).delete()
