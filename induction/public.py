"""The front door for the board's room: an activity to adopt, with the measure it suggests."""

from dataclasses import dataclass

from django.db.models import QuerySet
from django.shortcuts import get_object_or_404
from django.urls import reverse

from induction.models import Activity, ExampleMeasure
from induction.queries import published_measures, with_measures


@dataclass(frozen=True)
class MeasureView:
    """An example measure: a way to see whether something moved."""

    id: int
    code: str
    title: str
    horizon: str
    horizon_label: str
    kind_label: str
    how_to_see_it: str


@dataclass(frozen=True)
class ActivityView:
    """A published activity as it is adopted into a plan. `measure` is the suggested one, the first of `measures`."""

    id: int
    code: str
    title: str
    quadrant: str
    quadrant_label: str
    horizon: str
    horizon_label: str
    description: str
    first_step: str
    address: str
    measures: tuple[MeasureView, ...]

    @property
    def measure(self) -> MeasureView | None:
        return self.measures[0] if self.measures else None


def activity(code: str) -> ActivityView:
    """Return the published activity of that code. Raises Http404 when there is none."""
    return _described(get_object_or_404(_activities(), code=code))


def activities() -> list[ActivityView]:
    """Return all published activities, by code."""
    return [_described(row) for row in _activities().order_by("code")]


def example_measures() -> list[MeasureView]:
    """Return all published example measures, by code."""
    return [_measure(row) for row in published_measures()]


def _activities() -> QuerySet[Activity]:
    return Activity.objects.published().prefetch_related(with_measures())


def _described(row: Activity) -> ActivityView:
    return ActivityView(
        id=row.pk,
        code=row.code,
        title=row.title,
        quadrant=row.quadrant,
        quadrant_label=row.get_quadrant_display(),
        horizon=row.horizon,
        horizon_label=row.get_horizon_display(),
        description=row.description,
        first_step=row.first_step,
        address=reverse("activity-show", kwargs={"code": row.code}),
        measures=tuple(_measure(one.measure) for one in row.published_measures),
    )


def _measure(row: ExampleMeasure) -> MeasureView:
    return MeasureView(
        id=row.pk,
        code=row.code,
        title=row.title,
        horizon=row.horizon,
        horizon_label=row.get_horizon_display(),
        kind_label=row.get_measure_kind_display(),
        how_to_see_it=row.how_to_see_it,
    )
