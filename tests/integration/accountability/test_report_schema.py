"""The frozen report follows its published schema, and the page that describes it names every field."""

import json
import re
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator

from accountability.exports.document import canonical_text, fingerprint, read
from accountability.models import ActionNote, ActionState, BoardMeasure, Citation, Observation, TestOfChange
from accountability.queries.report import report_document
from hileads.clock import now
from tests.actors import Cast
from tests.architecture.source import ROOT
from tests.factories.boardroom import action_of, figure_of, measure_of, report_of, telling_of
from tests.factories.content import resource

SCHEMA = ROOT / "docs" / "reference" / "assurance-report-document-2.schema.json"
BEFORE = SCHEMA.with_name("assurance-report-document.schema.json")


def schema(file: Path = SCHEMA) -> dict[str, Any]:
    loaded: dict[str, Any] = json.loads(file.read_text(encoding="utf-8"))
    Draft202012Validator.check_schema(loaded)
    return loaded


def fields(node: dict[str, Any], path: str = "") -> Iterator[tuple[str, str, str]]:
    """Yield the section, name and description of every field in the schema."""
    for name, below in node.get("properties", {}).items():
        yield path or "The document", name, below["description"]
        inner, mark = (below["items"], "[]") if below.get("type") == "array" else (below, "")
        yield from fields(inner, f"{path}.{name}{mark}" if path else f"{name}{mark}")


@pytest.fixture
def document(cast: Cast) -> dict[str, Any]:
    """A report with figures, a missing month, an open action with all that hangs on it, and a stopped one."""
    version = measure_of()
    for month in (4, 5, 6):
        figure_of(version, cast.trust, date(2026, month, 1), 800 + month)
    blank = figure_of(
        version, cast.trust, date(2026, 7, 1), 0, state="not_reported", value=None, reason="A reason."
    )
    Observation.objects.filter(pk=blank.pk).update(numerator=None, denominator=None)
    action = action_of(
        cast.lead, cast.trust, measure=version.measure, quadrant="supervision", horizon="short"
    )
    ActionNote.objects.create(action=action, text="The team met.", written_by=cast.lead, written_at=now())
    read = resource()
    Citation.objects.create(
        action=action, resource=read, revision=read.live_revision, cited_by=cast.lead, cited_at=now()
    )
    TestOfChange.objects.create(
        action=action,
        change="Evening clinics.",
        prediction="More people come.",
        started_at=now(),
        started_by=cast.lead,
        decision="stop",
        because="few came.",
        decided_at=now(),
        decided_by=cast.lead,
    )
    action_of(
        cast.deputy,
        cast.trust,
        "Ring people at home",
        state=ActionState.STOPPED,
        closed_at=now(),
        closed_because="it reached too few people",
    )
    told = measure_of("questions", title="Questions at board", has_number=False, unit="")
    BoardMeasure.objects.create(organisation=cast.trust, measure=told.measure)
    telling_of(cast.lead, cast.trust, told)
    made: dict[str, Any] = json.loads(
        json.dumps(report_document(report_of(cast.trust), on=date(2026, 11, 13)))
    )
    return made


def test_a_report_follows_the_schema(document: dict[str, Any]):
    problems = [error.message for error in Draft202012Validator(schema()).iter_errors(document)]
    assert problems == []
    assert len(document["measures"]) == 1
    assert {point["state"] for point in document["measures"][0]["series"]["points"]} == {
        "value",
        "not_reported",
    }
    assert [row["label"] for row in document["footing"]["rows"]][:2] == ["An owner", "A target"]
    assert [item["title"] for item in document["told"]] == ["Questions at board"]
    assert [words["from"] for words in document["told"][0]["words"]] == ["2026-04-01"]
    assert [len(action["evidence"]) for action in document["actions"]] == [1, 0]
    assert [len(action["trials"]) for action in document["actions"]] == [1, 0]


@pytest.mark.parametrize(
    "spoil",
    [
        lambda document: document.pop("narrative"),
        lambda document: document.update(extra="field"),
        lambda document: document["measures"][0]["series"]["points"][0].update(value=None),
        lambda document: document["actions"][0].update(due_date="1 December 2026"),
        lambda document: document.update(schema_version=1),
    ],
    ids=["a field is missing", "a field is new", "a value is empty", "a date is in words", "another version"],
)
def test_the_schema_would_notice_a_change(document: dict[str, Any], spoil: Any):
    spoil(document)
    assert not Draft202012Validator(schema()).is_valid(document)


def test_a_report_that_was_frozen_before_is_still_read(document: dict[str, Any]):
    before = {**document, "schema_version": 1}
    del before["told"], before["footing"]
    assert Draft202012Validator(schema(BEFORE)).is_valid(before)
    text = canonical_text(before)
    assert read(text, fingerprint(text)) == {
        **before,
        "told": [],
        "footing": {"sentences": [], "next_step": "", "rows": []},
    }


@pytest.mark.parametrize("file", [BEFORE, SCHEMA], ids=["version 1", "version 2"])
def test_the_page_describes_every_field_of_the_schema_and_no_other(file: Path):
    described = file.with_name(file.name.replace(".schema.json", ".md"))
    page, section = set(), ""
    for line in described.read_text(encoding="utf-8").splitlines():
        if line.startswith("### "):
            section = line.removeprefix("### ")
        elif found := re.match(r"\| `(\w+)` \| .* \| (.*) \|$", line):
            page.add((section, found[1], found[2]))
    assert len(page) > 70
    assert page == set(fields(schema(file)))
