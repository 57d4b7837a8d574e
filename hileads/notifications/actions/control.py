"""Holding a stream back, letting it go, and the sign of life of what recurs."""

import logging

import pghistory
from django.db import transaction
from django.urls import reverse

from hileads.clock import now, today
from hileads.jobs import enqueue
from hileads.leads.models import User
from hileads.notifications.actions.post import SWEEP, post_message
from hileads.notifications.models import Heartbeat, Message, Stream, StreamStop
from hileads.notifications.policies import BEATS, Alert, refuse_security
from hileads.notifications.queries import alerts_at
from hileads.permissions.catalogue import P
from hileads.permissions.checks import check, users_who_can

logger = logging.getLogger(__name__)


@transaction.atomic
def stop_stream(*, by: User, stream: Stream, reason: str) -> StreamStop:
    """Hold a stream back until somebody lets it go. Said twice, it is held once, for the first reason."""
    check(by, P.MESSAGE_STOP)
    refuse_security(stream)
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
    """Note that what recurs under this name has come to its end. From the first of them on, the others are waited for."""
    Heartbeat.objects.update_or_create(name=name, defaults={"beat_at": now()})
    others = [Heartbeat(name=other, beat_at=now()) for other in BEATS if other != name]
    Heartbeat.objects.bulk_create(others, ignore_conflicts=True)


def tell_alerts(*, by: User) -> int:
    """Tell everyone who watches what looks wrong, once a day each, and return how many messages that were.

    It stands in the log as an error too, for whoever runs the portal: mail may be the very thing that fails.
    """
    alerts = alerts_at(now())
    for alert in alerts:
        logger.error("Messages: %s", alert.sentence)
    watchers = list(users_who_can(P.MESSAGE_WATCH, on=None)) if alerts else []
    return sum(_tell(by, alert, watcher) for alert in alerts for watcher in watchers)


@transaction.atomic
def _tell(by: User, alert: Alert, watcher: User) -> bool:
    key = f"alert:{alert.key}:{today()}:{watcher.pk}"
    if Message.objects.filter(meaning_key=key).exists():
        return False
    post_message(
        by=by,
        kind="alert",
        stream=Stream.OBLIGATIONS,
        recipient=watcher,
        meaning_key=key,
        subject="Messages of the portal may not be leaving as they should",
        template="notifications/alert",
        context={"sentence": alert.sentence, "path": reverse("sending-show")},
    )
    return True
