"""What beat starts every night."""

from celery import shared_task

from hileads.leads.models import User
from hileads.privacy.actions import apply_retention_rules


@shared_task
def apply_retention() -> None:
    """Dispose of what has been kept long enough. It may run any number of times."""
    apply_retention_rules(by=User.objects.system())
