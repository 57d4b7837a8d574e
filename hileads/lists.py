"""Short lists kept in one field, which people edit as they would write them: one a line, or by ticking boxes."""

from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.db import models


class LinesFormField(forms.CharField):
    """A box with one entry a line; empty lines fall away."""

    widget = forms.Textarea(attrs={"rows": 6})

    def prepare_value(self, value: Any) -> Any:
        return "\n".join(value) if isinstance(value, list) else value

    def to_python(self, value: Any) -> Any:
        entries = value if isinstance(value, list) else str(value or "").splitlines()
        return [entry.strip() for entry in entries if entry.strip()]

    def has_changed(self, initial: Any, data: Any) -> bool:
        return bool(self.to_python(initial) != self.to_python(data))


class LinesField(models.JSONField):
    """A list of short texts, edited one a line."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **{"default": list, **kwargs})

    def formfield(self, **kwargs: Any) -> Any:
        kwargs.setdefault("help_text", self.help_text or "One a line.")
        wanted = {key: kwargs[key] for key in ("widget", "help_text", "label") if key in kwargs}
        return LinesFormField(
            required=not self.blank, label=wanted.pop("label", self.verbose_name.capitalize()), **wanted
        )

    def validate(self, value: Any, model_instance: models.Model | None) -> None:
        super().validate(value, model_instance)
        if not isinstance(value, list) or not all(isinstance(entry, str) for entry in value):
            raise ValidationError("Enter a list of texts, one a line.")


class TicksField(models.JSONField):
    """Several of a fixed set of choices, edited by ticking boxes.

    `ticks` are (value, label) pairs. They are no `choices`, because the value in the database is a list of them.
    """

    def __init__(self, *args: Any, ticks: Any = (), **kwargs: Any) -> None:
        self.ticks = list(ticks)
        super().__init__(*args, **{"default": list, **kwargs})

    def formfield(self, **kwargs: Any) -> Any:
        return forms.MultipleChoiceField(
            choices=self.ticks,
            required=not self.blank,
            widget=kwargs.get("widget") or forms.CheckboxSelectMultiple,
            label=kwargs.get("label", self.verbose_name.capitalize()),
            help_text=kwargs.get("help_text", self.help_text),
        )

    def validate(self, value: Any, model_instance: models.Model | None) -> None:
        super().validate(value, model_instance)
        known = {tick for tick, _ in self.ticks}
        unknown = [entry for entry in value if entry not in known] if isinstance(value, list) else [value]
        if unknown:
            raise ValidationError(f"Not one of the choices: {', '.join(map(str, unknown))}.")
