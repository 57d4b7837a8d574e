"""What the register adds elsewhere: search hits and references to organisations."""

import pytest

from hileads.contributions import resolvers, search_sources
from hileads.references import resolve
from tests.actors import Cast
from tests.factories.organisations import OrganisationFactory


def test_the_site_search_finds_organisations_for_who_may_see_them(cast: Cast):
    source = search_sources.get("organisations")
    assert source is not None
    (hit,) = source.find(cast.lead, "alder vale")
    assert (hit.title, hit.url, hit.kind_label) == (cast.trust.name, "/directory/RAV/", "NHS trust")
    assert hit.summary == f"RAV, Northfield, {cast.icb.name}, {cast.region.name}"
    assert source.find(cast.leaver, "alder vale") == []
    assert source.find(cast.lead, "  ") == []
    OrganisationFactory.create_batch(12)
    assert len(source.find(cast.lead, "northfield")) == 10


@pytest.mark.parametrize(("who", "sees"), [("lead", True), ("stranger", True), ("leaver", False)])
def test_a_reference_to_an_organisation_shows_its_name(cast: Cast, who: str, sees: bool):
    shown = resolve(cast.people()[who], "organisations:organisation:RAV")
    assert (shown is not None) is sees
    if shown:
        assert (shown.title, shown.url, shown.kind_label) == (cast.trust.name, "/directory/RAV/", "NHS trust")
    assert resolve(cast.lead, "organisations:organisation:RZZ") is None
    assert resolvers.get("organisations:organisation") is not None
