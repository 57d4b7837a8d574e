"""Who acts for whom, and who could."""

from datetime import date

from django.db.models import QuerySet

from hileads.leads.models import Appointment, Area, Delegation, Role, User
from hileads.organisations.models import Organisation
from hileads.permissions.rights import live_delegations
from hileads.permissions.roles import AREAS, ROLES


def areas_of(appointment: Appointment) -> list[Area]:
    """Return in what somebody could act for the holder of a post: where the post itself gives a right."""
    return [area for area in Area if AREAS[area] & ROLES[Role(appointment.role)]]


def colleagues_of(appointment: Appointment, day: date) -> list[User]:
    """Return who else is in post at the organisation, by name."""
    posts = Appointment.objects.live(day).filter(organisation=appointment.organisation)
    others = User.objects.filter(pk__in=posts.values("user")).exclude(pk=appointment.user_id)
    return list(others.order_by("name", "pk"))


def delegations_at(organisation: Organisation, day: date) -> list[Delegation]:
    """Return who acts, or will act, for whom at an organisation."""
    rows = Delegation.objects.filter(appointment__organisation=organisation, to_date__gte=day)
    return list(rows.select_related("deputy", "appointment__user"))


def given_by(user: User, day: date) -> QuerySet[Delegation]:
    """Return who acts, or will act, for this person."""
    rows = Delegation.objects.filter(appointment__user=user, to_date__gte=day)
    return rows.select_related("deputy", "appointment__organisation")


def acted_for(user: User, area: Area) -> list[User]:
    """Return for whom this person acts today in an area."""
    return [row.appointment.user for row in live_delegations(user) if area in row.areas]
