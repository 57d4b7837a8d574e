"""Whose figures these are, in words, and where to look when an organisation has none of its own."""

from datetime import date

from hileads.dated import in_force
from hileads.organisations.models import Kind, LinkKind, Organisation

Place = Organisation | None
"""Whose figure: an organisation's, or England's (None)."""

ENGLAND = "England"
TAKE_AN_ARTICLE = {"Midlands", "East of England", "South East", "South West", "North West"}
BOARD = "integrated care board"


def label(place: Place) -> str:
    """Return the name a figure stands under."""
    return place.name if place else ENGLAND


def short_label(place: Place) -> str:
    """Return the name without what all boards have in common: "West Yorkshire"."""
    name = label(place)
    if place is None or place.kind != Kind.ICB:
        return name
    name = name.removeprefix("NHS ").strip()
    return name[: -len(BOARD)].strip() if name.lower().endswith(BOARD) else name


def area_of(place: Place) -> str:
    """Return the area a board, a region or England serves, as a sentence says it: "the North West"."""
    name = short_label(place)
    return f"the {name}" if name in TAKE_AN_ARTICLE else name


def in_words(place: Place) -> str:
    """Return where a figure is from, with its preposition, as a sentence about it begins."""
    if place is not None and place.kind not in (Kind.ICB, Kind.REGION):
        return f"at {place.name}"
    return f"in {area_of(place)}"


def nearest_places(organisation: Place, day: date) -> list[Place]:
    """Return where to look for this organisation's figures: its own, its integrated care board's, England's.

    One query.
    """
    if organisation is None:
        return [None]
    boards = Organisation.objects.filter(
        in_force(day, "children_links__"),
        children_links__organisation=organisation,
        children_links__kind=LinkKind.ICB,
    )
    return [organisation, *boards[:1], None]
