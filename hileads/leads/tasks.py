"""What beat starts. Each may run any number of times, side by side."""

from celery import shared_task

from hileads.leads.actions import pass_on
from hileads.leads.actions.sending import send_released_invitations
from hileads.leads.models import User


@shared_task
def pass_on_what_was_left() -> None:
    """Give what people left behind whose last day has passed to whoever has come after them."""
    pass_on(by=User.objects.system())


@shared_task
def send_invitations() -> None:
    """Send the next batch of the invitations that were let go."""
    send_released_invitations(by=User.objects.system())
