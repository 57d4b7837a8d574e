"""What a grouping is, and who belongs to it."""

from typing import Any

from django import forms
from django.core.exceptions import ValidationError

from hileads.frame.forms import PageForm, UkDateField
from hileads.organisations.models import GroupingKind, Organisation


class GroupingForm(PageForm):
    """What a grouping is called, what it is, and from when to when."""

    name = forms.CharField(label="What is it called?", max_length=200)
    kind = forms.ChoiceField(label="What is it?", choices=GroupingKind.choices, widget=forms.RadioSelect)
    from_date = UkDateField(label="Since when?", help_text="For example, 1 4 2026")
    to_date = UkDateField(label="Until when?", help_text="Leave it empty while it goes on.", required=False)
    note = forms.CharField(
        label="What is it for?", widget=forms.Textarea(attrs={"rows": 3}), max_length=500, required=False
    )

    def clean(self) -> dict[str, Any]:
        given = super().clean() or {}
        if given.get("to_date") and given.get("from_date") and given["to_date"] < given["from_date"]:
            self.add_error("to_date", "The last day must be the first day or later")
        return given


class GroupingMemberForm(PageForm):
    """Which organisation joins, and when."""

    organisation = forms.CharField(
        label="What is its ODS code?",
        help_text="It stands on its page in the directory, for example RAE.",
        max_length=12,
    )
    from_date = UkDateField(label="From which day?")

    def clean_organisation(self) -> Organisation:
        code = self.cleaned_data["organisation"].strip().upper()
        found = Organisation.objects.filter(code=code).first()
        if found is None:
            raise ValidationError(f"No organisation has the code {code}")
        return found


class GroupingMemberEndForm(PageForm):
    """The last day on which an organisation belongs."""

    last_day = UkDateField(label="What is the last day?")
