"""Dates as far as publishers give them: a year, a month or a day."""

from datetime import date
from typing import Any

from django.core.exceptions import ValidationError
from django.db import models

from hileads.wording import NOT_KNOWN, long_date


def partial_date_words(value: str) -> str:
    """Return "2021", "December 2021", "1 December 2021" or "not known" for a date known so far."""
    if not value:
        return NOT_KNOWN
    year, month, day = [*map(int, value.split("-")), 0, 0][:3]
    if not month:
        return str(year)
    return long_date(date(year, month, day)) if day else f"{date(year, month, 1):%B %Y}"


def check_partial_date(value: str) -> None:
    """Refuse what is not 2021, 2021-12 or 2021-12-01."""
    try:
        partial_date_words(value)
        well_formed = [len(part) for part in value.split("-")] in ([4], [4, 2], [4, 2, 2])
    except (ValueError, TypeError):
        well_formed = False
    if not well_formed:
        raise ValidationError("Enter a year, a month or a day, as 2021, 2021-12 or 2021-12-01.")


class PartialDateField(models.CharField):
    """A date known to the year, the month or the day, stored so that text order is date order."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(
            *args,
            **{
                "max_length": 10,
                "blank": True,
                "validators": [check_partial_date],
                "help_text": "2021, 2021-12 or 2021-12-01, as far as it is known.",
                **kwargs,
            },
        )
