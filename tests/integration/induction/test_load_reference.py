"""The shipped induction offer comes in once, whole, and leaves curators' words alone."""

import pytest

from hileads.contributions import LoadCounts
from hileads.leads.models import User
from induction.actions import load_content
from induction.models import Activity, ExampleMeasure, RoleGuide, TrainingTopic
from tests.factories.content import kept


@pytest.mark.django_db
def test_the_whole_offer_comes_in_and_stays(monkeypatch: pytest.MonkeyPatch):
    portal = User.objects.system()
    first = load_content(by=portal)
    assert {name: count.created for name, count in first.items()} == {
        "example measures": 22,
        "activities": 24,
        "training topics": 9,
        "role guides": 2,
    }
    assert not any(count.rejected for count in first.values())
    assert not RoleGuide.objects.filter(live_revision=None).exists()
    guide = RoleGuide.objects.get(code="trust-lead")
    assert "first-90-days" in [section.code for section in guide.sections.all()]
    adopted = Activity.objects.get(code="F1-ACC-1")
    assert next(row.measure.code for row in adopted.suggested_measures.all()) == "F2-09"
    assert (TrainingTopic.objects.count(), ExampleMeasure.objects.count()) == (9, 22)

    section = guide.sections.all()[0]
    section.heading = "A curator's heading"
    guide.sections = [section, *list(guide.sections.all())[1:]]
    kept(guide)
    Activity.objects.filter(code="F1-ACC-1").update(shipped_hash="as an older text had it")
    second = load_content(by=portal)
    assert second["role guides"] == LoadCounts(unchanged=2)
    assert second["activities"] == LoadCounts(unchanged=24)
    assert RoleGuide.objects.get(code="trust-lead").sections.first().heading == "A curator's heading"


@pytest.mark.django_db
def test_a_newer_text_replaces_an_untouched_one_with_its_measures(monkeypatch: pytest.MonkeyPatch):
    rows = {
        "example_measures.yaml": [MEASURE],
        "activities.yaml": [ACTIVITY],
        "training_topics.yaml": [],
        "role_guides.yaml": [],
    }
    monkeypatch.setattr("induction.actions._rows", lambda name: rows[name])
    portal = User.objects.system()
    load_content(by=portal)
    rows["activities.yaml"] = [ACTIVITY | {"title": "Newer", "example_measures": ["M1"]}]
    assert load_content(by=portal)["activities"] == LoadCounts(updated=1)
    thing = Activity.objects.get()
    assert thing.title == "Newer"
    assert [row.measure.code for row in thing.suggested_measures.all()] == ["M1"]
    rows["activities.yaml"] = [ACTIVITY | {"example_measures": ["never"]}]
    assert load_content(by=portal)["activities"] == LoadCounts(rejected=1)


MEASURE = {
    "code": "M1",
    "title": "A measure",
    "horizon": "short",
    "kind": "process",
    "group": "general",
    "description": "It is.",
    "how_to_see_it": "Look.",
}
ACTIVITY = {
    "code": "A1",
    "title": "An activity",
    "quadrant": "supervision",
    "focus": "internal",
    "horizon": "short",
    "confidence": "low",
    "description": "Do it.",
    "first_step": "Begin.",
    "example_measures": ["M1"],
}
