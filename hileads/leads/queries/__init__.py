"""Whose hat a person wears, and who holds or is asked to hold which post."""

from hileads.leads.queries.acting import (
    ACTING_FOR,
    acting_organisation,
    appointments_of,
    organisations_of,
    roles_at,
)
from hileads.leads.queries.demo import demo_told
from hileads.leads.queries.people import (
    board_secretary_of,
    followed_by,
    invitations_to_confirm,
    open_invitations_at,
    outgoing_of,
    posts_at,
)

__all__ = [
    "ACTING_FOR",
    "acting_organisation",
    "appointments_of",
    "board_secretary_of",
    "demo_told",
    "followed_by",
    "invitations_to_confirm",
    "open_invitations_at",
    "organisations_of",
    "outgoing_of",
    "posts_at",
    "roles_at",
]
