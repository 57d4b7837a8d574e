"""What people are asked about mail."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from django import forms

from hileads.clock import today
from hileads.frame.forms import PageForm, UkDateField
from hileads.notifications.models import USUAL, Frequency, Stream
from hileads.notifications.policies import FIT

QUESTIONS = {
    Stream.SESSIONS: (
        "Reminders of learning set sessions",
        "Invitations, changes and cancellations always come, so that nobody travels in vain.",
    ),
    Stream.ACTIONS: ("Your commitments and actions", "That they are due soon, or late."),
    Stream.COMMUNITY: ("What is new", "Evidence worth reading, and what other organisations have learnt."),
    Stream.DIGEST: (
        "Your digest",
        "One mail with what needs you, the most important first. Without it, nothing above comes gathered either.",
    ),
}


class MailChoicesForm(PageForm):
    """How one wishes to hear of each stream, and the days on which no mail should come."""

    from_date = UkDateField(
        label="First day without mail",
        help_text="For when you are away. Leave both days empty if you are not.",
        required=False,
    )
    to_date = UkDateField(label="Last day without mail", required=False)

    field_order = [*(stream.value for stream in USUAL), "from_date", "to_date"]

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for stream in USUAL:
            question, hint = QUESTIONS[stream]
            self.fields[stream.value] = forms.ChoiceField(
                label=question,
                help_text=hint,
                choices=[(one.value, one.label) for one in FIT[stream]],
                widget=forms.RadioSelect,
                error_messages={"required": f"Choose how you hear of this: {question}"},
            )
        self.order_fields(self.field_order)

    def clean(self) -> dict[str, Any]:
        given = super().clean() or {}
        first, last = given.get("from_date"), given.get("to_date")
        if "from_date" in self.errors or "to_date" in self.errors:
            return given
        if bool(first) != bool(last):
            missing = "to_date" if first else "from_date"
            self.add_error(missing, f"Enter the {'last' if first else 'first'} day too, or leave both empty")
        elif first and last and last < first:
            self.add_error("to_date", "The last day must not come before the first")
        elif last and last < today():
            self.add_error("to_date", "The last day must be today or later")
        return given

    @property
    def wanted(self) -> Mapping[Stream, Frequency]:
        """Return what was chosen for each stream."""
        return {stream: Frequency(self.cleaned_data[stream.value]) for stream in USUAL}

    @property
    def pause(self) -> tuple[date, date] | None:
        """Return the first and the last day without mail, if any."""
        first, last = self.cleaned_data["from_date"], self.cleaned_data["to_date"]
        return (first, last) if first and last else None


class StopForm(PageForm):
    """Why a stream is held back."""

    reason = forms.CharField(
        label="Why is it held back?", help_text="The other administrators read this.", max_length=300
    )
