"""Whether an organisation is expected to name a lead, and was."""

from datetime import date

from django.db.models import Q

from hileads.organisations.models import Expectation, Organisation


def expectations_of(organisation: Organisation) -> list[Expectation]:
    """Return when and why an organisation was, is or will be expected to name a lead, the newest first."""
    return list(organisation.expectations.order_by("-from_date"))


def expectation_to_end(organisation: Organisation, day: date) -> Expectation | None:
    """Return the expectation that holds on `day` or will, if there is one that could be ended."""
    ahead = Q(to_date__isnull=True) | Q(to_date__gte=day)
    return organisation.expectations.filter(ahead).order_by("from_date").first()
