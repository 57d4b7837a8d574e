"""What is asked about the time, the budget and the people that come with a post."""

from decimal import Decimal
from typing import Any

from django import forms

from hileads.frame.forms import PageForm
from hileads.leads.models import MOST_DAYS, Provision, Support

NOBODY = "nobody"


class ProvisionForm(PageForm):
    """The time, the budget and the people that come with a post, each of which may stay untold."""

    UNTOLD = ("", "I would rather not say, or do not know")

    time = forms.ChoiceField(
        label="Is time protected for this work?",
        choices=[("some", "Yes"), ("none", "No, it is done beside everything else"), UNTOLD],
        widget=forms.RadioSelect,
        required=False,
    )
    days_a_month = forms.DecimalField(
        label="If so, how many days a month?",
        help_text="For example 2, or 1.5. At most 23.",
        min_value=Decimal("0.1"),
        max_value=MOST_DAYS,
        max_digits=3,
        decimal_places=1,
        required=False,
    )
    budget = forms.ChoiceField(
        label="Is there a budget for the work?",
        choices=[("yes", "Yes"), ("no", "No"), UNTOLD],
        widget=forms.RadioSelect,
        required=False,
    )
    pounds_a_year = forms.IntegerField(
        label="If so, how many pounds a year?",
        help_text="A whole number, for example 25000. It may stay empty.",
        min_value=1,
        max_value=999_999_999,
        required=False,
    )
    support = forms.MultipleChoiceField(
        label="Who helps with the work?",
        help_text="Tick all that apply. Tick nothing to leave it untold.",
        choices=[*Support.choices, (NOBODY, "Nobody")],
        widget=forms.CheckboxSelectMultiple,
        required=False,
    )

    mark_optional = False

    def clean(self) -> dict[str, Any]:
        given = super().clean() or {}
        if (
            given.get("time") == "some"
            and not given.get("days_a_month")
            and "days_a_month" not in self.errors
        ):
            self.add_error("days_a_month", "Enter how many days a month, or choose another answer above")
        if given.get("time") != "some" and given.get("days_a_month"):
            self.add_error("time", "Choose “Yes” if days are protected, or leave the days empty")
        if given.get("budget") != "yes" and given.get("pounds_a_year"):
            self.add_error("budget", "Choose “Yes” if there is a budget, or leave the pounds empty")
        if NOBODY in given.get("support", []) and len(given["support"]) > 1:
            self.add_error("support", "Tick who helps, or “Nobody”, but not both")
        return given

    def told(self) -> dict[str, Any]:
        """Return what is told; None is untold."""
        given = self.cleaned_data
        return {
            "days_a_month": {"some": given["days_a_month"], "none": Decimal(0)}.get(given["time"]),
            "has_budget": {"yes": True, "no": False}.get(given["budget"]),
            "pounds_a_year": given["pounds_a_year"],
            "support": [kind for kind in given["support"] if kind != NOBODY] if given["support"] else None,
        }

    @staticmethod
    def initial_of(told: Provision | None) -> dict[str, Any]:
        """Return the answers that say what was told before."""
        if told is None:
            return {}
        return {
            "time": "" if told.days_a_month is None else "some" if told.days_a_month else "none",
            "days_a_month": told.days_a_month or None,
            "budget": {None: "", True: "yes", False: "no"}[told.has_budget],
            "pounds_a_year": told.pounds_a_year,
            "support": [NOBODY] if told.support == [] else told.support,
        }
