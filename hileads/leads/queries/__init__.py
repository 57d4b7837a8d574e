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
from hileads.leads.queries.keeping import (
    ACT,
    ENOUGH,
    Alone,
    Leading,
    alone,
    entries_to_look_at,
    is_time_to_look,
    leading,
)
from hileads.leads.queries.people import (
    board_secretary_of,
    followed_by,
    invitations_to_confirm,
    open_invitations_at,
    outgoing_of,
    posts_at,
)
from hileads.leads.queries.support import contacts_at, suggested_letter, support_seen_by

__all__ = [
    "ACT",
    "ACTING_FOR",
    "ENOUGH",
    "Alone",
    "Leading",
    "Pack",
    "PackSection",
    "acted_for",
    "acting_organisation",
    "alone",
    "appointments_of",
    "areas_of",
    "board_secretary_of",
    "colleagues_of",
    "contacts",
    "contacts_at",
    "delegations_at",
    "demo_told",
    "entries_to_look_at",
    "followed_by",
    "given_by",
    "invitations_to_confirm",
    "is_time_to_look",
    "leading",
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
    "suggested_letter",
    "support_seen_by",
    "who_takes_over",
]
