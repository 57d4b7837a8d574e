"""Somebody acts for a colleague who is away, and stops."""

from collections.abc import Iterable
from datetime import date, timedelta

import pghistory
from django.db import transaction
from django.urls import reverse

from hileads.clock import now, today
from hileads.leads.models import Appointment, Area, Delegation, User
from hileads.leads.policies import (
    period_of,
    place_of,
    refuse_over,
    refuse_period,
    refuse_second_stand_in,
    refuse_stand_in,
)
from hileads.notifications.actions import post_message
from hileads.notifications.models import Stream
from hileads.permissions.catalogue import P
from hileads.permissions.checks import check
from hileads.permissions.rights import forget_rights


@transaction.atomic
def name_deputy(
    *,
    by: User,
    appointment: Appointment,
    deputy: User,
    from_date: date,
    to_date: date,
    areas: Iterable[Area],
) -> Delegation:
    """Let a colleague act for the holder of a post in these areas, and tell both. Said twice, it is one delegation."""
    check(by, P.DELEGATION_EDIT, on=appointment)
    appointment = _locked(appointment)
    wanted = [area.value for area in Area if area in set(areas)]
    said = {"deputy": deputy, "from_date": from_date, "to_date": to_date, "areas": wanted}
    known = appointment.delegations.filter(**said).first()
    if known:
        return known
    place_of(appointment)
    refuse_period(appointment, from_date, to_date, today())
    refuse_stand_in(appointment, deputy, from_date, to_date)
    refuse_second_stand_in(appointment, from_date, to_date)
    with pghistory.context(user=by.pk):
        delegation = Delegation.objects.create(appointment=appointment, named_by=by, named_at=now(), **said)
    forget_rights(deputy)
    _tell(by, delegation, "delegation_begins")
    return delegation


@transaction.atomic
def end_delegation(*, by: User, delegation: Delegation) -> None:
    """End a delegation at once, and tell both. The day before counts as its last.

    One that has not begun before today is taken away; the history keeps it.
    """
    check(by, P.DELEGATION_EDIT, on=delegation)
    refuse_over(delegation, today())
    _tell(by, delegation, "delegation_ends")
    cut_delegation(by=by, delegation=delegation, last_day=today() - timedelta(days=1))
    forget_rights(delegation.deputy)


@transaction.atomic
def cut_delegation(*, by: User, delegation: Delegation, last_day: date) -> None:
    """Let a delegation end on this day at the latest; one that would end before it begins is taken away.

    SECURITY: for actions that have asked whether the delegation, or the post behind it, may end.
    """
    with pghistory.context(user=by.pk):
        if delegation.from_date > last_day:
            delegation.delete()
        elif delegation.to_date is None or delegation.to_date > last_day:
            delegation.to_date = last_day
            delegation.save(update_fields=["to_date"])


def _locked(appointment: Appointment) -> Appointment:
    rows = Appointment.objects.select_for_update(of=("self",)).select_related("organisation", "user")
    return rows.get(pk=appointment.pk)


def _tell(by: User, delegation: Delegation, what: str) -> None:
    """Tell the deputy and the person they act for, but not whoever did it."""
    holder, deputy = delegation.appointment.user, delegation.deputy
    for person in {holder, deputy} - {by}:
        post_message(
            by=by,
            kind=what,
            stream=Stream.OBLIGATIONS,
            recipient=person,
            meaning_key=f"{what}:{delegation.public_id}:{person.pk}",
            subject=_subject(delegation, what, person),
            template=f"leads/{what}",
            context={
                "delegation": delegation,
                "holder": holder,
                "is_deputy": person == deputy,
                "organisation": delegation.appointment.organisation,
                "by": by,
                "path": reverse("this-week"),
            },
        )


def _subject(delegation: Delegation, what: str, reader: User) -> str:
    holder, deputy = delegation.appointment.user, delegation.deputy
    if what == "delegation_ends":
        return f"You no longer act for {holder}" if reader == deputy else f"{deputy} no longer acts for you"
    who = f"You act for {holder}" if reader == deputy else f"{deputy} acts for you"
    return f"{who} {period_of(delegation)}"
