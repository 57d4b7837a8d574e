"""Figures as rows: beside every chart, and as the file that can be downloaded."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from accountability.models import MeasureVersion
from accountability.queries.figures import Figures, Quality
from accountability.queries.points import EVERYONE
from accountability.statistics.formats import FIGURE_ENDINGS, STATE_LABELS, interval, number, places
from accountability.statistics.observations import Point, Unit
from hileads.wording import number as grouped

DECIMALS = 2
QUALITY = ("Completeness", "Group not known")
FORMULA_STARTS = ("=", "+", "-", "@", "\t", "\r")
FILE_HEAD = (
    "measure",
    "organisation_code",
    "organisation",
    "period",
    "period_start",
    "period_end",
    "group",
    "state",
    "numerator",
    "denominator",
    "value",
    "unit",
    "lower_95",
    "upper_95",
    "completeness_percent",
    "group_not_known_percent",
    "published_on",
    "reason",
    "publisher",
    "licence",
    "credit",
    "source",
    "measure_code",
    "measure_version",
    "definition",
    "what_is_counted",
    "out_of",
    "measured_for",
    "which_way_is_better",
    "groups",
    "where_groups_come_from",
    "method",
    "how_often",
    "caveats",
    "definition_kept_by",
    "rule_on_small_numbers",
)


@dataclass(frozen=True)
class Table:
    """A table for people: its head, its rows, and which columns hold numbers."""

    head: Sequence[str]
    rows: Sequence[Sequence[str]]
    numeric: Sequence[int]


def figures_table(figures: Figures) -> Table:
    """Return every figure, newest period first, groups in their order within it."""
    return _table(figures, figures.series.points)


def earlier_table(figures: Figures) -> Table:
    """Return the figures from before the area changed, newest first."""
    return _table(figures, figures.earlier)


def file_rows(figures: Figures) -> Iterator[list[str]]:
    """Yield the file's head and one row for each figure, oldest first, as they were worked out and not rounded.

    Each row says all of itself: whose figure it is, its source and what the catalogue says of the measure.
    """
    yield list(FILE_HEAD)
    version, place = figures.version, figures.place
    sources, facts = figures.sources, _facts(version)
    for point in (*figures.earlier, *figures.series.points):
        published = figures.published.get((point.period, point.group))
        row = [
            version.title,
            place.code if place else "",
            figures.place_label,
            point.period.label,
            point.period.start.isoformat(),
            point.period.end.isoformat(),
            _group_label(figures, point),
            point.state.value,
            *(_plain(value) for value in (point.numerator, point.denominator, point.value)),
            version.unit,
            *(_plain(value) for value in (point.lower, point.upper, *_quality(figures, point))),
            published.isoformat() if published else "not known",
            point.reason,
            "; ".join(source.publisher for source in sources),
            "; ".join(dict.fromkeys(source.licence for source in sources)),
            "; ".join(dict.fromkeys(source.credit for source in sources)),
            "; ".join(source.title for source in sources),
            *facts,
        ]
        yield [safe_cell(cell) for cell in row]


def _facts(version: MeasureVersion) -> list[str]:
    """Return what the catalogue says of the measure, each in one line: the last columns of the file."""
    said = [
        version.measure.code,
        str(version.number),
        version.definition,
        version.numerator,
        version.denominator,
        version.measured_for,
        version.get_direction_display(),
        version.get_breakdown_display(),
        version.groups_source,
        version.method,
        version.frequency,
        version.caveats,
        version.owner,
        version.get_disclosure_rule_display(),
    ]
    return [" ".join(text.split()) for text in said]


def safe_cell(text: str) -> str:
    """Return the text so that no spreadsheet takes it for a formula."""
    return f"'{text}" if text.startswith(FORMULA_STARTS) else text


def _table(figures: Figures, points: Iterable[Point]) -> Table:
    unit = Unit(figures.version.unit)
    has_counts = any(point.denominator is not None for point in points)
    order = [group.key for group in figures.series.groups]
    ranked = sorted(
        points,
        key=lambda point: (-point.period.end.toordinal(), order.index(point.group) if point.group else -1),
    )
    head = ["Period", *(["Group"] if order else []), "Figure", "95% confidence interval"]
    head += ["Counted", "Out of"] if has_counts else []
    told = [
        place
        for place in range(len(QUALITY))
        if any(_quality(figures, one)[place] is not None for one in ranked)
    ]
    rows = [
        [
            *_cells(figures, point, unit, has_counts=has_counts),
            *(_share(_quality(figures, point)[place]) for place in told),
        ]
        for point in ranked
    ]
    head += [QUALITY[place] for place in told]
    return Table(head, rows, range(2 if order else 1, len(head)))


def _quality(figures: Figures, point: Point) -> Quality:
    return figures.quality.get((point.period, point.group), (None, None))


def _share(percent: float | None) -> str:
    return "Not told" if percent is None else f"{percent:g}%"


def _cells(figures: Figures, point: Point, unit: Unit, *, has_counts: bool) -> list[str]:
    cells = [point.period.label]
    if figures.series.groups:
        cells.append(_group_label(figures, point))
    if point.value is None:
        words = STATE_LABELS[point.state]
        return [*cells, words, "", *(["", ""] if has_counts else [])]
    decimals = places(point.value, unit, DECIMALS if unit is Unit.PERCENT else 1)
    cells += [f"{number(point.value, decimals)}{FIGURE_ENDINGS[unit]}", interval(point.estimate, decimals)]
    if has_counts:
        cells += [grouped(point.numerator), grouped(point.denominator)]
    return cells


def _group_label(figures: Figures, point: Point) -> str:
    labels = {group.key: group.label for group in figures.series.groups}
    everyone = "Everyone" if figures.series.groups else EVERYONE
    return labels[point.group] if point.group else everyone


def _plain(value: float | None) -> str:
    return "" if value is None else repr(value)
