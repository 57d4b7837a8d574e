"""From a series to each of its charts: which figures are drawn, and what has to be said beside them."""

from collections.abc import Iterable, Sequence
from dataclasses import replace

from accountability.charts.axes import Axis, difference_axis, figure_axis
from accountability.charts.bars import Bar, Block, bar_chart
from accountability.charts.frame import Layout, Spec, lines
from accountability.charts.palette import SINGLE, styles_for
from accountability.charts.tracks import TWO, Track, joins, time_chart
from accountability.statistics.estimates import Estimate
from accountability.statistics.findings import find_level
from accountability.statistics.formats import (
    UNIT_NAMES,
    confidence_label,
    figure,
    interval,
    point_cell,
    step,
)
from accountability.statistics.gap_findings import find_gap
from accountability.statistics.observations import Breakdown, Group, Point, Series, Unit
from accountability.statistics.periods import Period, plural_noun
from accountability.statistics.phrases import sentence_case
from accountability.statistics.slope_findings import find_slopes

MOST_NAMED_LINES = 6
FEW = 3
HEADROOM = 1.3
STEP_UNITS = UNIT_NAMES | {Unit.PERCENT: "Percentage points", Unit.SCORE: "Points"}
BETWEEN_LABELS = {
    Breakdown.DEPRIVATION_QUINTILE: "Fifths between",
    Breakdown.DEPRIVATION_DECILE: "Tenths between",
}


def heading(series: Series) -> str:
    """The measure and whose it is."""
    return ", ".join(filter(None, [series.measure.title, series.measure.place]))


def group_periods(series: Series) -> list[Period]:
    """The periods in which at least one group has a figure."""
    return sorted({point.period for point in series.points if point.group and point.state.has_figure})


def bar_periods(series: Series) -> list[Period]:
    """The periods shown as bars: the latest, and the one before if there are only these two."""
    periods = group_periods(series)
    return periods if len(periods) == TWO else periods[-1:]


def level_over_time(series: Series, name: str, layout: Layout) -> Spec:
    """The whole population's figure as one line."""
    unit = series.measure.unit
    figures = {point.period: point.estimate for point in find_level(series).points}
    latest = figures[max(figures)].value
    axis = figure_axis(_extent(figures.values()), unit)
    track = Track(figure(latest, unit), SINGLE, figures)
    periods = [point.period for point in series.of_group(None)]
    remarks = [_measured(UNIT_NAMES[unit], series, figures.values()), _cut(axis), _breaks([track], periods)]
    return time_chart(lines(name, remarks, layout), [track], periods, axis, layout)


def groups_over_time(series: Series, name: str, layout: Layout) -> Spec:
    """Every group as a line, in the order of the groups; of many ordered groups only the ends are named."""
    unit, styles, labels = series.measure.unit, styles_for(series), _line_labels(series)
    every = [
        Track(labels[group.key], styles[group.key], _figures(series.of_group(group.key)))
        for group in series.groups
    ]
    tracks = [track for track in every if track.figures]
    figures = [figure for track in tracks for figure in track.figures.values()]
    axis = figure_axis(_extent(figures), unit)
    periods = [period for period in series.periods if set(series.at(period)) - {None}]
    remarks = [_measured(UNIT_NAMES[unit], series, figures), _cut(axis), _breaks(tracks, periods)]
    return time_chart(lines(name, remarks, layout), tracks, periods, axis, layout)


def gap_over_time(series: Series, name: str, layout: Layout) -> Spec:
    """The gap between the two compared groups, from 0, the group that is higher now less the other."""
    finding, unit = find_gap(series), series.measure.unit
    latest = finding.gaps[-1]
    is_turned = latest.absolute.value < 0
    more, less = (latest.first_group, latest.second_group)[:: -1 if is_turned else 1]
    figures = {gap.period: gap.absolute.turned() if is_turned else gap.absolute for gap in finding.gaps}
    periods = sorted({*figures, *(hole.period for hole in finding.holes)})
    track = Track(step(abs(latest.absolute.value), unit), SINGLE, figures)
    extent = _extent(figures.values())
    if not joins([track]):
        said = {period: _size(gap, unit) for period, gap in figures.items()}
        track, extent = replace(track, label="", said=said), [*extent, HEADROOM * max(extent)]
    remarks = [
        f"{sentence_case(more.name)} less {less.name}.",
        _measured(STEP_UNITS[unit], series, figures.values()),
        _breaks([track], periods),
    ]
    axis = difference_axis(extent)
    return time_chart(lines(name, remarks, layout), [track], periods, axis, layout)


def slope_over_time(series: Series, name: str, layout: Layout) -> Spec:
    """The slope index from 0, above it while the figure is higher where people are more deprived."""
    figures = {one.period: one.slope for one in find_slopes(series)}
    latest = figures[max(figures)]
    track = Track(step(latest.value, Unit.PERCENT), SINGLE, figures)
    extent = _extent(figures.values())
    if not joins([track]):
        said = {period: _size(slope, Unit.PERCENT) for period, slope in figures.items()}
        track, extent = replace(track, label="", said=said), [*extent, HEADROOM * max(extent)]
    remarks = [
        "Most deprived end less least deprived end.",
        _measured(STEP_UNITS[Unit.PERCENT], series, figures.values()),
        _breaks([track], series.periods),
    ]
    return time_chart(lines(name, remarks, layout), [track], sorted(figures), difference_axis(extent), layout)


def latest_groups(series: Series, name: str, layout: Layout) -> Spec:
    """Every group's latest figure as a bar from 0, beside the earlier one where there are just two."""
    unit, periods = series.measure.unit, bar_periods(series)
    blocks = [_block(series, group, periods) for group in series.groups]
    blocks = [block for block in blocks if block.bars]
    figures = [bar.figure for block in blocks for bar in block.bars if bar.figure is not None]
    axis = figure_axis(_extent(figures), unit, from_zero=True)
    remarks = [_measured(UNIT_NAMES[unit], series, figures)]
    return bar_chart(lines(name, remarks, layout), blocks, axis, layout)


def _figures(points: Iterable[Point]) -> dict[Period, Estimate]:
    return {point.period: point.estimate for point in points if point.state.has_figure}


def _line_labels(series: Series) -> dict[str, str]:
    groups, ends, labels = series.groups, series.groups, dict[str, str]()
    if series.measure.breakdown.is_ordered and len(groups) > MOST_NAMED_LINES:
        labels = {group.key: "" for group in groups}
        labels[groups[len(groups) // 2].key] = BETWEEN_LABELS[series.measure.breakdown]
        ends = (groups[0], groups[-1])
    return labels | {group.key: _label(series, group) for group in ends}


def _label(series: Series, group: Group) -> str:
    figures = _figures(series.of_group(group.key))
    if not figures:
        return group.label
    return f"{group.label} {figure(figures[max(figures)].value, series.measure.unit)}"


def _size(gap: Estimate, unit: Unit) -> tuple[str, ...]:
    words = step(gap.value, unit)
    return (words, interval(gap)) if gap.interval else (words,)


def _block(series: Series, group: Group, periods: Sequence[Period]) -> Block:
    points = [point for point in series.of_group(group.key) if point.period in periods]
    bars = tuple(_bar(point, periods, series.measure.unit) for point in points)
    return Block(group.label, group.is_known, bars)


def _bar(point: Point, periods: Sequence[Period], unit: Unit) -> Bar:
    words = point_cell(point, unit)
    if len(periods) > 1:
        words = f"{words} ({point.period.label})"
    estimate = point.estimate if point.state.has_figure else None
    return Bar(words, estimate, is_latest=point.period == periods[-1])


def _extent(figures: Iterable[Estimate]) -> list[float]:
    return [limit for figure in figures for limit in (figure.value, *(figure.interval or ()))]


def _measured(unit: str, series: Series, figures: Iterable[Estimate]) -> str:
    if all(figure.interval is None for figure in figures):
        return f"{unit}. No confidence intervals were published."
    return f"{unit}, with {confidence_label(series.confidence)}s."


def _cut(axis: Axis) -> str:
    if axis.starts_at_zero:
        return ""
    return f"The vertical axis starts at {axis.low:g}{axis.suffix}, not at 0."


def _breaks(tracks: Sequence[Track], periods: Sequence[Period]) -> str:
    if not joins(tracks):
        return f"Not joined by a line: two {plural_noun(periods)} are not a trend."
    blank = [period for period in periods if not all(period in track.figures for track in tracks)]
    if not blank:
        return ""
    where = (
        ", ".join(period.label for period in blank)
        if len(blank) <= FEW
        else (f"{len(blank)} {plural_noun(blank)}")
    )
    return f"A line breaks where there is no figure: {where}."
