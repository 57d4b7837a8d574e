"""What beat starts and what actions queue by name. Each may run any number of times, side by side."""

from celery import shared_task

from hileads.leads.models import User
from hileads.organisations.actions.proposals import carry_out_imports


@shared_task
def carry_out() -> None:
    """Carry out the imports that have been confirmed."""
    carry_out_imports(by=User.objects.system())
