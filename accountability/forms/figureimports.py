"""Handing in a file of figures."""

from collections.abc import Sequence
from typing import Any

from django import forms
from django.core.exceptions import ValidationError

from accountability.figurefiles.columns import BY_KEY, COLUMNS
from accountability.figurefiles.known import KnownMeasure
from hileads.frame.forms import PageForm
from hileads.wording import listed

MEGABYTES_OF_TEXT, MEGABYTES_OF_A_WORKBOOK = 250, 25
NEEDED_OF_A_FILE = ("period", "period_start", "period_end")
A_MEGABYTE = 1024 * 1024


class ColumnsForm(PageForm):
    """Which column of a file is which: one question for each heading, and what holds in every row."""

    measure = forms.ChoiceField(
        label="Which measure are the rows of?",
        help_text="Choose one if every row is of the same measure and no column says which.",
        required=False,
    )
    one_is_most_deprived = forms.TypedChoiceField(
        label="If groups are by deprivation, which end does the file call 1?",
        widget=forms.RadioSelect,
        choices=[("yes", "The most deprived, as the portal does"), ("no", "The least deprived")],
        coerce=lambda answer: answer == "yes",
        initial="yes",
    )

    def __init__(
        self,
        *args: Any,
        headings: Sequence[str],
        chosen: Sequence[str],
        measures: Sequence[KnownMeasure],
        **kwargs: Any,
    ) -> None:
        super().__init__(*args, **kwargs)
        self.fields["measure"].choices = [
            ("", "A column says so"),
            *((one.code, one.title) for one in measures),
        ]
        self.names = [f"column-{place}" for place in range(len(headings))]
        choices = [("", "Not read"), *((column.key, column.heading) for column in COLUMNS)]
        asked = {
            name: forms.ChoiceField(
                label=f"“{heading}”" if heading else f"Column {place}, which has no heading",
                choices=choices,
                required=False,
                initial=key,
            )
            for place, (name, heading, key) in enumerate(zip(self.names, headings, chosen, strict=True), 1)
        }
        self.fields = {**asked, **self.fields}

    mark_optional = False

    def clean(self) -> dict[str, Any]:
        values: dict[str, Any] = super().clean() or {}
        columns = [values.get(name, "") for name in self.names]
        for name, key in zip(self.names, columns, strict=True):
            if key and columns.count(key) > 1:
                self.add_error(name, f"Two columns are “{BY_KEY[key].heading}”. Choose one of them")
        missing = [BY_KEY[key].heading for key in NEEDED_OF_A_FILE if key not in columns]
        if missing:
            self.add_error(
                None,
                f"No column is {listed([f'“{one}”' for one in missing])}. Choose it, or add it to the file and hand it "
                "in again",
            )
        if ("measure" in columns) == bool(values.get("measure")):
            self.add_error(
                "measure", "Choose either the column that names the measure, or one measure for all rows"
            )
        return values | {"columns": columns}


class FigureFileForm(PageForm):
    """A file of figures. What is in it is looked at by the queue."""

    file = forms.FileField(
        label="Choose the file",
        help_text=(
            "A CSV file in UTF-8 of any length up to 250 MB, or an Excel workbook (.xlsx) or OpenDocument spreadsheet "
            "(.ods) of at most 100,000 rows and 25 MB."
        ),
        error_messages={"empty": "The file is empty. Choose one that holds rows"},
    )

    def clean_file(self) -> Any:
        """Return the file as it was uploaded, unless it is larger than files of its kind may be."""
        file = self.cleaned_data["file"]
        is_package = next(file.chunks(2), b"").startswith(b"PK")
        most = MEGABYTES_OF_A_WORKBOOK if is_package else MEGABYTES_OF_TEXT
        if file.size > most * A_MEGABYTE:
            raise ValidationError(
                f"The file is larger than {most} MB. "
                + (
                    "Save the list as “CSV UTF-8”, which may be larger"
                    if is_package
                    else "Hand it in in parts"
                )
            )
        return file
