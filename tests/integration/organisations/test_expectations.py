"""Who is expected to name a lead is kept as data, and an administrator can add and end it by hand."""

from collections.abc import Callable
from datetime import date, datetime, time, timedelta
from typing import Any

import pytest
from django.core.exceptions import PermissionDenied
from django.http import Http404
from django.test import Client
from django.urls import reverse

from hileads.clock import UK, at
from hileads.frame.refusals import NotNow
from hileads.leads.actions import appoint_person
from hileads.leads.models import Role, User
from hileads.organisations.actions.expectations import add_expectation, end_expectation, expect_leads
from hileads.organisations.models import Expectation, Kind, Organisation
from hileads.organisations.queries.coverage import coverage
from tests.actors import Cast
from tests.factories.organisations import OrganisationFactory, place
from tests.factories.people import UserFactory

SignIn = Callable[[User], Client]
TODAY = date(2026, 11, 26)
CHOSE = "The network chose to join."


@pytest.fixture(autouse=True)
def _noon(db: None) -> Any:
    with at(datetime.combine(TODAY, time(12), tzinfo=UK)):
        yield


@pytest.fixture
def network(cast: Cast) -> Organisation:
    network: Organisation = OrganisationFactory(kind=Kind.PCN, name="Fern PCN", code="U00001")
    place(network, icb=cast.icb, region=cast.region)
    return network


def joins(cast: Cast, network: Organisation, **changes: Any) -> Expectation:
    said: dict[str, Any] = {"reason": f" {CHOSE} ", "from_date": TODAY}
    return add_expectation(by=cast.national_admin, organisation=network, **(said | changes))


def page(client: Client, code: str, name: str = "expectation-show") -> str:
    answer = client.get(reverse(name, kwargs={"code": code}))
    return " ".join(answer.content.decode().split())


def typed(day: date, name: str) -> dict[str, str]:
    return {f"{name}-day": str(day.day), f"{name}-month": str(day.month), f"{name}-year": str(day.year)}


def codes(cast: Cast) -> set[str]:
    return {row.code for row in coverage(cast.national_admin, TODAY).organisations}


class TestByHand:
    def test_a_network_that_joins_counts_until_its_last_day(self, cast: Cast, network: Organisation):
        assert network.code not in codes(cast)
        expectation = joins(cast, network)
        assert expectation.reason == CHOSE
        assert network.code in codes(cast)
        end_expectation(
            by=cast.national_admin, expectation=expectation, last_day=TODAY, ended_because="It left. "
        )
        expectation.refresh_from_db()
        assert (expectation.to_date, expectation.ended_because) == (TODAY, "It left.")
        assert network.code in codes(cast)
        with at(datetime.combine(TODAY + timedelta(days=1), time(12), tzinfo=UK)):
            found = coverage(cast.national_admin, TODAY + timedelta(days=1))
            assert network.code not in {row.code for row in found.organisations}

    def test_a_national_body_can_have_a_lead(self, cast: Cast):
        body = OrganisationFactory(kind=Kind.NATIONAL, name="National Body", code="X24")
        joins(cast, body, reason="Added by hand.")
        appoint_person(
            by=cast.national_admin,
            person=UserFactory(),
            role=Role.EXECUTIVE_LEAD,
            organisation=body,
            from_date=TODAY,
        )
        row = next(row for row in coverage(cast.national_admin, TODAY).organisations if row.code == "X24")
        assert row.has_lead

    def test_what_was_ended_by_hand_stays_ended_and_what_closes_ends(self, cast: Cast, network: Organisation):
        portal = User.objects.system()
        expect_leads(by=portal)
        held = Expectation.objects.get(organisation=cast.trust)
        end_expectation(by=cast.national_admin, expectation=held, last_day=TODAY, ended_because="Merged.")
        joined = joins(cast, network)
        network.closed_date = TODAY + timedelta(days=30)
        network.save()
        expect_leads(by=portal)
        assert Expectation.objects.get(organisation=cast.trust).to_date == TODAY
        joined.refresh_from_db()
        assert joined.to_date == network.closed_date

    @pytest.mark.parametrize(
        ("changes", "reason"),
        [
            ({"from_date": date(2020, 1, 1)}, "is not open on 1 January 2020"),
            ({"to_date": TODAY - timedelta(days=1)}, "must not come before the first"),
        ],
    )
    def test_what_cannot_be_is_refused(
        self, cast: Cast, network: Organisation, changes: dict[str, Any], reason: str
    ):
        with pytest.raises(NotNow, match=reason):
            joins(cast, network, **changes)

    def test_a_region_is_not_expected_and_nobody_is_twice(self, cast: Cast, network: Organisation):
        with pytest.raises(NotNow, match="A region has convenors"):
            joins(cast, cast.region)
        joins(cast, network, to_date=TODAY + timedelta(days=9))
        with pytest.raises(NotNow, match="from 26 November 2026 to 5 December 2026 already"):
            joins(cast, network, from_date=TODAY + timedelta(days=9))
        later = joins(cast, network, from_date=TODAY + timedelta(days=10))
        with pytest.raises(NotNow, match="from 6 December 2026 already"):
            joins(cast, network, from_date=TODAY + timedelta(days=20))
        assert later.to_date is None

    def test_an_end_comes_after_the_beginning_and_can_only_move_forward(
        self, cast: Cast, network: Organisation
    ):
        held = joins(cast, network, to_date=TODAY + timedelta(days=9))
        for last_day, reason in ((TODAY - timedelta(days=1), "cannot end before"), (held.to_date, "already")):
            with pytest.raises(NotNow, match=reason):
                end_expectation(
                    by=cast.national_admin, expectation=held, last_day=last_day, ended_because="X"
                )

    @pytest.mark.parametrize("who", ["lead", "secretary", "regional_convenor", "curator", "stranger"])
    def test_others_may_not(self, cast: Cast, network: Organisation, who: str):
        held = joins(cast, network)
        person = cast.people()[who]
        with pytest.raises(PermissionDenied, match="recorded by national administrators"):
            add_expectation(by=person, organisation=cast.trust, reason=CHOSE, from_date=TODAY)
        with pytest.raises(PermissionDenied):
            end_expectation(by=person, expectation=held, last_day=TODAY, ended_because="X")
        with pytest.raises(Http404):
            add_expectation(by=cast.leaver, organisation=cast.trust, reason=CHOSE, from_date=TODAY)


class TestPages:
    def test_an_administrator_adds_and_ends_it(self, cast: Cast, network: Organisation, signed_in: SignIn):
        client = signed_in(cast.national_admin)
        assert "Whether Fern PCN is expected to name a lead, and why" in page(
            client, network.code, "organisation-show"
        )
        assert "It has never been expected to name one" in page(client, network.code)
        address = reverse("expectation-show", kwargs={"code": network.code})
        wrong = client.post(address, {"reason": "", **typed(TODAY, "from_date")}).content.decode()
        assert "Answer “Why is it expected to name a lead?”" in wrong
        wrong = client.post(address, {"reason": CHOSE, **typed(date(2020, 1, 1), "from_date")})
        assert "Fern PCN is not open on 1 January 2020." in wrong.content.decode()
        done = client.post(address, {"reason": CHOSE, **typed(TODAY, "from_date")}, follow=True)
        shown = " ".join(done.content.decode().split())
        assert "Fern PCN is expected to name a lead." in shown
        assert "It still is" in shown
        assert "Say that it is expected to no longer" in shown
        assert f"It is expected to name one: {CHOSE}" in page(client, network.code, "organisation-show")
        end = reverse("expectation-end", kwargs={"code": network.code})
        early = typed(TODAY - timedelta(days=1), "last_day") | {"ended_because": "It left."}
        assert "cannot end before" in client.post(end, early).content.decode()
        late = typed(TODAY + timedelta(days=3), "last_day") | {"ended_because": "It left."}
        shown = client.post(end, late, follow=True).content.decode()
        assert "The last day is recorded." in shown
        assert "29 November 2026" in shown
        assert "It left." in shown

    def test_there_is_nothing_to_end_where_nothing_is_expected(
        self, cast: Cast, network: Organisation, signed_in: SignIn
    ):
        client = signed_in(cast.national_admin)
        end = reverse("expectation-end", kwargs={"code": network.code})
        assert client.get(end).status_code == 409
        assert client.get(reverse("expectation-show", kwargs={"code": "NOWHERE"})).status_code == 404
        assert "A region has convenors instead." in page(client, cast.region.code)

    def test_others_see_no_way_there(self, cast: Cast, network: Organisation, signed_in: SignIn):
        client = signed_in(cast.regional_convenor)
        assert "is expected to name a lead, and why" not in page(client, network.code, "organisation-show")
        answer = client.get(reverse("expectation-show", kwargs={"code": network.code}))
        assert answer.status_code == 403
