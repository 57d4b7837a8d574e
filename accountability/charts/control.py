"""A control chart: the figures, their average, and the limits within which chance alone would keep them."""

from collections.abc import Sequence
from functools import partial
from math import isnan

from accountability.charts.axes import difference_axis, figure_axis
from accountability.charts.frame import Layout, Spec, lines
from accountability.charts.palette import MUTED, SINGLE, Style
from accountability.charts.tracks import Track, time_chart
from accountability.statistics.columns import Floats
from accountability.statistics.estimates import Estimate
from accountability.statistics.formats import figure, step
from accountability.statistics.observations import Breakdown, Series
from accountability.statistics.periods import Period
from accountability.statistics.readings import reading

AVERAGE = Style(MUTED, (1, 0), "circle", is_muted=True)
LIMIT = Style(MUTED, (4, 4), "circle", is_muted=True)
SHAPES = {1: "triangle-up", -1: "triangle-down"}
REMARKS = (
    "Grey line: the average. Dashed lines: the limits within which chance alone keeps the figure.",
    "Triangles: figures that chance does not explain, pointing up where they are high and down where they are low.",
)


def control_over_time(series: Series, name: str, layout: Layout) -> Spec:
    """The control chart of a series: of its level, or of the size of its gap. Raises ValueError where there is none."""
    read = reading(series)
    if read.chart is None:
        raise ValueError(f"{series.measure.title} has no control chart. {read.why_no_variation}")
    chart, periods = read.chart, [place.period for place in read.run]
    is_gap = series.measure.breakdown is not Breakdown.NONE
    said = partial(step if is_gap else figure, unit=series.measure.unit)
    figures = _along(periods, chart.values)
    shapes = {period: SHAPES[int(side)] for period, side in zip(periods, chart.side, strict=True) if side}
    tracks = [Track(said(figures[max(figures)].value), SINGLE, figures, shapes=shapes)]
    for label, style, level in (
        ("Average", AVERAGE, chart.mean),
        ("Upper limit", LIMIT, chart.upper),
        ("Lower limit", LIMIT, chart.lower),
    ):
        tracks.append(Track(f"{label} {said(float(level[-1]))}", style, _along(periods, level)))
    extent = [one.value for track in tracks for one in track.figures.values()]
    axis = difference_axis(extent) if is_gap else figure_axis(extent, series.measure.unit)
    remarks = ["The size of the gap.", *REMARKS] if is_gap else REMARKS
    return time_chart(lines(name, remarks, layout), tracks, periods, axis, layout)


def _along(periods: Sequence[Period], values: Floats) -> dict[Period, Estimate]:
    return {
        period: Estimate(float(value))
        for period, value in zip(periods, values, strict=True)
        if not isnan(value)
    }
