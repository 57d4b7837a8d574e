"""Colours, dashes and shapes. None of them says good or bad, and none is ever the only sign of a group."""

from dataclasses import dataclass

from accountability.statistics.observations import Series

WHITE = "#ffffff"
INK = "#212b32"
QUIET_INK = "#425563"
GRID = "#d8dde0"
PALE = "#e8edee"
BLUE = "#005eb8"
MUTED = "#768692"
FONT = "Arial, Lato, sans-serif"


@dataclass(frozen=True, slots=True)
class Style:
    """How one group is drawn. A muted one stands behind the groups that are compared."""

    colour: str
    dash: tuple[int, ...]
    shape: str
    is_muted: bool = False

    @property
    def ink(self) -> str:
        """The colour of its words, dark enough to read."""
        return QUIET_INK if self.is_muted else self.colour


DISTINCT = (
    Style("#330072", (1, 0), "circle"),
    Style(BLUE, (7, 3), "square"),
    Style("#00401e", (2, 3), "triangle-up"),
    Style("#7c2855", (9, 3, 2, 3), "diamond"),
    Style("#425563", (4, 4), "triangle-down"),
    Style("#005a83", (12, 4), "cross"),
)
SINGLE = Style(BLUE, (1, 0), "circle")
BETWEEN = Style(MUTED, (1, 0), "circle", is_muted=True)
NOT_KNOWN = Style(MUTED, (1, 3), "cross", is_muted=True)


def styles_for(series: Series) -> dict[str, Style]:
    """A style for every group, by its place in the list and never by its figure.

    Of ordered groups only the two ends stand out. Where there are more groups than styles, the styles
    begin again, and the label at each line still tells them apart.
    """
    known = [group.key for group in series.known_groups]
    styles = {group.key: NOT_KNOWN for group in series.groups if not group.is_known}
    if series.measure.breakdown.is_ordered:
        ends = dict(zip((known[0], known[-1]), DISTINCT, strict=False))
        return styles | {key: ends.get(key, BETWEEN) for key in known}
    return styles | {key: DISTINCT[place % len(DISTINCT)] for place, key in enumerate(known)}
