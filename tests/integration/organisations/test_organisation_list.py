"""The directory finds organisations by what people call them, and lists them alphabetically."""

from collections.abc import Callable
from datetime import date, timedelta

import pytest
from django.test import Client
from django.urls import reverse

from hileads.clock import today
from hileads.leads.models import Role, User
from hileads.organisations.actions.expectations import expect_leads
from hileads.organisations.models import Kind, Organisation, OrganisationName
from hileads.organisations.queries.directory import Sought, find, lines_of, parents, with_places
from hileads.wording import long_date
from tests.actors import Cast
from tests.factories.organisations import IcbFactory, OrganisationFactory, RegionFactory, place
from tests.factories.people import appointed

DAY = date(2026, 11, 22)
SignIn = Callable[[User], Client]


@pytest.fixture
def register(cast: Cast) -> Cast:
    """The cast's organisations, a renamed trust, a network and a closed trust."""
    cast.trust.town = "King's Lynn"
    cast.trust.save()
    renamed = OrganisationFactory(code="RNN", name="Dale and Fell NHS Trust", town="Keld")
    OrganisationName.objects.create(
        organisation=renamed,
        name="DALESIDE HOSPITALS NHS TRUST",
        from_date=DAY.replace(2024),
        to_date=DAY.replace(2025),
    )
    OrganisationName.objects.create(organisation=renamed, name="DALE AND FELL NHS TRUST", from_date=DAY)
    network = OrganisationFactory(code="U12345", name="Dale PCN", kind=Kind.PCN)
    place(network, icb=cast.icb, region=cast.region)
    OrganisationFactory(code="ROLD", name="Elder Grove NHS Trust", closed_date=date(2025, 3, 31))
    return cast


def codes(**asked: object) -> list[str]:
    return [row.code for row in find(Sought(**asked), DAY).organisations]  # type: ignore[arg-type]


FINDS = [
    ({"words": "alder vale"}, ["RAV"]),
    ({"words": "vale alder"}, ["RAV"]),
    ({"words": "rav"}, ["RAV"]),
    ({"words": "king's lynn"}, ["RAV"]),
    ({"words": "daleside"}, ["RNN"]),
    ({"words": "dale"}, ["RNN", "U12345"]),
    ({"words": "dale keld"}, ["RNN"]),
    ({"words": "alder", "kind": "pcn"}, []),
    ({"kind": "pcn"}, ["U12345"]),
    ({"words": "elder grove"}, []),
    ({"words": "elder grove", "closed_too": True}, ["ROLD"]),
    ({"words": "xyzzy"}, []),
]


@pytest.mark.parametrize(("asked", "found"), FINDS)
def test_organisations_are_found_by_name_code_town_and_earlier_name(
    register: Cast, asked: dict[str, object], found: list[str]
):
    assert codes(**asked) == found


@pytest.mark.parametrize("words", ["Bich Moor", "brich moor", "birchmor"])
def test_a_misspelled_name_finds_what_comes_near_and_says_so(register: Cast, words: str):
    found = find(Sought(words=words), DAY)
    assert found.only_similar
    assert "RBM" in [row.code for row in found.organisations]
    assert not find(Sought(words="Birch Moor"), DAY).only_similar


def test_a_region_or_a_board_holds_itself_and_what_is_inside(register: Cast):
    assert set(codes(region=register.region.code)) == {
        register.region.code, register.icb.code, register.trust.code, "U12345",
    }  # fmt: skip
    assert set(codes(icb=register.icb.code)) == {register.icb.code, register.trust.code, "U12345"}
    assert codes(icb=register.icb.code, region=RegionFactory().code) == []


def test_closed_organisations_are_counted_and_shown_only_when_asked_for(register: Cast):
    found = find(Sought(kind=Kind.TRUST), DAY)
    assert found.closed == 1
    assert "ROLD" not in [row.code for row in found.organisations]
    assert find(Sought(kind=Kind.TRUST, closed_too=True), DAY).closed == 0
    assert "ROLD" in codes(kind=Kind.TRUST, closed_too=True)


def test_a_line_says_where_an_organisation_is_and_what_it_was_called(register: Cast):
    lines = {line.code: line for line in lines_of(with_places(find(Sought(), DAY).organisations, DAY), DAY)}
    assert lines["RAV"].icb == register.icb.name
    assert lines["RAV"].region == register.region.name
    assert lines["RNN"].former_names == ("Daleside Hospitals NHS Trust",)
    assert (lines["RNN"].icb, lines["RNN"].region) == ("", "")


def test_a_line_says_who_leads_since_when_or_for_how_long_nobody_has(register: Cast, signed_in: SignIn):
    expect_leads(by=User.objects.system())
    gone = OrganisationFactory(name="Zeal NHS Trust")
    left = today() - timedelta(days=1)
    appointed("Gone Lead", Role.EXECUTIVE_LEAD, gone, to_date=left)
    closing = OrganisationFactory(name="Yard NHS Trust", closed_date=today() + timedelta(days=9))
    appointed("Lead until then", Role.EXECUTIVE_LEAD, closing, from_date=date(2025, 5, 1))
    page = " ".join(
        signed_in(register.lead).get(reverse("organisation-list"), {"closed": "on"}).content.decode().split()
    )
    assert "Led by Leila Lead since 1 April 2024." in page
    assert f"No lead recorded since {long_date(left)}: vacant for 1 day." in page
    assert page.count("No lead recorded yet.") == 4
    assert "Led by Lead until then since 1 May 2025." in page
    assert f"Closes on {long_date(closing.closed_date)}." in page


def test_the_only_order_is_the_alphabet(register: Cast):
    names = [row.name for row in find(Sought(closed_too=True), DAY).organisations]
    assert names == sorted(names, key=str.casefold)
    choices = parents(DAY)
    assert [name for _, name in choices.icbs] == sorted(name for _, name in choices.icbs)
    assert len(choices.regions) == 2


WHO_MAY_LOOK = [
    ("lead", 200),
    ("deputy", 200),
    ("secretary", 200),
    ("lead_elsewhere", 200),
    ("regional_convenor", 200),
    ("national_admin", 200),
    ("curator", 200),
    ("facilitator", 200),
    ("stranger", 200),
    ("leaver", 403),
]


@pytest.mark.parametrize(("who", "status"), WHO_MAY_LOOK)
def test_everyone_with_a_live_appointment_may_look(cast: Cast, signed_in: SignIn, who: str, status: int):
    client = signed_in(cast.people()[who])
    assert client.get(reverse("organisation-list")).status_code == status


def test_who_is_not_signed_in_is_asked_to_sign_in(client: Client, db: None):
    answer = client.get(reverse("organisation-list"))
    assert answer.status_code == 302
    assert answer["Location"].startswith(reverse("account_login"))


def test_the_page_shows_what_was_found(register: Cast, signed_in: SignIn):
    page = signed_in(register.lead).get(reverse("organisation-list"), {"q": "dale"}).content.decode()
    assert "2 organisations for “dale”" in page
    assert "Earlier called Daleside Hospitals NHS Trust." in page
    assert "National bodies are not in the register" in page
    assert "Open Government Licence" in page


def test_the_page_says_what_to_do_when_nothing_matches(register: Cast, signed_in: SignIn):
    client = signed_in(register.lead)
    page = client.get(reverse("organisation-list"), {"q": "xyzzy"}).content.decode()
    assert "Nothing in the directory matches." in page
    page = client.get(reverse("organisation-list"), {"q": "grove"}).content.decode()
    assert "1 organisation that has closed would match too." in page
    page = client.get(reverse("organisation-list"), {"q": "grove", "closed": "on"}).content.decode()
    assert "Closed on 31 March 2025." in page
    page = client.get(reverse("organisation-list"), {"q": "bich moor"}).content.decode()
    assert "These names come near them." in page


@pytest.mark.parametrize("asked", [{"kind": "castle"}, {"region": "Y99"}, {"q": "x" * 101}, {"q": "a\x00b"}])
def test_what_is_no_answer_is_said_and_left_out(register: Cast, signed_in: SignIn, asked: dict[str, str]):
    answer = signed_in(register.lead).get(reverse("organisation-list"), asked)
    assert answer.status_code == 200
    assert "There is a problem" in answer.content.decode()


@pytest.mark.parametrize("page", ["2", "999", "none"])
def test_a_long_list_comes_in_pages(register: Cast, signed_in: SignIn, page: str):
    OrganisationFactory.create_batch(30)
    answer = signed_in(register.lead).get(reverse("organisation-list"), {"page": page})
    assert answer.status_code == 200
    assert "of 2" in answer.content.decode()


def test_the_directory_runs_the_same_queries_however_many_organisations(
    cast: Cast, signed_in: SignIn, queries_of: Callable[[Client, str], int]
):
    client = signed_in(cast.lead)
    few = queries_of(client, reverse("organisation-list"))
    searched = queries_of(client, reverse("organisation-list") + "?q=northfield+trust&closed=on")
    for icb in IcbFactory.create_batch(5):
        for trust in OrganisationFactory.create_batch(8):
            place(trust, icb=icb, region=cast.region)
            OrganisationName.objects.create(organisation=trust, name=trust.name.upper(), from_date=DAY)
            appointed(f"Lead {trust.code}", Role.EXECUTIVE_LEAD, trust)
    assert Organisation.objects.count() > 45
    assert queries_of(client, reverse("organisation-list")) == few
    assert (
        abs(queries_of(client, reverse("organisation-list") + "?q=northfield+trust&closed=on") - searched)
        <= 0
    )
