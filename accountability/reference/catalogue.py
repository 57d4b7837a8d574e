"""The shipped catalogue and list of sources, read and checked as far as a file can be checked."""

from dataclasses import dataclass
from functools import lru_cache
from hashlib import sha256
from pathlib import Path
from typing import Any

import yaml

HERE = Path(__file__).parent
FIGURES = HERE / "figures"


@dataclass(frozen=True)
class CatalogueEntry:
    """One measure of the catalogue. `meaning` holds the fields of its version, `split_of` the code of a core measure."""

    code: str
    family: str
    position: int
    number: int
    meaning: dict[str, Any]
    split_of: str = ""


@dataclass(frozen=True)
class SourceEntry:
    """One file of figures: who published it, on what terms, and how it is read."""

    code: str
    file: Path
    reader: str
    settings: dict[str, Any]
    described: dict[str, Any]

    def sha256(self) -> str:
        """Return the file's own hash."""
        return sha256(self.file.read_bytes()).hexdigest()

    def read_with(self) -> str:
        """Return what the file is read with, as one hash: it changes when a reader or its settings do."""
        readers = (HERE / "figures.py").read_bytes()
        return sha256(readers + f"{self.reader} {self.settings}".encode()).hexdigest()


@lru_cache(maxsize=1)
def catalogue() -> tuple[CatalogueEntry, ...]:
    """Return the shipped measures, in the order in which pages list them."""
    rows = [*_rows("measures.yaml"), *_rows("workforce.yaml")]
    return tuple(
        CatalogueEntry(
            code=row.pop("code"),
            family=row.pop("family"),
            position=position,
            number=row.pop("version"),
            split_of=row.pop("split_of", ""),
            meaning=row,
        )
        for position, row in enumerate(rows, start=1)
    )


@lru_cache(maxsize=1)
def sources() -> tuple[SourceEntry, ...]:
    """Return the shipped files of figures."""
    return tuple(
        SourceEntry(row.pop("code"), FIGURES / row.pop("file"), row.pop("reader"), row.pop("settings"), row)
        for row in _rows("sources.yaml")
    )


def _rows(name: str) -> list[dict[str, Any]]:
    rows: list[dict[str, Any]] = yaml.safe_load((HERE / name).read_text(encoding="utf-8"))
    return rows
