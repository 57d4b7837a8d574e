"""Documents keep their promises: links lead somewhere, records are short and listed, commands exist."""

import re
from pathlib import Path

from django.core.management import get_commands

from tests.architecture.source import ROOT, name_of

DECISIONS = ROOT / "docs" / "decisions"
RECORD_LINES = 30
README_LINES = 150


def documents() -> list[Path]:
    return [ROOT / "README.md", ROOT / "CHANGELOG.md", *sorted((ROOT / "docs").rglob("*.md"))]


def records() -> list[Path]:
    return sorted(DECISIONS.glob("[0-9]*.md"))


def line_count(file: Path) -> int:
    return len(file.read_text(encoding="utf-8").splitlines())


def test_links_between_documents_lead_somewhere():
    broken = []
    for file in documents():
        for target in re.findall(r"\]\((?!https?:|mailto:|#)([^)#\s]+)", file.read_text(encoding="utf-8")):
            if not (file.parent / target).exists():
                broken.append(f"{name_of(file)} → {target}")
    assert broken == []


def test_decisions_are_numbered_without_gaps_short_and_listed():
    numbers = [int(record.name[:4]) for record in records()]
    assert numbers == list(range(1, len(numbers) + 1))
    assert {
        record.name: line_count(record) for record in records() if line_count(record) > RECORD_LINES
    } == {}
    listed = re.findall(r"\]\((\d{4}-[\w-]+\.md)\)", (DECISIONS / "README.md").read_text(encoding="utf-8"))
    assert listed == [record.name for record in records()]


def test_the_readme_is_short_and_begins_with_the_two_commands():
    text = (ROOT / "README.md").read_text(encoding="utf-8")
    assert line_count(ROOT / "README.md") < README_LINES
    first_block = text.split("\n## ")[0]
    assert "make demo" in first_block
    assert "make test" in first_block


def test_documents_name_real_commands():
    targets = set(
        re.findall(r"^([a-z]+):", (ROOT / "Makefile").read_text(encoding="utf-8"), flags=re.MULTILINE)
    )
    unknown = []
    for file in documents():
        text = file.read_text(encoding="utf-8")
        unknown += [
            f"{name_of(file)}: make {name}"
            for name in re.findall(r"(?:`|^ {4})make ([a-z]+)", text, flags=re.MULTILINE)
            if name not in targets
        ]
        unknown += [
            f"{name_of(file)}: manage.py {name}"
            for name in re.findall(r"manage\.py ([a-z_]+)", text)
            if name not in get_commands()
        ]
    assert unknown == []
