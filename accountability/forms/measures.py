"""Choosing which measures to list, and whose figures to look at."""

from collections.abc import Sequence
from typing import Any

from django import forms

from accountability.models import Breakdown, Family
from accountability.queries.comparisons import Among
from accountability.queries.figures import Figures
from accountability.queries.measures import MeasureLine
from hileads.frame.forms import PageForm
from hileads.organisations.models import Kind, Organisation

NO_CHOICE = {
    "invalid_choice": "No measure is listed under this any more, so you see all of them. Choose from the list again"
}


class MeasureListForm(PageForm):
    """Narrow the list of measures. Only what a measure has is offered, and everything may be left open."""

    mark_optional = False

    family = forms.ChoiceField(
        label="Kind of measure",
        required=False,
        choices=[("", "All kinds"), *Family.choices],
        error_messages=NO_CHOICE,
    )
    area = forms.ChoiceField(label="Core20PLUS5 area", required=False, error_messages=NO_CHOICE)
    breakdown = forms.ChoiceField(label="Groups compared", required=False, error_messages=NO_CHOICE)

    def __init__(self, data: Any, lines: Sequence[MeasureLine]) -> None:
        super().__init__(data)
        areas = {line.version.core20plus5_area for line in lines} - {""}
        divided = {line.version.breakdown for line in lines}
        self.fields["area"].choices = [("", "All areas"), *((area, area) for area in sorted(areas))]
        self.fields["breakdown"].choices = [
            ("", "With any groups or none"),
            *((value, label) for value, label in Breakdown.choices if value in divided),
        ]

    @property
    def is_narrowed(self) -> bool:
        """Whether anything was asked for that can be answered."""
        return self.is_valid() and any(self.cleaned_data.values())

    def wants(self, line: MeasureLine) -> bool:
        """Say whether this measure is among those asked for."""
        asked, version = self.cleaned_data if self.is_valid() else {}, line.version
        return (
            asked.get("family", "") in ("", version.measure.family)
            and asked.get("area", "") in ("", version.core20plus5_area)
            and asked.get("breakdown", "") in ("", version.breakdown)
        )


class PlaceForm(PageForm):
    """Another organisation's figures, chosen from an alphabetical list."""

    organisation = forms.ChoiceField(label="Look at another organisation’s figures", required=False)

    mark_optional = False

    def __init__(self, organisations: Sequence[Organisation], shown: Figures | None, **kwargs: Any) -> None:
        place = shown.place if shown else None
        super().__init__(initial={"organisation": place.code if place else ""}, **kwargs)
        self.fields["organisation"].choices = [
            ("", "Choose an organisation"),
            *((one.code, one.name) for one in organisations),
        ]


AMONG = {
    Among.KIND: "All of the same kind",
    Among.BOARD: "Those in the same integrated care board",
    Among.REGION: "Those in the same region",
    Among.CHOSEN: "Those that I choose below",
}


class CompareForm(PageForm):
    """Beside whom to look at a figure."""

    among = forms.ChoiceField(label="Compare with", widget=forms.RadioSelect, required=False)
    peers = forms.MultipleChoiceField(
        label="Which ones?", required=False, widget=forms.CheckboxSelectMultiple
    )

    mark_optional = False

    def __init__(
        self, data: Any, place: Organisation, organisations: Sequence[Organisation], **kwargs: Any
    ) -> None:
        super().__init__(data if data.get("among") else None, **kwargs)
        self.usual = Among.BOARD if place.kind == Kind.PCN else Among.KIND
        among = [one for one in AMONG if one is not Among.BOARD or place.kind in (Kind.PCN, Kind.TRUST)]
        self.fields["among"].choices = [(one.value, AMONG[one]) for one in among]
        self.fields["among"].initial = self.usual
        self.fields["peers"].choices = [(one.code, one.name) for one in organisations]

    @property
    def asked(self) -> tuple[Among, list[str]]:
        """What was asked for; all of the same kind, and of networks those of the same board, as long as nothing was."""
        if not self.is_bound or not self.is_valid():
            return self.usual, []
        return Among(self.cleaned_data["among"] or self.usual), self.cleaned_data["peers"]
