"""The catalogue as people keep it in the browser: measures are added, corrected, given a new meaning, retired."""

from collections.abc import Mapping
from typing import Any

from django.db import transaction
from django.db.models import Max
from django.utils.text import slugify

from accountability.models import Family, Measure, MeasureVersion
from accountability.policies.catalogue import refuse_former, refuse_other_meaning
from hileads.clock import now, today
from hileads.leads.models import User
from hileads.organisations.models import Organisation
from hileads.organisations.policies import refuse_closed
from hileads.permissions.catalogue import P
from hileads.permissions.checks import check

LONGEST_CODE = 45


@transaction.atomic
def add_measure(
    *, by: User, organisation: Organisation | None, family: str, meaning: Mapping[str, Any]
) -> MeasureVersion:
    """Add a measure: an organisation's own, or for everybody where there is no organisation."""
    _check_keeper(by, organisation)
    if organisation:
        refuse_closed(organisation, today())
    last = Measure.objects.aggregate(last=Max("position"))["last"] or 0
    measure = Measure.objects.create(
        code=_new_code(organisation, meaning["title"]),
        organisation=organisation,
        family=Family(family),
        position=last + 1,
    )
    return MeasureVersion.objects.create(measure=measure, is_curated=True, **meaning)


@transaction.atomic
def correct_measure(
    *, by: User, version: MeasureVersion, seen: int, meaning: Mapping[str, Any]
) -> MeasureVersion:
    """Put the words of a measure right. It means what it meant, and its figures stay where they are."""
    version = _held(by, version)
    refuse_former(version, seen=seen)
    refuse_other_meaning(version, meaning, has_figures=version.observations.exists())
    for name, value in meaning.items():
        setattr(version, name, value)
    version.is_curated = True
    version.save()
    return version


@transaction.atomic
def publish_version(
    *, by: User, version: MeasureVersion, seen: int, meaning: Mapping[str, Any]
) -> MeasureVersion:
    """Give a measure another meaning from now on. Figures so far stay with what it meant before."""
    version = _held(by, version)
    refuse_former(version, seen=seen)
    version.is_live = False
    version.save()
    return MeasureVersion.objects.create(
        measure=version.measure, number=version.number + 1, is_curated=True, **meaning
    )


@transaction.atomic
def retire_measure(*, by: User, measure: Measure) -> Measure:
    """Offer a measure no more. Its figures stay, and so do the actions that rest on it."""
    _check_keeper(by, measure.organisation)
    if measure.retired_at is None:
        measure.retired_at = now()
        measure.save()
    return measure


@transaction.atomic
def restore_measure(*, by: User, measure: Measure) -> Measure:
    """Offer a retired measure again."""
    _check_keeper(by, measure.organisation)
    measure.retired_at = None
    measure.save()
    return measure


def _check_keeper(by: User, organisation: Organisation | None) -> None:
    if organisation is None:
        check(by, P.MEASURE_EDIT)
    else:
        check(by, P.LOCAL_MEASURE_EDIT, on=organisation)


def _held(by: User, version: MeasureVersion) -> MeasureVersion:
    _check_keeper(by, version.measure.organisation)
    return MeasureVersion.objects.select_for_update().get(pk=version.pk)


def _new_code(organisation: Organisation | None, title: str) -> str:
    """Return a code that no measure has: after its title, and for an organisation's own after its code too."""
    own = f"{organisation.code.lower()}-" if organisation else ""
    whole = f"{own}{slugify(title)}" if slugify(title) else f"{own}measure"
    stem = whole if len(whole) <= LONGEST_CODE else whole[:LONGEST_CODE].rpartition("-")[0]
    taken = set(Measure.objects.filter(code__startswith=stem).values_list("code", flat=True))
    numbered = (f"{stem}-{number}" for number in range(2, len(taken) + 3))
    return stem if stem not in taken else next(code for code in numbered if code not in taken)
