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

__all__ = [
    "AccountForm",
    "CodeForm",
    "DelegationForm",
    "EndForm",
    "HandoverNoteForm",
    "LeadFileForm",
    "NominationForm",
    "ProvisionForm",
    "SupportForm",
]
