"""Reads the reference figures and says how far ours are from them."""

import csv
import os
from collections.abc import Iterable
from dataclasses import dataclass
from itertools import groupby
from pathlib import Path

import numpy as np
from numpy.typing import ArrayLike

ROOT = Path(__file__).parents[2]
CLOSED_FORM = 1e-9
LABELS = 0.0

Row = dict[str, str]


@dataclass(frozen=True, slots=True)
class Comparison:
    """How many values of a file were compared, and the largest difference in units of what is allowed for."""

    file: str
    values: int
    largest: float
    tolerance: float

    @property
    def holds(self) -> bool:
        return self.values > 0 and self.largest <= self.tolerance


def folder() -> Path | None:
    """The folder of reference figures, or None when it is not at hand."""
    named = os.environ.get("STATISTICS_VECTORS")
    places = [Path(named)] if named else [parent / "shared" / "vectors" for parent in ROOT.parents]
    return next((place for place in places if place.is_dir()), None)


def rows(name: str) -> list[Row]:
    """The rows of one file, which must have some."""
    place = folder()
    assert place is not None
    with (place / name).open(encoding="utf-8", newline="") as file:
        found = list(csv.DictReader(file))
    assert found, f"{name} holds no rows"
    return found


def grouped(table: Iterable[Row], *names: str) -> dict[tuple[str, ...], list[Row]]:
    """The rows by what these columns hold, in the order in which they come."""
    ordered: dict[tuple[str, ...], list[Row]] = {}
    for key, part in groupby(table, key=lambda row: tuple(row[name] for name in names)):
        ordered.setdefault(key, []).extend(part)
    return ordered


def number(text: str) -> float:
    """The number in a cell; NaN where the cell is empty."""
    return float(text) if text else float("nan")


def column(table: Iterable[Row], name: str) -> np.ndarray:
    """One column as numbers."""
    return np.array([number(row[name]) for row in table])


def compared(
    file: str, pairs: Iterable[tuple[ArrayLike, ArrayLike]], tolerance: float = CLOSED_FORM
) -> Comparison:
    """Compare ours with theirs by relative difference, from 0 by plain difference. Missing must meet missing."""
    ours, theirs = (
        np.concatenate([np.ravel(np.asarray(part, dtype=float)) for part in side])
        for side in zip(*pairs, strict=True)
    )
    assert ours.shape == theirs.shape
    size = np.where(theirs == 0, 1.0, np.abs(theirs))
    away = np.abs(ours - theirs) / size
    away = np.where(np.isnan(ours) & np.isnan(theirs), 0.0, np.where(np.isnan(away), np.inf, away))
    return Comparison(file, int(theirs.size), float(away.max()), tolerance)


def labels_compared(file: str, pairs: Iterable[tuple[object, object]]) -> Comparison:
    """Compare words, of which none may differ; the difference is how many do."""
    listed = list(pairs)
    wrong = sum(str(ours) != str(theirs) for ours, theirs in listed)
    return Comparison(file, len(listed), float(wrong), LABELS)
