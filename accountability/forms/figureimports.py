"""Handing in a file of figures."""

from typing import Any

from django import forms
from django.core.exceptions import ValidationError

from hileads.frame.forms import PageForm

MEGABYTES_OF_TEXT, MEGABYTES_OF_A_WORKBOOK = 250, 25
A_MEGABYTE = 1024 * 1024


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
