"""Files to import."""

from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.core.files.uploadedfile import UploadedFile

from hileads.clock import today
from hileads.frame.forms import PageForm, UkDateField


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
