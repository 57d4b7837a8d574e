"""The small chart beside a measure on the board view: its run with average and limits, readable in black and white.

Plain shapes, no words inside: what it shows stands beside it in words.
"""

from collections.abc import Iterator, Sequence
from itertools import groupby
from math import isnan

from accountability.charts.palette import BLUE, INK, MUTED, WHITE

WIDTH, HEIGHT, EDGE = 200, 56, 7
DOT, BOX = 2.0, 4.6
SOLID, DASHED = "1 0", "5 3"

Place = tuple[float, float]
"""Where a figure is drawn: across and down, down NaN where there is no figure."""


def sparkline(
    values: Sequence[float], sides: Sequence[int], *, mean: float, lower: float, upper: float
) -> str:
    """Return the run as SVG. A missing figure (NaN) breaks the line; average and limits are left out where NaN.

    `sides` is not 0 where a point stands out: it is drawn as a filled square, any other as an open circle.
    Raises ValueError when no figure is known.
    """
    known = [value for value in (*values, mean, lower, upper) if not isnan(value)]
    low, high = min(known), max(known)
    scale = (HEIGHT - 2 * EDGE) / (high - low) if high > low else 0.0
    middle = HEIGHT - EDGE if scale else HEIGHT / 2
    step = (WIDTH - 2 * EDGE) / max(len(values) - 1, 1)
    places = [(EDGE + number * step, middle - (value - low) * scale) for number, value in enumerate(values)]
    levels = [(mean, INK, SOLID), (lower, MUTED, DASHED), (upper, MUTED, DASHED)]
    parts = [
        *(_level(middle - (at - low) * scale, ink, dash) for at, ink, dash in levels if not isnan(at)),
        *(_line(stretch) for stretch in _stretches(places)),
        *(_mark(place, side) for place, side in zip(places, sides, strict=True) if not isnan(place[1])),
    ]
    size = f'viewBox="0 0 {WIDTH} {HEIGHT}" width="{WIDTH}" height="{HEIGHT}"'
    return f'<svg xmlns="http://www.w3.org/2000/svg" {size}>{"".join(parts)}</svg>'


def _stretches(places: Sequence[Place]) -> Iterator[list[Place]]:
    """Yield the stretches of neighbours with figures, as far as there is a line to draw."""
    for is_missing, found in groupby(places, key=lambda place: isnan(place[1])):
        stretch = list(found)
        if not is_missing and len(stretch) > 1:
            yield stretch


def _level(down: float, ink: str, dash: str) -> str:
    ends = f'x1="{EDGE}" x2="{WIDTH - EDGE}" y1="{down:.1f}" y2="{down:.1f}"'
    return f'<line {ends} stroke="{ink}" stroke-dasharray="{dash}"/>'


def _line(stretch: Sequence[Place]) -> str:
    points = " ".join(f"{across:.1f},{down:.1f}" for across, down in stretch)
    return f'<polyline points="{points}" fill="none" stroke="{BLUE}" stroke-width="1.2"/>'


def _mark(place: Place, side: int) -> str:
    across, down = place
    if side:
        corner = f'x="{across - BOX / 2:.1f}" y="{down - BOX / 2:.1f}"'
        return f'<rect {corner} width="{BOX}" height="{BOX}" fill="{INK}"/>'
    centre = f'cx="{across:.1f}" cy="{down:.1f}" r="{DOT}"'
    return f'<circle {centre} fill="{WHITE}" stroke="{BLUE}" stroke-width="1.5"/>'
