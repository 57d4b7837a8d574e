"""What roles are called, and what they were called before."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.db.models import Model, QuerySet

from hileads.leads.models import Named, Role, RoleName, first_name_of, role_names


@dataclass(frozen=True)
class Renaming:
    """A role got this name at that moment."""

    name: Named
    at: datetime


@dataclass(frozen=True)
class RoleCalled:
    """A role with its name now, the name it began with, and each name it was given since, the newest first."""

    role: Role
    name: Named
    began_as: Named
    renamings: Sequence[Renaming]


def roles_called() -> list[RoleCalled]:
    """Return every role with its names, in their order. Two questions."""
    given: dict[str, list[Renaming]] = {}
    for row in _events().order_by("-pgh_created_at", "-pgh_id"):
        name = Named(row.singular, row.plural)
        given.setdefault(row.role, []).append(Renaming(name, row.pgh_created_at))
    return [
        RoleCalled(role, name, first_name_of(role), given.get(role.value, []))
        for role, name in role_names().items()
    ]


def _events() -> QuerySet[Any]:
    """Return the history of names, which the triggers write."""
    events: type[Model] = RoleName.pgh_event_model  # type: ignore[attr-defined]  # given by pghistory
    return events._default_manager.all()
