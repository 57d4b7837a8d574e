"""People, the dated posts that give them their rights, and how they come to them."""

from hileads.leads.models.appointment import Appointment, AppointmentQuerySet
from hileads.leads.models.delegation import Area, Delegation, DelegationQuerySet
from hileads.leads.models.handover import Handover, HandoverNote
from hileads.leads.models.invitation import OPEN_INVITATIONS, Invitation, InvitationQuerySet, InvitationState
from hileads.leads.models.leadimport import LeadImport
from hileads.leads.models.person import User, UserManager
from hileads.leads.models.provision import MOST_DAYS, Provision, Support
from hileads.leads.models.role import (
    NATIONAL_ROLES,
    ROLES_IN_ORDER,
    Named,
    Role,
    RoleName,
    first_name_of,
    forget_role_names,
    role_name,
    role_names,
)
from hileads.leads.models.support import SupportNote

__all__ = [
    "MOST_DAYS",
    "NATIONAL_ROLES",
    "OPEN_INVITATIONS",
    "ROLES_IN_ORDER",
    "Appointment",
    "AppointmentQuerySet",
    "Area",
    "Delegation",
    "DelegationQuerySet",
    "Handover",
    "HandoverNote",
    "Invitation",
    "InvitationQuerySet",
    "InvitationState",
    "LeadImport",
    "Named",
    "Provision",
    "Role",
    "RoleName",
    "Support",
    "SupportNote",
    "User",
    "UserManager",
    "first_name_of",
    "forget_role_names",
    "role_name",
    "role_names",
]
