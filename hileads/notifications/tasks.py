"""What beat starts and what actions queue by name. Each may run any number of times, side by side."""

from celery import shared_task

from hileads.leads.models import User
from hileads.notifications.actions import post_digests, post_reminders, sweep_messages


@shared_task
def sweep() -> None:
    """Send every message that is due."""
    sweep_messages(by=User.objects.system())


@shared_task
def remind() -> None:
    """Post the reminders whose time has come."""
    post_reminders(by=User.objects.system())


@shared_task
def send_weekly_digests() -> None:
    """Post this week's digests."""
    post_digests(by=User.objects.system())
