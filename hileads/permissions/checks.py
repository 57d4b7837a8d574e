"""The four questions: can, check, scope, users_who_can. Everything is asked here and answered from the tables."""

from datetime import date
from typing import Any, TypeVar

from django.core.exceptions import PermissionDenied
from django.db.models import Model, Q, QuerySet
from django.http import Http404

from hileads.clock import today
from hileads.dated import in_force
from hileads.leads.models import Appointment, Role, User
from hileads.organisations.models import Kind, Organisation
from hileads.permissions.catalogue import REASONS, VIEW_FIRST, P
from hileads.permissions.roles import EVERYONE_APPOINTED, RELATIONS, ROLES

M = TypeVar("M", bound=Model)

PRIVATE = RELATIONS["author"]
"""What only its author may do: no role reaches it, and neither does the portal."""


def can(user: Any, permission: P, *, on: Model | None = None) -> bool:
    """Say whether this person may do this to that thing (or anywhere at all, without a thing)."""
    permission = P(permission)
    if _is_the_portal(user):
        return permission not in PRIVATE
    if not _is_person(user):
        return False
    if on is None:
        return any(permission in _rights(appointment) for appointment in live_appointments(user))
    return scope(type(on)._default_manager.filter(pk=on.pk), user, permission).exists()


def check(user: Any, permission: P, *, on: Model | None = None) -> None:
    """Refuse unless `can`: 404 when the thing is not even theirs to see, else 403 with the reason."""
    if can(user, permission, on=on):
        return
    view = VIEW_FIRST.get(P(permission), P(permission))
    if on is not None and not can(user, view, on=on):
        raise Http404
    raise PermissionDenied(REASONS[permission])


def scope(queryset: QuerySet[M], user: Any, permission: P) -> QuerySet[M]:
    """Keep the things of `queryset` on which this person has the permission."""
    permission = P(permission)
    if _is_the_portal(user) and permission not in PRIVATE:
        return queryset
    if not _is_person(user):
        return queryset.none()
    appointments = live_appointments(user)
    if not appointments:
        return queryset.none()
    if permission in EVERYONE_APPOINTED:
        return queryset
    granting = [row for row in appointments if permission in ROLES[Role(row.role)]]
    if any(row.organisation_id is None for row in granting):
        return queryset
    condition = _reached(queryset.model, granting) | _related(queryset.model, user, permission)
    return queryset.filter(pk__in=queryset.model._default_manager.filter(condition).values("pk"))


def users_who_can(permission: P, *, on: Model) -> QuerySet[User]:
    """Return the people who hold the permission on this thing by role, to tell them about it."""
    permission = P(permission)
    roles = [role for role, rights in ROLES.items() if permission in rights | EVERYONE_APPOINTED]
    organisation = organisation_of(on)
    places = Q(organisation__isnull=True)
    if organisation is not None:
        places |= Q(organisation=organisation) | (
            Q(organisation__kind=Kind.REGION)
            & in_force(today(), "organisation__children_links__")
            & Q(organisation__children_links__organisation=organisation)
        )
    holders = Appointment.objects.live(today()).in_role(*roles).filter(places)
    return User.objects.filter(pk__in=holders.values("user"))


def live_appointments(user: User, day: date | None = None) -> list[Appointment]:
    """Return the appointments that give this person rights now, read once a request."""
    day = day or today()
    held: tuple[date, list[Appointment]] | None = getattr(user, "_live_appointments", None)
    if held is None or held[0] != day:
        rows = list(Appointment.objects.live(day).filter(user=user).select_related("organisation"))
        held = (day, rows)
        user._live_appointments = held  # type: ignore[attr-defined]
    return held[1]


def forget_rights(user: User) -> None:
    """Let the next question read this person's appointments anew, because they have just changed."""
    vars(user).pop("_live_appointments", None)


def organisation_of(thing: Model) -> Organisation | None:
    """Return the organisation a thing belongs to, following its model's `organisation_path`."""
    path = getattr(thing, "organisation_path", "")
    if not path:
        return None
    found: Any = thing
    for step in [] if path == "self" else path.split("__"):
        found = getattr(found, step)
    return found  # type: ignore[no-any-return]


def _is_person(user: Any) -> bool:
    return isinstance(user, User) and user.is_active


def _is_the_portal(user: Any) -> bool:
    """The portal's own work may do everything but read what one person keeps for themselves."""
    return isinstance(user, User) and user.is_system


def _rights(appointment: Appointment) -> frozenset[P]:
    return ROLES[Role(appointment.role)] | EVERYONE_APPOINTED


def _reached(model: type[Model], granting: list[Appointment]) -> Q:
    path = getattr(model, "organisation_path", "")
    if not path or not granting:
        return Q(pk__in=[])
    own = [row.organisation_id for row in granting]
    regions = [
        row.organisation_id for row in granting if row.organisation and row.organisation.kind == Kind.REGION
    ]
    places = Q(pk__in=own)
    if regions:
        places |= Q(pk__in=_inside(regions))
    return Q(**{"pk__in" if path == "self" else f"{path}__in": Organisation.objects.filter(places)})


def _inside(regions: list[int | None]) -> QuerySet[Organisation]:
    return Organisation.objects.filter(in_force(today(), "links__"), links__parent__in=regions)


def _related(model: type[Model], user: User, permission: P) -> Q:
    condition = Q(pk__in=[])
    if hasattr(model, "related_to"):
        for relation, rights in RELATIONS.items():
            if permission in rights:
                condition |= model.related_to(relation, user, today())
    return condition
