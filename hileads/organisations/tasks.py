"""What beat starts and what actions queue by name. Each may run any number of times, side by side."""

from celery import shared_task
from django.conf import settings

from hileads.clock import today
from hileads.leads.models import User
from hileads.organisations.actions.checks import record_check, record_failed_check
from hileads.organisations.actions.proposals import carry_out_imports
from hileads.organisations.odsapi.client import OdsClient, OdsUnavailableError
from hileads.organisations.odsapi.records import PARTNERSHIP_ROLE, TRUST_ROLE
from hileads.organisations.queries.imports import checked_since


@shared_task
def carry_out() -> None:
    """Carry out the imports that have been confirmed."""
    carry_out_imports(by=User.objects.system())


@shared_task
def check_against_ods() -> None:
    """Ask the Organisation Data Service what has changed, where the portal has been told its address."""
    if not settings.ODS_CHECK_URL:
        return
    by, since = User.objects.system(), checked_since(today())
    client = OdsClient(settings.ODS_CHECK_URL, settings.ODS_CHECK_SECONDS)
    try:
        trusts = [client.record(code) for code in client.changed_since(since, role=TRUST_ROLE)]
        boards = [client.record(code) for code in client.changed_since(since, role=PARTNERSHIP_ROLE)]
    except OdsUnavailableError as fault:
        record_failed_check(by=by, since=since, reason=str(fault))
    else:
        record_check(by=by, since=since, trusts=trusts, boards=boards)
