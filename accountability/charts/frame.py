"""The paper a chart is drawn on: its size, its margins, its words, and the layers put on it."""

import json
from collections.abc import Sequence
from dataclasses import dataclass
from enum import Enum
from typing import Any

from accountability.charts.axes import Axis
from accountability.charts.lettering import wrapped
from accountability.charts.palette import FONT, GRID, INK, MUTED, QUIET_INK, WHITE

SCHEMA = "https://vega.github.io/schema/vega-lite/v5.json"
LINE_HEIGHT = 1.3
WIDER_LETTERS = 1.2
"""By how much the letters of a device without Arial may be wider. Words above a chart have room for them."""
EDGE = 8

Layer = dict[str, Any]
Spec = dict[str, Any]


class Layout(Enum):
    """A wide chart for a desktop, A4 and Word, and a narrow one for a phone 320 pixels wide."""

    WIDE = "wide"
    NARROW = "narrow"

    @property
    def width(self) -> int:
        """The whole width in pixels, margins included."""
        return 680 if self is Layout.WIDE else 320

    @property
    def plot_height(self) -> int:
        """The height of the part between the axes."""
        return 300 if self is Layout.WIDE else 220

    @property
    def size(self) -> int:
        """The size of ordinary words in pixels. 15 of 680 pixels are 10 points on A4."""
        return 15 if self is Layout.WIDE else 13


@dataclass(frozen=True, slots=True)
class Lines:
    """Words above a chart: a bold title and plain remarks, already wrapped."""

    title: tuple[str, ...]
    remarks: tuple[str, ...]
    size: int

    @property
    def height(self) -> float:
        """How many pixels they take."""
        return (len(self.title) + len(self.remarks)) * self.size * LINE_HEIGHT + EDGE


def lines(title: str, remarks: Sequence[str], layout: Layout) -> Lines:
    """The words above a chart, wrapped to its width."""
    room = (layout.width - 2 * EDGE) / WIDER_LETTERS
    plain = [line for remark in remarks for line in wrapped(remark, layout.size, room)]
    return Lines(tuple(wrapped(title, layout.size, room, bold=True)), tuple(plain), layout.size)


@dataclass(frozen=True, slots=True)
class Frame:
    """Margins and scales. Everything is placed in the units of the axes, words in the margins too."""

    layout: Layout
    words: Lines
    across: tuple[float, float]
    up: Axis
    left: float
    right: float
    top: float
    bottom: float
    height: float

    @property
    def width(self) -> float:
        """The width between the margins."""
        return self.layout.width - self.left - self.right

    def x_of(self, pixels: float) -> float:
        """The place that lies so many pixels from the left edge of the plot."""
        low, high = self.across
        return low + pixels * (high - low) / self.width

    def y_of(self, pixels: float) -> float:
        """The place that lies so many pixels below the top edge of the plot."""
        return self.up.high - pixels * (self.up.high - self.up.low) / self.height

    def pixels_down(self, value: float) -> float:
        """How many pixels below the top edge of the plot a value lies."""
        return (self.up.high - value) * self.height / (self.up.high - self.up.low)

    def header(self) -> list[Layer]:
        """The words above the chart as layers."""
        step = self.words.size * LINE_HEIGHT
        top = self.words.size - self.top
        texts = []
        for number, line in enumerate((*self.words.title, *self.words.remarks)):
            is_title = number < len(self.words.title)
            place = (self.x_of(EDGE - self.left), self.y_of(top + number * step))
            colour = INK if is_title else QUIET_INK
            texts.append(text(place, line, self.words.size, colour=colour, bold=is_title))
        return texts

    def spec(
        self, layers: Sequence[Layer], x_axis: dict[str, Any] | None, y_axis: dict[str, Any] | None
    ) -> Spec:
        """The whole chart as Vega-Lite, version 5."""
        axes = {"x": (list(self.across), x_axis), "y": ([self.up.low, self.up.high], y_axis)}
        scales = {
            name: {
                "type": "quantitative",
                "title": None,
                "scale": {"domain": domain, "nice": False, "zero": False},
                "axis": axis,
            }
            for name, (domain, axis) in axes.items()
        }
        return {
            "$schema": SCHEMA,
            "width": self.width,
            "height": self.height,
            "padding": {"left": self.left, "right": self.right, "top": self.top, "bottom": self.bottom},
            "autosize": {"type": "none"},
            "background": WHITE,
            "config": _config(self.layout.size),
            "layer": [_placed(layer, scales) for layer in _merged([*self.header(), *layers])],
        }


def _merged(layers: Sequence[Layer]) -> list[Layer]:
    """Layers that look alike as one, at the place of the first: drawing time goes with their number."""
    merged: dict[str, Layer] = {}
    for layer in layers:
        look = json.dumps([layer["mark"], layer["encoding"]], sort_keys=True)
        rows = layer["data"]["values"]
        if look in merged:
            rows = [*merged[look]["data"]["values"], *rows]
        merged[look] = {**layer, "data": {"values": rows}}
    return list(merged.values())


def _placed(layer: Layer, scales: dict[str, Any]) -> Layer:
    encoding = dict(layer["encoding"])
    for name, scale in scales.items():
        encoding[name] = {**scale, "field": name}
    return {**layer, "encoding": encoding}


def _config(size: int) -> dict[str, Any]:
    return {
        "font": FONT,
        "view": {"stroke": None},
        "axis": {
            "labelFont": FONT,
            "labelFontSize": size,
            "labelColor": QUIET_INK,
            "labelLimit": 0,
            "labelOverlap": False,
            "labelBound": False,
            "labelFlush": False,
            "gridColor": GRID,
            "domainColor": MUTED,
            "tickColor": MUTED,
        },
    }


def text(
    place: tuple[float, float],
    words: str,
    size: int,
    *,
    colour: str = INK,
    bold: bool = False,
    align: str = "left",
) -> Layer:
    """One line of words at a place, its middle height on it."""
    return {
        "data": {"values": [{"x": place[0], "y": place[1], "words": words, "colour": colour}]},
        "mark": {
            "type": "text",
            "font": FONT,
            "fontSize": size,
            "fontWeight": "bold" if bold else "normal",
            "align": align,
            "baseline": "middle",
        },
        "encoding": {
            "text": {"field": "words", "type": "nominal"},
            "fill": {"field": "colour", "type": "nominal", "scale": None},
        },
    }


def marks(kind: str, rows: Sequence[dict[str, Any]], *, to: Sequence[str] = (), **look: Any) -> Layer:
    """A layer of one kind of mark over rows with `x` and `y`.

    `to` names the fields where a mark ends, "x2" or "y2". Rows with a `segment` are joined only inside it.
    """
    encoding: dict[str, Any] = {name: {"field": name} for name in to}
    if rows and "segment" in rows[0]:
        encoding["detail"] = {"field": "segment", "type": "nominal"}
    return {"data": {"values": list(rows)}, "mark": {"type": kind, **look}, "encoding": encoding}
