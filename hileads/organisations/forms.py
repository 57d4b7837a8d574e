"""What one asks of the directory and of coverage."""

from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.core.files.uploadedfile import UploadedFile

from hileads.clock import today
from hileads.frame.forms import PageForm, UkDateField
from hileads.organisations.models import Kind
from hileads.organisations.queries.coverage import Expected
from hileads.organisations.queries.directory import Parents, Sought

LISTED_KINDS = (Kind.TRUST, Kind.ICB, Kind.PCN, Kind.REGION)


class DirectoryForm(PageForm):
    """Look for an organisation. Everything may be left empty."""

    mark_optional = False

    q = forms.CharField(
        label="Name, ODS code or town",
        help_text="Earlier names are searched too.",
        required=False,
        max_length=100,
    )
    kind = forms.ChoiceField(label="Kind of organisation", required=False)
    region = forms.ChoiceField(label="Region", required=False)
    icb = forms.ChoiceField(label="Integrated care board", required=False)
    closed = forms.BooleanField(label="Show closed organisations too", required=False)

    def __init__(self, *args: Any, parents: Parents, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["kind"].choices = [
            ("", "All kinds"),
            *((kind.value, kind.label) for kind in LISTED_KINDS),
        ]
        self.fields["region"].choices = [("", "All regions"), *parents.regions]
        self.fields["icb"].choices = [("", "All boards"), *parents.icbs]

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
        )


class SeveralFilesInput(forms.FileInput):
    """A box that takes several files at once."""

    allow_multiple_selected = True


class SeveralFilesField(forms.FileField):
    """Files that belong together: at least one, few, and none too large."""

    widget = SeveralFilesInput
    at_most = 10
    megabytes_at_most = 10

    def clean(self, data: Any, initial: Any = None) -> list[UploadedFile]:
        given = [super(SeveralFilesField, self).clean(file) for file in data or [None]]
        if len(given) > self.at_most:
            raise ValidationError(f"Choose at most {self.at_most} files")
        for file in given:
            if file.size > self.megabytes_at_most * 1024 * 1024:
                raise ValidationError(
                    f"{file.name} is larger than {self.megabytes_at_most} MB. Such files hold far less"
                )
        return given


class ImportForm(PageForm):
    """Files to look at before they are imported, and when they were true."""

    chosen_files = SeveralFilesField(
        label="Files",
        help_text="Comma-separated files (CSV). Choose all that belong together: all of them are imported, or none is.",
        widget=SeveralFilesInput(attrs={"multiple": True}),
        error_messages={
            "required": "Choose one or more files",
            "empty": "The file is empty. Choose one that holds rows",
        },
    )
    as_at_date = UkDateField(
        label="When were the trusts', networks' and regions' files true?",
        help_text=(
            "They do not say so themselves. Without a day, the newest date in the file that has come counts. The "
            "other files carry their own dates."
        ),
        required=False,
    )

    def clean_as_at_date(self) -> Any:
        day = self.cleaned_data["as_at_date"]
        if day and day > today():
            raise ValidationError("The day must be today or in the past")
        return day


class CoverageForm(PageForm):
    """Choose which of the expected organisations to list."""

    mark_optional = False

    WITHOUT, WITH, ALL = "without", "with", "all"

    show = forms.ChoiceField(
        label="Show",
        required=False,
        choices=[
            (WITHOUT, "Without a lead"),
            (WITH, "With a lead"),
            (ALL, "All that are expected to have one"),
        ],
    )
    kind = forms.ChoiceField(
        label="Kind of organisation",
        required=False,
        choices=[("", "All kinds"), (Kind.ICB.value, Kind.ICB.label), (Kind.TRUST.value, Kind.TRUST.label)],
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
        show = asked.get("show") or self.WITHOUT
        return (
            (show == self.ALL or row.has_lead == (show == self.WITH))
            and asked.get("kind", "") in ("", row.kind)
            and asked.get("region", "") in ("", row.region_code)
        )
