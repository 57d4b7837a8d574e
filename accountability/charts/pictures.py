"""A series as a drawing for a page, a picture for Word, and words for those who see neither."""

from functools import lru_cache

from accountability.charts.frame import Layout
from accountability.charts.kinds import ChartKind, chart_name, chart_spec, main_kind
from accountability.charts.render import drawing, picture
from accountability.charts.svg import inline_svg
from accountability.statistics.findings import find
from accountability.statistics.observations import Series
from accountability.statistics.readings import reading
from accountability.statistics.slope_findings import find_slopes
from accountability.statistics.slope_words import slope_sentences
from accountability.statistics.wording import words_for

KEPT_DRAWINGS = 256
SHAPES = {
    ChartKind.GAP_OVER_TIME: "Line chart of the gap over time.",
    ChartKind.GROUPS_OVER_TIME: "Line chart of each group over time.",
    ChartKind.LATEST_GROUPS: "Bar chart of each group.",
    ChartKind.LEVEL_OVER_TIME: "Line chart of one figure over time.",
    ChartKind.SLOPE_OVER_TIME: "Line chart of the slope index of inequality over time.",
    ChartKind.CONTROL_OVER_TIME: "Control chart: the figure over time with its average and its limits.",
}


def chart_svg(
    series: Series,
    kind: ChartKind | None = None,
    *,
    layout: Layout = Layout.WIDE,
    prefix: str = "chart",
) -> str | None:
    """The chart as SVG to put into a page or a PDF, without styles, scripts or class names.

    Without `kind` it is the main chart of the series, or None when the figures carry no chart.
    `prefix` begins the ids inside and must differ between the charts of a page. Drawing takes about a
    tenth of a second; equal series are drawn once.
    Raises ValueError for a kind that the figures do not carry.
    """
    shown = kind or main_kind(series)
    if shown is None:
        return None
    return inline_svg(
        _drawn(series, shown, layout),
        name=chart_name(series, shown),
        description=chart_description(series, shown),
        prefix=prefix,
    )


@lru_cache(maxsize=KEPT_DRAWINGS)
def _drawn(series: Series, kind: ChartKind, layout: Layout) -> str:
    return drawing(chart_spec(series, kind, layout))


def chart_png(series: Series, kind: ChartKind | None = None) -> bytes | None:
    """The chart as PNG for Word, 16 cm wide at 300 dots an inch; None and errors as in `chart_svg`.

    A PNG carries no words of its own: give it `chart_description` as its alternative text.
    """
    shown = kind or main_kind(series)
    if shown is None:
        return None
    return picture(chart_spec(series, shown, Layout.WIDE), Layout.WIDE.width)


def chart_description(series: Series, kind: ChartKind) -> str:
    """What stands in place of the chart for those who do not see it: its shape and the finding in words."""
    return f"{SHAPES[kind]} {_said(series, kind)}"


def _said(series: Series, kind: ChartKind) -> str:
    if kind is ChartKind.SLOPE_OVER_TIME:
        return " ".join(slope_sentences(series, find_slopes(series)))
    if kind is ChartKind.CONTROL_OVER_TIME:
        return " ".join(reading(series).sentences)
    return words_for(find(series)).text
