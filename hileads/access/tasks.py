"""What beat starts."""

from celery import shared_task

from hileads.access.actions import carry_out_resets
from hileads.leads.models import User


@shared_task
def take_away_lost_steps() -> None:
    """Take away the second steps whose day of waiting has passed."""
    carry_out_resets(by=User.objects.system())
