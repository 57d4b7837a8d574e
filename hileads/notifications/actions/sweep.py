"""Sending what is due. Any number of sweeps may run at once: a row belongs to whoever locked it first."""

import logging
from collections import Counter

from celery.exceptions import SoftTimeLimitExceeded
from django.db import transaction
from django.db.models import F

from hileads.clock import now
from hileads.jobs import enqueue
from hileads.leads.models import User
from hileads.notifications.actions.post import SWEEP
from hileads.notifications.models import Message, State, Stream
from hileads.notifications.policies import STUCK_AFTER, require_change, wait_after
from hileads.notifications.queries import reason_to_skip
from hileads.notifications.transports import Transport, transport
from hileads.notifications.transports.failures import OutOfReach, Refused, TryLater

logger = logging.getLogger(__name__)

BATCH = 20
BATCHES_A_SWEEP = 25
OUR_FAULT = "Something went wrong on our side."


def sweep_messages(*, by: User) -> Counter[State]:
    """Send every message that is due, in batches, and return how many ended in which state.

    Each row is locked and marked as being sent, in a transaction of its own; then its room is asked whether it is
    still wanted; then it is handed to the transport and marked as sent. While the transport cannot be reached,
    nothing is claimed and everything stays due.
    """
    release_stuck_messages(by=by)
    outcomes: Counter[State] = Counter()
    for _ in range(BATCHES_A_SWEEP):
        if not Message.objects.due(now()).exists():
            return outcomes
        try:
            with transport() as way_out:
                _send_batch(_claim_batch(), way_out, outcomes)
        except OutOfReach as error:
            logger.warning("No message can leave: %s", error.reason)
            return outcomes
    enqueue(SWEEP)
    return outcomes


@transaction.atomic
def release_stuck_messages(*, by: User) -> int:
    """Make messages due again whose sender died while sending, and return how many.

    A mail server cannot be asked whether it took a message, so such a message may arrive twice, but never not.
    """
    return Message.objects.claimed_before(now() - STUCK_AFTER).update(state=State.DUE, claimed_at=None)


@transaction.atomic
def _claim_batch() -> list[Message]:
    """Mark the next due rows as being sent by us, passing over rows that another sweep holds."""
    due = Message.objects.due(now()).select_related("recipient").order_by("due_at", "pk")
    rows = list(due.select_for_update(skip_locked=True, of=("self",))[:BATCH])
    moment = now()
    for row in rows:
        require_change(row, State.SENDING)
        row.state, row.claimed_at = State.SENDING, moment
    Message.objects.filter(pk__in=[row.pk for row in rows]).update(state=State.SENDING, claimed_at=moment)
    return rows


def _send_batch(batch: list[Message], way_out: Transport, outcomes: Counter[State]) -> None:
    """Send each message of a batch. When the connection is lost, the untried ones go back unharmed."""
    for position, message in enumerate(batch):
        try:
            outcomes[_send(message, way_out)] += 1
        except OutOfReach as error:
            outcomes[_try_again(message, error.reason)] += 1
            for untried in batch[position + 1 :]:
                _move(untried, State.DUE, claimed_at=None)
            raise


def _send(message: Message, way_out: Transport) -> State:
    """Ask whether it is still wanted, send it, and say what became of it."""
    message.attempts += 1
    if not _move(message, State.SENDING, attempts=F("attempts") + 1):
        return State.SENDING
    try:
        with transaction.atomic():
            reason = reason_to_skip(message)
        if reason:
            return _settle(message, State.SKIPPED, reason=reason)
        reference = way_out.send(message)
    except (OutOfReach, SoftTimeLimitExceeded):
        raise
    except Refused as error:
        return _settle(message, State.FAILED, reason=error.reason)
    except TryLater as error:
        return _try_again(message, error.reason)
    except Exception:
        logger.exception("Message %s could not be sent.", message.public_id)
        return _try_again(message, OUR_FAULT)
    return _settle(message, State.SENT, sent_at=now(), provider_reference=reference, reason="")


def _try_again(message: Message, reason: str) -> State:
    """Wait and try again, or after the last try give up."""
    wait = wait_after(message.attempts)
    if wait is None:
        return _settle(message, State.FAILED, reason=f"{reason} Tried {message.attempts} times.")
    _move(message, State.DUE, claimed_at=None, retry_at=now() + wait, reason=reason)
    return State.DUE


def _settle(message: Message, to: State, **fields: object) -> State:
    """Bring a message to its end. What was said about signing in is not kept: a code is a key."""
    if message.stream == Stream.SECURITY:
        fields |= {"body_text": "", "body_html": ""}
    _move(message, to, **fields)
    return to


def _move(message: Message, to: State, **fields: object) -> bool:
    """Change the row if it is still ours, and say whether it was: a claim that took too long may be another's."""
    if to != State.SENDING:
        require_change(message, to)
    ours = Message.objects.filter(pk=message.pk, state=State.SENDING, claimed_at=message.claimed_at)
    return bool(ours.update(state=to, **fields))
