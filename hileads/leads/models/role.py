"""The roles that posts have, and what they are called, which changes more often than what they may do."""

from collections.abc import Mapping
from dataclasses import dataclass

from django.db import models
from django.db.models import Q

from hileads.audit import audited
from hileads.once import forget, once


class Role(models.TextChoices):
    """A role by its code, which gives the rights and stays, with the name that it began with."""

    EXECUTIVE_LEAD = "executive_lead", "Executive lead for health inequalities"
    DEPUTY = "deputy", "Deputy to the executive lead"
    TEAM_MEMBER = "team_member", "Health inequalities team member"
    EQUALITY_LEAD = "equality_lead", "Equality and diversity lead"
    BOARD_SECRETARY = "board_secretary", "Board secretary"
    NON_EXECUTIVE_CHAMPION = "non_executive_champion", "Non-executive champion"
    CHAIR = "chair", "Chair"
    FACILITATOR = "facilitator", "Learning set facilitator"
    REGIONAL_CONVENOR = "regional_convenor", "Regional convenor"
    CURATOR = "curator", "Curator"
    NATIONAL_ADMIN = "national_admin", "National administrator"


NATIONAL_ROLES = (Role.FACILITATOR, Role.CURATOR, Role.NATIONAL_ADMIN)
"""The roles that may be held without an organisation."""

ROLES_IN_ORDER = {role.value: place for place, role in enumerate(Role)}
"""Where a role stands when people are listed: the executive lead first."""

IRREGULAR = {
    Role.EXECUTIVE_LEAD: "Executive leads for health inequalities",
    Role.DEPUTY: "Deputies to the executive lead",
    Role.BOARD_SECRETARY: "Board secretaries",
}


@audited()
class RoleName(models.Model):
    """What a role is called now, where that is not the name it began with."""

    role = models.CharField(max_length=30, choices=Role.choices, unique=True)
    singular = models.CharField(max_length=60)
    plural = models.CharField(max_length=60)

    class Meta:
        constraints = [
            models.CheckConstraint(
                name="role_names_say_something", condition=~(Q(singular="") | Q(plural=""))
            ),
        ]
        ordering = ["role"]

    def __str__(self) -> str:
        return self.singular


@dataclass(frozen=True)
class Named:
    """The name of a role for one person, and for several."""

    singular: str
    plural: str


def first_name_of(role: Role) -> Named:
    """Return the name that a role began with."""
    return Named(str(role.label), IRREGULAR.get(role, f"{role.label}s"))


def role_names() -> Mapping[Role, Named]:
    """Return what every role is called now, in their order: one question a request."""
    return once("role names", _read)


def role_name(role: str) -> str:
    """Return what somebody in this role is called now."""
    return role_names()[Role(role)].singular


def forget_role_names() -> None:
    """Let names be read anew, because one has just changed."""
    forget("role names")


def _read() -> dict[Role, Named]:
    renamed = {row.role: Named(row.singular, row.plural) for row in RoleName.objects.all()}
    return {role: renamed.get(role.value) or first_name_of(role) for role in Role}
