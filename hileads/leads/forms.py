"""What is asked when people come and go."""

from typing import Any

from django import forms

from hileads.frame.forms import PageForm, UkDateField
from hileads.leads.models import Role
from hileads.leads.policies import PLACES
from hileads.organisations.models import Kind, Organisation


class NominationForm(PageForm):
    """Who takes up which post, from when."""

    name = forms.CharField(label="What is their name?", max_length=150)
    email = forms.EmailField(
        label="What is their work email address?",
        help_text="The invitation goes there, and only that address can accept it.",
        max_length=254,
    )
    role = forms.ChoiceField(label="What will they be?")
    post_title = forms.CharField(
        label="What is their post?", help_text="For example: medical director", required=False, max_length=150
    )
    from_date = UkDateField(label="From which day?")
    is_interim = forms.BooleanField(label="They hold the post for the time being (interim)", required=False)
    is_job_share = forms.BooleanField(label="They share the post with somebody", required=False)

    def __init__(self, *args: Any, organisation: Organisation, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        kind = Kind(organisation.kind)
        roles = [(role.value, role.label) for role in Role if kind in PLACES[role]]
        self.fields["role"].choices = [("", "Choose what they will be"), *roles]


class CodeForm(PageForm):
    """The code instead of the link."""

    email = forms.EmailField(
        label="Your work email address", help_text="The one that the invitation came to.", max_length=254
    )
    code = forms.RegexField(
        r"^\s*\d{3}\s?\d{3}\s*$",
        label="The code",
        help_text="Six digits, at the end of the mail.",
        error_messages={"invalid": "The code has six digits, for example 204 816"},
    )

    component_options = {
        "code": {"inputmode": "numeric", "autocomplete": "one-time-code", "classes": "nhsuk-input--width-10"},
        "email": {"autocomplete": "email"},
    }

    def clean_code(self) -> str:
        return "".join(str(self.cleaned_data["code"]).split())


class EndForm(PageForm):
    """The last day of a post."""

    last_day = UkDateField(
        label="What is the last day?", help_text="From the next day on the post gives no rights here."
    )
