"""What the repository adds to the pages of others."""

from datetime import date

import pytest

from hileads.contributions import Consequence, reference_loaders, resolvers, search_sources, work
from hileads.leads.models import User
from hileads.references import resolve
from repository import contributions
from repository.models import Resource
from tests.actors import Cast
from tests.factories.content import kept, policy_item, resource
from tests.lines import lines_from

DAY = date(2026, 11, 22)


def test_a_reference_names_the_resource_as_it_read_then(lead: User):
    thing = resource("waits", title="First words")
    first = thing.live_revision_id
    thing.title = "Second words"
    kept(thing)
    assert resolve(lead, f"repository:resource:waits@{first}").title == "First words"  # type: ignore[union-attr]
    now = resolve(lead, "repository:resource:waits")
    assert now is not None
    assert (now.title, now.url, now.kind_label) == ("Second words", "/evidence/waits/", "Evidence")


def test_a_reference_to_another_things_version_falls_back_to_the_thing(lead: User):
    resource("waits", title="Waits")
    other = resource("other", title="Other")
    found = resolve(lead, f"repository:resource:waits@{other.live_revision_id}")
    assert found is not None
    assert found.title == "Waits"


@pytest.mark.parametrize(
    "reference", ["repository:resource:draft", "repository:policy:draft", "repository:policy:no"]
)
def test_a_reference_to_what_is_not_published_leads_nowhere(lead: User, reference: str):
    resource("draft", draft=True)
    policy_item("draft", draft=True)
    assert resolve(lead, reference) is None


def test_a_reference_leads_to_a_policy_item(lead: User):
    policy_item("duty", title="A duty")
    found = resolve(lead, "repository:policy:duty")
    assert found is not None
    assert (found.title, found.url) == ("A duty", "/evidence/policy/duty/")


def test_nobody_without_a_post_follows_a_reference(cast: Cast):
    resource("waits")
    assert resolve(cast.leaver, "repository:resource:waits") is None


def test_the_site_search_finds_evidence_and_policy(lead: User):
    resource("waits", title="Waits in Leeds")
    policy_item("duty", title="A duty in Leeds")
    evidence, policy = (search_sources.get(name) for name in ("repository.resources", "repository.policy"))
    assert evidence is not None
    assert policy is not None
    assert [hit.url for hit in evidence.find(lead, "Leeds")] == ["/evidence/waits/"]
    assert [hit.url for hit in policy.find(lead, "Leeds")] == ["/evidence/policy/duty/"]


def test_this_week_offers_one_thing_worth_reading(lead: User):
    source = work.get("repository")
    assert source is not None
    assert lines_from(source.lines, lead, DAY) == []
    resource("waits", title="Waits")
    (line,) = lines_from(source.lines, lead, DAY)
    assert line.consequence == Consequence.CHANCE
    assert line.text == "One thing worth reading: Waits"
    assert line.url == "/evidence/waits/"
    assert line.key == "repository:reading:2026-47"


def test_the_loader_ships_words_resources_and_policy(monkeypatch: pytest.MonkeyPatch, db: None):
    for name in ("load_vocabulary", "load_resources", "load_policy_items"):
        monkeypatch.setattr(contributions, name, lambda *, by, name=name: {name: by.is_system})
    loader = reference_loaders.get("repository")
    assert loader is not None
    assert loader.load() == {"load_vocabulary": True, "load_resources": True, "load_policy_items": True}
    assert resolvers.get("repository:resource") is not None
    assert not Resource.objects.exists()
