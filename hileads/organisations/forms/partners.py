"""What a partner without an ODS code is, and where it works."""

from django import forms

from hileads.frame.forms import PageForm, UkDateField
from hileads.organisations.models import PartnerKind


class PartnerForm(PageForm):
    """Register a partner."""

    name = forms.CharField(label="What is it called?", help_text="The name in full.", max_length=200)
    kind = forms.ChoiceField(
        label="What kind of partner is it?", choices=PartnerKind.choices, widget=forms.RadioSelect
    )
    town = forms.CharField(label="In which town is it?", max_length=100)
    from_date = UkDateField(
        label="Since when has it worked with you?", help_text="If you are not sure, give today’s date."
    )


class PartnerEditForm(PageForm):
    """Change what is recorded of a partner."""

    name = forms.CharField(label="What is it called?", max_length=200)
    named_from = UkDateField(
        label="Since when has it had this name?",
        help_text="Counts if you change the name. The name before stays on its page, with the days on which it held.",
    )
    kind = forms.ChoiceField(
        label="What kind of partner is it?", choices=PartnerKind.choices, widget=forms.RadioSelect
    )
    town = forms.CharField(label="In which town is it?", max_length=100)


class PartnerAreaForm(PageForm):
    """The first day on which a partner works in the area of a board."""

    from_date = UkDateField(label="Since when has it worked with you?")


class LastDayForm(PageForm):
    """The last day of a partner, or of its work in an area."""

    last_day = UkDateField(label="What is the last day?")
