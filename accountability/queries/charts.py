"""Charts as pictures for a page, drawn once for the same figures and then kept in the cache."""

from base64 import b64encode
from collections.abc import Callable
from dataclasses import dataclass
from functools import lru_cache, partial
from hashlib import sha256
from pathlib import Path

from django.core.cache import cache

from accountability import charts
from accountability.charts import ChartKind, Layout, chart_description, chart_svg, kinds_for, main_kind
from accountability.statistics.observations import Series

WORKED_OUT = {ChartKind.SLOPE_OVER_TIME, ChartKind.CONTROL_OVER_TIME}
A_WEEK = 7 * 24 * 60 * 60


@dataclass(frozen=True)
class Picture:
    """One chart for a page: a wide drawing, a narrow one for phones, and what it says in words."""

    wide: str
    narrow: str
    description: str


def pictures(series: Series) -> list[Picture]:
    """Return every chart of the figures and of the gap, the main one first. None at all is an answer."""
    main = main_kind(series)
    kinds = sorted(set(kinds_for(series)) - WORKED_OUT, key=lambda kind: (kind is not main, kind))
    return [picture_of(series, kind) for kind in kinds]


def picture_of(series: Series, kind: ChartKind) -> Picture:
    """Return one chart. Raises ValueError for a kind that the figures do not carry."""

    def draw(layout: Layout) -> str:
        return chart_svg(series, kind, layout=layout, prefix=f"{kind}-{layout.value}") or ""

    return drawn((series, kind), chart_description(series, kind), draw)


def drawn(content: object, description: str, draw: Callable[[Layout], str]) -> Picture:
    """Return the picture of this content, each drawing as an address that holds it, as a page's policy allows."""
    wide, narrow = (
        as_address(kept((content, description, layout), partial(draw, layout)))
        for layout in (Layout.WIDE, Layout.NARROW)
    )
    return Picture(wide, narrow, description)


def as_address(svg: str) -> str:
    """Return a drawing as an address that holds it."""
    return f"data:image/svg+xml;base64,{b64encode(svg.encode()).decode()}"


def kept(content: object, draw: Callable[[], str]) -> str:
    """Return a drawing of this content from the cache. The key is made from it, so that no drawing outlives it."""
    key = f"chart:{sha256(repr((drawn_with(), content)).encode()).hexdigest()}"
    found: str | None = cache.get(key)
    if found is None:
        found = draw()
        cache.set(key, found, A_WEEK)
    return found


@lru_cache(maxsize=1)
def drawn_with() -> str:
    """Return what charts are drawn with, as one hash, so that none outlives a change in how they look."""
    files = sorted(Path(charts.__file__).parent.glob("*.py"))
    return sha256(b"".join(file.read_bytes() for file in files)).hexdigest()
