"""Groupings of organisations that are none in law, and who belongs to them from when to when."""

from datetime import date
from typing import Any

import pghistory
from django.db import transaction
from django.db.models import Q

from hileads.clock import today
from hileads.leads.models import User
from hileads.organisations.models import Grouping, GroupingKind, GroupingMember, Organisation
from hileads.organisations.policies import (
    refuse_closed,
    refuse_keeper,
    refuse_leaving,
    refuse_member,
    refuse_shorter_than_members,
)
from hileads.permissions.catalogue import P
from hileads.permissions.checks import check


@transaction.atomic
def add_grouping(
    *,
    by: User,
    icb: Organisation,
    kind: GroupingKind,
    name: str,
    from_date: date,
    to_date: date | None = None,
    note: str = "",
) -> Grouping:
    """Record a grouping that an integrated care board keeps. Said twice, it is one."""
    check(by, P.GROUPING_EDIT, on=icb)
    refuse_keeper(icb, today())
    with pghistory.context(user=by.pk):
        grouping, _ = Grouping.objects.get_or_create(
            icb=icb,
            kind=kind,
            name=name.strip(),
            from_date=from_date,
            defaults={"to_date": to_date, "note": note},
        )
    return grouping


@transaction.atomic
def edit_grouping(*, by: User, grouping: Grouping, **fields: Any) -> Grouping:
    """Change what is recorded of a grouping. With its last day, what still belongs to it leaves as well."""
    check(by, P.GROUPING_EDIT, on=grouping)
    grouping = Grouping.objects.select_for_update(of=("self",)).select_related("icb").get(pk=grouping.pk)
    refuse_closed(grouping.icb, today())
    refuse_shorter_than_members(grouping, fields.get("from_date", grouping.from_date))
    for name, value in fields.items():
        setattr(grouping, name, value)
    with pghistory.context(user=by.pk):
        grouping.save()
        if grouping.to_date:
            later = Q(to_date__isnull=True) | Q(to_date__gt=grouping.to_date)
            members = grouping.members.filter(later)
            members.filter(from_date__gt=grouping.to_date).delete()
            members.filter(from_date__lte=grouping.to_date).update(to_date=grouping.to_date)
    return grouping


@transaction.atomic
def add_grouping_member(
    *, by: User, grouping: Grouping, organisation: Organisation, from_date: date
) -> GroupingMember:
    """Record that an organisation belongs to a grouping from a day on. Said twice, it belongs once."""
    check(by, P.GROUPING_EDIT, on=grouping)
    grouping = Grouping.objects.select_for_update(of=("self",)).select_related("icb").get(pk=grouping.pk)
    refuse_closed(grouping.icb, today())
    known = grouping.members.filter(organisation=organisation, from_date=from_date).first()
    if known:
        return known
    refuse_member(grouping, organisation, from_date)
    with pghistory.context(user=by.pk):
        return GroupingMember.objects.create(
            grouping=grouping, organisation=organisation, from_date=from_date, to_date=grouping.to_date
        )


@transaction.atomic
def end_grouping_member(*, by: User, member: GroupingMember, last_day: date) -> GroupingMember:
    """Record the last day on which an organisation belonged to a grouping."""
    check(by, P.GROUPING_EDIT, on=member)
    refuse_closed(member.grouping.icb, today())
    refuse_leaving(member, last_day)
    member.to_date = last_day
    with pghistory.context(user=by.pk):
        member.save(update_fields=["to_date"])
    return member
