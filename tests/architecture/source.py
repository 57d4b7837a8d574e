"""Our own source files, as the architecture tests read them."""

import ast
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
PACKAGES = ("hileads", "induction", "learning_sets", "repository", "accountability")


def python_files(*, tests: bool = False) -> Iterator[Path]:
    """Yield our Python files, migrations left out."""
    for package in (*PACKAGES, *(("tests",) if tests else ())):
        for file in sorted((ROOT / package).rglob("*.py")):
            if "migrations" not in file.parts:
                yield file


def name_of(file: Path) -> str:
    """Return a file's path from the top of the project, with forward slashes."""
    return file.relative_to(ROOT).as_posix()


def tree_of(file: Path) -> ast.Module:
    """Return the parsed source of a file."""
    return ast.parse(file.read_text(encoding="utf-8"))
