"""Sending what is due. Any number of sweeps may run at once: a row belongs to whoever locked it first."""

import logging
from collections import Counter
from datetime import timedelta

from celery.exceptions import SoftTimeLimitExceeded
from django.db import connection, transaction
from django.db.models import F

from hileads.clock import now
from hileads.jobs import enqueue
from hileads.leads.models import User
from hileads.notifications.actions.control import record_beat
from hileads.notifications.actions.post import SWEEP
from hileads.notifications.actions.receipts import suppress_address
from hileads.notifications.models import Message, State, Stream
from hileads.notifications.policies import WAITS, lease, require_change, wait_after
from hileads.notifications.queries import messages_to_send, not_relevant, unwanted
from hileads.notifications.transports import Transport, transport
from hileads.notifications.transports.failures import Busy, OutOfReach, Refused, TryLater, Unclear

logger = logging.getLogger(__name__)

BATCH = 20
BATCHES_A_SWEEP = 25
MINUTE = timedelta(seconds=60)
ONE_CLAIM_AT_A_TIME = 4_815_003
"""The number of the database's advisory lock under which messages are claimed where only so many may leave a minute."""
OUR_FAULT = "Something went wrong on our side."
NEVER_ENDED = "Sending it never came to an end."


def sweep_messages(*, by: User) -> Counter[State]:
    """Send every message that is due, in batches, and return how many ended in which state.

    Each row is locked and marked as being sent, in a transaction of its own; then its room is asked whether it is
    still wanted; then it is handed to the transport and marked as sent. While the transport cannot be reached, or takes
    no more, nothing is claimed and everything stays due.
    """
    outcomes: Counter[State] = Counter()
    try:
        settle_stuck_messages(by=by)
        for _ in range(BATCHES_A_SWEEP):
            if not messages_to_send(now()).exists():
                break
            with transport() as way_out:
                batch = _claim_batch(way_out.per_minute)
                _send_batch(batch, way_out, outcomes)
            if not batch:
                break
        else:
            enqueue(SWEEP)
    except (OutOfReach, Busy) as error:
        logger.warning("No message can leave: %s", error.reason)
    record_beat(by=by, name="sweep")
    return outcomes


def settle_stuck_messages(*, by: User) -> int:
    """Find out what became of messages whose sender died or lost its answer, and return how many there were.

    Where the other side can be asked by our reference, what it has is marked as sent, and only the rest is due again.
    A mail server cannot be asked, so such a message may arrive twice, but never not.
    """
    stuck = list(Message.objects.claimed_before(now() - lease())[:BATCH])
    if stuck:
        with transport() as way_out:
            for message in stuck:
                _settle_stuck(message, way_out.find(message))
    return len(stuck)


def _settle_stuck(message: Message, reference: str | None) -> None:
    if reference:
        _settle(message, State.SENT, sent_at=now(), provider_reference=reference, reason="")
    elif message.attempts > len(WAITS):
        _settle(message, State.FAILED, reason=f"{NEVER_ENDED} Tried {message.attempts} times.")
    else:
        _move(message, State.DUE, claimed_at=None)


@transaction.atomic
def _claim_batch(per_minute: int | None) -> list[Message]:
    """Mark the next due rows as being sent by us, passing over rows that another sweep holds.

    Where the other side takes only so many in any 60 seconds, there are as many rows as it still has room for.
    """
    due = messages_to_send(now()).select_related("recipient")
    room = BATCH if per_minute is None else min(BATCH, _room(per_minute))
    rows = list(due.select_for_update(skip_locked=True, of=("self",))[:room])
    moment = now()
    for row in rows:
        require_change(row, State.SENDING)
        row.state, row.claimed_at = State.SENDING, moment
    Message.objects.filter(pk__in=[row.pk for row in rows]).update(state=State.SENDING, claimed_at=moment)
    return rows


def _room(per_minute: int) -> int:
    """Return how many more messages may be claimed now. Claims wait for one another, so that no two fill one place.

    What is being sent counts until it has left, and for a minute after that.
    """
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_advisory_xact_lock(%s)", [ONE_CLAIM_AT_A_TIME])
    moment = now()
    gone = Message.objects.handed_over_since(moment - MINUTE, held_since=moment - lease())
    return max(0, per_minute - gone.count())


def _send_batch(batch: list[Message], way_out: Transport, outcomes: Counter[State]) -> None:
    """Send each message of a batch. When the connection is lost, the untried ones go back unharmed."""
    reasons = unwanted(batch)
    for position, message in enumerate(batch):
        try:
            outcomes[_send(message, way_out, reasons.get(message.pk, ""))] += 1
        except (OutOfReach, Busy) as error:
            if isinstance(error, OutOfReach):
                outcomes[_try_again(message, error.reason)] += 1
            else:
                _move(message, State.DUE, claimed_at=None, attempts=F("attempts") - 1)
            for untried in batch[position + 1 :]:
                _move(untried, State.DUE, claimed_at=None)
            raise


def _send(message: Message, way_out: Transport, unwanted_for: str) -> State:
    """Ask whether it is still wanted, send it, and say what became of it. The claim is renewed for each one."""
    if not _renew(message):
        return State.SENDING
    try:
        with transaction.atomic():
            reason = unwanted_for or not_relevant(message)
        if reason:
            return _settle(message, State.SKIPPED, reason=reason)
        reference = way_out.send(message)
    except (OutOfReach, Busy, SoftTimeLimitExceeded):
        raise
    except Unclear as error:
        _move(message, State.SENDING, reason=error.reason)
        return State.SENDING
    except Refused as error:
        return _refused(message, error)
    except TryLater as error:
        return _try_again(message, error.reason)
    except Exception:
        logger.exception("Message %s could not be sent.", message.public_id)
        return _try_again(message, OUR_FAULT)
    return _settle(message, State.SENT, sent_at=now(), provider_reference=reference, reason="")


def _renew(message: Message) -> bool:
    moment = now()
    if not _move(message, State.SENDING, attempts=F("attempts") + 1, claimed_at=moment):
        return False
    message.attempts, message.claimed_at = message.attempts + 1, moment
    return True


def _refused(message: Message, error: Refused) -> State:
    if error.no_mailbox:
        suppress_address(by=User.objects.system(), message=message, reason=error.reason)
    return _settle(message, State.FAILED, reason=error.reason)


def _try_again(message: Message, reason: str) -> State:
    """Wait and try again, or after the last try give up."""
    wait = wait_after(message.attempts)
    if wait is None:
        return _settle(message, State.FAILED, reason=f"{reason} Tried {message.attempts} times.")
    _move(message, State.DUE, retry_at=now() + wait, reason=reason)
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
