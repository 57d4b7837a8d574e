"""Holding a stream back, letting it go, and the sign of life of what recurs."""

import pghistory
from django.db import transaction

from hileads.clock import now
from hileads.jobs import enqueue
from hileads.leads.models import User
from hileads.notifications.actions.post import SWEEP
from hileads.notifications.models import Heartbeat, Stream, StreamStop
from hileads.permissions.catalogue import P
from hileads.permissions.checks import check


@transaction.atomic
def stop_stream(*, by: User, stream: Stream, reason: str) -> StreamStop:
    """Hold a stream back until somebody lets it go. Said twice, it is held once, for the first reason."""
    check(by, P.MESSAGE_STOP)
    with pghistory.context(user=by.pk):
        held, _ = StreamStop.objects.get_or_create(
            stream=stream, defaults={"reason": reason.strip(), "stopped_by": by, "stopped_at": now()}
        )
    return held


@transaction.atomic
def release_stream(*, by: User, stream: Stream) -> None:
    """Let a stream go. What has waited is asked once more whether it is still wanted."""
    check(by, P.MESSAGE_STOP)
    with pghistory.context(user=by.pk):
        StreamStop.objects.filter(stream=stream).delete()
    enqueue(SWEEP)


@transaction.atomic
def record_beat(*, by: User, name: str) -> None:
    """Note that what recurs under this name has come to its end."""
    Heartbeat.objects.update_or_create(name=name, defaults={"beat_at": now()})
