"""May this appointment or invitation change now? Each refusal says why, and what would help."""

from hileads.leads.policies.appointments import (
    HAVE_BOARDS,
    PLACES,
    refuse_closed_organisation,
    refuse_end,
    refuse_last_administrator,
    refuse_second_lead,
    refuse_wrong_place,
)
from hileads.leads.policies.delegations import (
    period_of,
    place_of,
    refuse_over,
    refuse_period,
    refuse_second_stand_in,
    refuse_stand_in,
)
from hileads.leads.policies.handover import ensure_has_a_section, ensure_not_taken
from hileads.leads.policies.invitations import (
    WRONG_CODES_AT_MOST,
    can_be_answered,
    has_expired,
    is_for_somebody_else,
    refuse_answered,
    refuse_expired,
    refuse_known_post,
    refuse_one_pair_of_eyes,
    refuse_second_invitation,
    refuse_somebody_else,
    refuse_to_follow,
    refuse_unless,
)
from hileads.leads.policies.provision import PROVIDED_FOR, refuse_provision
from hileads.leads.policies.rolenames import refuse_name_of_another

__all__ = [
    "HAVE_BOARDS",
    "PLACES",
    "PROVIDED_FOR",
    "WRONG_CODES_AT_MOST",
    "can_be_answered",
    "ensure_has_a_section",
    "ensure_not_taken",
    "has_expired",
    "is_for_somebody_else",
    "period_of",
    "place_of",
    "refuse_answered",
    "refuse_closed_organisation",
    "refuse_end",
    "refuse_expired",
    "refuse_known_post",
    "refuse_last_administrator",
    "refuse_name_of_another",
    "refuse_one_pair_of_eyes",
    "refuse_over",
    "refuse_period",
    "refuse_provision",
    "refuse_second_invitation",
    "refuse_second_lead",
    "refuse_second_stand_in",
    "refuse_somebody_else",
    "refuse_stand_in",
    "refuse_to_follow",
    "refuse_unless",
    "refuse_wrong_place",
]
