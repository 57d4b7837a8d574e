"""What is asked when people come and go, and about their posts."""

from hileads.leads.forms.people import (
    AccountForm,
    CodeForm,
    DelegationForm,
    EndForm,
    HandoverNoteForm,
    LeadFileForm,
    NominationForm,
    SupportForm,
)
from hileads.leads.forms.provision import ProvisionForm
from hileads.leads.forms.rolenames import RoleNameForm

__all__ = [
    "AccountForm",
    "CodeForm",
    "DelegationForm",
    "EndForm",
    "HandoverNoteForm",
    "LeadFileForm",
    "NominationForm",
    "ProvisionForm",
    "RoleNameForm",
    "SupportForm",
]
