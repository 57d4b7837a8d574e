"""The four questions: can, check, scope, users_who_can. Everything is asked here and answered from the tables."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any, TypeVar

import pghistory
from django.core.exceptions import PermissionDenied
from django.db.models import Exists, Model, OuterRef, Q, QuerySet
from django.http import Http404

from hileads.clock import today
from hileads.dated import in_force
from hileads.leads.models import Appointment, Area, Delegation, Role, User
from hileads.organisations.models import Kind, Organisation, PartnerArea
from hileads.permissions.catalogue import REASONS, VIEW_FIRST, P
from hileads.permissions.roles import (
    AREAS,
    AT_A_PARTNER,
    AT_ITS_PARTNERS,
    EVERYONE_APPOINTED,
    READS_THE_BOARDROOM,
    RELATIONS,
    ROLES,
)
from hileads.permissions.succession import predecessors, successors

M = TypeVar("M", bound=Model)

PRIVATE = RELATIONS["author"]
"""What only its author may do: no role reaches it, and neither does the portal."""


@dataclass(frozen=True)
class Grant:
    """Rights that reach an organisation; at a region, all within it; with None, everywhere."""

    organisation: Organisation | None
    rights: frozenset[P]


def can(user: Any, permission: P, *, on: Model | None = None) -> bool:
    """Say whether this person may do this to that thing (or anywhere at all, without a thing)."""
    permission = P(permission)
    if _is_the_portal(user):
        return permission not in PRIVATE
    if not _is_person(user):
        return False
    if on is None:
        return any(permission in grant.rights for grant in _grants(user))
    return scope(type(on)._default_manager.filter(pk=on.pk), user, permission).exists()


def check(user: Any, permission: P, *, on: Model | None = None) -> None:
    """Refuse unless `can`: 404 when the thing is not even theirs to see, else 403 with the reason."""
    if can(user, permission, on=on):
        _say_for_whom(user, P(permission), on)
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
    if not live_appointments(user):
        return queryset.none()
    if permission in EVERYONE_APPOINTED:
        return queryset
    return _within(queryset, user, permission, _grants(user))


def users_who_can(permission: P, *, on: Model | None) -> QuerySet[User]:
    """Return the people who hold the permission on this thing (or anywhere, without one), by role or by relation."""
    permission = P(permission)
    organisation = organisation_of(on) if on is not None else None
    areas = [area for area, rights in AREAS.items() if permission in rights]
    live = Appointment.objects.live(today())
    holders = live.in_role(*_roles_with(permission)).filter(_reach_to(organisation, permission))
    stand_ins = Delegation.objects.live(today()).filter(areas__overlap=areas, appointment__in=holders)
    people = Q(pk__in=holders.values("user")) | Q(pk__in=stand_ins.values("deputy"))
    if permission in AT_ITS_PARTNERS:
        boards = PartnerArea.objects.on(today()).filter(partner=organisation).values("icb")
        keepers = live.in_role(*_roles_with(P.PARTNER_EDIT)).filter(organisation__in=boards)
        people |= Q(pk__in=keepers.values("user"))
    for relation, rights in RELATIONS.items():
        if permission in rights and on is not None and hasattr(on, "related_to"):
            related = type(on).related_to(relation, OuterRef("pk"), today())
            people |= Q(Exists(type(on)._default_manager.filter(related, pk=on.pk)))
    return User.objects.filter(people, pk__in=live.values("user"))


def live_appointments(user: User, day: date | None = None) -> list[Appointment]:
    """Return the appointments that give this person rights now, read once a request."""
    day = day or today()
    held: tuple[date, list[Appointment]] | None = getattr(user, "_live_appointments", None)
    if held is None or held[0] != day:
        rows = list(Appointment.objects.live(day).filter(user=user).select_related("organisation"))
        held = (day, rows)
        user._live_appointments = held  # type: ignore[attr-defined]
    return held[1]


def live_delegations(user: User, day: date | None = None) -> list[Delegation]:
    """Return for whom this person acts now, read once a request."""
    day = day or today()
    held: tuple[date, list[Delegation]] | None = getattr(user, "_live_delegations", None)
    if held is None or held[0] != day:
        rows = Delegation.objects.live(day).filter(deputy=user)
        held = (day, list(rows.select_related("appointment__organisation", "appointment__user")))
        for row in held[1]:
            row.deputy = user
        user._live_delegations = held  # type: ignore[attr-defined]
    return held[1]


def delegated_rights(delegation: Delegation) -> frozenset[P]:
    """Return what acting for somebody gives: their areas, as far as their own role reaches."""
    given = frozenset[P]().union(*(AREAS[Area(area)] for area in delegation.areas))
    return given & ROLES[Role(delegation.appointment.role)]


def rights_lent(delegation: Delegation) -> frozenset[P]:
    """Return what a delegation gives to its deputy that their own posts do not."""
    place = delegation.appointment.organisation
    own = [grant.rights for grant in _own_grants(delegation.deputy) if grant.organisation in (None, place)]
    return delegated_rights(delegation) - frozenset[P]().union(*own)


def forget_rights(user: User) -> None:
    """Let the next question read this person's rights anew, because they have just changed."""
    vars(user).pop("_live_appointments", None)
    vars(user).pop("_live_delegations", None)


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
    given = ROLES[Role(appointment.role)] | EVERYONE_APPOINTED
    return given & AT_A_PARTNER if _is_partner(appointment.organisation) else given


def _roles_with(permission: P) -> list[Role]:
    return [role for role, rights in ROLES.items() if permission in rights | EVERYONE_APPOINTED]


def _is_partner(organisation: Organisation | None) -> bool:
    return organisation is not None and organisation.kind == Kind.PARTNER


def _own_grants(user: User) -> list[Grant]:
    return [Grant(row.organisation, _rights(row)) for row in live_appointments(user)]


def _grants(user: User) -> list[Grant]:
    lent = (Grant(row.appointment.organisation, delegated_rights(row)) for row in live_delegations(user))
    return [*_own_grants(user), *lent]


def _say_for_whom(user: Any, permission: P, on: Model | None) -> None:
    """Let the history of this request say for whom a deputy acts, where their own posts would not have let them."""
    if _is_the_portal(user) or on is None or not live_delegations(user):
        return
    itself = type(on)._default_manager.filter(pk=on.pk)
    if _within(itself, user, permission, _own_grants(user)).exists():
        return
    for row in live_delegations(user):
        if permission in delegated_rights(row) and organisation_of(on) == row.appointment.organisation:
            pghistory.context(acting_for=row.appointment.user_id)


def _within(queryset: QuerySet[M], user: User, permission: P, grants: list[Grant]) -> QuerySet[M]:
    """Keep the things that these grants, or what the person is to them, reach."""
    granting = [grant for grant in grants if permission in grant.rights]
    places = [grant.organisation for grant in granting if grant.organisation]
    if len(places) < len(granting):
        return queryset
    condition = _reached(queryset.model, places, permission) | _related(queryset.model, user, permission)
    if permission in AT_ITS_PARTNERS:
        boards = [one.organisation for one in grants if one.organisation and P.PARTNER_EDIT in one.rights]
        condition |= _at_partners(queryset.model, boards)
    return queryset.filter(pk__in=queryset.model._default_manager.filter(condition).values("pk"))


def _reach_to(organisation: Organisation | None, permission: P) -> Q:
    """Return the condition that a post's rights reach an organisation."""
    everywhere = Q(organisation__isnull=True)
    if organisation is None:
        return everywhere
    region = Q(organisation__kind=Kind.REGION, organisation__children_links__organisation=organisation)
    in_its_region = region & in_force(today(), "organisation__children_links__")
    at_home = permission in AT_A_PARTNER or not _is_partner(organisation)
    reach = everywhere | in_its_region | (Q(organisation=organisation) if at_home else Q(pk__in=[]))
    if permission in READS_THE_BOARDROOM:
        reach |= Q(organisation__in=successors(organisation, today()))
    return reach


def _reached(model: type[Model], granted: list[Organisation], permission: P) -> Q:
    path = getattr(model, "organisation_path", "")
    if not path or not granted:
        return Q(pk__in=[])
    own = [place.pk for place in granted]
    regions = [place.pk for place in granted if place.kind == Kind.REGION]
    places = Q(pk__in=own)
    if regions:
        places |= Q(pk__in=_inside(regions))
    if permission in READS_THE_BOARDROOM:
        places |= predecessors(own, today())
    return Q(**{"pk__in" if path == "self" else f"{path}__in": Organisation.objects.filter(places)})


def _at_partners(model: type[Model], boards: Sequence[Organisation]) -> Q:
    """Return the condition that a thing belongs to a partner that works in the area of one of these boards."""
    path = getattr(model, "organisation_path", "")
    if not path or not boards:
        return Q(pk__in=[])
    partners = PartnerArea.objects.on(today()).filter(icb__in=boards).values("partner")
    return Q(**{"pk__in" if path == "self" else f"{path}__in": partners})


def _inside(regions: list[int]) -> QuerySet[Organisation]:
    return Organisation.objects.filter(in_force(today(), "links__"), links__parent__in=regions)


def _related(model: type[Model], user: User, permission: P) -> Q:
    condition = Q(pk__in=[])
    if hasattr(model, "related_to"):
        for relation, rights in RELATIONS.items():
            if permission in rights:
                condition |= model.related_to(relation, user, today())
    return condition
