"""Which column a heading probably means, so that people correct a guess rather than choose from nothing."""

from collections.abc import Sequence

from accountability.figurefiles.columns import LAYOUT
from hileads.spreadsheets.layout import plain

SIGNS: dict[str, tuple[str, ...]] = {
    "period_start": ("start", "from"),
    "period_end": ("end", "until"),
    "published": ("publi", "release"),
    "lower": ("lower", "lci"),
    "upper": ("upper", "uci"),
    "completeness": ("complete", "coverage"),
    "unknown_share": ("unknown", "not known", "not stated"),
    "numerator": ("numerator", "count", "cases"),
    "denominator": ("denominator", "population", "total"),
    "code": ("ods", "organisation code", "org code", "provider code", "trust code"),
    "measure": ("measure", "indicator", "metric"),
    "group": ("group", "quintile", "decile", "ethnic", "category", "breakdown"),
    "value": ("value", "percent", "rate", "figure"),
    "period": ("period", "month", "quarter", "year"),
}
"""What a heading has in it, the surest first."""


def guesses(headings: Sequence[str]) -> list[str]:
    """Return for each heading the key of the column that it probably is, "" for none. No key comes twice."""
    found: list[str] = []
    for heading in headings:
        key = _guess(plain(heading))
        found.append("" if key in found else key)
    return found


def _guess(name: str) -> str:
    exact = LAYOUT.by_heading.get(name)
    if exact:
        return exact.key
    return next((key for key, signs in SIGNS.items() if any(sign in name for sign in signs)), "")
