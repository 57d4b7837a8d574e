"""What people fill in to tell of a measure in words."""

from django import forms

from accountability.forms.plan import NO_PATIENTS, TokenForm
from hileads.frame.forms import PageForm, UkDateField


class TellingFields(PageForm):
    """Which period, what was seen, and how that is known."""

    from_date = UkDateField(label="When does the period begin?")
    to_date = UkDateField(label="When does the period end?")
    seen = forms.CharField(
        label="What was seen?",
        help_text=f"In a few words: what happened, and what changed because of it. {NO_PATIENTS}",
        widget=forms.Textarea,
        max_length=2000,
    )
    known_by = forms.CharField(
        label="How do you know?",
        help_text="Where the words come from, such as “Minutes of the board, 14 May 2026”.",
        max_length=300,
    )


class TellingForm(TellingFields, TokenForm):
    """Telling of a period for the first time. It is safe to send twice."""
