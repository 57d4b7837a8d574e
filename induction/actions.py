"""Bring the shipped role guides, activities, example measures and training topics into the portal."""

from collections.abc import Mapping
from datetime import date
from functools import partial
from pathlib import Path
from typing import Any

import yaml
from dateutil.relativedelta import relativedelta

from hileads.contributions import LoadCounts
from hileads.curation.actions import Shipment, ship
from hileads.curation.models import Curated
from hileads.leads.models import User
from induction.models import (
    Activity,
    ActivityMeasure,
    ExampleMeasure,
    GuideSection,
    RoleGuide,
    TrainingTopic,
)

FOLDER = Path(__file__).resolve().parent / "reference"
CHECKED_DATE = date(2026, 11, 22)
"""The day on which the shipped content was last read against its sources (`reference/README.md`)."""
REVIEW_MONTHS = {RoleGuide: 6, Activity: 24, ExampleMeasure: 24}

MEASURE_TEXTS = ("code", "title", "horizon", "group", "description", "how_to_see_it")
ACTIVITY_TEXTS = (
    "code",
    "title",
    "quadrant",
    "focus",
    "horizon",
    "confidence",
    "description",
    "first_step",
)
GUIDE_TEXTS = ("code", "title", "organisation_kind", "summary")
SECTION_TEXTS = ("code", "heading", "body")
TOPIC_TEXTS = ("code", "title", "description", "why_it_matters")


def load_content(*, by: User) -> Mapping[str, LoadCounts]:
    """Load everything that this room ships: measures first, because activities suggest them."""
    counts = {
        "example measures": ship(
            by=by,
            shipment=Shipment(ExampleMeasure, "code", _write_measure, _read_measure),
            rows=_rows("example_measures.yaml"),
        )
    }
    measures = {measure.code: measure for measure in ExampleMeasure.objects.all()}
    activities = Shipment(Activity, "code", partial(_write_activity, measures), _read_activity)
    topics = Shipment(TrainingTopic, "code", partial(_write, TOPIC_TEXTS), partial(_read, TOPIC_TEXTS))
    guides = Shipment(RoleGuide, "code", _write_guide, _read_guide)
    return counts | {
        "activities": ship(by=by, shipment=activities, rows=_rows("activities.yaml")),
        "training topics": ship(by=by, shipment=topics, rows=_rows("training_topics.yaml")),
        "role guides": ship(by=by, shipment=guides, rows=_rows("role_guides.yaml")),
    }


def _rows(name: str) -> Any:
    return yaml.safe_load((FOLDER / name).read_text(encoding="utf-8"))


def _write(names: tuple[str, ...], thing: Any, row: Mapping[str, Any]) -> None:
    for name in names:
        setattr(thing, name, row[name].strip())


def _read(names: tuple[str, ...], thing: Any) -> dict[str, Any]:
    return {name: getattr(thing, name) for name in names}


def _write_review(thing: Curated, checked: date = CHECKED_DATE) -> None:
    thing.reviewed_date = checked
    thing.review_due_date = checked + relativedelta(months=REVIEW_MONTHS[type(thing)])


def _read_review(thing: Curated) -> dict[str, Any]:
    return _read(("reviewed_date", "review_due_date"), thing)


def _write_measure(measure: ExampleMeasure, row: Mapping[str, Any]) -> None:
    _write(MEASURE_TEXTS, measure, row)
    measure.measure_kind = row["kind"]
    _write_review(measure)


def _read_measure(measure: ExampleMeasure) -> dict[str, Any]:
    return _read((*MEASURE_TEXTS, "measure_kind"), measure) | _read_review(measure)


def _write_activity(
    measures: Mapping[str, ExampleMeasure], activity: Activity, row: Mapping[str, Any]
) -> None:
    _write(ACTIVITY_TEXTS, activity, row)
    _write_review(activity)
    activity.suggested_measures = [
        ActivityMeasure(measure=measures[code], sort_order=place)
        for place, code in enumerate(row["example_measures"])
    ]


def _read_activity(activity: Activity) -> dict[str, Any]:
    suggested = [row.measure.code for row in activity.suggested_measures.all()]
    return _read(ACTIVITY_TEXTS, activity) | {"example_measures": suggested} | _read_review(activity)


def _write_guide(guide: RoleGuide, row: Mapping[str, Any]) -> None:
    _write(GUIDE_TEXTS, guide, row)
    _write_review(guide, date.fromisoformat(row["reviewed_date"]))
    sections = [GuideSection(sort_order=place) for place, _ in enumerate(row["sections"])]
    for section, said in zip(sections, row["sections"], strict=True):
        _write(SECTION_TEXTS, section, said)
    guide.sections = sections


def _read_guide(guide: RoleGuide) -> dict[str, Any]:
    sections = [_read(SECTION_TEXTS, section) for section in guide.sections.all()]
    return _read(GUIDE_TEXTS, guide) | {"sections": sections} | _read_review(guide)
