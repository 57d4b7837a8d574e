"""Whose hat a person wears: their live appointments and the organisation they act for now."""

from django.http import HttpRequest

from hileads.leads.models import Appointment, User
from hileads.organisations.models import Organisation
from hileads.permissions.rights import live_appointments

ACTING_FOR = "acting_for"
"""The session's key for the code of the organisation a person has chosen to act for."""


def appointments_of(user: object) -> list[Appointment]:
    """Return the appointments a person holds today, national ones first, then by organisation."""
    return live_appointments(user) if isinstance(user, User) else []


def organisations_of(user: object) -> list[Organisation]:
    """Return the organisations a person can act for today, each once, by name."""
    found = {row.organisation_id: row.organisation for row in appointments_of(user) if row.organisation}
    return list(found.values())


def acting_organisation(request: HttpRequest) -> Organisation | None:
    """Return the organisation this person acts for: the one they chose, else the first of theirs.

    A choice that has since ended is passed over, so that an ended appointment gives nothing.
    """
    choices = organisations_of(request.user)
    chosen = request.session.get(ACTING_FOR)
    return next((one for one in choices if one.code == chosen), choices[0] if choices else None)


def roles_at(user: object, organisation: Organisation | None) -> list[Appointment]:
    """Return the appointments a person holds today at one organisation (or nationally, with None)."""
    wanted = organisation.pk if organisation else None
    return [row for row in appointments_of(user) if row.organisation_id == wanted]
