"""Choosing whose figures to look at."""

from collections.abc import Sequence
from typing import Any

from django import forms

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
