"""What the board secretary and the lead fill in for an assurance report."""

from typing import Any

from django import forms

from accountability.models import BoardAsk, FrontSheet, Report
from hileads.frame.forms import PageForm, PageModelForm, UkDateField

NO_PATIENTS = "Do not name patients or anyone who could be recognised."


class ReportForm(PageForm):
    """The three dates that make a report."""

    from_date = UkDateField(label="When does the period begin?")
    to_date = UkDateField(label="When does the period end?", help_text="Most boards report every six months.")
    meeting_date = UkDateField(
        label="When does the board meet?",
        help_text="We work out the deadline for papers: seven clear working days before.",
    )

    def clean(self) -> dict[str, Any]:
        values: dict[str, Any] = super().clean() or {}
        begins, ends, meets = (values.get(name) for name in ("from_date", "to_date", "meeting_date"))
        if begins and ends and (ends - begins).days < 28:
            self.add_error("to_date", "The period must be at least four weeks long")
        if ends and meets and meets <= ends:
            self.add_error("meeting_date", "The board must meet after the period ends")
        return values


class FrontSheetForm(PageModelForm):
    """What the paper asks of the board, and its three headings: alert, advise, assure."""

    ask = forms.ChoiceField(
        label="What is the board asked to do?", choices=BoardAsk.choices, widget=forms.RadioSelect
    )

    component_options = {name: {"rows": 3} for name in ("ask_detail", "alert", "advise", "assure")}

    class Meta:
        model = FrontSheet
        fields = ("ask", "ask_detail", "alert", "advise", "assure")
        labels = {
            "ask_detail": "What in particular?",
            "alert": "Alert: what needs the board's attention now?",
            "advise": "Advise: what is developing and being watched?",
            "assure": "Assure: what is going as it should, and how do you know?",
        }
        help_texts = {
            "ask_detail": "One sentence that could stand in the minutes.",
            "alert": "Leave this empty if there is nothing to alert the board to.",
            "advise": NO_PATIENTS,
        }


class NarrativeForm(PageModelForm):
    """The report's own words, around the figures and actions that assemble themselves."""

    component_options = {"narrative": {"rows": 10}, "learning": {"rows": 6}, "next_steps": {"rows": 6}}

    class Meta:
        model = Report
        fields = ("narrative", "learning", "next_steps")
        labels = {
            "narrative": "What should the board know?",
            "learning": "What did we learn, from trials that worked and from those that did not?",
            "next_steps": "What do we do next?",
        }
        help_texts = {
            "narrative": f"What moved, what did not, and why you think so. {NO_PATIENTS}",
            "learning": NO_PATIENTS,
        }
