"""Partners as pages show them: where they work, who keeps them, and what may be the same organisation."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.contrib.postgres.search import TrigramSimilarity
from django.db.models import Q
from django.db.models.functions import Lower
from django.db.models.lookups import GreaterThanOrEqual

from hileads.organisations.models import (
    Kind,
    Organisation,
    OrganisationName,
    OrganisationQuerySet,
    PartnerArea,
)
from hileads.permissions.catalogue import P
from hileads.permissions.checks import can, scope

LIKELY = 0.6
"""How alike two names are, from 0 to 1, that are likely the same: "Leeds City Council" and "Leeds Council" are."""
ALIKE_AT_MOST = 5


@dataclass(frozen=True)
class AreaLine:
    """An area in which a partner works, and whether this person may end that."""

    area: PartnerArea
    may_edit: bool


@dataclass(frozen=True)
class PartnerFacts:
    """What a partner is, where it works now and did before, by the boards' names, and whether this person keeps it."""

    kind_label: str
    now: Sequence[AreaLine]
    before: Sequence[PartnerArea]
    may_edit: bool


def partner_facts(organisation: Organisation, user: Any, day: date) -> PartnerFacts | None:
    """Return what the page of a partner says of it on `day`; None for everything else."""
    if organisation.kind != Kind.PARTNER:
        return None
    areas = list(organisation.areas.select_related("icb").order_by(Lower("icb__name"), "from_date"))
    boards = Organisation.objects.filter(pk__in=[area.icb_id for area in areas])
    kept = set(scope(boards, user, P.PARTNER_EDIT).values_list("pk", flat=True))
    return PartnerFacts(
        organisation.partner.get_kind_display(),
        [AreaLine(area, area.icb_id in kept) for area in areas if area.holds_on(day)],
        [area for area in areas if not area.holds_on(day)],
        organisation.is_open_on(day) and can(user, P.PARTNER_EDIT, on=organisation),
    )


def partners_of(icb: Organisation, day: date) -> OrganisationQuerySet:
    """Return the open partners that work in the area of a board on `day`, alphabetically."""
    return Organisation.objects.open_on(day).working_in(icb, day).by_name()


def alike(name: str, day: date) -> list[Organisation]:
    """Return the open organisations that may be the one of this name: by what they are or were called."""
    near = Q(GreaterThanOrEqual(TrigramSimilarity("name", name), LIKELY))
    earlier = OrganisationName.objects.filter(near).values("organisation")
    rows = Organisation.objects.open_on(day).filter(near | Q(pk__in=earlier))
    return list(rows.by_name()[:ALIKE_AT_MOST])
