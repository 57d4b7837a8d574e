"""Reads the published figures that the tests check against (see tests/vectors/README.md)."""

import csv
from pathlib import Path

FOLDER = Path(__file__).parents[2] / "vectors"


def rows(name: str) -> list[dict[str, str]]:
    """The rows of one file, which must have some."""
    with (FOLDER / name).open(encoding="utf-8", newline="") as file:
        found = list(csv.DictReader(file))
    assert found, f"{name} holds no rows"
    return found


def count(text: str) -> float:
    """A count as the file gives it; NaN where the cell is empty."""
    return float(text) if text else float("nan")
