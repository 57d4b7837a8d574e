"""Choosing whom one acts for."""

from typing import Any

from django import forms

from hileads.frame.forms import PageForm
from hileads.organisations.models import Organisation


class ActingForForm(PageForm):
    """One of the organisations a person is appointed at."""

    organisation = forms.ChoiceField(label="Which organisation do you act for now?", widget=forms.RadioSelect)

    def __init__(self, *args: Any, organisations: list[Organisation], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["organisation"].choices = [(one.code, one.name) for one in organisations]
