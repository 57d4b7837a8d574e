"""Figures over time: tracks with intervals, broken where there is no figure, named where they end."""

import json
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

from accountability.charts.axes import Axis, labelled_periods, middle_day, short_label
from accountability.charts.frame import EDGE, LINE_HEIGHT, Frame, Layer, Layout, Lines, Spec, marks, text
from accountability.charts.lettering import spread, text_width
from accountability.charts.palette import INK, MUTED, SINGLE, WHITE, Style
from accountability.statistics.estimates import Estimate
from accountability.statistics.periods import Period

FEW_PERIODS = 14
TWO = 2
LEAD = 12
KEY_SAMPLE = 34
KEY_LINE = 1.5
KEY_SEGMENT = -1
CAP = 4
WIDE_PAD, NARROW_PAD = 0.35, 0.02
UNJOINED_SHARE = 0.7


@dataclass(frozen=True, slots=True)
class Track:
    """One line of a chart: what it is called, how it is drawn, and its figure in each period it has one.

    `said` are lines of words, the first of them bold, above single points, for charts with too few points for a line.
    `shapes` are those of single points that stand out.
    """

    label: str
    style: Style
    figures: dict[Period, Estimate]
    said: dict[Period, tuple[str, ...]] = field(default_factory=dict)
    shapes: dict[Period, str] = field(default_factory=dict)

    def segments(self, periods: Sequence[Period]) -> list[list[Period]]:
        """The runs of neighbouring periods with a figure."""
        runs: list[list[Period]] = [[]]
        for period in periods:
            if period in self.figures:
                runs[-1].append(period)
            elif runs[-1]:
                runs.append([])
        return [run for run in runs if run]


def time_chart(
    words: Lines, tracks: Sequence[Track], periods: Sequence[Period], axis: Axis, layout: Layout
) -> Spec:
    """The tracks over the periods. Two periods are not joined by a line: two points are not a trend."""
    keyed = layout is Layout.NARROW and len(tracks) > 1
    frame = _frame(words, tracks, periods, axis, layout, keyed=keyed)
    layers = [_zero_line(frame)] if axis.low < 0 else []
    for place, track in enumerate(sorted(tracks, key=lambda track: not track.style.is_muted)):
        first = place * len(periods)
        drawn = _drawn(frame, track, periods, joined=joins(tracks), first_segment=first)
        layers += [*drawn, *_sayings(frame, track)]
    layers += _key(frame, tracks) if keyed else _end_labels(frame, tracks)
    return frame.spec(layers, _time_axis(frame, periods), axis.drawn(grid=joins(tracks)))


def joins(tracks: Sequence[Track]) -> bool:
    """Whether the points are joined: only when a track has more than two."""
    return max(len(track.figures) for track in tracks) > TWO


def _frame(
    words: Lines,
    tracks: Sequence[Track],
    periods: Sequence[Period],
    axis: Axis,
    layout: Layout,
    *,
    keyed: bool,
) -> Frame:
    size = layout.size
    half_label = max(text_width(short_label(period), size) for period in periods) / 2
    widest = max(text_width(track.label, size, bold=not track.style.is_muted) for track in tracks)
    key_height = len(_named(tracks)) * size * KEY_LINE if keyed else 0
    first, last = middle_day(periods[0]), middle_day(periods[-1])
    pad = (last - first) * (NARROW_PAD if joins(tracks) else WIDE_PAD)
    tick_width = max(text_width(f"{tick:g}{axis.suffix}", size) for tick in axis.ticks)
    return Frame(
        layout=layout,
        words=words,
        across=(first - pad, last + pad),
        up=axis,
        left=max(tick_width, half_label - EDGE) + 2 * EDGE,
        right=half_label + EDGE if keyed else max(widest + LEAD + EDGE, half_label) + EDGE,
        top=words.height + key_height + EDGE,
        bottom=size * 2 + EDGE,
        height=layout.plot_height * (1 if joins(tracks) else UNJOINED_SHARE),
    )


def _named(tracks: Sequence[Track]) -> list[Track]:
    return [track for track in tracks if track.label]


def _zero_line(frame: Frame) -> Layer:
    low, high = frame.across
    return marks("rule", [{"x": low, "x2": high, "y": 0}], to=["x2"], stroke=INK, strokeWidth=1)


def _drawn(
    frame: Frame, track: Track, periods: Sequence[Period], *, joined: bool, first_segment: int
) -> list[Layer]:
    """Layers that look alike are drawn as one, so that no two tracks may share the number of a segment."""
    rows = [
        _row(period, track.figures[period], number)
        for number, run in enumerate(track.segments(periods), start=first_segment)
        for period in run
    ]
    bounded = [row for row in rows if "lower" in row]
    layers: list[Layer] = []
    if bounded and not track.style.is_muted:
        few = len(periods) <= FEW_PERIODS
        layers += (
            _whiskers(frame, track.style, bounded)
            if few
            else [_band(track.style, bounded, edged=track.style is SINGLE)]
        )
    if joined:
        layers.append(_line(track.style, rows))
    return [*layers, _points(track.style, _marked(track, rows)), *_standing_out(track)]


def _standing_out(track: Track) -> list[Layer]:
    """A layer for each shape of points that stand out, larger than the others and dark."""
    rows: dict[str, list[dict[str, Any]]] = {}
    for period, shape in track.shapes.items():
        rows.setdefault(shape, []).append({"x": middle_day(period), "y": track.figures[period].value})
    return [
        marks("point", points, shape=shape, size=130, fill=INK, stroke=WHITE, strokeWidth=1, opacity=1)
        for shape, points in rows.items()
    ]


def _sayings(frame: Frame, track: Track) -> list[Layer]:
    size, ink = frame.layout.size, track.style.ink
    layers = []
    for period, words in track.said.items():
        down = frame.pixels_down(track.figures[period].value)
        for lifted, line in enumerate(reversed(words), start=1):
            place = middle_day(period), frame.y_of(down - lifted * size * LINE_HEIGHT)
            layers.append(text(place, line, size, colour=ink, bold=lifted == len(words), align="center"))
    return layers


def _row(period: Period, figure: Estimate, segment: int) -> dict[str, Any]:
    row: dict[str, Any] = {
        "x": middle_day(period),
        "y": figure.value,
        "period": period.label,
        "segment": segment,
    }
    if figure.interval is not None:
        row["lower"], row["upper"] = figure.interval
    return row


def _band(style: Style, rows: Sequence[dict[str, Any]], *, edged: bool) -> Layer:
    limits = [
        {"x": row["x"], "y": row["lower"], "y2": row["upper"], "segment": row["segment"]} for row in rows
    ]
    look: dict[str, Any] = {"fill": style.colour, "fillOpacity": 0.3}
    edge: dict[str, Any] = {"stroke": style.colour, "strokeWidth": 0.75} if edged else {}
    return marks("area", limits, to=["y2"], **look, **edge)


def _whiskers(frame: Frame, style: Style, rows: Sequence[dict[str, Any]]) -> list[Layer]:
    reach = frame.x_of(CAP) - frame.x_of(0)
    stems = [{"x": row["x"], "y": row["lower"], "y2": row["upper"]} for row in rows]
    caps = [
        {"x": row["x"] - reach, "x2": row["x"] + reach, "y": row[limit]}
        for row in rows
        for limit in ("lower", "upper")
    ]
    look: dict[str, Any] = {"stroke": style.colour, "strokeWidth": 1.5}
    return [marks("rule", stems, to=["y2"], **look), marks("rule", caps, to=["x2"], **look)]


def _line(style: Style, rows: Sequence[dict[str, Any]]) -> Layer:
    width = 1.5 if style.is_muted else 2.5
    look: dict[str, Any] = {
        "stroke": style.colour,
        "strokeWidth": width,
        "strokeDash": list(style.dash),
    }
    return marks("line", rows, **look)


def _marked(track: Track, rows: Sequence[dict[str, Any]]) -> list[dict[str, Any]]:
    """The points to mark: all when they are few, else the latest and those with no neighbour to join."""
    muted = track.style.is_muted
    if len(rows) <= TWO or (len(rows) <= FEW_PERIODS and not muted):
        return list(rows)
    sizes = Counter(row["segment"] for row in rows)
    return [row for row in rows if sizes[row["segment"]] == 1 or (row is rows[-1] and not muted)]


def _points(style: Style, rows: Sequence[dict[str, Any]]) -> Layer:
    look: dict[str, Any] = {"fill": style.colour, "stroke": WHITE, "strokeWidth": 1, "opacity": 1}
    bare = [{"x": row["x"], "y": row["y"]} for row in rows]
    return marks("point", bare, shape=style.shape, size=70, **look)


def _end_labels(frame: Frame, tracks: Sequence[Track]) -> list[Layer]:
    """Each line's name and latest figure at its end, moved apart where they would overlap."""
    size, named = frame.layout.size, _named(tracks)
    latest = [max(track.figures) for track in named]
    levels = [track.figures[period].value for track, period in zip(named, latest, strict=True)]
    downs = spread([frame.pixels_down(level) for level in levels], size * LINE_HEIGHT, 0, frame.height)
    beside = frame.x_of(frame.width + LEAD)
    layers = []
    for track, period, level, down in zip(named, latest, levels, downs, strict=True):
        place = beside, frame.y_of(down)
        if abs(frame.pixels_down(level) - down) > 1:
            start = middle_day(period) + frame.x_of(EDGE) - frame.x_of(0)
            leader = {"x": start, "y": level, "x2": beside - frame.x_of(TWO) + frame.x_of(0), "y2": place[1]}
            layers.append(marks("rule", [leader], to=["x2", "y2"], stroke=MUTED, strokeWidth=1))
        bold = not track.style.is_muted
        layers.append(text(place, track.label, size, colour=track.style.ink, bold=bold))
    return layers


def _key(frame: Frame, tracks: Sequence[Track]) -> list[Layer]:
    """The lines' samples and names above a narrow chart, where there is no room beside it."""
    size = frame.layout.size
    layers: list[Layer] = []
    start = EDGE - frame.left
    for number, track in enumerate(_named(tracks)):
        level = frame.y_of(frame.words.height - frame.top + (number + 0.5) * size * KEY_LINE)
        sample = [
            {"x": frame.x_of(start + along), "y": level, "segment": KEY_SEGMENT} for along in (0, KEY_SAMPLE)
        ]
        middle = {"x": frame.x_of(start + KEY_SAMPLE / 2), "y": level}
        place = frame.x_of(start + KEY_SAMPLE + EDGE), level
        layers += [
            _line(track.style, sample),
            _points(track.style, [middle] if not track.style.is_muted else []),
            text(place, track.label, size, colour=track.style.ink, bold=not track.style.is_muted),
        ]
    return layers


def _time_axis(frame: Frame, periods: Sequence[Period]) -> dict[str, Any]:
    widest = max(text_width(short_label(period), frame.layout.size) for period in periods)
    labelled = labelled_periods(periods, frame.x_of(widest + EDGE) - frame.x_of(0))
    names = json.dumps({str(middle_day(period)): short_label(period) for period in labelled})
    return {
        "values": [middle_day(period) for period in labelled],
        "labelExpr": f"{names}[datum.value]",
        "grid": False,
        "tickSize": 5,
        "labelPadding": EDGE / 2,
    }
