"""Our measures: one form for inequality and core performance, whoever's figure is the nearest."""

import re
from collections.abc import Callable, Sequence
from datetime import timedelta
from typing import Any

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from accountability.models import Measure
from accountability.reference.catalogue import CatalogueEntry, catalogue, sources
from accountability.reference.figures import read
from hileads.clock import today
from hileads.leads.models import Role, User
from hileads.organisations.models import Kind
from tests.actors import Cast
from tests.factories.boardroom import action_of
from tests.factories.people import appointed
from tests.integration.accountability.conftest import Real

Page = Callable[[User, str], str]
LIST = "/measures/"


def kinds_of(entry: CatalogueEntry) -> Sequence[str]:
    return entry.meaning.get("organisation_kinds") or [kind.value for kind in Kind]


def test_both_families_stand_in_the_same_form(real: Real, page: Page):
    text = page(real.nadia, LIST)
    assert text.index("Health inequality</h2>") < text.index("Core performance</h2>")
    with_figures = {figure.measure for entry in sources() for figure in read(entry)}
    of_networks = {code for code in with_figures if code.endswith("-network")}
    bare = [
        entry
        for entry in catalogue()
        if entry.meaning.get("has_number", True) and entry.code not in with_figures - of_networks
    ]
    together = {(entry.family, "trust" in kinds_of(entry)) for entry in bare}
    assert text.count('<li>\n      <h3 class="nhsuk-heading-s') == len(catalogue()) - len(bare) + len(
        together
    )
    assert text.count("We hold no figure for Bradford") == sum(is_asked for _, is_asked in together)
    assert text.count("For other kinds of organisation") == sum(not is_asked for _, is_asked in together)
    assert "At Bradford Teaching Hospitals NHS Foundation Trust in February 2026, 84.1%" in text
    assert "These are NHS West Yorkshire Integrated Care Board’s figures. We hold none for Bradford" in text
    assert "These are England’s figures." in text
    for label in ("Two points only", "No clear change", "Gap narrower", "Better", "No intervals published"):
        assert label in text


def test_a_mental_health_trust_reads_that_a_and_e_does_not_apply(real: Real, page: Page):
    text = page(appointed("Mia Mind", Role.EXECUTIVE_LEAD, real["RXG"]), LIST)
    assert (
        "this measure does not apply at South West Yorkshire Partnership NHS Foundation Trust. It has no A&amp;E"
        in text
    )
    assert "97.4% of waits" in text


def test_a_primary_care_network_is_asked_for_what_networks_have_figures_of(real: Real, page: Page):
    text = page(appointed("Pia Pcn", Role.EXECUTIVE_LEAD, real["U78361"]), LIST)
    assert "At Bradford City PCN in 2023/24" in text
    assert "We hold none for Bradford City PCN. Ask your team for your own." in text, (
        "fifths of its people could be counted"
    )
    assert (
        "These are NHS West Yorkshire Integrated Care Board’s figures. This is measured for integrated care boards, so "
        "none is missing for Bradford City PCN." in text
    )
    assert "Ask your team for it." not in text, "a network has no A&E and no board of directors"
    others = text.split("For other kinds of organisation")
    assert len(others) == 4, "once under each heading"
    assert "/measures/ae-four-hours/" in others[2]


def test_actions_in_our_plan_are_counted_beside_their_measure(real: Real, page: Page):
    action_of(real.nadia, real["RAE"], measure=Measure.objects.get(code="ae-four-hours"))
    assert "1 action in our plan." in page(real.nadia, LIST)
    elsewhere = appointed("Otto Other", Role.EXECUTIVE_LEAD, real["RXG"])
    assert "in our plan." not in page(elsewhere, LIST)


def test_someone_without_an_organisation_sees_england(real: Real, cast: Cast, page: Page):
    text = page(cast.national_admin, LIST)
    assert "You act for no single organisation" in text
    assert "In England in 2023/24" in text
    assert "We hold no figure for England. Choose an organisation on the measure’s page." in text.replace(
        "&#39;", "’"
    )


NARROWED = {
    "family=core": ("Core performance", lambda entry: entry.family == "core"),
    "breakdown=ethnicity": ("", lambda entry: entry.meaning["breakdown"] == "ethnicity"),
    "area=Smoking cessation, which helps all five clinical areas": (
        "",
        lambda entry: entry.meaning.get("core20plus5_area", "").startswith("Smoking cessation"),
    ),
}


@pytest.mark.parametrize("asked", NARROWED)
def test_the_list_is_narrowed_to_a_kind_an_area_or_groups(real: Real, page: Page, asked: str):
    heading, wants = NARROWED[asked]
    wanted = {entry.code for entry in catalogue() if wants(entry)}
    text = page(real.nadia, f"{LIST}?{asked}")
    assert set(re.findall(r'href="/measures/([\w-]+)/"', text)) - {"board"} == wanted
    assert f"{len(wanted)} of {len(catalogue())} measures." in text
    assert '<a href="/measures/">Show all measures</a>' in text
    if heading:
        assert re.findall(r'<h2 class="nhsuk-heading-l"[^>]*>([^<]+)', text) == [heading]


def test_where_no_measure_is_all_that_was_asked_the_way_back_is_offered(real: Real, page: Page):
    text = page(
        real.nadia, f"{LIST}?family=workforce&area=Smoking cessation, which helps all five clinical areas"
    )
    assert "No measure is all of this." in text
    assert '<a href="/measures/">start from all measures</a>' in text
    assert "There is no measure of this kind yet." not in text


def test_what_is_no_choice_is_said_and_everything_stays_listed(real: Real, page: Page):
    text = page(real.nadia, f"{LIST}?breakdown=shoe-size")
    assert "No measure is listed under this any more, so you see all of them." in text
    assert text.index("Health inequality</h2>") < text.index("Core performance</h2>")


def test_a_narrowed_list_costs_no_more_queries(
    real: Real, signed_in: Callable[[User], Client], django_assert_max_num_queries: Any
):
    client = signed_in(real.nadia)
    with CaptureQueriesContext(connection) as whole:
        client.get(LIST)
    with django_assert_max_num_queries(len(whole)):
        assert client.get(LIST, {"family": "core"}).status_code == 200


def test_a_closed_organisation_is_offered_nothing_new(cast: Cast, page: Page):
    offered = ("Add a measure of our own", "Import our own figures")
    assert [words for words in offered if words in page(cast.lead, LIST)] == list(offered)
    cast.trust.closed_date = today() - timedelta(days=1)
    cast.trust.save()
    assert [words for words in offered if words in page(cast.lead, LIST)] == []


def test_an_empty_catalogue_says_so(cast: Cast, page: Page):
    assert page(cast.lead, LIST).count("There is no measure of this kind yet.") == 3


def test_who_may_see_measures(cast: Cast, signed_in: Callable[[User], Client]):
    for who, status in {"lead": 200, "stranger": 200, "national_admin": 200, "leaver": 403}.items():
        assert signed_in(cast.people()[who]).get(LIST).status_code == status
    assert Client().get(LIST).status_code == 302
    assert reverse("measure-list") == LIST


def test_an_organisations_page_says_what_published_figures_say_of_it_and_of_no_other(real: Real, page: Page):
    shown = page(real.nadia, "/directory/RAE/")
    assert "What published figures say" in shown
    assert "At Bradford Teaching Hospitals NHS Foundation Trust in February 2026, 84.1%" in shown
    assert "/measures/ae-four-hours/?organisation=RAE" in shown
    assert "in West Yorkshire" not in shown
    assert "At Bradford City PCN in 2023/24" in page(real.nadia, "/directory/U78361/")
