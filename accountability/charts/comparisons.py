"""Organisations side by side: a funnel by their size, or a row each with its interval, by name and never by figure."""

from collections.abc import Iterable, Sequence
from typing import Any

import numpy as np

from accountability.charts.axes import Axis, difference_axis, figure_axis
from accountability.charts.frame import (
    EDGE,
    LINE_HEIGHT,
    WIDER_LETTERS,
    Frame,
    Layer,
    Layout,
    Lines,
    Spec,
    lines,
    marks,
    text,
)
from accountability.charts.lettering import text_width, wrapped
from accountability.charts.palette import BLUE, GRID, INK, MUTED, QUIET_INK, WHITE
from accountability.charts.render import drawing
from accountability.charts.svg import inline_svg
from accountability.statistics.comparisons import Compared, Comparison
from accountability.statistics.estimates import Estimate
from accountability.statistics.formats import (
    LONG_STEPS,
    STATE_LABELS,
    UNIT_NAMES,
    confidence_label,
    figure,
    interval,
    step,
)
from accountability.statistics.funnels import proportion_limits
from accountability.statistics.phrases import sentence_case
from accountability.statistics.proportions import PER_CENT

DASHED = "Dashed: limits that chance alone passes in one case of 20, and in one of 500."
STEPS_ALONG = 60
THOUSAND = 1_000
MANY = 10_000
CAP = 4
MARK_LINES = 1


def comparison_svg(comparison: Comparison, own: str, layout: Layout, description: str) -> str:
    """The comparison as SVG: a funnel where there is one, else intervals. `own` is whose mark is a dark diamond."""
    spec = _funnel(comparison, own, layout) if comparison.is_funnel else _intervals(comparison, own, layout)
    name = _name(comparison)
    return inline_svg(drawing(spec), name=name, description=description, prefix=f"compared-{layout.value}")


def _name(comparison: Comparison) -> str:
    return f"{'Gap: ' if comparison.is_gap else ''}{comparison.title}, {comparison.period.label}"


def _funnel(comparison: Comparison, own: str, layout: Layout) -> Spec:
    rows = [row for row in comparison.rows if row.people and row.estimate]
    scale = THOUSAND if max(row.people for row in rows) >= MANY else 1
    sizes = np.linspace(min(row.people for row in rows), max(row.people for row in rows), STEPS_ALONG)
    average = comparison.average or 0.0
    limits = proportion_limits(average / PER_CENT, sizes)
    ends = [
        limits.lower_action[0],
        limits.upper_action[0],
        *(row.estimate.value for row in rows if row.estimate),
    ]
    up, across = figure_axis(ends, comparison.unit), difference_axis([sizes[-1] / scale])
    remarks = [
        f"Up: {UNIT_NAMES[comparison.unit].lower()}. Across: people counted{', in thousands' if scale > 1 else ''}.",
        f"Line: the average, {figure(average, comparison.unit)}. {DASHED}",
        f"Dark diamond: {own}.",
    ]
    frame = _funnel_frame(lines(_name(comparison), remarks, layout), across, up, layout)
    curves = [
        (limits.lower_warning, (2, 3)),
        (limits.upper_warning, (2, 3)),
        (limits.lower_action, (7, 3)),
        (limits.upper_action, (7, 3)),
    ]
    layers = [_curve(sizes / scale, curve, dash, number) for number, (curve, dash) in enumerate(curves)]
    layers.append(_curve(sizes / scale, np.full(sizes.shape, average), (1, 0), len(curves)))
    layers += _dots(((row.people / scale, row) for row in rows), own)
    return frame.spec(layers, across.drawn(grid=False), up.drawn())


def _funnel_frame(words: Lines, across: Axis, up: Axis, layout: Layout) -> Frame:
    size = layout.size
    left = max(text_width(f"{tick:g}{up.suffix}", size) for tick in up.ticks) + 2 * EDGE
    right = text_width(f"{across.high:g}", size) / 2 + EDGE
    return Frame(
        layout=layout,
        words=words,
        across=(across.low, across.high),
        up=up,
        left=left,
        right=right,
        top=words.height + EDGE,
        bottom=size * 2 + EDGE,
        height=layout.plot_height,
    )


def _curve(sizes: Any, values: Any, dash: tuple[int, int], segment: int) -> Layer:
    rows = [{"x": float(x), "y": float(y), "segment": segment} for x, y in zip(sizes, values, strict=True)]
    return marks("line", rows, stroke=QUIET_INK, strokeWidth=1.5, strokeDash=list(dash))


def _dots(placed: Iterable[tuple[float, Compared]], own: str) -> list[Layer]:
    others: list[dict[str, float]] = []
    ours: list[dict[str, float]] = []
    for x, row in placed:
        mark = {"x": x, "y": row.estimate.value if row.estimate else 0.0}
        (ours if row.name == own else others).append(mark)
    return [
        marks("point", others, shape="circle", size=50, fill=MUTED, stroke=WHITE, strokeWidth=1, opacity=1),
        marks("point", ours, shape="diamond", size=220, fill=INK, stroke=WHITE, strokeWidth=1.5, opacity=1),
    ]


def _intervals(comparison: Comparison, own: str, layout: Layout) -> Spec:
    known = [row.estimate for row in comparison.rows if row.estimate]
    extent = [limit for one in known for limit in (one.value, *(one.interval or ()))] or [0.0, 1.0]
    axis = difference_axis(extent) if comparison.is_gap else figure_axis(extent, comparison.unit)
    unit = (
        sentence_case(LONG_STEPS[comparison.unit].strip())
        if comparison.is_gap
        else UNIT_NAMES[comparison.unit]
    )
    remarks = [f"{unit}, with {confidence_label(comparison.confidence)}s. By name.", f"Dark diamond: {own}."]
    rows = [(row, _words(row, comparison, own, layout)) for row in comparison.rows]
    height = sum(_height(said, layout) for _, said in rows)
    words = lines(_name(comparison), remarks, layout)
    widest = max(text_width(f"{tick:g}{axis.suffix}", layout.size) for tick in axis.ticks)
    frame = Frame(
        layout=layout,
        words=words,
        across=(axis.low, axis.high),
        up=Axis(0, height),
        left=widest / 2 + EDGE,
        right=widest / 2 + EDGE,
        top=words.height + EDGE,
        bottom=layout.size * 2 + EDGE,
        height=height,
    )
    layers: list[Layer] = []
    down = 0.0
    for row, said in rows:
        layers += _grid(frame, axis, down + _words_height(said, layout), down + _height(said, layout))
        layers += _row(frame, row, said, down, is_own=row.name == own)
        down += _height(said, layout)
    return frame.spec(layers, axis.drawn(grid=False), None)


def _words(row: Compared, comparison: Comparison, own: str, layout: Layout) -> list[str]:
    room = (layout.width - 4 * EDGE) / WIDER_LETTERS
    return wrapped(f"{row.name}: {_said(row, comparison)}", layout.size, room, bold=row.name == own)


def _words_height(said: Sequence[str], layout: Layout) -> float:
    return len(said) * layout.size * LINE_HEIGHT


def _height(said: Sequence[str], layout: Layout) -> float:
    return _words_height(said, layout) + MARK_LINES * layout.size * LINE_HEIGHT


def _grid(frame: Frame, axis: Axis, top: float, bottom: float) -> list[Layer]:
    """The lines of a row's marks, that of zero darker. They leave the words above the marks free."""
    return [
        marks(
            "rule",
            [{"x": tick, "y": frame.y_of(top), "y2": frame.y_of(bottom)}],
            to=["y2"],
            stroke=GRID if tick else QUIET_INK,
            strokeWidth=1,
        )
        for tick in axis.ticks
    ]


def _row(frame: Frame, row: Compared, said: Sequence[str], down: float, *, is_own: bool) -> list[Layer]:
    line = frame.layout.size * LINE_HEIGHT
    left, colour = frame.x_of(EDGE / 2), INK if is_own else QUIET_INK
    layers = [
        text(
            (left, frame.y_of(down + (number + 0.5) * line)),
            words,
            frame.layout.size,
            bold=is_own,
            colour=colour,
        )
        for number, words in enumerate(said)
    ]
    if row.estimate is None:
        return layers
    middle = frame.y_of(down + (len(said) + 0.4) * line)
    return [*layers, *_whisker(frame, row.estimate, middle), _dot(row.estimate.value, middle, is_own=is_own)]


def _whisker(frame: Frame, estimate: Estimate, middle: float) -> Sequence[Layer]:
    if estimate.interval is None:
        return []
    cap = frame.y_of(0) - frame.y_of(CAP)
    low, high = estimate.interval
    caps = [{"x": end, "y": middle - cap, "y2": middle + cap} for end in (low, high)]
    look: dict[str, Any] = {"stroke": INK, "strokeWidth": 1.5}
    stem = [{"x": low, "x2": high, "y": middle}]
    return [marks("rule", stem, to=["x2"], **look), marks("rule", caps, to=["y2"], **look)]


def _dot(value: float, middle: float, *, is_own: bool) -> Layer:
    look: dict[str, Any] = {"stroke": WHITE, "strokeWidth": 1, "opacity": 1}
    shape, size, fill = ("diamond", 200, INK) if is_own else ("circle", 70, BLUE)
    return marks("point", [{"x": value, "y": middle}], shape=shape, size=size, fill=fill, **look)


def _said(row: Compared, comparison: Comparison) -> str:
    if row.estimate is None:
        return STATE_LABELS[row.state].lower()
    value = row.estimate.value
    shown = step(value, comparison.unit) if comparison.is_gap else figure(value, comparison.unit)
    return f"{shown} ({interval(row.estimate)})" if row.estimate.interval else shown
