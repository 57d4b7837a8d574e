"""Somebody looks at the entries every six months, and a lead who is alone is told what to do about it."""

from collections.abc import Callable
from datetime import date, datetime, time, timedelta
from typing import Any

import pytest
from django.core.exceptions import PermissionDenied
from django.test import Client
from django.urls import reverse

from hileads.clock import UK, at, today
from hileads.frame.refusals import NotNow
from hileads.leads.actions import confirm_entries, nominate_person
from hileads.leads.models import Appointment, Role, User
from hileads.leads.queries import ACT, alone, entries_to_look_at
from hileads.work import lines_for
from tests.actors import Cast
from tests.factories.organisations import OrganisationFactory
from tests.factories.people import AppointmentFactory, UserFactory, appointed

SignIn = Callable[[User], Client]
TODAY = date(2026, 11, 26)
STALE = "Who holds which post at Alder Vale NHS Foundation Trust has not been confirmed since "


@pytest.fixture(autouse=True)
def _noon(db: None) -> Any:
    with at(datetime.combine(TODAY, time(12), tzinfo=UK)):
        yield


def confirmed(cast: Cast, day: date | None) -> None:
    Appointment.objects.filter(organisation=cast.trust).update(confirmed_date=day)


def lines_of(person: User) -> list[str]:
    return [line.text for line in lines_for(person, today())]


def people_page(client: Client, cast: Cast) -> str:
    answer = client.get(reverse("organisation-people", kwargs={"code": cast.trust.code}))
    return " ".join(answer.content.decode().split())


class TestStillRight:
    @pytest.mark.parametrize(
        ("looked_at", "is_due", "since"),
        [
            (None, True, "1 April 2024"),
            (TODAY - timedelta(days=183), True, "27 May 2026"),
            (TODAY - timedelta(days=182), False, ""),
            (TODAY, False, ""),
        ],
    )
    def test_the_secretary_and_the_deputy_are_asked_after_six_months(
        self, cast: Cast, looked_at: date | None, is_due: bool, since: str
    ):
        confirmed(cast, looked_at)
        for person in (cast.secretary, cast.deputy):
            assert (f"{STALE}{since}." in lines_of(person)) is is_due
        for person in (cast.lead, cast.stranger, cast.regional_convenor, cast.leaver):
            assert not any(line.startswith(STALE) for line in lines_of(person))

    def test_the_lead_is_asked_where_there_is_neither(self, cast: Cast):
        confirmed(cast, None)
        Appointment.objects.filter(user=cast.deputy).update(to_date=TODAY - timedelta(days=1))
        assert entries_to_look_at([cast.lead], TODAY) == []
        Appointment.objects.filter(user=cast.secretary).update(to_date=TODAY - timedelta(days=1))
        assert entries_to_look_at([cast.lead], TODAY) == [(cast.lead, cast.trust)]

    def test_the_oldest_of_the_entries_counts_and_posts_that_ended_do_not(self, cast: Cast):
        confirmed(cast, TODAY)
        assert lines_of(cast.secretary) == []
        team = AppointmentFactory(
            user=UserFactory(), role=Role.TEAM_MEMBER, organisation=cast.trust, from_date=date(2026, 1, 5)
        )
        assert f"{STALE}5 January 2026." in lines_of(cast.secretary)
        team.to_date = TODAY - timedelta(days=1)
        team.save()
        assert lines_of(cast.secretary) == []

    @pytest.mark.parametrize("who", ["lead", "deputy", "secretary", "regional_convenor", "national_admin"])
    def test_one_click_confirms_them_all(self, cast: Cast, signed_in: SignIn, who: str):
        confirmed(cast, None)
        client = signed_in(cast.people()[who])
        page = people_page(client, cast)
        assert "Nobody has said so about all of them for six months." in page
        assert page.count("Last confirmed on no day that we know of.") == 3
        client.post(reverse("entries-confirm", kwargs={"code": cast.trust.code}))
        page = people_page(client, cast)
        assert "Nobody has said so" not in page
        assert page.count("Last confirmed on 26 November 2026.") == 3
        assert not any(line.startswith(STALE) for line in lines_of(cast.secretary))

    def test_others_may_not_and_a_closed_organisation_stays_as_it_was(self, cast: Cast):
        for person in (cast.stranger, cast.lead_elsewhere, cast.facilitator):
            with pytest.raises(PermissionDenied):
                confirm_entries(by=person, organisation=cast.trust)
        cast.trust.closed_date = TODAY - timedelta(days=1)
        cast.trust.save()
        with pytest.raises(NotNow, match="is not open"):
            confirm_entries(by=cast.secretary, organisation=cast.trust)
        assert entries_to_look_at([cast.secretary], TODAY) == []


class TestAlone:
    def test_the_lead_and_the_deputy_act(self):
        assert ACT == (Role.EXECUTIVE_LEAD, Role.DEPUTY)

    def test_two_people_are_enough_and_one_is_told_what_to_do(self, cast: Cast):
        assert alone([cast.lead], TODAY) == []
        Appointment.objects.filter(user=cast.deputy).update(to_date=TODAY - timedelta(days=1))
        for person in (cast.lead, cast.secretary):
            line = next(line for line in lines_for(person, TODAY) if line.key == "alone:RAV")
            assert line.text == "Only one person can act for Alder Vale NHS Foundation Trust at present."
            assert line.verb == "Nominate a deputy"
            assert line.url == "/directory/RAV/people/nominate/?role=deputy"
        for person in (cast.deputy, cast.stranger, cast.regional_convenor):
            assert not any(line.key == "alone:RAV" for line in lines_for(person, TODAY))

    def test_a_person_with_two_posts_is_one_person(self, cast: Cast):
        Appointment.objects.filter(user=cast.deputy).update(user=cast.lead)
        assert [one.people for _, one in alone([cast.secretary], TODAY)] == [1]

    def test_without_a_lead_the_lead_is_to_be_nominated(self, cast: Cast):
        Appointment.objects.filter(user=cast.lead).update(to_date=TODAY - timedelta(days=1))
        line = next(line for line in lines_for(cast.deputy, TODAY) if line.key == "alone:RAV")
        assert line.verb == "Nominate the executive lead"
        Appointment.objects.filter(user=cast.deputy).update(to_date=TODAY - timedelta(days=1))
        line = next(line for line in lines_for(cast.secretary, TODAY) if line.key == "alone:RAV")
        assert line.text == "Nobody can act for Alder Vale NHS Foundation Trust at present."

    def test_whoever_has_nominated_somebody_is_not_told_again(self, cast: Cast):
        Appointment.objects.filter(user=cast.deputy).update(to_date=TODAY - timedelta(days=1))
        nominate_person(
            by=cast.secretary,
            organisation=cast.trust,
            role=Role.DEPUTY,
            email="dana@nhs.example",
            name="Dana New",
            from_date=TODAY,
        )
        assert alone([cast.lead], TODAY) == []

    def test_the_page_of_people_says_so(self, cast: Cast, signed_in: SignIn):
        client = signed_in(cast.secretary)
        assert "can act here at present" not in people_page(client, cast)
        Appointment.objects.filter(user=cast.deputy).update(to_date=TODAY - timedelta(days=1))
        page = people_page(client, cast)
        assert "Only one person can act here at present" in page
        assert "Nominate a deputy</a>" in page
        Appointment.objects.filter(user=cast.lead).update(to_date=TODAY - timedelta(days=1))
        page = people_page(client, cast)
        assert "Nobody can act here at present" in page
        assert "Nominate the executive lead</a>" in page


def test_this_week_runs_the_same_queries_with_one_organisation_and_with_many(
    cast: Cast, signed_in: SignIn, queries_of: Callable[[Client, str], int]
):
    client = signed_in(cast.secretary)
    few = queries_of(client, "/this-week/")
    for trust in OrganisationFactory.create_batch(10):
        AppointmentFactory(user=cast.secretary, role=Role.BOARD_SECRETARY, organisation=trust)
        appointed(f"Lead {trust.code}", Role.EXECUTIVE_LEAD, trust)
    assert len(alone([cast.secretary], TODAY)) == 10
    assert len(entries_to_look_at([cast.secretary], TODAY)) == 11
    assert queries_of(client, "/this-week/") == few
