"""Which charts a series can honestly be shown as, and what is written on each."""

from collections.abc import Callable
from enum import StrEnum

from accountability.charts.control import control_over_time
from accountability.charts.frame import Layout, Spec
from accountability.charts.specs import (
    bar_periods,
    gap_over_time,
    group_periods,
    groups_over_time,
    heading,
    latest_groups,
    level_over_time,
    slope_over_time,
)
from accountability.statistics.findings import find_level
from accountability.statistics.formats import during
from accountability.statistics.gap_findings import find_gap
from accountability.statistics.observations import Breakdown, Series
from accountability.statistics.readings import reading
from accountability.statistics.slope_findings import find_slopes

FEWEST_FOR_A_LINE = 3
FEWEST_FOR_A_GAP_CHART = 2


class ChartKind(StrEnum):
    """The charts of a measure page, in the order in which the page shows them."""

    GAP_OVER_TIME = "gap_over_time"
    GROUPS_OVER_TIME = "groups_over_time"
    LATEST_GROUPS = "latest_groups"
    LEVEL_OVER_TIME = "level_over_time"
    SLOPE_OVER_TIME = "slope_over_time"
    CONTROL_OVER_TIME = "control_over_time"


BESIDE = (ChartKind.GAP_OVER_TIME, ChartKind.SLOPE_OVER_TIME, ChartKind.CONTROL_OVER_TIME)
"""What is worked out from the figures, and does not stand for them."""

SPECS: dict[ChartKind, Callable[[Series, str, Layout], Spec]] = {
    ChartKind.GAP_OVER_TIME: gap_over_time,
    ChartKind.GROUPS_OVER_TIME: groups_over_time,
    ChartKind.LATEST_GROUPS: latest_groups,
    ChartKind.LEVEL_OVER_TIME: level_over_time,
    ChartKind.SLOPE_OVER_TIME: slope_over_time,
    ChartKind.CONTROL_OVER_TIME: control_over_time,
}


def kinds_for(series: Series) -> tuple[ChartKind, ...]:
    """The charts that the figures carry. None at all is an answer: the page then says why.

    A line needs three periods, because two points are not a trend. Two gaps are drawn unjoined.
    """
    if series.measure.breakdown is Breakdown.NONE:
        enough = len(find_level(series).points) >= FEWEST_FOR_A_LINE
        controlled = (ChartKind.CONTROL_OVER_TIME,) if reading(series).chart else ()
        return (ChartKind.LEVEL_OVER_TIME, *controlled) if enough else ()
    periods = len(group_periods(series))
    fitting = {
        ChartKind.GAP_OVER_TIME: len(find_gap(series).gaps) >= FEWEST_FOR_A_GAP_CHART,
        ChartKind.GROUPS_OVER_TIME: periods >= FEWEST_FOR_A_LINE,
        ChartKind.LATEST_GROUPS: periods > 0,
        ChartKind.SLOPE_OVER_TIME: len(find_slopes(series)) >= FEWEST_FOR_A_GAP_CHART,
        ChartKind.CONTROL_OVER_TIME: reading(series).chart is not None,
    }
    return tuple(kind for kind, fits in fitting.items() if fits)


def main_kind(series: Series) -> ChartKind | None:
    """The one chart to show where there is room for one: the figures themselves, over time if possible."""
    kinds = [kind for kind in kinds_for(series) if kind not in BESIDE]
    return kinds[0] if kinds else None


def chart_spec(series: Series, kind: ChartKind, layout: Layout) -> Spec:
    """The chart as a Vega-Lite specification. Raises ValueError for a kind the figures do not carry."""
    if kind not in kinds_for(series):
        raise ValueError(f"{series.measure.title} cannot be shown as {kind}.")
    return SPECS[kind](series, chart_name(series, kind), layout)


def chart_name(series: Series, kind: ChartKind) -> str:
    """The title of a chart: the measure, whose it is, and what of it is shown."""
    name = heading(series)
    if kind is ChartKind.GAP_OVER_TIME:
        return f"Gap over time: {name}"
    if kind is ChartKind.SLOPE_OVER_TIME:
        return f"Slope over time: {name}"
    if kind is ChartKind.CONTROL_OVER_TIME:
        return f"Control chart: {name}"
    if kind is ChartKind.LATEST_GROUPS:
        periods = bar_periods(series)
        when = during(periods[0]) if len(periods) == 1 else " and ".join(period.label for period in periods)
        return f"{name}, {when}"
    return name
