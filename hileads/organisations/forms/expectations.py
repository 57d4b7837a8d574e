"""What one tells the register of who is expected to name a lead."""

from django import forms

from hileads.frame.forms import PageForm, UkDateField


class ExpectationForm(PageForm):
    """Expect an organisation to name a lead."""

    reason = forms.CharField(
        label="Why is it expected to name a lead?",
        help_text="Everybody who sees the directory can read this. For example: the network chose to join.",
        max_length=300,
    )
    from_date = UkDateField(label="From which day?")
    to_date = UkDateField(
        label="What is the last day?", help_text="Leave it empty if no end is known.", required=False
    )


class ExpectationEndForm(PageForm):
    """Expect an organisation to name a lead no longer."""

    last_day = UkDateField(
        label="What is the last day?", help_text="From the next day on it is not counted in coverage."
    )
    ended_because = forms.CharField(label="Why is it no longer expected to?", max_length=300)
