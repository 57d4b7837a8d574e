"""Everything that is written about people and their posts."""

from hileads.leads.actions.account import edit_own_entries
from hileads.leads.actions.delegations import end_delegation, name_deputy
from hileads.leads.actions.demo import record_demo, set_demo_passwords
from hileads.leads.actions.disposal import (
    dispose_invitations,
    dispose_sign_ins,
    end_posts,
    end_sign_ins,
    erase_from_invitations,
    erase_person,
    erase_ways_to_sign_in,
)
from hileads.leads.actions.handover import introduce_successor, pass_on, take_handover, write_handover_note
from hileads.leads.actions.invitations import (
    accept_invitation,
    confirm_nomination,
    decline_invitation,
    enter_code,
    nominate_person,
    send_invitation_again,
    withdraw_invitation,
)
from hileads.leads.actions.people import add_person, appoint_person, confirm_entries, end_appointment
from hileads.leads.actions.provision import tell_provision
from hileads.leads.actions.rolenames import rename_role
from hileads.leads.actions.support import offer_help

__all__ = [
    "accept_invitation",
    "add_person",
    "appoint_person",
    "confirm_entries",
    "confirm_nomination",
    "decline_invitation",
    "dispose_invitations",
    "dispose_sign_ins",
    "edit_own_entries",
    "end_appointment",
    "end_delegation",
    "end_posts",
    "end_sign_ins",
    "enter_code",
    "erase_from_invitations",
    "erase_person",
    "erase_ways_to_sign_in",
    "introduce_successor",
    "name_deputy",
    "nominate_person",
    "offer_help",
    "pass_on",
    "record_demo",
    "rename_role",
    "send_invitation_again",
    "set_demo_passwords",
    "take_handover",
    "tell_provision",
    "withdraw_invitation",
    "write_handover_note",
]
