"""How much room words take, so that no label is cut or overlaps another."""

from collections.abc import Sequence

NARROW = "ijl.,:;'|!()[] ftr-"
WIDE = "mwMW%@"
SHARES = {"narrow": 0.31, "wide": 0.86, "capital": 0.69, "other": 0.56}
BOLD = 1.08


def text_width(text: str, size: float, *, bold: bool = False) -> float:
    """About how many pixels a line of Arial takes, rather too many than too few."""
    width = size * sum(SHARES[_kind(letter)] for letter in text)
    return width * BOLD if bold else width


def _kind(letter: str) -> str:
    if letter in NARROW:
        return "narrow"
    if letter in WIDE:
        return "wide"
    return "capital" if letter.isupper() else "other"


def wrapped(text: str, size: float, room: float, *, bold: bool = False) -> list[str]:
    """The text in lines that fit into `room` pixels. A single longer word keeps a line of its own."""
    lines: list[str] = []
    for word in text.split():
        longer = f"{lines[-1]} {word}" if lines else word
        if lines and text_width(longer, size, bold=bold) <= room:
            lines[-1] = longer
        else:
            lines.append(word)
    return lines


def spread(places: Sequence[float], gap: float, low: float, high: float) -> list[float]:
    """The places moved as little as needed to lie `gap` apart and between `low` and `high`.

    The order is kept. When there is no room for all, they overflow past `high` rather than overlap.
    """
    order = sorted(range(len(places)), key=lambda index: places[index])
    moved = [min(max(places[index], low), high) for index in order]
    for index in range(1, len(moved)):
        moved[index] = max(moved[index], moved[index - 1] + gap)
    ceiling = max(high, low + gap * (len(moved) - 1))
    for index in reversed(range(len(moved))):
        moved[index] = min(moved[index], ceiling)
        ceiling = moved[index] - gap
    return [place for _, place in sorted(zip(order, moved, strict=True))]
