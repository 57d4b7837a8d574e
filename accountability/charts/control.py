"""A control chart: the figures, their average, and the limits within which chance alone would keep them."""

from math import isnan

from accountability.charts.axes import figure_axis
from accountability.charts.frame import Layout, Spec, lines
from accountability.charts.palette import MUTED, SINGLE, Style
from accountability.charts.tracks import Track, time_chart
from accountability.statistics.columns import Floats
from accountability.statistics.control_findings import ControlFinding, find_control
from accountability.statistics.estimates import Estimate
from accountability.statistics.formats import figure
from accountability.statistics.observations import Series, Unit
from accountability.statistics.periods import Period

AVERAGE = Style(MUTED, (1, 0), "circle", is_muted=True)
LIMIT = Style(MUTED, (4, 4), "circle", is_muted=True)
SHAPES = {1: "triangle-up", -1: "triangle-down"}
REMARKS = (
    "Grey line: the average. Dashed lines: the limits within which chance alone keeps the figure.",
    "Triangles: figures that chance does not explain, pointing up where they are high and down where they are low.",
)


def control_over_time(series: Series, name: str, layout: Layout) -> Spec:
    """The control chart of a series. Raises ValueError for one that has none."""
    finding = find_control(series)
    if finding is None:
        raise ValueError(f"{series.measure.title} has no control chart.")
    unit, chart = series.measure.unit, finding.chart
    figures = _along(finding, chart.values)
    latest = figure(figures[max(figures)].value, unit)
    tracks = [
        Track(latest, SINGLE, figures, shapes=_shapes(finding)),
        _level("Average", AVERAGE, finding, chart.mean, unit),
        _level("Upper limit", LIMIT, finding, chart.upper, unit),
        _level("Lower limit", LIMIT, finding, chart.lower, unit),
    ]
    extent = [one.value for track in tracks for one in track.figures.values()]
    return time_chart(
        lines(name, REMARKS, layout), tracks, finding.periods, figure_axis(extent, unit), layout
    )


def _level(label: str, style: Style, finding: ControlFinding, values: Floats, unit: Unit) -> Track:
    return Track(f"{label} {figure(float(values[-1]), unit)}", style, _along(finding, values))


def _along(finding: ControlFinding, values: Floats) -> dict[Period, Estimate]:
    return {
        period: Estimate(float(value))
        for period, value in zip(finding.periods, values, strict=True)
        if not isnan(value)
    }


def _shapes(finding: ControlFinding) -> dict[Period, str]:
    return {
        period: SHAPES[int(side)]
        for period, side in zip(finding.periods, finding.chart.side, strict=True)
        if side
    }
