"""The directory and an organisation's page answer as at a day that has been."""

from collections.abc import Callable
from datetime import date, timedelta

import pytest
from django.test import Client
from django.urls import reverse

from hileads.clock import today
from hileads.leads.models import Role, User
from hileads.organisations.models import LinkKind, OrganisationLink, OrganisationName, Succession
from tests.actors import Cast
from tests.factories.organisations import IcbFactory
from tests.factories.people import appointed

SignIn = Callable[[User], Client]
LAST_DAY, FIRST_DAY = date(2026, 3, 31), date(2026, 4, 1)


def asked(day: date, **more: str) -> dict[str, str]:
    return {"as_at-day": str(day.day), "as_at-month": str(day.month), "as_at-year": str(day.year), **more}


@pytest.fixture
def moved(cast: Cast) -> Cast:
    """On 1 April 2026 the trust was renamed and passed from a board that closed to one that opened."""
    OrganisationName.objects.create(
        organisation=cast.trust, name="ELDER VALE NHS TRUST", from_date=date(2022, 7, 1), to_date=LAST_DAY
    )
    OrganisationName.objects.create(
        organisation=cast.trust, name="ALDER VALE NHS FOUNDATION TRUST", from_date=FIRST_DAY
    )
    cast.icb.name, cast.icb.closed_date = "NHS Old Valley Integrated Care Board", LAST_DAY
    cast.icb.save()
    OrganisationLink.objects.filter(organisation=cast.trust, kind=LinkKind.ICB).update(to_date=LAST_DAY)
    new = IcbFactory(name="NHS New Valley Integrated Care Board", opened_date=FIRST_DAY)
    OrganisationLink.objects.create(
        organisation=cast.trust, parent=new, kind=LinkKind.ICB, from_date=FIRST_DAY
    )
    Succession.objects.create(
        predecessor=cast.icb, successor=new, kind="merger", effective_date=FIRST_DAY, source="test"
    )
    return cast


def page_of(client: Client, name: str, query: dict[str, str], *args: str) -> str:
    answer = client.get(reverse(name, args=args), query)
    assert answer.status_code == 200
    return " ".join(answer.content.decode().split())


def test_the_directory_shows_names_places_and_what_was_open_on_the_day(moved: Cast, signed_in: SignIn):
    client = signed_in(moved.lead)
    then = page_of(client, "organisation-list", asked(LAST_DAY))
    assert "As at 31 March 2026" in then
    assert ">Elder Vale NHS Trust</a>" in then
    assert "NHS Old Valley Integrated Care Board." in then
    assert ">NHS New Valley Integrated Care Board</a>" not in then
    assert "Earlier called" not in then
    assert "?as_at-day=31" in then
    now = page_of(client, "organisation-list", {})
    assert ">Alder Vale NHS Foundation Trust</a>" in now
    assert "Earlier called Elder Vale NHS Trust" in now
    assert ">NHS Old Valley Integrated Care Board</a>" not in now
    assert "As at" in now
    assert "As at 31" not in now


def test_an_organisation_page_shows_how_it_stood(moved: Cast, signed_in: SignIn):
    appointed("Ed Earlier", Role.DEPUTY, moved.trust, from_date=date(2024, 1, 1), to_date=date(2026, 4, 30))
    client = signed_in(moved.lead)
    then = page_of(client, "organisation-show", asked(LAST_DAY), "RAV")
    assert "Elder Vale NHS Trust </h1>" in then or "Elder Vale NHS Trust</h1>" in then
    assert "Ed Earlier" in then
    assert "mailto:" not in then
    assert "NHS Old Valley Integrated Care Board</a>" in then
    assert f"/directory/{moved.icb.code}/?as_at-day=31" in then
    now = page_of(client, "organisation-show", {}, "RAV")
    assert "Ed Earlier" not in now
    assert "mailto:" in now
    old = page_of(client, "organisation-show", asked(LAST_DAY), moved.icb.code)
    assert "It closed on" not in old
    assert "Closes" in old
    assert "it can be read, and not changed" not in old
    before = page_of(client, "organisation-show", asked(date(2020, 1, 1)), "RAV")
    assert "Alder Vale NHS Foundation Trust" in before


def test_today_is_no_other_day_and_a_day_to_come_is_refused(moved: Cast, signed_in: SignIn):
    client = signed_in(moved.lead)
    for name, args in (("organisation-list", ()), ("organisation-show", ("RAV",))):
        assert "how it stands today" not in page_of(client, name, asked(today()), *args)
        assert "how things stand today" not in page_of(client, name, asked(today()), *args)
        page = page_of(client, name, asked(today() + timedelta(days=1)), *args)
        assert "The day must be today or in the past" in page


def test_the_boards_to_choose_from_are_those_of_the_day(moved: Cast, signed_in: SignIn):
    page = page_of(signed_in(moved.lead), "organisation-list", asked(LAST_DAY, icb=moved.icb.code))
    assert "2 organisations<" in page
    assert "Select a valid choice" not in page
