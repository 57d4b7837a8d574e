"""Committees of a system begin and end, and people take their seats and leave them."""

from datetime import date

import pghistory
from django.db import transaction

from hileads.leads.models import User
from hileads.organisations.models import Organisation
from hileads.partnerships.models import Committee, CommitteeKind, Seat, SeatHolder
from hileads.partnerships.policies import refuse_before, refuse_end, refuse_other_kinds, refuse_taken
from hileads.partnerships.queries import begun_last
from hileads.permissions.catalogue import P
from hileads.permissions.checks import check


@transaction.atomic
def add_committee(
    *, by: User, icb: Organisation, kind: CommitteeKind, name: str, from_date: date, place: str = ""
) -> Committee:
    """Record a committee or partnership of a system. The same name on that day is the same committee."""
    check(by, P.SEAT_EDIT, on=icb)
    refuse_other_kinds(icb, from_date)
    known = Committee.objects.not_over(from_date).filter(icb=icb, name=name.strip()).first()
    if known:
        return known
    with pghistory.context(user=by.pk):
        return Committee.objects.create(
            icb=icb, kind=kind, name=name.strip(), place=place.strip(), from_date=from_date
        )


@transaction.atomic
def add_seat(
    *, by: User, committee: Committee, title: str, is_on_inequalities: bool, from_date: date
) -> Seat:
    """Record a seat. The same title in the same committee on that day is the same seat."""
    check(by, P.SEAT_EDIT, on=committee)
    refuse_before(committee, from_date)
    known = Seat.objects.not_over(from_date).filter(committee=committee, title=title.strip()).first()
    if known:
        return known
    with pghistory.context(user=by.pk):
        return Seat.objects.create(
            committee=committee,
            title=title.strip(),
            is_on_inequalities=is_on_inequalities,
            from_date=from_date,
        )


@transaction.atomic
def fill_seat(*, by: User, seat: Seat, person: User, from_date: date, is_deputy: bool = False) -> SeatHolder:
    """Record who sits there, or comes as the deputy, from a day on. Said twice, it is one place."""
    check(by, P.SEAT_EDIT, on=seat)
    refuse_before(seat, from_date)
    later = SeatHolder.objects.not_over(from_date).filter(seat=seat).select_related("user")
    known = later.filter(user=person).first()
    if known:
        return known
    refuse_taken(None if is_deputy else later.filter(is_deputy=False).first())
    with pghistory.context(user=by.pk):
        return SeatHolder.objects.create(seat=seat, user=person, from_date=from_date, is_deputy=is_deputy)


@transaction.atomic
def leave_seat(*, by: User, holder: SeatHolder, last_day: date) -> SeatHolder:
    """Record the last day on which somebody sits there."""
    check(by, P.SEAT_EDIT, on=holder)
    refuse_end(holder.from_date, holder.to_date, last_day)
    _end(by, last_day, holder)
    return holder


@transaction.atomic
def end_seat(*, by: User, seat: Seat, last_day: date) -> Seat:
    """Record the last day of a seat. Whoever sits there leaves it on that day."""
    check(by, P.SEAT_EDIT, on=seat)
    holders = list(seat.holders.all())
    refuse_end(begun_last([seat, *holders], seat.from_date), seat.to_date, last_day)
    _end(by, last_day, seat, *holders)
    return seat


@transaction.atomic
def end_committee(*, by: User, committee: Committee, last_day: date) -> Committee:
    """Record the last day of a committee. Its seats end with it."""
    check(by, P.SEAT_EDIT, on=committee)
    seats = list(committee.seats.all())
    holders = list(SeatHolder.objects.filter(seat__in=seats))
    refuse_end(begun_last([committee, *seats, *holders], committee.from_date), committee.to_date, last_day)
    _end(by, last_day, committee, *seats, *holders)
    return committee


def _end(by: User, last_day: date, *rows: Committee | Seat | SeatHolder) -> None:
    with pghistory.context(user=by.pk):
        for row in rows:
            if row.to_date is None or row.to_date > last_day:
                row.to_date = last_day
                row.save(update_fields=["to_date"])
