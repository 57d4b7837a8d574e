"""What beat starts and what actions queue by name. Each may run any number of times, side by side."""

from celery import shared_task

from hileads.clock import now
from hileads.leads.models import User
from hileads.notifications.actions import (
    post_digests,
    post_reminders,
    record_beat,
    start_digests,
    sweep_messages,
    tell_alerts,
)
from hileads.notifications.queries import open_periods


@shared_task
def sweep() -> None:
    """Send every message that is due."""
    sweep_messages(by=User.objects.system())


@shared_task
def remind() -> None:
    """Post the reminders whose time has come."""
    portal = User.objects.system()
    post_reminders(by=portal)
    record_beat(by=portal, name="remind")


@shared_task
def start_digests_now() -> None:
    """Queue the digests that are due."""
    portal = User.objects.system()
    start_digests(by=portal)
    record_beat(by=portal, name="digests")


@shared_task
def post_digests_of(people: list[int]) -> None:
    """Post the digests that are due to some people."""
    post_digests(by=User.objects.system(), periods=open_periods(now()), people=people)


@shared_task
def watch() -> None:
    """Tell those who watch what looks wrong about sending."""
    tell_alerts(by=User.objects.system())
