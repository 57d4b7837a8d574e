"""Facts that hold from one date to another: the past is kept, and questions are asked "as at" a date."""

from datetime import date
from typing import Self

from django.contrib.postgres.constraints import ExclusionConstraint
from django.contrib.postgres.fields import DateRangeField, RangeOperators
from django.db import models
from django.db.models import F, Func, Q, Value


class DatedQuerySet(models.QuerySet):
    """Phrases for rows with `from_date` and `to_date` (both days belong to the period; no `to_date` is open)."""

    def on(self, day: date) -> Self:
        return self.filter(in_force(day))


def in_force(day: date, prefix: str = "") -> Q:
    """Return the condition that a dated row, reached through `prefix`, holds on `day`."""
    from_date, to_date = f"{prefix}from_date", f"{prefix}to_date"
    return Q(**{f"{from_date}__lte": day}) & (
        Q(**{f"{to_date}__isnull": True}) | Q(**{f"{to_date}__gte": day})
    )


def meets(from_date: date, to_date: date | None) -> Q:
    """Return the condition that a dated row holds on at least one day of a period (without an end if None)."""
    not_over = Q(to_date__isnull=True) | Q(to_date__gte=from_date)
    return not_over & Q(from_date__lte=to_date) if to_date else not_over


def period() -> Func:
    """Return the SQL range of a dated row, both ends included."""
    return Func(
        F("from_date"), F("to_date"), Value("[]"), function="daterange", output_field=DateRangeField()
    )


def no_overlap(name: str, *fields: str, condition: Q | None = None) -> ExclusionConstraint:
    """Return the constraint that rows alike in `fields` never hold at the same time."""
    return ExclusionConstraint(
        name=name,
        expressions=[
            (period(), RangeOperators.OVERLAPS),
            *((field, RangeOperators.EQUAL) for field in fields),
        ],
        condition=condition,
    )


def ends_after_start(name: str) -> models.CheckConstraint:
    """Return the constraint that a period does not end before it begins."""
    return models.CheckConstraint(
        name=name, condition=Q(to_date__isnull=True) | Q(to_date__gte=F("from_date"))
    )


class Dated(models.Model):
    """A fact with a first day and, once it has ended, a last day."""

    from_date = models.DateField("from")
    to_date = models.DateField("to", null=True, blank=True)

    class Meta:
        abstract = True

    def holds_on(self, day: date) -> bool:
        """Say whether this fact holds on `day`."""
        return self.from_date <= day and (self.to_date is None or self.to_date >= day)
