"""Coverage says which organisations have a lead, as far as one's post reaches, and ranks nobody."""

from collections.abc import Callable
from datetime import date

import pytest
from django.test import Client
from django.urls import reverse

from hileads.clock import today
from hileads.leads.models import Role, User
from hileads.leads.queries import Leading
from hileads.organisations.actions.expectations import expect_leads
from hileads.organisations.models import Kind
from hileads.organisations.queries.coverage import NO_ICB, NO_REGION, Count, coverage
from tests.actors import Cast
from tests.factories.organisations import IcbFactory, OrganisationFactory, place
from tests.factories.people import AppointmentFactory, UserFactory, appointed

SignIn = Callable[[User], Client]
ADDRESS = "/coverage/"


@pytest.fixture
def expected(cast: Cast) -> Cast:
    """The cast's boards and trusts, each expected to name a lead, and a network that may."""
    expect_leads(by=User.objects.system())
    network = OrganisationFactory(kind=Kind.PCN, name="Fern PCN")
    place(network, icb=cast.icb, region=cast.region)
    return cast


def text(answer: object) -> str:
    return " ".join(answer.content.decode().split())  # type: ignore[attr-defined]


def test_the_nation_sees_everything_and_a_region_itself(expected: Cast):
    everywhere = coverage(expected.national_admin, today())
    assert everywhere.total == Count("All", 5, 2, with_deputy=1, with_enough=1)
    assert everywhere.total.without == 3
    assert everywhere.networks == Count("Primary care network", 1, 0)
    region = coverage(expected.regional_convenor, today())
    assert {row.code for row in region.organisations} == {expected.trust.code, expected.icb.code}
    assert region.by_region == (Count(expected.region.name, 2, 1, 1, 1),)
    assert region.networks.expected == 1
    assert coverage(expected.lead, today()).organisations == ()


def test_counts_are_of_those_expected_in_alphabetical_order(expected: Cast):
    found = coverage(expected.national_admin, today())
    for rows in (found.by_region, found.by_icb, found.by_kind):
        labels = [row.label for row in rows]
        assert labels == sorted(labels, key=str.casefold)
        assert sum(row.expected for row in rows) == 5
        assert sum(row.with_lead for row in rows) == 2
    assert Count(expected.icb.name, 2, 1, 1, 1) in found.by_icb
    assert Count(NO_ICB, 1, 0) in found.by_icb
    assert Count(NO_REGION, 1, 0) in found.by_region
    assert [row.name for row in found.organisations] == sorted(row.name for row in found.organisations)


def test_who_leads_since_when_and_since_when_nobody_does(expected: Cast):
    appointed("Gone One", Role.EXECUTIVE_LEAD, expected.icb, to_date=date(2025, 1, 31))
    idle = UserFactory(name="Idle Lead", is_active=False)
    AppointmentFactory(user=idle, organisation=expected.icb, from_date=date(2025, 2, 1))
    rows = {row.code: row for row in coverage(expected.national_admin, today()).organisations}
    led = rows[expected.trust.code]
    assert led.leading == Leading(("Leila Lead",), date(2024, 4, 1), deputies=("Dev Deputy",), people=2)
    assert led.has_lead
    empty = rows[expected.icb.code]
    days = (today() - date(2025, 1, 31)).days
    assert empty.leading == Leading(last_left=date(2025, 1, 31), days_vacant=days)
    assert not empty.has_lead


WHO_MAY_LOOK = [
    ("national_admin", 200),
    ("regional_convenor", 200),
    ("lead", 403),
    ("deputy", 403),
    ("secretary", 403),
    ("lead_elsewhere", 403),
    ("curator", 403),
    ("facilitator", 403),
    ("stranger", 403),
    ("leaver", 403),
]


@pytest.mark.parametrize(("who", "status"), WHO_MAY_LOOK)
def test_coverage_is_for_the_nation_and_the_regions(expected: Cast, signed_in: SignIn, who: str, status: int):
    client = signed_in(expected.people()[who])
    answer = client.get(ADDRESS)
    assert answer.status_code == status
    assert (">Coverage</a>" in client.get(reverse("status-show")).content.decode()) is (status == 200)
    if status == 403:
        assert "Coverage is for national administrators and regional convenors." in answer.content.decode()


def test_the_page_lists_those_without_a_lead_first_and_the_others_when_asked(
    expected: Cast, signed_in: SignIn
):
    client = signed_in(expected.national_admin)
    page = text(client.get(ADDRESS))
    assert (
        "Of the 5 organisations expected to name an executive lead, 2 have one recorded and 3 have none."
        in page
    )
    assert "No lead recorded yet." in page
    assert "Led by" not in page
    page = text(client.get(ADDRESS, {"show": "with"}))
    assert "Led by Leila Lead since 1 April 2024." in page
    assert "No lead recorded yet." not in page
    page = text(client.get(ADDRESS, {"show": "all", "kind": "trust", "region": expected.region.code}))
    assert "1 organisation." in page
    assert "Alder Vale NHS Foundation Trust" in page
    page = text(client.get(ADDRESS, {"show": "with", "kind": "icb"}))
    assert "None is to be listed here." in page
    page = text(client.get(ADDRESS, {"show": "alone", "kind": "trust"}))
    assert "Only one person can act here." in page
    assert "Birch Moor NHS Trust" in page
    assert "Alder Vale" not in page
    assert "There is a problem" in text(client.get(ADDRESS, {"show": "worst"}))


def test_a_convenor_reads_their_own_region_only(expected: Cast, signed_in: SignIn):
    appointed("Gone One", Role.EXECUTIVE_LEAD, expected.icb, to_date=date(2025, 1, 31))
    page = text(signed_in(expected.regional_convenor).get(ADDRESS, {"show": "all"}))
    assert (
        f"Of the 2 organisations expected to name an executive lead in {expected.region.name}, 1 has one"
        in page
    )
    days = (today() - date(2025, 1, 31)).days
    assert f"No lead recorded since 31 January 2025: vacant for {days} days." in page
    assert "Nobody can act here at present." in page
    assert "Deputy: Dev Deputy." in page
    assert "Birch Moor" not in page
    assert 'name="region"' not in page


def test_a_region_without_expectations_says_so(cast: Cast, signed_in: SignIn):
    page = text(signed_in(cast.regional_convenor).get(ADDRESS))
    assert "No organisation within your reach is expected to name a lead." in page


@pytest.mark.parametrize("who", ["national_admin", "regional_convenor"])
def test_coverage_runs_the_same_queries_however_many_organisations(
    expected: Cast, signed_in: SignIn, queries_of: Callable[[Client, str], int], who: str
):
    client = signed_in(expected.people()[who])
    few = queries_of(client, ADDRESS)
    for icb in IcbFactory.create_batch(4):
        place(icb, region=expected.region)
        for trust in OrganisationFactory.create_batch(10):
            place(trust, icb=icb, region=expected.region)
            appointed(f"Lead {trust.code}", Role.EXECUTIVE_LEAD, trust)
    expect_leads(by=User.objects.system())
    assert queries_of(client, ADDRESS) == few
    assert "page 1 of" in text(client.get(ADDRESS, {"show": "all"}))
