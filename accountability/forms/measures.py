"""Choosing whose figures to look at."""

from collections.abc import Sequence
from typing import Any

from django import forms

from accountability.queries.comparisons import Among
from accountability.queries.figures import Figures
from hileads.frame.forms import PageForm
from hileads.organisations.models import Organisation


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


class CompareForm(PageForm):
    """Beside whom to look at a figure."""

    among = forms.ChoiceField(
        label="Compare with",
        choices=[
            (Among.KIND.value, "All of the same kind"),
            (Among.REGION.value, "Those in the same region"),
            (Among.CHOSEN.value, "Those that I choose below"),
        ],
        widget=forms.RadioSelect,
        initial=Among.KIND,
        required=False,
    )
    peers = forms.MultipleChoiceField(
        label="Which ones?", required=False, widget=forms.CheckboxSelectMultiple
    )

    mark_optional = False

    def __init__(self, data: Any, organisations: Sequence[Organisation], **kwargs: Any) -> None:
        super().__init__(data if data.get("among") else None, **kwargs)
        self.fields["peers"].choices = [(one.code, one.name) for one in organisations]

    @property
    def asked(self) -> tuple[Among, list[str]]:
        """What was asked for; all of the same kind as long as nothing was."""
        if not self.is_bound or not self.is_valid():
            return Among.KIND, []
        return Among(self.cleaned_data["among"] or Among.KIND), self.cleaned_data["peers"]
