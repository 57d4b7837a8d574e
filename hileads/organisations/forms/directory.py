"""What one asks of the directory and of coverage."""

from datetime import date
from typing import Any

from django import forms
from django.core.exceptions import ValidationError

from hileads.clock import today
from hileads.frame.forms import PageForm, UkDateField
from hileads.organisations.models import Kind
from hileads.organisations.queries.coverage import Expected
from hileads.organisations.queries.directory import Parents, Sought

EXPECTED_KINDS = (Kind.ICB, Kind.TRUST, Kind.PCN, Kind.NATIONAL)
LISTED_KINDS = (Kind.TRUST, Kind.ICB, Kind.PCN, Kind.REGION, Kind.PARTNER)


class AsAtForm(PageForm):
    """Look at how things stood on a day that has been."""

    mark_optional = False

    as_at = UkDateField(label="As at another day", help_text="For example, 31 3 2026", required=False)

    def clean_as_at(self) -> date | None:
        day: date | None = self.cleaned_data["as_at"]
        if day and day > today():
            raise ValidationError("The day must be today or in the past")
        return day if day != today() else None

    def day(self) -> date | None:
        """Return the day that is asked for, or None for today. What is not a day is left out, and the page says so."""
        self.full_clean()
        return self.cleaned_data.get("as_at")


class DirectoryForm(AsAtForm):
    """Look for an organisation. Everything may be left empty."""

    q = forms.CharField(
        label="Name, ODS code or town",
        help_text="Earlier names are searched too.",
        required=False,
        max_length=100,
    )
    kind = forms.ChoiceField(label="Kind of organisation", required=False)
    region = forms.ChoiceField(label="Region", required=False)
    icb = forms.ChoiceField(label="Integrated care board", required=False)
    grouping = forms.ChoiceField(label="Grouping", required=False)
    closed = forms.BooleanField(label="Show closed organisations too", required=False)

    def __init__(self, *args: Any, parents: Parents, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["kind"].choices = [
            ("", "All kinds"),
            *((kind.value, kind.label) for kind in LISTED_KINDS),
        ]
        self.fields["region"].choices = [("", "All regions"), *parents.regions]
        self.fields["icb"].choices = [("", "All boards"), *parents.icbs]
        self.fields["grouping"].choices = [("", "All groupings"), *parents.groupings]
        if not parents.groupings:
            del self.fields["grouping"]

    def sought(self) -> Sought:
        """Return what is asked for. What is not an answer is left out, and the page says so."""
        self.full_clean()
        given = self.cleaned_data
        return Sought(
            words=given.get("q", "").strip(),
            kind=given.get("kind", ""),
            region=given.get("region", ""),
            icb=given.get("icb", ""),
            closed_too=given.get("closed", False),
            as_at=given.get("as_at"),
            grouping=given.get("grouping", ""),
        )


class CoverageForm(PageForm):
    """Choose which of the expected organisations to list."""

    mark_optional = False

    WITHOUT, WITH, ALONE, ALL = "without", "with", "alone", "all"

    show = forms.ChoiceField(
        label="Show",
        required=False,
        choices=[
            (WITHOUT, "Without a lead"),
            (WITH, "With a lead"),
            (ALONE, "With fewer than two people who can act"),
            (ALL, "All that are expected to have one"),
        ],
    )
    kind = forms.ChoiceField(
        label="Kind of organisation",
        required=False,
        choices=[("", "All kinds"), *((kind.value, kind.label) for kind in EXPECTED_KINDS)],
    )
    region = forms.ChoiceField(label="Region", required=False)

    def __init__(self, *args: Any, regions: tuple[tuple[str, str], ...], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["region"].choices = [("", "All regions"), *regions]
        if len(regions) < 2:
            del self.fields["region"]

    def wants(self, row: Expected) -> bool:
        """Say whether this organisation is among those asked for: without an answer, those without a lead."""
        asked = self.cleaned_data if self.is_valid() else {}
        shown = {
            self.WITHOUT: not row.has_lead,
            self.WITH: row.has_lead,
            self.ALONE: not row.leading.has_enough,
            self.ALL: True,
        }
        return (
            shown[asked.get("show") or self.WITHOUT]
            and asked.get("kind", "") in ("", row.kind)
            and asked.get("region", "") in ("", row.region_code)
        )
