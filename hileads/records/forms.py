"""What one looks for in the history."""

from typing import Any

from django import forms
from django.core.exceptions import ValidationError

from hileads.frame.forms import PageForm
from hileads.leads.models import User
from hileads.organisations.models import Organisation
from hileads.records.queries.history import Wanted, event_models, key_from, tracked
from hileads.records.queries.wording import kind_of


class HistoryForm(PageForm):
    """Narrow the history. Everything may be left empty."""

    mark_optional = False

    kind = forms.ChoiceField(label="Kind of thing", required=False)
    organisation = forms.CharField(label="ODS code of an organisation", required=False, max_length=10)
    person = forms.EmailField(
        label="E-mail address of a person",
        help_text="Shows what they did, and what was done to their entries.",
        required=False,
    )
    from_date = forms.DateField(label="From", required=False)
    to_date = forms.DateField(label="To", required=False)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        kinds = [
            (tracked(model)._meta.label, kind_of(tracked(model)).capitalize()) for model in event_models()
        ]
        self.fields["kind"].choices = [("", "Everything"), *sorted(kinds, key=lambda row: row[1])]

    def clean_organisation(self) -> Organisation | None:
        code = self.cleaned_data["organisation"].strip().upper()
        found = Organisation.objects.filter(code=code).first() if code else None
        if code and found is None:
            raise ValidationError(f"No organisation has the code {code}.")
        return found

    def clean_person(self) -> User | None:
        address = self.cleaned_data["person"].lower()
        found = User.objects.filter(email=address).first() if address else None
        if address and found is None:
            raise ValidationError(f"Nobody has the address {address}.")
        return found

    def wanted(self, after: str) -> Wanted:
        """Return what is asked for. What is not an answer is left out, and the page says so."""
        self.full_clean()
        given = self.cleaned_data
        return Wanted(
            kind=given.get("kind", ""),
            organisation=given.get("organisation"),
            person=given.get("person"),
            from_date=given.get("from_date"),
            to_date=given.get("to_date"),
            after=key_from(after),
        )
