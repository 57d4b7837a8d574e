"""Shipped evidence comes in once, is renewed by newer texts, and never overwrites what a curator wrote."""

from pathlib import Path
from typing import Any

import pytest
import yaml
from django.core.exceptions import PermissionDenied

from hileads.contributions import LoadCounts
from hileads.leads.models import User
from repository.actions import reference
from repository.models import PolicyItem, Resource, Synonym, Topic
from tests.actors import Cast
from tests.factories.content import kept

VOCABULARY: dict[str, Any] = {
    "topics": [{"code": "data", "title": "Data"}, {"code": "race", "title": "Race"}],
    "professions": [{"code": "nursing", "title": "Nurses"}],
    "populations": [],
    "synonyms": [["ICB", "integrated care board"]],
}
RESOURCE: dict[str, Any] = {
    "code": "first",
    "title": "First",
    "publisher": "Press",
    "published": None,
    "url": "https://press.example/first",
    "kind": "report",
    "level": "advanced",
    "strength": "Weak.",
    "summary": "Something.",
    "key_points": ["A point."],
    "questions_for_board": [],
    "topics": ["race", "data"],
    "professions": ["nursing"],
    "populations": [],
    "licence": "Open",
    "review_months": 6,
}
POLICY: dict[str, Any] = {
    "code": "old",
    "title": "Old duty",
    "publisher": "Office",
    "date": None,
    "status": "superseded",
    "superseded_by": "new",
    "binds": ["trust"],
    "supports": ["R4"],
    "summary": "It was.",
    "asks": "Nothing.",
    "url": "https://office.example/old",
}


@pytest.fixture
def shipped(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, db: None) -> Path:
    """A folder of small shipped files."""
    monkeypatch.setattr(reference, "FOLDER", tmp_path)
    ship(tmp_path, "vocabulary.yaml", VOCABULARY)
    ship(tmp_path, "resources.yaml", [RESOURCE])
    new = POLICY | {"code": "new", "title": "New duty", "status": "in_force", "superseded_by": None}
    ship(tmp_path, "policy_items.yaml", [POLICY, new])
    return tmp_path


def ship(folder: Path, name: str, rows: Any) -> None:
    (folder / name).write_text(yaml.safe_dump(rows), encoding="utf-8")


def load() -> dict[str, LoadCounts]:
    portal = User.objects.system()
    return {
        **reference.load_vocabulary(by=portal),
        **reference.load_resources(by=portal),
        **reference.load_policy_items(by=portal),
    }


def test_everything_shipped_comes_in_and_is_published_at_a_version(shipped: Path):
    counts = load()
    assert counts["topics"] == LoadCounts(created=2)
    assert counts["resources"] == LoadCounts(created=1)
    assert counts["policy items"] == LoadCounts(created=2)
    thing = Resource.objects.get()
    assert thing.live
    assert thing.live_revision_id
    assert thing.published_versions.count() == 1
    assert {topic.code for topic in thing.topics.all()} == {"data", "race"}
    assert (thing.review_due_date.year, thing.review_due_date.month) == (2027, 5)
    assert PolicyItem.objects.get(code="old").superseded_by.code == "new"


def test_a_second_run_finds_everything_unchanged(shipped: Path):
    load()
    versions = Resource.objects.get().published_versions.count()
    assert all(
        count.unchanged and not (count.created or count.updated)
        for count in load().values()
        if count != LoadCounts()
    )
    assert Resource.objects.get().published_versions.count() == versions


def test_a_newer_text_becomes_a_new_version(shipped: Path):
    load()
    ship(shipped, "resources.yaml", [RESOURCE | {"title": "First, again", "topics": ["data"]}])
    ship(
        shipped,
        "vocabulary.yaml",
        VOCABULARY | {"synonyms": [["ICB", "integrated care board", "board of care"]]},
    )
    counts = load()
    assert counts["resources"] == LoadCounts(updated=1)
    assert counts["synonyms"] == LoadCounts(updated=1)
    thing = Resource.objects.get()
    assert thing.title == "First, again"
    assert [topic.code for topic in thing.topics.all()] == ["data"]
    assert thing.published_versions.count() == 2
    assert Synonym.objects.get().words[-1] == "board of care"


def test_what_a_curator_published_stays(shipped: Path):
    load()
    edited = Resource.objects.get()
    edited.title = "A curator's words"
    kept(edited)
    ship(shipped, "resources.yaml", [RESOURCE | {"title": "Newer words"}])
    assert load()["resources"] == LoadCounts(unchanged=1)
    assert Resource.objects.get().title == "A curator's words"


def test_what_a_curator_has_in_draft_stays(shipped: Path):
    load()
    edited = Resource.objects.get()
    edited.title = "A curator's draft"
    edited.save_revision()
    ship(shipped, "resources.yaml", [RESOURCE | {"title": "Newer words"}])
    assert load()["resources"] == LoadCounts(unchanged=1)
    assert Resource.objects.get().latest_revision.content["title"] == "A curator's draft"


def test_what_a_curator_withdrew_stays_withdrawn(shipped: Path):
    load()
    Resource.objects.get().unpublish()
    ship(shipped, "resources.yaml", [RESOURCE | {"title": "Newer words"}])
    assert load()["resources"] == LoadCounts(unchanged=1)
    assert not Resource.objects.get().live


def test_a_changed_word_of_the_vocabulary_stays(shipped: Path):
    load()
    Topic.objects.filter(code="data").update(title="Figures")
    ship(shipped, "vocabulary.yaml", VOCABULARY | {"topics": [{"code": "data", "title": "Numbers"}]})
    assert load()["topics"] == LoadCounts(unchanged=1)
    assert Topic.objects.get(code="data").title == "Figures"


BROKEN = [
    {"topics": ["never-heard-of"]},
    {"url": "not an address"},
    {"published": "some day"},
    {"kind": "rumour"},
]


@pytest.mark.parametrize("fault", BROKEN, ids=lambda fault: next(iter(fault)))
def test_a_row_that_cannot_be_is_rejected_and_the_others_come_in(shipped: Path, fault: dict[str, Any]):
    good = RESOURCE | {"code": "second"}
    ship(shipped, "resources.yaml", [RESOURCE | fault, good])
    assert load()["resources"] == LoadCounts(created=1, rejected=1)
    assert Resource.objects.get().code == "second"


def test_a_policy_replaced_by_something_unknown_is_rejected(shipped: Path):
    ship(shipped, "policy_items.yaml", [POLICY])
    assert load()["policy items"] == LoadCounts(rejected=1)


def test_a_curator_cannot_ship(shipped: Path, cast: Cast):
    with pytest.raises(PermissionDenied):
        reference.load_resources(by=cast.curator)
