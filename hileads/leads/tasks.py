"""What beat starts. Each may run any number of times, side by side."""

from celery import shared_task

from hileads.leads.actions import pass_on
from hileads.leads.actions.leadimports import let_go_of_lead_files
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


@shared_task
def let_go_of_uploads() -> None:
    """Let go of spreadsheets that were handed in more than a month ago."""
    let_go_of_lead_files(by=User.objects.system())
