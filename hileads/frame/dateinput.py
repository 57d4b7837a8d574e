"""A date in three boxes, as people in the UK write it: day, month (a number or a name), year."""

from collections.abc import Mapping
from datetime import date
from typing import Any, NamedTuple

from django import forms
from django.core.exceptions import ValidationError

MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")


class Typed(NamedTuple):
    """What stands in the three boxes, as typed."""

    day: str = ""
    month: str = ""
    year: str = ""


class UkDateInput(forms.Widget):
    """Three boxes, submitted as `name-day`, `name-month` and `name-year`."""

    def value_from_datadict(self, data: Mapping[str, Any], files: Any, name: str) -> Typed:
        return Typed(*(str(data.get(f"{name}-{part}", "")).strip() for part in Typed._fields))

    def value_omitted_from_data(self, data: Mapping[str, Any], files: Any, name: str) -> bool:
        return not any(f"{name}-{part}" in data for part in Typed._fields)

    def id_for_label(self, id_: str, index: str | None = None) -> str:
        return f"{id_}-day" if id_ else id_


class UkDateField(forms.DateField):
    """A date typed in three boxes. Errors say which box, and nothing typed is lost."""

    widget = UkDateInput

    def to_python(self, value: Any) -> date | None:
        if not isinstance(value, Typed):
            return super().to_python(value)
        if not any(value):
            return None
        missing = [part for part, text in zip(Typed._fields, value, strict=True) if not text]
        if missing:
            raise ValidationError(f"The date must include a {' and a '.join(missing)}.", code="incomplete")
        try:
            return date(_year(value.year), _month(value.month), int(value.day))
        except ValueError as fault:
            raise ValidationError(
                "The date must be a real date, for example 3 4 2027.", code="invalid"
            ) from fault

    def prepare_value(self, value: Any) -> Typed:
        if isinstance(value, Typed):
            return value
        if isinstance(value, date):
            return Typed(str(value.day), str(value.month), str(value.year))
        return Typed()

    def has_changed(self, initial: Any, data: Any) -> bool:
        return self.prepare_value(initial) != self.prepare_value(data)


def _month(text: str) -> int:
    return MONTHS.index(text[:3].lower()) + 1 if text[:3].isalpha() else int(text)


def _year(text: str) -> int:
    if len(text) != 4:
        raise ValueError("A year has four digits.")
    return int(text)
