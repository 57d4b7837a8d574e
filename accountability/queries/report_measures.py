"""The measures of a report: those its actions rest on, and the core measures beside them in the same form."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import Q

from accountability.exports.document import Document
from accountability.exports.figures import series_from, series_record, table_heading, table_rows
from accountability.models import Family, MeasureVersion
from accountability.queries.charts import Picture, pictures
from accountability.queries.figures import Figures, figures_at, most_local
from accountability.queries.places import nearest_places
from hileads.organisations.models import Organisation


@dataclass(frozen=True)
class MeasurePart:
    """One measure of a report as a page shows it: its record, chart and table."""

    record: dict[str, Any]
    title: str
    picture: Picture | None
    heading: list[str]
    rows: list[list[str]]


def measure_records(organisation: Organisation, *, on: date) -> list[dict[str, Any]]:
    """Return the report's measures with only the figures that could be known on `on`.

    In: what the plan's actions are measured by, from the nearest place that has figures, and every core
    performance measure for which the organisation has figures of its own. Five queries.
    """
    wanted = Q(measure__actions__plan__organisation=organisation) | Q(measure__family=Family.CORE)
    versions = list(
        MeasureVersion.objects.meant_now()
        .used_at(organisation)
        .filter(wanted)
        .select_related("measure")
        .order_by("measure__position", "measure__code")
        .distinct()
    )
    on_the_plan = set(
        MeasureVersion.objects.filter(measure__actions__plan__organisation=organisation).values_list(
            "pk", flat=True
        )
    )
    places = nearest_places(organisation, on)
    found = figures_at(versions, places, held_on=on)
    shown = [most_local(found, v, places if v.pk in on_the_plan else [organisation]) for v in versions]
    return [_measure_record(figures) for figures in shown if figures is not None and figures.applies]


def measure_parts(document: Document) -> list[MeasurePart]:
    """Return a document's measures with their charts drawn and their tables spelled out. No query."""
    return [_measure_part(record) for record in document["measures"]]


def _measure_record(figures: Figures) -> dict[str, Any]:
    version, words = figures.version, figures.words
    return {
        "code": version.measure.code,
        "version": version.number,
        "family": version.measure.family,
        "family_label": version.measure.get_family_display(),
        "definition": version.definition,
        "whose": f"of {figures.place_label}",
        "finding": {"label": words.label, "sentences": list(words.sentences), "notes": list(words.notes)},
        "series": series_record(figures.series),
        "caveats": " ".join(filter(None, [figures.boundary_note, version.caveats])),
        "source": {
            "title": "; ".join(source.title for source in figures.sources),
            "publisher": "; ".join(dict.fromkeys(source.publisher for source in figures.sources)),
            "licence": "; ".join(dict.fromkeys(source.licence for source in figures.sources)),
            "credit": " ".join(dict.fromkeys(source.credit for source in figures.sources)),
            "published": figures.publication,
        },
    }


def _measure_part(record: dict[str, Any]) -> MeasurePart:
    series = series_from(record["series"])
    return MeasurePart(
        record=record,
        title=series.measure.title,
        picture=next(iter(pictures(series)), None),
        heading=table_heading(series),
        rows=table_rows(series),
    )
