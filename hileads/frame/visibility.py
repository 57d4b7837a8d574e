"""Who else sees a confidential page: named people, so that nobody has to know what a role may do."""

from dataclasses import dataclass
from typing import Any

from django.db.models import Model

from hileads.leads.models import User
from hileads.permissions.catalogue import CONFIDENTIAL, VIEW_FIRST, P
from hileads.permissions.checks import users_who_can

NAMED_IN_A_LINE = 8


@dataclass(frozen=True)
class Audience:
    """The people who see a page, by name; `only_you` where there is nobody else, and in words who is not among them."""

    names: tuple[str, ...]
    only_you: bool = False
    not_even: str = ""

    @property
    def in_a_line(self) -> bool:
        """Say whether the names fit into a sentence."""
        return len(self.names) <= NAMED_IN_A_LINE


def audience_of(permission: P | None, subject: Any, reader: Any) -> Audience | None:
    """Return who sees a page about this subject, or None where the page is not confidential."""
    if permission is None or not isinstance(reader, User):
        return None
    view = permission if permission in CONFIDENTIAL else VIEW_FIRST.get(permission, permission)
    if view not in CONFIDENTIAL:
        return None
    people = list(
        users_who_can(view, on=subject if isinstance(subject, Model) else None).order_by("name", "pk")
    )
    return Audience(tuple(person.name for person in people), only_you=people == [reader])


def only(reader: User, *, not_even: str) -> Audience:
    """Return the audience of what one person keeps for themselves, and who is not among it."""
    return Audience((reader.name,), only_you=True, not_even=not_even)
