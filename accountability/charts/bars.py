"""The groups of the latest period as bars from zero, each with its interval and its figure in words."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from accountability.charts.axes import Axis
from accountability.charts.frame import EDGE, LINE_HEIGHT, Frame, Layer, Layout, Lines, Spec, marks, text
from accountability.charts.lettering import text_width
from accountability.charts.palette import BLUE, INK, PALE, QUIET_INK, WHITE
from accountability.statistics.estimates import Estimate

BAR = 18
BETWEEN_BARS = 4
BETWEEN_BLOCKS = 14
CAP = 4
INDENT = 5


@dataclass(frozen=True, slots=True)
class Bar:
    """One figure of a group, or the words that stand where there is none."""

    words: str
    figure: Estimate | None
    is_latest: bool


@dataclass(frozen=True, slots=True)
class Block:
    """A group: its name above its bars, earlier period first. One that is not known is drawn paler."""

    label: str
    is_known: bool
    bars: tuple[Bar, ...]


def bar_chart(words: Lines, blocks: Sequence[Block], axis: Axis, layout: Layout) -> Spec:
    """The blocks from top to bottom in the order given, which is never that of their figures."""
    frame = _frame(words, blocks, axis, layout)
    layers = [marks("rule", [{"x": 0, "y": 0, "y2": frame.height}], to=["y2"], stroke=QUIET_INK)]
    down = 0.0
    for block in blocks:
        name_height = layout.size * LINE_HEIGHT
        place = frame.x_of(INDENT), frame.y_of(down + name_height / 2)
        layers.append(text(place, block.label, layout.size, bold=True))
        down += name_height
        for bar in block.bars:
            layers += _drawn(frame, bar, down, pale=not (block.is_known and bar.is_latest))
            down += BAR + BETWEEN_BARS
        down += BETWEEN_BLOCKS
    boxes_first = sorted(layers, key=lambda layer: layer["mark"]["type"] != "rect")
    return frame.spec(boxes_first, axis.drawn(grid=False), None)


def _frame(words: Lines, blocks: Sequence[Block], axis: Axis, layout: Layout) -> Frame:
    name_height = layout.size * LINE_HEIGHT
    heights = [name_height + len(block.bars) * (BAR + BETWEEN_BARS) + BETWEEN_BLOCKS for block in blocks]
    height = sum(heights)
    bars = [bar for block in blocks for bar in block.bars]
    return Frame(
        layout=layout,
        words=words,
        across=(axis.low, axis.high),
        up=Axis(0, height),
        left=2 * EDGE,
        right=_right(bars, axis, layout),
        top=words.height + EDGE,
        bottom=layout.size * 2 + EDGE,
        height=height,
    )


def _right(bars: Sequence[Bar], axis: Axis, layout: Layout) -> float:
    """The margin that leaves room for the words after every bar, however far the bar reaches."""
    room = layout.width - 3 * EDGE
    margin = text_width(f"{axis.high:g}{axis.suffix}", layout.size) / 2 + EDGE
    for bar in bars:
        words = text_width(bar.words, layout.size, bold=bar.is_latest) + 2 * EDGE
        share = _reach(bar) / axis.high
        plot = (room - words) / share if share else room
        margin = max(margin, layout.width - 2 * EDGE - plot)
    return margin


def _reach(bar: Bar) -> float:
    if bar.figure is None:
        return 0.0
    return max(bar.figure.value, *(bar.figure.interval or (0.0,)))


def _drawn(frame: Frame, bar: Bar, down: float, *, pale: bool) -> list[Layer]:
    middle = frame.y_of(down + BAR / 2)
    if bar.figure is None:
        place = frame.x_of(EDGE), middle
        return [text(place, bar.words, frame.layout.size, colour=QUIET_INK)]
    value = bar.figure.value
    box = {"x": 0, "x2": value, "y": frame.y_of(down), "y2": frame.y_of(down + BAR), "words": bar.words}
    layers = [marks("rect", [box], to=["x2", "y2"], fill=PALE if pale else BLUE, stroke=BLUE, strokeWidth=1)]
    if bar.figure.interval is not None:
        layers += _whisker(frame, bar.figure.interval, middle)
    place = _reach(bar) + frame.x_of(EDGE) - frame.x_of(0), middle
    return [*layers, text(place, bar.words, frame.layout.size, bold=bar.is_latest)]


def _whisker(frame: Frame, interval: tuple[float, float], middle: float) -> list[Layer]:
    """The interval, dark on a white edge, so that it is seen on the bar and beyond it."""
    cap = frame.y_of(0) - frame.y_of(CAP)
    stem = {"x": interval[0], "x2": interval[1], "y": middle}
    caps = [{"x": limit, "y": middle - cap, "y2": middle + cap} for limit in interval]
    layers = []
    for colour, width in ((WHITE, 4), (INK, 1.5)):
        look: dict[str, Any] = {"stroke": colour, "strokeWidth": width}
        layers += [marks("rule", [stem], to=["x2"], **look), marks("rule", caps, to=["y2"], **look)]
    return layers
