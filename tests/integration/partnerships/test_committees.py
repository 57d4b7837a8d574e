"""Who sits where in a system, from when to when; which seats are empty, and where nobody speaks for inequalities."""

from collections.abc import Callable
from datetime import date, timedelta

import pytest
from django.core.exceptions import PermissionDenied
from django.http import Http404
from django.test import Client

from hileads.clock import today
from hileads.frame.refusals import NotNow
from hileads.leads.models import Appointment, Role, User
from hileads.partnerships.actions import (
    add_committee,
    add_seat,
    end_committee,
    end_seat,
    fill_seat,
    leave_seat,
)
from hileads.partnerships.contributions.pages import (
    board_panel,
    own_seats_panel,
    places_of,
    seats_handed_over,
    sees_gaps,
)
from hileads.partnerships.models import EXPECTED, Committee, CommitteeKind, Seat, SeatHolder
from hileads.partnerships.queries import candidates, seats_of, system_of, systems
from hileads.permissions.catalogue import P
from hileads.permissions.checks import can
from tests.actors import Cast
from tests.factories.people import appointed

DAY = today() - timedelta(days=60)
YESTERDAY = today() - timedelta(days=1)
SignIn = Callable[[User], Client]


@pytest.fixture
def secretary(cast: Cast) -> User:
    return appointed("Ines Secretary", Role.BOARD_SECRETARY, cast.icb)


@pytest.fixture
def committee(cast: Cast, secretary: User) -> Committee:
    return begin(cast, secretary)


@pytest.fixture
def seat(committee: Committee, secretary: User) -> Seat:
    return sit(secretary, committee)


def begin(cast: Cast, by: User, kind: CommitteeKind = CommitteeKind.PLACE, name: str = "Valley") -> Committee:
    return add_committee(by=by, icb=cast.icb, kind=kind, name=name, from_date=DAY)


def sit(by: User, committee: Committee, title: str = "Member", speaks: bool = True) -> Seat:
    return add_seat(by=by, committee=committee, title=title, is_on_inequalities=speaks, from_date=DAY)


WHO = [
    ("national_admin", True),
    ("secretary", False),
    ("lead", False),
    ("regional_convenor", False),
    ("lead_elsewhere", False),
    ("stranger", False),
    ("leaver", False),
]


@pytest.mark.parametrize(("who", "may"), WHO)
def test_who_records_the_committees_of_a_system(cast: Cast, who: str, may: bool):
    person = cast.people()[who]
    assert can(person, P.SEAT_EDIT, on=cast.icb) is may
    if may:
        assert begin(cast, person).icb == cast.icb
    else:
        with pytest.raises((PermissionDenied, Http404)):
            begin(cast, person)


def test_the_boards_own_lead_and_secretary_record_them(cast: Cast, secretary: User):
    lead = appointed("Ida System", Role.EXECUTIVE_LEAD, cast.icb)
    assert can(lead, P.SEAT_EDIT, on=cast.icb)
    assert can(secretary, P.SEAT_EDIT, on=cast.icb)
    assert not can(appointed("Dee Puty", Role.DEPUTY, cast.icb), P.SEAT_EDIT, on=cast.icb)


def test_everything_said_twice_is_said_once(cast: Cast, secretary: User, seat: Seat):
    assert begin(cast, secretary) == seat.committee
    assert sit(secretary, seat.committee, " Member ") == seat
    first = fill_seat(by=secretary, seat=seat, person=cast.lead, from_date=DAY)
    assert fill_seat(by=secretary, seat=seat, person=cast.lead, from_date=DAY) == first
    assert [str(seat.committee), str(seat), str(first)] == [
        "Valley",
        "Member, Valley",
        "Leila Lead, Member, Valley",
    ]
    assert first.events.get().pgh_context.metadata["user"] == secretary.pk


def test_what_does_not_fit_is_refused_with_the_reason(cast: Cast, secretary: User, seat: Seat):
    with pytest.raises(NotNow, match="is no integrated care board that is open"):
        add_committee(
            by=cast.national_admin, icb=cast.trust, kind=CommitteeKind.BOARD, name="Board", from_date=DAY
        )
    with pytest.raises(NotNow, match="is no integrated care board that is open on 1 January 2020"):
        add_committee(
            by=secretary, icb=cast.icb, kind=CommitteeKind.BOARD, name="Board", from_date=date(2020, 1, 1)
        )
    with pytest.raises(NotNow, match="It exists from"):
        fill_seat(by=secretary, seat=seat, person=cast.lead, from_date=DAY - timedelta(days=1))
    fill_seat(by=secretary, seat=seat, person=cast.lead, from_date=DAY)
    with pytest.raises(NotNow, match="Leila Lead sits there from"):
        fill_seat(by=secretary, seat=seat, person=cast.deputy, from_date=today())
    holder = fill_seat(by=secretary, seat=seat, person=cast.deputy, from_date=today(), is_deputy=True)
    with pytest.raises(NotNow, match="cannot end before"):
        leave_seat(by=secretary, holder=holder, last_day=YESTERDAY)
    leave_seat(by=secretary, holder=holder, last_day=today())
    with pytest.raises(NotNow, match="already ends on"):
        leave_seat(by=secretary, holder=holder, last_day=today())
    end_seat(by=secretary, seat=seat, last_day=today())
    with pytest.raises(NotNow, match=r"to .* Choose a day within that"):
        fill_seat(by=secretary, seat=seat, person=cast.secretary, from_date=today() + timedelta(days=1))


def test_seats_and_people_end_with_the_committee(cast: Cast, secretary: User, seat: Seat):
    holder = fill_seat(by=secretary, seat=seat, person=cast.lead, from_date=DAY)
    earlier = fill_seat(by=secretary, seat=seat, person=cast.deputy, from_date=DAY, is_deputy=True)
    leave_seat(by=secretary, holder=earlier, last_day=DAY)
    with pytest.raises(NotNow, match="cannot end before"):
        end_committee(by=secretary, committee=seat.committee, last_day=DAY - timedelta(days=1))
    end_committee(by=secretary, committee=seat.committee, last_day=YESTERDAY)
    for row in (seat.committee, seat, holder):
        row.refresh_from_db()
        assert row.to_date == YESTERDAY
    earlier.refresh_from_db()
    assert earlier.to_date == DAY
    assert system_of(cast.icb, today()).committees == []
    assert system_of(cast.icb, YESTERDAY).committees[0].committee == seat.committee


def test_a_seat_is_empty_since_its_holder_left_or_since_it_began(cast: Cast, secretary: User, seat: Seat):
    (line,) = system_of(cast.icb, today()).committees[0].seats
    assert (line.vacant_since, line.holders) == (DAY, [])
    holder = fill_seat(by=secretary, seat=seat, person=cast.lead, from_date=DAY)
    fill_seat(by=secretary, seat=seat, person=cast.deputy, from_date=DAY, is_deputy=True)
    (line,) = system_of(cast.icb, today()).committees[0].seats
    assert line.vacant_since is None
    assert [(row.user.name, row.is_deputy) for row in line.holders] == [
        ("Leila Lead", False),
        ("Dev Deputy", True),
    ]
    leave_seat(by=secretary, holder=holder, last_day=YESTERDAY)
    (line,) = system_of(cast.icb, today()).committees[0].seats
    assert line.vacant_since == today()
    assert [row.user.name for row in line.holders] == ["Dev Deputy"]


def test_somebody_without_any_post_fills_no_seat(cast: Cast, secretary: User, seat: Seat):
    fill_seat(by=secretary, seat=seat, person=cast.lead, from_date=DAY)
    Appointment.objects.filter(user=cast.lead).update(to_date=YESTERDAY)
    (line,) = system_of(cast.icb, today()).committees[0].seats
    assert line.vacant_since == DAY
    assert [row.user.name for row in line.holders] == ["Leila Lead"]


def test_gaps_are_the_expected_kinds_in_which_nobody_speaks_for_inequalities(cast: Cast, secretary: User):
    labels = [kind.label for kind in EXPECTED]
    assert system_of(cast.icb, today()).gaps == labels
    for kind in EXPECTED:
        seat = sit(secretary, begin(cast, secretary, kind, name=kind.label))
        assert kind.label in system_of(cast.icb, today()).gaps
        fill_seat(by=secretary, seat=seat, person=cast.lead, from_date=DAY)
        assert kind.label not in system_of(cast.icb, today()).gaps
    Seat.objects.update(is_on_inequalities=False)
    assert system_of(cast.icb, today()).gaps == labels


def test_systems_come_alphabetically_and_as_far_as_the_post_reaches(cast: Cast, committee: Committee):
    everywhere = systems(cast.national_admin, today())
    names = [system.icb.name for system in everywhere]
    assert len(names) == 2
    assert names == sorted(names, key=str.lower)
    assert {len(system.committees) for system in everywhere} == {0, 1}
    assert [system.icb for system in systems(cast.regional_convenor, today())] == [cast.icb]
    assert systems(cast.lead, today()) == []
    assert sees_gaps(cast.national_admin)
    assert not sees_gaps(cast.lead)


def test_people_of_the_system_can_be_chosen_each_once(cast: Cast, secretary: User):
    appointed("Zed Elsewhere", Role.DEPUTY, cast.trust_elsewhere)
    Appointment.objects.create(user=cast.lead, role=Role.EXECUTIVE_LEAD, organisation=cast.icb, from_date=DAY)
    names = [post.user.name for post in candidates(cast.icb, today())]
    assert names == ["Dev Deputy", "Ines Secretary", "Leila Lead", "Sal Secretary"]


def test_ones_own_seats_stand_on_the_account_and_in_the_hand_over(cast: Cast, secretary: User, seat: Seat):
    assert own_seats_panel(cast.lead, None) is None
    fill_seat(by=secretary, seat=seat, person=cast.lead, from_date=DAY)
    fill_seat(by=secretary, seat=seat, person=cast.deputy, from_date=DAY, is_deputy=True)
    assert own_seats_panel(cast.lead, None) == {"seats": list(seats_of(cast.lead, today()))}
    (item,) = seats_handed_over(cast.secretary, Appointment.objects.get(user=cast.lead))
    assert (item.text, item.url) == ("Member, Valley", f"/directory/{cast.icb.code}/committees/")
    (item,) = seats_handed_over(cast.secretary, Appointment.objects.get(user=cast.deputy))
    assert item.detail.endswith("as the deputy.")
    (fact,) = places_of(cast.lead)
    assert fact["Committee"] == "Valley"
    assert board_panel(cast.lead, cast.trust) is None
    assert board_panel(cast.lead, cast.icb) is not None


def test_the_pages_from_the_committee_to_the_last_day(cast: Cast, secretary: User, signed_in: SignIn):
    browser, here = signed_in(secretary), f"/directory/{cast.icb.code}/committees/"
    assert "Record the first one" in browser.get(here).content.decode()
    assert "No committee or partnership" in browser.get(f"/directory/{cast.icb.code}/").content.decode()
    assert "name their lead" not in signed_in(cast.stranger).get(here).content.decode()
    assert "lead and board secretary record them" in signed_in(cast.stranger).get(here).content.decode()
    day = {"from_date-day": str(DAY.day), "from_date-month": str(DAY.month), "from_date-year": str(DAY.year)}
    answer = browser.post(
        f"{here}add/", {"name": "Valley", "kind": "place", "place": "Valley", **day}, follow=True
    )
    assert "It is recorded. Add its seats next." in answer.content.decode()
    assert "No seat is recorded yet." in answer.content.decode()
    committee = Committee.objects.get()
    seats = f"/committees/{committee.public_id}/seats/add/"
    assert "checked" in browser.get(seats).content.decode()
    browser.post(seats, {"title": "Member", "is_on_inequalities": "on", **day})
    seat = Seat.objects.get()
    fill = f"/committees/seats/{seat.public_id}/fill/"
    assert "Leila Lead, Alder Vale NHS Foundation Trust" in browser.get(fill).content.decode()
    browser.post(fill, {"person": str(cast.lead.public_id), **day})
    text = browser.post(fill, {"person": str(cast.deputy.public_id), **day}).content.decode()
    assert "Leila Lead sits there from" in text
    holder = SeatHolder.objects.get()
    assert "Your seats in committees" in signed_in(cast.lead).get("/account/").content.decode()
    assert "1 committee or partnership" in browser.get(f"/directory/{cast.icb.code}/").content.decode()
    last = {
        "last_day-day": str(today().day),
        "last_day-month": str(today().month),
        "last_day-year": str(today().year),
    }
    for address in (
        f"/committees/places/{holder.public_id}/leave/",
        f"/committees/seats/{seat.public_id}/end/",
        f"/committees/{committee.public_id}/end/",
    ):
        assert browser.get(address).status_code == 200
        assert "ast day" in browser.post(address, last, follow=True).content.decode()
    committee.refresh_from_db()
    assert committee.to_date == today()
    assert browser.get(f"/directory/{cast.trust.code}/committees/").status_code == 404


def test_the_pages_read_as_often_with_one_committee_as_with_twenty(
    cast: Cast, secretary: User, seat: Seat, signed_in: SignIn, queries_of: Callable[[Client, str], int]
):
    fill_seat(by=secretary, seat=seat, person=cast.lead, from_date=DAY)
    pages = [
        (signed_in(cast.national_admin), "/committees/"),
        (signed_in(secretary), f"/directory/{cast.icb.code}/committees/"),
        (signed_in(cast.lead), "/account/"),
    ]
    before = [queries_of(*page) for page in pages]
    for number in range(20):
        more = sit(secretary, begin(cast, secretary, name=f"Valley {number}"))
        fill_seat(by=secretary, seat=more, person=cast.lead, from_date=DAY)
    assert [queries_of(*page) for page in pages] == before
