"""A partner is registered on a board's page, its people are invited, and what they then see makes sense."""

import re
from collections.abc import Callable
from datetime import date
from typing import Any

import pytest
from django.http import HttpResponse
from django.test import Client
from django.urls import reverse

from hileads.clock import today
from hileads.leads.emails import answer_path
from hileads.leads.models import Invitation, InvitationState, Role, User
from hileads.notifications.models import Message
from hileads.organisations.actions.partners import add_partner_area, register_partner
from hileads.organisations.contributions import find_organisations, resolve_organisation
from hileads.organisations.models import Organisation, PartnerKind
from hileads.partnerships.actions import add_committee, add_seat
from hileads.partnerships.models import CommitteeKind, SeatHolder
from learning_sets.actions import add_member, begin_set
from tests.actors import Cast
from tests.factories.organisations import IcbFactory
from tests.factories.people import appointed

SignIn = Callable[[User], Client]
BEGAN = date(2025, 4, 1)


@pytest.fixture
def keeper(cast: Cast) -> User:
    return appointed("Kay Keeper", Role.EXECUTIVE_LEAD, cast.icb)


@pytest.fixture
def council(cast: Cast, keeper: User) -> Organisation:
    return partner(keeper, cast.icb, "Dale Borough Council")


def partner(by: User, icb: Organisation, name: str) -> Organisation:
    return register_partner(by=by, icb=icb, name=name, kind=PartnerKind.COUNCIL, town="Dale", from_date=BEGAN)


def text_of(answer: Any) -> str:
    assert answer.status_code == 200
    return " ".join(answer.content.decode().split())


def dated(name: str, day: date) -> dict[str, str]:
    return {f"{name}-day": str(day.day), f"{name}-month": str(day.month), f"{name}-year": str(day.year)}


def given(name: str, **more: str) -> dict[str, str]:
    return {"name": name, "kind": "charity", "town": "Dale", **dated("from_date", BEGAN), **more}


def test_a_board_registers_one_and_its_page_says_what_it_is(cast: Cast, keeper: User, signed_in: SignIn):
    client = signed_in(keeper)
    board = text_of(client.get(reverse("organisation-show", args=[cast.icb.code])))
    assert "No council, charity or university is registered in this board’s area yet." in board
    address = reverse("partner-add", args=[cast.icb.code])
    assert address in board
    assert "Register a partner" in text_of(client.get(address))
    page = text_of(client.post(address, given("Dale Night Shelter"), follow=True))
    assert "Dale Night Shelter is registered. Invite its people next." in page
    assert "A partner, without an ODS code: charity or community group, Dale." in page
    assert "is not expected to name a lead, is not counted in coverage" in page
    assert "Nobody is recorded here at present." in page
    assert "No executive lead" not in page
    assert "PARTNER00001, " not in page
    assert cast.icb.name in page
    board = text_of(client.get(reverse("organisation-show", args=[cast.icb.code])))
    assert "1 partner in this board’s area" in board
    listed = text_of(client.get(reverse("organisation-list"), {"kind": "partner", "icb": cast.icb.code}))
    assert "Partner, charity or community group, Dale." in listed


def test_what_may_be_the_same_is_shown_first_and_one_can_go_on(
    cast: Cast, keeper: User, council: Organisation, signed_in: SignIn
):
    client, address = signed_in(keeper), reverse("partner-add", args=[cast.icb.code])
    page = text_of(client.post(address, given("Dale Boro Council")))
    assert "This may be registered already" in page
    assert 'value="Dale Boro Council"' in page
    assert reverse("organisation-show", args=[council.code]) in page
    assert Organisation.objects.filter(kind="partner").count() == 1
    another = text_of(client.post(address, given("Dale Borough Councils", not_these="Dale Boro Council")))
    assert "This may be registered already" in another
    page = text_of(
        client.post(address, given("Dale Boro Council", not_these="Dale Boro Council"), follow=True)
    )
    assert "Dale Boro Council is registered." in page


def test_another_board_says_that_it_works_there_too(
    cast: Cast, keeper: User, council: Organisation, signed_in: SignIn
):
    moor = IcbFactory(name="NHS Moor Integrated Care Board")
    client = signed_in(appointed("El Deputy", Role.DEPUTY, moor))
    page = text_of(client.post(reverse("partner-add", args=[moor.code]), given("Dale Borough Council")))
    address = reverse("partner-area-add", args=[moor.code, council.code])
    assert address in page
    assert "Add Dale Borough Council" in text_of(client.get(address))
    page = text_of(client.post(address, dated("from_date", BEGAN), follow=True))
    assert "works in your area too" in page
    assert "these boards, whose" in page
    end = reverse("partner-area-end", args=[council.areas.get(icb=moor).public_id])
    assert end in page
    assert reverse("partner-area-end", args=[council.areas.get(icb=cast.icb).public_id]) not in page
    assert "Record a last day in NHS Moor" in text_of(client.get(end))
    page = text_of(client.post(end, dated("last_day", date(2026, 1, 31)), follow=True))
    assert "Before or later" in page
    assert "to 31 January 2026" in page
    only = reverse("partner-area-end", args=[council.areas.get(icb=cast.icb).public_id])
    page = text_of(signed_in(keeper).post(only, dated("last_day", today())))
    assert "works in no other area" in page


def test_it_is_renamed_and_closed(cast: Cast, keeper: User, council: Organisation, signed_in: SignIn):
    client = signed_in(keeper)
    edit, close = (reverse(name, args=[council.code]) for name in ("partner-edit", "partner-close"))
    page = text_of(client.get(reverse("organisation-show", args=[council.code])))
    assert edit in page
    assert close in page
    assert 'value="Dale Borough Council"' in text_of(client.get(edit))
    changed = {"name": "Moor Council", "kind": "council", "town": "Moor"}
    refused = text_of(client.post(edit, changed | dated("named_from", date(2024, 1, 1))))
    assert "It has been called Dale Borough Council since 1 April 2025." in refused
    page = text_of(client.post(edit, changed | dated("named_from", date(2026, 1, 1)), follow=True))
    assert "Names over time" in page
    assert "as ODS spells" not in page
    before = {"as_at-day": "1", "as_at-month": "6", "as_at-year": "2025"}
    page = text_of(client.get(reverse("organisation-show", args=[council.code]), before))
    assert ">Dale Borough Council<" in page
    assert edit not in page
    assert "Record that it has closed" in text_of(client.get(close))
    page = text_of(client.post(close, dated("last_day", date(2026, 3, 31)), follow=True))
    assert "It closed on 31 March 2026." in page
    assert "It is not recorded in the area of any board." in page
    assert client.post(close, dated("last_day", today())).status_code == 403
    administrator = text_of(signed_in(cast.national_admin).post(close, dated("last_day", today())))
    assert "Moor Council closed on 31 March 2026" in administrator


def test_others_see_it_and_cannot_change_it(cast: Cast, council: Organisation, signed_in: SignIn):
    client = signed_in(cast.stranger)
    page = text_of(client.get(reverse("organisation-show", args=[council.code])))
    assert "A partner, without an ODS code" in page
    assert "Change what is recorded" not in page
    for address in (
        reverse("partner-edit", args=[council.code]),
        reverse("partner-close", args=[council.code]),
        reverse("partner-add", args=[cast.icb.code]),
        reverse("partner-area-add", args=[cast.icb.code, council.code]),
    ):
        assert client.get(address).status_code == 403
    board = text_of(client.get(reverse("organisation-show", args=[cast.icb.code])))
    assert "Register a partner" not in board
    assert signed_in(cast.national_admin).get(reverse("partner-edit", args=["RAV"])).status_code == 404


def test_the_search_finds_it(cast: Cast, council: Organisation):
    (hit,) = find_organisations(cast.lead, "Dale Borough")
    assert hit.kind_label == "Partner, local council"
    assert hit.summary == f"Dale, {cast.icb.name}"
    resolved = resolve_organisation(cast.lead, council.code, "")
    assert resolved is not None
    assert resolved.kind_label == "Partner"


class TestItsPeople:
    @pytest.fixture(autouse=True)
    def _mail_goes_to_the_ledger(self, settings: Any) -> None:
        settings.EMAIL_BACKEND = "hileads.notifications.backend.LedgerBackend"

    def invited(self, client: Client, council: Organisation, role: str = "team_member") -> HttpResponse:
        given = {
            "name": "Cora Council",
            "email": "cora@council.example",
            "role": role,
            "post_title": "Adviser",
        }
        address = reverse("nomination-add", args=[council.code])
        return client.post(address, given | dated("from_date", today()), follow=True)

    def test_they_are_invited_from_its_page_and_accept(
        self, keeper: User, council: Organisation, signed_in: SignIn
    ):
        client = signed_in(keeper)
        people = reverse("organisation-people", args=[council.code])
        assert people in text_of(client.get(reverse("organisation-show", args=[council.code])))
        assert "Nominate somebody first." in text_of(client.get(people))
        form = text_of(client.get(reverse("nomination-add", args=[council.code])))
        assert set(re.findall(r'<option value="(\w+)"', form)) == {"team_member", "facilitator"}
        assert "interim" not in form
        page = text_of(self.invited(client, council))
        assert "An invitation is on its way to cora@council.example" in page
        invitation = Invitation.objects.get()
        assert invitation.state == InvitationState.SENT
        assert Message.objects.filter(address="cora@council.example").exists()
        answered = Client().post(answer_path(invitation), follow=True)
        assert answered.status_code == 200
        page = text_of(client.get(people))
        assert "Cora Council" in page
        assert "can act here at present" not in page
        assert "Name who acts for them" not in page

    @pytest.mark.parametrize("role", ["executive_lead", "board_secretary", "chair", "deputy"])
    def test_they_are_nothing_that_signs_or_sits_on_a_board(
        self, keeper: User, council: Organisation, signed_in: SignIn, role: str
    ):
        page = text_of(self.invited(signed_in(keeper), council, role))
        assert "Select a valid choice" in page
        assert not Invitation.objects.exists()

    def test_they_sit_in_a_committee(
        self, cast: Cast, keeper: User, council: Organisation, signed_in: SignIn
    ):
        person = appointed("Cora Council", Role.TEAM_MEMBER, council)
        committee = add_committee(
            by=keeper, icb=cast.icb, kind=CommitteeKind.PLACE, name="Valley", from_date=BEGAN
        )
        seat = add_seat(
            by=keeper, committee=committee, title="Member", is_on_inequalities=True, from_date=BEGAN
        )
        address = reverse("seat-fill", args=[seat.public_id])
        client = signed_in(keeper)
        assert "Cora Council, Dale Borough Council" in text_of(client.get(address))
        client.post(address, {"person": str(person.public_id), **dated("from_date", today())})
        assert SeatHolder.objects.get().user == person
        account = text_of(signed_in(person).get(reverse("account-show")))
        assert "Valley" in account

    @pytest.mark.parametrize("role", [Role.TEAM_MEMBER, Role.FACILITATOR])
    def test_every_page_they_come_to_makes_sense(
        self, cast: Cast, council: Organisation, signed_in: SignIn, role: Role
    ):
        person = appointed("Cora Council", role, council)
        group = begin_set(by=cast.facilitator, name="Valley set", purpose="Our own challenges.")
        add_member(by=cast.facilitator, learning_set=group, person=person)
        client = signed_in(person)
        pages = {
            name: text_of(client.get(reverse(name)))
            for name in (
                *("this-week", "plan-own", "report-list", "role-show", "measure-list", "set-list"),
                *("resource-list", "activity-list", "organisation-list", "account-show", "information-show"),
            )
        }
        assert "Dale Borough Council" in pages["this-week"]
        assert "board" not in re.sub(r"<header.*?</header>|<footer.*", "", pages["this-week"]).casefold()
        assert "You hold no post that opens an organisation’s plan." in pages["plan-own"]
        assert "Dale Borough Council is a partner, so it has no board report here." in pages["report-list"]
        assert "Name who acts for you" not in pages["account-show"]
        assert "Valley set" in pages["set-list"]


def test_the_page_costs_the_same_however_many_areas(
    cast: Cast,
    keeper: User,
    council: Organisation,
    signed_in: SignIn,
    queries_of: Callable[[Client, str], int],
):
    client = signed_in(cast.national_admin)
    addresses = [
        reverse("organisation-show", args=[council.code]),
        reverse("organisation-list") + "?kind=partner",
    ]
    few = [queries_of(client, address) for address in addresses]
    for number in range(5):
        icb = IcbFactory()
        add_partner_area(by=cast.national_admin, icb=icb, partner=council, from_date=BEGAN)
        partner(cast.national_admin, icb, f"Town {number} Council")
    assert [queries_of(client, address) for address in addresses] == few
