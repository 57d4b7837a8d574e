"""Groupings as pages show them: who belongs to one, and to which an organisation belongs."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import Q, QuerySet
from django.db.models.functions import Lower

from hileads.dated import in_force
from hileads.organisations.models import Grouping, GroupingMember, Organisation
from hileads.permissions.catalogue import P
from hileads.permissions.checks import can


@dataclass(frozen=True)
class GroupingPage:
    """A grouping with those who belong to it now and those who did or will, alphabetically."""

    grouping: Grouping
    now: Sequence[GroupingMember]
    others: Sequence[GroupingMember]
    may_edit: bool


def groupings_on(day: date) -> QuerySet[Grouping]:
    """Return the groupings that there are on `day`, by name."""
    return Grouping.objects.on(day).order_by(Lower("name"), "pk")


def groupings_of(organisation: Organisation, day: date) -> QuerySet[Grouping]:
    """Return the groupings on `day` that an organisation belongs to or keeps, by name."""
    belongs = Grouping.objects.filter(in_force(day, "members__"), members__organisation=organisation)
    return groupings_on(day).filter(Q(pk__in=belongs.values("pk")) | Q(icb=organisation))


def grouping_page(grouping: Grouping, user: Any, day: date) -> GroupingPage:
    """Return the page of a grouping: three queries, however many belong to it."""
    rows = grouping.members.select_related("organisation").order_by(Lower("organisation__name"), "from_date")
    members = list(rows)
    return GroupingPage(
        grouping,
        [member for member in members if member.holds_on(day)],
        [member for member in members if not member.holds_on(day)],
        grouping.icb.is_open_on(day) and can(user, P.GROUPING_EDIT, on=grouping),
    )
