"""The four questions: can, check, scope, users_who_can. Everything is asked here and answered from the tables."""

from collections.abc import Iterator, Sequence
from typing import Any, TypeVar

import pghistory
from django.core.exceptions import PermissionDenied
from django.db.models import Exists, Model, OuterRef, Q, QuerySet
from django.http import Http404

from hileads.clock import today
from hileads.dated import in_force
from hileads.leads.models import Appointment, Delegation, Role, User
from hileads.organisations.models import Kind, Organisation, PartnerArea
from hileads.permissions.catalogue import REASONS, VIEW_FIRST, P
from hileads.permissions.reach import at_partners, predecessors, successors, within_regions
from hileads.permissions.rights import (
    Grant,
    delegated_rights,
    grants,
    is_partner,
    live_appointments,
    live_delegations,
    own_grants,
    read_rights,
)
from hileads.permissions.roles import (
    AREAS,
    AT_A_PARTNER,
    AT_ITS_PARTNERS,
    EVERYONE_APPOINTED,
    READS_THE_BOARDROOM,
    RELATIONS,
    ROLES,
)

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
        return any(permission in grant.rights for grant in grants(user))
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
    return _within(queryset, user, permission, grants(user))


def scope_each(
    things: QuerySet[M] | Sequence[M], people: Sequence[User], permission: P
) -> Iterator[tuple[User, M]]:
    """Yield each of these people with each of the things on which they have the permission, thing by thing.

    As many queries for many people as for one, where a thing knows its organisation without asking; things that have
    been read already are not read again. What being something to a thing gives (RELATIONS) is not looked at: whoever
    asks knows whose the things are.
    """
    read_rights(people)
    everywhere: list[User] = []
    there: dict[int, list[User]] = {}
    for person in people:
        reach = _reach(person, P(permission))
        if reach is None:
            everywhere.append(person)
        for place in reach or ():
            there.setdefault(place, []).append(person)
    if isinstance(things, QuerySet) and not everywhere:
        things = things.filter(_at(things.model, set(there)))
    for thing in things:
        organisation = organisation_of(thing)
        for person in everywhere + there.get(organisation.pk if organisation else 0, []):
            yield person, thing


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


def organisation_of(thing: Model) -> Organisation | None:
    """Return the organisation a thing belongs to, following its model's `organisation_path`."""
    path = getattr(thing, "organisation_path", "")
    if not path:
        return None
    found: Any = thing
    for step in [] if path == "self" else path.split("__"):
        found = getattr(found, step)
    return found  # type: ignore[no-any-return]


def _reach(user: User, permission: P) -> set[int] | None:
    """Return the organisations that a person's permission reaches; None for everywhere."""
    if not _is_person(user) or not live_appointments(user):
        return set()
    return None if permission in EVERYONE_APPOINTED else _reach_of(grants(user), permission)


def _is_person(user: Any) -> bool:
    return isinstance(user, User) and user.is_active


def _is_the_portal(user: Any) -> bool:
    """The portal's own work may do everything but read what one person keeps for themselves."""
    return isinstance(user, User) and user.is_system


def _roles_with(permission: P) -> list[Role]:
    return [role for role, rights in ROLES.items() if permission in rights | EVERYONE_APPOINTED]


def _say_for_whom(user: Any, permission: P, on: Model | None) -> None:
    """Let the history of this request say for whom a deputy acts, where their own posts would not have let them."""
    if _is_the_portal(user) or on is None or not live_delegations(user):
        return
    itself = type(on)._default_manager.filter(pk=on.pk)
    if _within(itself, user, permission, own_grants(user)).exists():
        return
    for row in live_delegations(user):
        if permission in delegated_rights(row) and organisation_of(on) == row.appointment.organisation:
            pghistory.context(acting_for=row.appointment.user_id)


def _within(queryset: QuerySet[M], user: User, permission: P, grants: list[Grant]) -> QuerySet[M]:
    """Keep the things that these grants, or what the person is to them, reach."""
    reach = _reach_of(grants, permission)
    if reach is None:
        return queryset
    related = _related(queryset.model, user, permission)
    if related is None:
        return queryset.filter(_at(queryset.model, reach))
    either = queryset.model._default_manager.filter(_at(queryset.model, reach) | related)
    return queryset.filter(pk__in=either.values("pk"))


def _reach_of(grants: list[Grant], permission: P) -> set[int] | None:
    """Return the organisations that these grants reach; None where one of them reaches everywhere."""
    granting = [grant for grant in grants if permission in grant.rights]
    places = [grant.organisation for grant in granting if grant.organisation]
    if len(places) < len(granting):
        return None
    own = {place.pk for place in places}
    reach = own | within_regions(places, today())
    if own and permission in READS_THE_BOARDROOM:
        reach |= predecessors(own, today())
    if permission in AT_ITS_PARTNERS:
        boards = [one.organisation for one in grants if one.organisation and P.PARTNER_EDIT in one.rights]
        reach |= at_partners(boards, today())
    return reach


def _at(model: type[Model], organisations: set[int]) -> Q:
    """Return the condition that a thing belongs to one of these organisations."""
    path = getattr(model, "organisation_path", "")
    if not path:
        return Q(pk__in=[])
    return Q(**{"pk__in" if path == "self" else f"{path}__in": organisations})


def _reach_to(organisation: Organisation | None, permission: P) -> Q:
    """Return the condition that a post's rights reach an organisation."""
    everywhere = Q(organisation__isnull=True)
    if organisation is None:
        return everywhere
    region = Q(organisation__kind=Kind.REGION, organisation__children_links__organisation=organisation)
    in_its_region = region & in_force(today(), "organisation__children_links__")
    at_home = permission in AT_A_PARTNER or not is_partner(organisation)
    reach = everywhere | in_its_region | (Q(organisation=organisation) if at_home else Q(pk__in=[]))
    if permission in READS_THE_BOARDROOM:
        reach |= Q(organisation__in=successors(organisation, today()))
    return reach


def _related(model: type[Model], user: User, permission: P) -> Q | None:
    """Return the condition that the person is something to a thing which gives the permission, if anything does."""
    relations = [relation for relation, rights in RELATIONS.items() if permission in rights]
    if not relations or not hasattr(model, "related_to"):
        return None
    condition = Q()
    for relation in relations:
        condition |= model.related_to(relation, user, today())
    return condition
