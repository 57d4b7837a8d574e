"""Coverage over time as a drawing. It shows what the words beside it and the table below it say."""

from base64 import b64encode
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from xml.etree import ElementTree as ET

INK, QUIET, GRID, BLUE, WHITE = "#212b32", "#425563", "#d8dde0", "#005eb8", "#ffffff"
FONT = "Arial, sans-serif"
MOST_TICKS = 5
LETTER = 0.58
"""How wide a letter is, at most, for the size of its line."""


@dataclass(frozen=True)
class Track:
    """One line of the drawing: what it is called where it ends, and a number for each day."""

    label: str
    colour: str
    dash: str
    values: tuple[int, ...]


@dataclass(frozen=True)
class Layout:
    """How wide and high a drawing is, how large its letters are, and how many days are named below it."""

    width: int
    height: int
    size: int
    days_named: int


WIDE = Layout(680, 320, 15, 5)
NARROW = Layout(340, 280, 13, 2)


def address_of(days: Sequence[date], expected: Sequence[int], led: Sequence[int], layout: Layout) -> str:
    """Return the drawing as an address that holds the picture itself, as a page's policy allows."""
    drawing = coverage_chart(days, expected, led, layout)
    return f"data:image/svg+xml;base64,{b64encode(drawing.encode()).decode()}"


@dataclass(frozen=True)
class Plot:
    """The part of a drawing between its margins, and where days and numbers lie in it."""

    layout: Layout
    days: Sequence[date]
    ticks: list[int]
    right: float

    @property
    def left(self) -> float:
        return self.layout.size * (1 + LETTER * len(f"{self.ticks[-1]:,}"))

    @property
    def bottom(self) -> float:
        return self.layout.height - 2.2 * self.layout.size

    def x_of(self, place: int) -> float:
        """Return where the day at this place lies."""
        return round(self.left + (self.right - self.left) * place / max(len(self.days) - 1, 1), 1)

    def y_of(self, value: float) -> float:
        """Return where a number lies."""
        top = self.layout.size
        return round(self.bottom - (self.bottom - top) * value / self.ticks[-1], 1)


def coverage_chart(days: Sequence[date], expected: Sequence[int], led: Sequence[int], layout: Layout) -> str:
    """Return two lines over the days as SVG: how many are expected to have a lead, and how many have one."""
    tracks = (
        Track(f"Expected {expected[-1]:,}", INK, "6 4", tuple(expected)),
        Track(f"Have one {led[-1]:,}", BLUE, "none", tuple(led)),
    )
    longest = max(len(track.label) for track in tracks)
    right = layout.width - layout.size * (1 + LETTER * longest)
    plot = Plot(layout, days, axis_ticks(max(*expected, *led, 1)), right)
    width, height = layout.width, layout.height
    root = _element(None, "svg", xmlns="http://www.w3.org/2000/svg", role="img", width=width, height=height)
    root.set("viewBox", f"0 0 {width} {height}")
    _element(root, "rect", width=width, height=height, fill=WHITE)
    _axes(root, plot)
    _lines(root, plot, tracks)
    return ET.tostring(root, encoding="unicode")


def axis_ticks(top: int) -> list[int]:
    """Return round numbers from 0 to at or above `top`, six at most."""
    step = next(
        factor * 10**power
        for power in range(12)
        for factor in (1, 2, 5)
        if factor * 10**power * MOST_TICKS >= top
    )
    return list(range(0, -(-top // step) * step + 1, step))


def named_places(count: int, wanted: int) -> list[int]:
    """Return which of `count` days are named: the first, the last, and others evenly between, `wanted` at most."""
    last, gaps = count - 1, min(wanted, count) - 1
    return sorted({round(last * place / gaps) for place in range(gaps + 1)}) if gaps > 0 else [last]


def apart(heights: Sequence[float], least: float) -> list[float]:
    """Return the two heights moved apart until neither label covers the other."""
    first, second = heights
    short = least - abs(second - first)
    if short <= 0:
        return [first, second]
    up = -1 if first <= second else 1
    return [first + up * short / 2, second - up * short / 2]


def _axes(root: ET.Element, plot: Plot) -> None:
    size = plot.layout.size
    for tick in plot.ticks:
        y = plot.y_of(tick)
        _element(root, "line", x1=plot.left, x2=plot.right, y1=y, y2=y, stroke=GRID)
        _text(root, f"{tick:,}", (plot.left - size / 2, y), size, QUIET, "end")
    for place in named_places(len(plot.days), plot.layout.days_named):
        words, at = f"{plot.days[place]:%b %Y}", (plot.x_of(place), plot.bottom + 1.3 * size)
        _text(root, words, at, size, QUIET, "middle" if place else "start")


def _lines(root: ET.Element, plot: Plot, tracks: Sequence[Track]) -> None:
    size = plot.layout.size
    heights = apart([plot.y_of(track.values[-1]) for track in tracks], 1.3 * size)
    for track, height in zip(tracks, heights, strict=True):
        points = " ".join(
            f"{plot.x_of(place)},{plot.y_of(value)}" for place, value in enumerate(track.values)
        )
        line = _element(root, "polyline", points=points, fill="none", stroke=track.colour)
        line.set("stroke-width", "2.5")
        line.set("stroke-dasharray", track.dash)
        _text(root, track.label, (plot.right + size / 2, height), size, track.colour, "start")


def _element(parent: ET.Element | None, tag: str, **given: object) -> ET.Element:
    values = {name: str(value) for name, value in given.items()}
    return ET.Element(tag, values) if parent is None else ET.SubElement(parent, tag, values)


def _text(root: ET.Element, words: str, at: tuple[float, float], size: int, colour: str, anchor: str) -> None:
    element = _element(root, "text", x=round(at[0], 1), y=round(at[1] + 0.35 * size, 1), fill=colour)
    element.set("font-family", FONT)
    element.set("font-size", str(size))
    element.set("text-anchor", anchor)
    element.text = words
