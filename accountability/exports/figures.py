"""The figures of a document as people read them: the same words in page, PDF, Word and spreadsheet."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from accountability.statistics.formats import UNIT_NAMES, interval_cell, point_cell
from accountability.statistics.observations import (
    Breakdown,
    Direction,
    Group,
    MeasureFacts,
    Point,
    Series,
    State,
    Unit,
)
from accountability.statistics.periods import Period, single_day

DECIMALS = 2
EVERYONE = "Everyone"
UNIT_HEADINGS = UNIT_NAMES | {Unit.PERCENT: "Percentage"}


def series_record(series: Series) -> dict[str, Any]:
    """Return a series as the document keeps it; `series_from` reads it back."""
    return {
        "facts": {
            "title": series.measure.title,
            "direction": series.measure.direction.value,
            "unit": series.measure.unit.value,
            "breakdown": series.measure.breakdown.value,
            "statement": series.measure.statement,
            "place": series.measure.place,
        },
        "groups": [
            {"key": group.key, "label": group.label, "name": group.name, "is_known": group.is_known}
            for group in series.groups
        ],
        "reference_group": series.reference_group,
        "confidence": series.confidence,
        "points": [_point_record(point) for point in series.points],
    }


def _point_record(point: Point) -> dict[str, Any]:
    return {
        "period": point.period.label,
        "from": point.period.start.isoformat(),
        "to": point.period.end.isoformat(),
        "group": point.group,
        "state": point.state.value,
        "reason": point.reason,
        "value": _kept(point.value),
        "lower": _kept(point.lower),
        "upper": _kept(point.upper),
        "numerator": point.numerator,
        "denominator": point.denominator,
    }


def _kept(value: float | None) -> float | None:
    """Return the figure to ten decimals, so that every format can hold it exactly."""
    return None if value is None else round(value, 10)


def series_from(record: Mapping[str, Any]) -> Series:
    """Return the series that a document keeps."""
    facts = record["facts"]
    return Series(
        measure=MeasureFacts(
            title=facts["title"],
            direction=Direction(facts["direction"]),
            unit=Unit(facts["unit"]),
            breakdown=Breakdown(facts["breakdown"]),
            statement=facts["statement"],
            place=facts["place"],
        ),
        points=tuple(_point_from(row) for row in record["points"]),
        groups=tuple(Group(**row) for row in record["groups"]),
        reference_group=record["reference_group"],
        confidence=record["confidence"],
    )


def _point_from(row: Mapping[str, Any]) -> Point:
    period = Period(date.fromisoformat(row["from"]), date.fromisoformat(row["to"]), row["period"])
    return Point(
        period=period,
        state=State(row["state"]),
        group=row["group"],
        value=row["value"],
        lower=row["lower"],
        upper=row["upper"],
        numerator=row["numerator"],
        denominator=row["denominator"],
        reason=row["reason"],
    )


def table_heading(series: Series) -> list[str]:
    """Return the six column headings of a measure's table."""
    return [
        "Period",
        "Group",
        UNIT_HEADINGS[series.measure.unit],
        "95% confidence interval",
        "Counted",
        "Out of",
    ]


def table_rows(series: Series) -> list[list[str]]:
    """Return the cells of a measure's table, newest period first, every cell filled."""
    labels = {group.key: group.label for group in series.groups}
    newest_first = sorted(series.points, key=lambda point: point.period, reverse=True)
    return [
        [
            point.period.label,
            labels.get(point.group or "", EVERYONE),
            *figure_cells(point, series.measure.unit),
        ]
        for point in newest_first
    ]


def figure_cells(point: Point, unit: Unit) -> list[str]:
    """Return value, interval, numerator and denominator of a point as words, every cell filled."""
    return [
        point_cell(point, unit, DECIMALS),
        interval_cell(point, DECIMALS) or "No figure",
        count(point.numerator),
        count(point.denominator),
    ]


def count(value: float | None) -> str:
    """Return a count with commas, or "Not given"."""
    return "Not given" if value is None else f"{value:,.0f}"


def long_date(iso: str) -> str:
    """Return "3 April 2027" for "2027-04-03"."""
    return single_day(date.fromisoformat(iso)).label
