"""What comes with a post is told, changed, and taken back."""

from collections.abc import Collection
from decimal import Decimal

import pghistory
from django.db import transaction

from hileads.clock import now, today
from hileads.leads.models import Appointment, Provision, Support, User
from hileads.leads.policies import refuse_provision
from hileads.permissions.catalogue import P
from hileads.permissions.checks import check


@transaction.atomic
def tell_provision(
    *,
    by: User,
    appointment: Appointment,
    days_a_month: Decimal | None,
    has_budget: bool | None,
    pounds_a_year: int | None,
    support: Collection[str] | None,
) -> Provision | None:
    """Record which time, budget and support come with a post. None is untold; where nothing is told, none is kept.

    Said twice, it is told once.
    """
    check(by, P.PROVISION_EDIT, on=appointment)
    appointment = _locked(appointment)
    refuse_provision(appointment, today())
    told = {
        "days_a_month": days_a_month,
        "has_budget": has_budget,
        "pounds_a_year": pounds_a_year if has_budget else None,
        "support": None if support is None else [kind.value for kind in Support if kind in set(support)],
    }
    known = Provision.objects.filter(appointment=appointment).first()
    if known and all(getattr(known, name) == value for name, value in told.items()):
        return known
    with pghistory.context(user=by.pk):
        if all(value is None for value in told.values()):
            if known:
                known.delete()
            return None
        kept = known or Provision(appointment=appointment)
        for name, value in told.items():
            setattr(kept, name, value)
        kept.told_by, kept.told_at = by, now()
        kept.save()
    return kept


def _locked(appointment: Appointment) -> Appointment:
    rows = Appointment.objects.select_for_update(of=("self",)).select_related("organisation")
    return rows.get(pk=appointment.pk)
