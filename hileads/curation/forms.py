"""How curated content is edited: what every form of it checks."""

from typing import Any

from django import forms
from wagtail.admin.forms import WagtailAdminModelForm


class CuratedForm(WagtailAdminModelForm):
    """The form of anything that is drafted, reviewed and published."""

    def clean_code(self) -> Any:
        """Keep the code of what has been published: addresses and stored references are made from it."""
        if self.instance.first_published_at and "code" in self.changed_data:
            raise forms.ValidationError(
                "The code is part of an address that people may have kept, so it stays as it was."
            )
        return self.cleaned_data["code"]
