"""Whose hat a person wears, and who holds or is asked to hold which post."""

from hileads.leads.queries.acting import (
    ACTING_FOR,
    acting_organisation,
    appointments_of,
    organisations_of,
    roles_at,
)
from hileads.leads.queries.delegations import (
    acted_for,
    areas_of,
    colleagues_of,
    delegations_at,
    given_by,
)
from hileads.leads.queries.demo import demo_told
from hileads.leads.queries.handover import (
    Pack,
    PackSection,
    contacts,
    pack_of,
    packs_taken_up_by,
    packs_to_prepare,
    packs_waiting,
    post_that_follows,
    post_that_went_before,
    who_takes_over,
)
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
    "Pack",
    "PackSection",
    "acted_for",
    "acting_organisation",
    "appointments_of",
    "areas_of",
    "board_secretary_of",
    "colleagues_of",
    "contacts",
    "delegations_at",
    "demo_told",
    "followed_by",
    "given_by",
    "invitations_to_confirm",
    "open_invitations_at",
    "organisations_of",
    "outgoing_of",
    "pack_of",
    "packs_taken_up_by",
    "packs_to_prepare",
    "packs_waiting",
    "post_that_follows",
    "post_that_went_before",
    "posts_at",
    "roles_at",
    "who_takes_over",
]
