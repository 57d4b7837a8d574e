"""An organisation's page says what it is and was, and who leads there."""

from collections.abc import Callable
from datetime import date

import pytest
from django.test import Client
from django.urls import reverse

from hileads.clock import today
from hileads.leads.models import Appointment, Role, User
from hileads.organisations.actions.expectations import expect_leads
from hileads.organisations.models import (
    Extent,
    Kind,
    LinkKind,
    Organisation,
    OrganisationLink,
    OrganisationName,
    OrganisationType,
    ProviderType,
    Succession,
    SuccessionKind,
)
from hileads.organisations.queries.profile import profile
from tests.actors import Cast
from tests.factories.organisations import IcbFactory, OrganisationFactory, place
from tests.factories.people import AppointmentFactory, UserFactory, appointed

DAY = date(2026, 11, 22)
SignIn = Callable[[User], Client]


def page_of(client: Client, organisation: Organisation) -> str:
    answer = client.get(reverse("organisation-show", args=[organisation.code]))
    assert answer.status_code == 200
    return " ".join(answer.content.decode().split())


def test_it_says_who_holds_which_post_since_when_and_how_to_reach_the_lead(cast: Cast, signed_in: SignIn):
    page = page_of(signed_in(cast.stranger), cast.trust)
    assert "Leila Lead" in page
    assert "Executive lead for health inequalities, since 1 April 2024." in page
    assert 'href="mailto:leila.lead@nhs.example"' in page
    assert "mailto:sal.secretary" not in page
    assert page.index("Leila Lead") < page.index("Dev Deputy") < page.index("Sal Secretary")
    assert "Len Leaver" not in page
    assert "For help from the region" in page
    assert "Rae Convenor" in page
    assert "No executive lead" not in page


def test_a_post_that_nobody_holds_is_said_plainly(cast: Cast, signed_in: SignIn):
    client = signed_in(cast.lead)
    expect_leads(by=User.objects.system())
    page = page_of(client, cast.icb)
    assert "No executive lead for health inequalities is recorded here at present." in page
    assert "It is expected to name one: Every trust and integrated care board was asked to name" in page
    appointed("Gone Lead", Role.EXECUTIVE_LEAD, cast.icb, to_date=date(2026, 1, 31))
    page = page_of(client, cast.icb)
    assert "The last one recorded left on 31 January 2026." in page
    assert f"The post has been vacant for {(today() - date(2026, 1, 31)).days} days." in page
    network = OrganisationFactory(kind=Kind.PCN)
    page = page_of(client, network)
    assert "Primary care networks name one by choice." in page
    assert "The files we hold name no integrated care board for it." in page


def test_a_region_without_a_convenor_says_that_nobody_is_recorded(cast: Cast, signed_in: SignIn):
    client = signed_in(cast.lead)
    elsewhere = OrganisationLink.objects.get(organisation=cast.trust_elsewhere, kind=LinkKind.REGION).parent
    assert "Nobody is recorded here at present." in page_of(client, elsewhere)
    assert "Integrated care boards in this region" in page_of(client, elsewhere)


def test_each_entry_says_when_it_was_last_confirmed(cast: Cast, signed_in: SignIn):
    client = signed_in(cast.stranger)
    assert page_of(client, cast.trust).count("Not confirmed yet.") == 4
    Appointment.objects.filter(organisation=cast.trust).update(confirmed_date=date(2026, 10, 1))
    page = page_of(client, cast.trust)
    assert page.count("Last confirmed on 1 October 2026.") == 3
    assert page.count("Not confirmed yet.") == 1


def test_interim_and_shared_posts_say_so(cast: Cast, signed_in: SignIn):
    for name in ("Ann Half", "Bea Half"):
        AppointmentFactory(
            user=UserFactory(name=name),
            organisation=cast.icb,
            is_job_share=True,
            is_interim=True,
            post_title="Director",
        )
    page = page_of(signed_in(cast.lead), cast.icb)
    assert "Executive lead for health inequalities (interim) (job share), since" in page
    assert "<strong>Ann Half</strong>, Director" in page


def test_what_came_before_and_after_is_told(cast: Cast, signed_in: SignIn):
    before = IcbFactory(name="NHS Old Valley Integrated Care Board", closed_date=date(2026, 3, 31))
    Succession.objects.create(
        predecessor=before,
        successor=cast.icb,
        kind=SuccessionKind.MERGER,
        effective_date=date(2026, 4, 1),
        source="test",
    )
    client = signed_in(cast.lead)
    page = page_of(client, cast.icb)
    assert "On 1 April 2026 it took over all of" in page
    assert "NHS Old Valley Integrated Care Board</a> (merger)." in page
    page = page_of(client, before)
    assert "It closed on 31 March 2026." in page
    assert "took over all of it (merger)." in page
    assert "No executive lead" not in page
    assert "it can be read, and not changed." in page


def test_what_passed_in_part_is_told_with_its_words_from_both_sides(cast: Cast, signed_in: SignIn):
    split = IcbFactory(name="NHS Old Valley Integrated Care Board", closed_date=date(2026, 3, 31))
    for kind in SuccessionKind:
        Succession.objects.create(
            predecessor=split,
            successor=IcbFactory(name=f"NHS {kind.label} Integrated Care Board"),
            kind=kind,
            extent=Extent.PART,
            extent_words="The places north of the river.",
            effective_date=date(2026, 4, 1),
            source="test",
        )
    page = page_of(signed_in(cast.lead), split)
    for words in ("merger", "acquisition", "split", "boundary transfer", "rename", "dissolution"):
        assert f"took over a part of it ({words}). The places north of the river." in page
    page = page_of(signed_in(cast.lead), Organisation.objects.get(name="NHS Split Integrated Care Board"))
    assert "it took over a part of" in page
    assert "(split). The places north of the river." in page


def test_that_nobody_is_known_to_have_taken_over_is_said(cast: Cast, signed_in: SignIn):
    closed = OrganisationFactory(closed_date=date(2026, 3, 31))
    assert "No file we hold says who took over from it." in page_of(signed_in(cast.lead), closed)


def test_names_and_places_over_time_are_told(cast: Cast, signed_in: SignIn):
    OrganisationName.objects.create(
        organisation=cast.trust, name="ALDER TRUST", from_date=date(2022, 7, 1), to_date=date(2024, 12, 31)
    )
    OrganisationName.objects.create(organisation=cast.trust, name="ALDER VALE", from_date=date(2025, 1, 1))
    place_now = OrganisationLink.objects.get(organisation=cast.trust, kind=LinkKind.ICB)
    client = signed_in(cast.lead)
    assert "Places over time" not in page_of(client, cast.trust)
    place_now.to_date = date(2026, 3, 31)
    place_now.save()
    page = page_of(client, cast.trust)
    assert "ALDER TRUST" in page
    assert "31 December 2024" in page
    assert (
        f"{cast.icb.name}</a> until 31 March 2026. No file we hold says which board it belongs to now" in page
    )
    icb = IcbFactory()
    OrganisationLink.objects.create(
        organisation=cast.trust, parent=icb, kind=LinkKind.ICB, from_date=date(2026, 4, 1)
    )
    page = page_of(client, cast.trust)
    assert "Places over time" in page
    assert "No file we hold says" not in page


def test_the_kind_of_care_comes_with_its_source_or_is_not_known(cast: Cast, signed_in: SignIn):
    client = signed_in(cast.lead)
    assert "Not known. The register's files do not say, and we do not guess it from a name." in page_of(
        client, cast.trust
    ).replace("&#39;", "'")
    care = OrganisationType.objects.create(
        organisation=cast.trust,
        provider_type=ProviderType.MENTAL_HEALTH,
        from_date=DAY.replace(2020),
        source="A report",
    )
    assert 'Mental health. <span class="portal-quiet">Source: A report.</span>' in page_of(client, cast.trust)
    care.provider_type = ProviderType.NOT_KNOWN
    care.save()
    assert profile(cast.trust, DAY).care is None


def test_a_code_may_be_typed_in_small_letters_and_an_unknown_one_is_not_found(cast: Cast, signed_in: SignIn):
    client = signed_in(cast.lead)
    assert client.get("/directory/rav/").status_code == 200
    assert client.get("/directory/RZZ/").status_code == 404


WHO_MAY_LOOK = [
    ("lead", 200),
    ("lead_elsewhere", 200),
    ("stranger", 200),
    ("national_admin", 200),
    ("leaver", 404),
]


@pytest.mark.parametrize(("who", "status"), WHO_MAY_LOOK)
def test_everyone_with_a_live_appointment_may_look(cast: Cast, signed_in: SignIn, who: str, status: int):
    client = signed_in(cast.people()[who])
    assert client.get(reverse("organisation-show", args=[cast.trust.code])).status_code == status


def test_the_page_runs_the_same_queries_with_few_and_many_posts_and_names(
    cast: Cast, signed_in: SignIn, queries_of: Callable[[Client, str], int]
):
    client = signed_in(cast.lead)
    address = reverse("organisation-show", args=[cast.trust.code])
    few = queries_of(client, address)
    for number in range(10):
        appointed(f"Tess Team {number}", Role.TEAM_MEMBER, cast.trust)
        OrganisationName.objects.create(
            organisation=cast.trust,
            name=f"NAME {number}",
            from_date=date(2000 + number, 1, 1),
            to_date=date(2000 + number, 12, 31),
        )
        other = OrganisationFactory()
        place(other, icb=cast.icb)
        Succession.objects.create(
            predecessor=other, successor=cast.trust, kind="merger", effective_date=DAY, source="test"
        )
    assert queries_of(client, address) == few
