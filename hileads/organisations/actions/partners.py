"""Partners without an ODS code: registered by the boards in whose area they work, renamed, and closed."""

from datetime import date, timedelta

import pghistory
from django.db import connection, transaction
from django.db.models import Max

from hileads.clock import today
from hileads.leads.models import User
from hileads.organisations.models import (
    PARTNER_CODE,
    Kind,
    Organisation,
    OrganisationName,
    Partner,
    PartnerArea,
    PartnerKind,
)
from hileads.organisations.policies import (
    refuse_area_end,
    refuse_closed,
    refuse_earlier_name,
    refuse_future,
    refuse_keeper,
    refuse_to_close,
    refuse_what_is_no_partner,
)
from hileads.permissions.catalogue import P
from hileads.permissions.checks import check

ONE_NUMBER_AT_A_TIME = 20_261_127
"""The number of the database's advisory lock under which a partner is given its code."""


@transaction.atomic
def register_partner(
    *, by: User, icb: Organisation, name: str, kind: PartnerKind, town: str, from_date: date
) -> Organisation:
    """Record a partner that has no ODS code and works in the area of a board. Said twice, it is one."""
    check(by, P.PARTNER_EDIT, on=icb)
    refuse_keeper(icb, today())
    refuse_future(from_date, today())
    name = name.strip()
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_advisory_xact_lock(%s)", [ONE_NUMBER_AT_A_TIME])
    known = Organisation.objects.open_on(today()).working_in(icb, from_date).filter(name__iexact=name).first()
    if known:
        return known
    with pghistory.context(user=by.pk):
        partner = Organisation.objects.create(
            code=_next_code(), kind=Kind.PARTNER, name=name, town=town.strip()
        )
        Partner.objects.create(organisation=partner, kind=kind)
        OrganisationName.objects.create(organisation=partner, name=name, from_date=from_date)
        PartnerArea.objects.create(partner=partner, icb=icb, from_date=from_date)
    return partner


@transaction.atomic
def edit_partner(
    *, by: User, partner: Organisation, name: str, named_from: date, kind: PartnerKind, town: str
) -> Organisation:
    """Change what is recorded of a partner. A new name counts from its day on, and the one before ends then.

    From the very day on which the name before began, the new one stands in its place: that one was wrong.
    """
    check(by, P.PARTNER_EDIT, on=partner)
    partner = _open_partner(partner)
    name = name.strip()
    with pghistory.context(user=by.pk):
        if name != partner.name:
            _rename(partner, name, named_from)
        partner.name, partner.town, partner.partner.kind = name, town.strip(), kind
        partner.save(update_fields=["name", "town"])
        partner.partner.save(update_fields=["kind"])
    return partner


@transaction.atomic
def close_partner(*, by: User, partner: Organisation, last_day: date) -> Organisation:
    """Record the last day of a partner, once none of its people holds a post beyond it. It works nowhere any more."""
    check(by, P.PARTNER_EDIT, on=partner)
    partner = _open_partner(partner)
    refuse_future(last_day, today())
    areas = list(partner.areas.exclude(to_date__lt=last_day))
    refuse_to_close(partner, areas, last_day)
    with pghistory.context(user=by.pk):
        partner.closed_date = last_day
        partner.save(update_fields=["closed_date"])
        for area in areas:
            area.to_date = last_day
            area.save(update_fields=["to_date"])
    return partner


@transaction.atomic
def add_partner_area(*, by: User, icb: Organisation, partner: Organisation, from_date: date) -> PartnerArea:
    """Record that a partner works in the area of another board too, whose people keep its entry from then on."""
    check(by, P.PARTNER_EDIT, on=icb)
    refuse_keeper(icb, today())
    refuse_future(from_date, today())
    partner = _open_partner(partner)
    known = partner.areas.exclude(to_date__lt=from_date).filter(icb=icb).first()
    if known:
        return known
    with pghistory.context(user=by.pk):
        return PartnerArea.objects.create(partner=partner, icb=icb, from_date=from_date)


@transaction.atomic
def end_partner_area(*, by: User, area: PartnerArea, last_day: date) -> PartnerArea:
    """Record the last day on which a partner worked in the area of a board. It must work in another one still."""
    check(by, P.PARTNER_EDIT, on=area)
    partner = _open_partner(area.partner)
    refuse_area_end(area, list(partner.areas.on(today()).exclude(pk=area.pk)), last_day)
    area.to_date = last_day
    with pghistory.context(user=by.pk):
        area.save(update_fields=["to_date"])
    return area


def _open_partner(partner: Organisation) -> Organisation:
    """Return the partner under a lock, or refuse what is no partner, or is closed."""
    refuse_what_is_no_partner(partner)
    refuse_closed(partner, today())
    rows = Organisation.objects.select_for_update(of=("self",)).select_related("partner")
    return rows.get(pk=partner.pk)


def _rename(partner: Organisation, name: str, named_from: date) -> None:
    refuse_future(named_from, today())
    current = partner.names.latest("from_date")
    refuse_earlier_name(current, named_from)
    if named_from == current.from_date:
        current.name = name
        current.save(update_fields=["name"])
        return
    current.to_date = named_from - timedelta(days=1)
    current.save(update_fields=["to_date"])
    OrganisationName.objects.create(organisation=partner, name=name, from_date=named_from)


def _next_code() -> str:
    """Return the code of the next partner: PARTNER00001 for the first. A partner is never deleted, so none comes twice."""
    last = Organisation.objects.of_kind(Kind.PARTNER).aggregate(last=Max("code"))["last"]
    return f"{PARTNER_CODE}{int(last.removeprefix(PARTNER_CODE)) + 1 if last else 1:05}"
