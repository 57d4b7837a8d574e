"""Everything that is written about measures that are told in words."""

from datetime import date
from typing import Any
from uuid import UUID

from django.db import transaction

from accountability.models import MeasureVersion, Telling
from accountability.policies.telling import ensure_not_told_yet, ensure_period_has_been, refuse_to_tell
from hileads.clock import now, today
from hileads.leads.models import User
from hileads.organisations.models import Organisation
from hileads.permissions.catalogue import P
from hileads.permissions.checks import check


@transaction.atomic
def tell_in_words(
    *,
    by: User,
    organisation: Organisation,
    version: MeasureVersion,
    token: UUID,
    from_date: date,
    to_date: date,
    seen: str,
    known_by: str,
) -> Telling:
    """Say what was seen of a measure in a period, and how that is known. A form sent twice (the same `token`) tells once."""
    check(by, P.LOCAL_MEASURE_EDIT, on=organisation)
    refuse_to_tell(version, organisation, today())
    told = Telling.objects.filter(organisation=organisation, measure=version.measure)
    sent_before = told.filter(public_id=token).first()
    if sent_before is not None:
        return sent_before
    ensure_period_has_been(from_date, to_date, today())
    ensure_not_told_yet(told.filter(from_date=from_date, to_date=to_date).select_related("told_by").first())
    return Telling.objects.create(
        public_id=token,
        organisation=organisation,
        measure=version.measure,
        from_date=from_date,
        to_date=to_date,
        seen=seen,
        known_by=known_by,
        told_by=by,
        told_at=now(),
    )


@transaction.atomic
def correct_telling(*, by: User, telling: Telling, **fields: Any) -> Telling:
    """Put right what was told: from_date, to_date, seen and known_by. The history keeps what it said before."""
    check(by, P.LOCAL_MEASURE_EDIT, on=telling)
    rows = Telling.objects.select_for_update(of=("self",)).select_related("organisation", "measure")
    telling = rows.get(pk=telling.pk)
    refuse_to_tell(telling.version, telling.organisation, today())
    if all(getattr(telling, name) == value for name, value in fields.items()):
        return telling
    for name, value in fields.items():
        setattr(telling, name, value)
    ensure_period_has_been(telling.from_date, telling.to_date, today())
    same_period = Telling.objects.filter(
        organisation=telling.organisation,
        measure=telling.measure_id,
        from_date=telling.from_date,
        to_date=telling.to_date,
    )
    ensure_not_told_yet(same_period.exclude(pk=telling.pk).select_related("told_by").first())
    telling.told_by, telling.told_at = by, now()
    telling.save()
    return telling
