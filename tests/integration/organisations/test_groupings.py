"""Groupings that are no organisations in law are recorded by whoever keeps them, and found by everyone."""

from collections.abc import Callable
from datetime import date
from typing import Any

import pytest
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpResponse
from django.test import Client
from django.urls import reverse

from hileads.frame.refusals import NotNow
from hileads.leads.models import Role, User
from hileads.organisations.actions.groupings import (
    add_grouping,
    add_grouping_member,
    edit_grouping,
    end_grouping_member,
)
from hileads.organisations.models import Grouping, GroupingKind, GroupingMember, Organisation
from hileads.organisations.queries.groupings import groupings_of
from tests.actors import Cast
from tests.factories.organisations import IcbFactory, OrganisationFactory
from tests.factories.people import appointed

SignIn = Callable[[User], Client]
BEGAN, JOINED, DAY = date(2025, 4, 1), date(2025, 6, 1), date(2026, 11, 1)


@pytest.fixture
def ics_secretary(cast: Cast) -> User:
    return appointed("Ica Secretary", Role.BOARD_SECRETARY, cast.icb)


@pytest.fixture
def grouping(cast: Cast, ics_secretary: User) -> Grouping:
    return add_grouping(
        by=ics_secretary,
        icb=cast.icb,
        kind=GroupingKind.PROVIDER_COLLABORATIVE,
        name="Valley Collaborative",
        from_date=BEGAN,
    )


def text_of(answer: HttpResponse) -> str:
    return " ".join(answer.content.decode().split())


def dated(name: str, day: date) -> dict[str, str]:
    return {f"{name}-day": str(day.day), f"{name}-month": str(day.month), f"{name}-year": str(day.year)}


def test_a_secretary_of_the_board_records_one_and_who_belongs_to_it(
    cast: Cast, ics_secretary: User, signed_in: SignIn
):
    client = signed_in(ics_secretary)
    page = text_of(client.get(reverse("organisation-show", args=[cast.icb.code])))
    assert "No cluster, collaborative or partnership is recorded here yet." in page
    address = reverse("grouping-add", args=[cast.icb.code])
    assert address in page
    assert "Add a grouping" in text_of(client.get(address))
    given = {
        "name": "Valley Place",
        "kind": "place_partnership",
        "note": "Work on homes.",
        **dated("from_date", BEGAN),
    }
    answer = client.post(address, given, follow=True)
    assert "No organisation belongs to it today." in text_of(answer)
    assert "Add one below." in text_of(answer)
    again = client.post(address, given, follow=True)
    assert again.redirect_chain == answer.redirect_chain
    grouping = Grouping.objects.get()
    add = reverse("grouping-member-add", args=[grouping.public_id])
    client.get(add)
    answer = client.post(add, {"organisation": "rav", **dated("from_date", JOINED)}, follow=True)
    page = text_of(answer)
    assert "Alder Vale NHS Foundation Trust belongs to Valley Place." in page
    assert "since 1 June 2025" in page
    assert "Work on homes." in page
    shown = text_of(client.get(reverse("organisation-show", args=["RAV"])))
    assert "Valley Place</a>, place-based partnership since 1 April 2025" in shown
    assert "Valley Place" in text_of(client.get(reverse("organisation-show", args=[cast.icb.code])))


def test_the_directory_lists_those_of_one_grouping(cast: Cast, grouping: Grouping, signed_in: SignIn):
    client = signed_in(cast.lead)
    add_grouping_member(by=cast.national_admin, grouping=grouping, organisation=cast.trust, from_date=JOINED)
    page = text_of(client.get(reverse("organisation-list"), {"grouping": str(grouping.public_id)}))
    assert "1 organisation<" in page
    assert "Alder Vale NHS Foundation Trust" in page
    before = {"grouping": str(grouping.public_id), **dated("as_at", BEGAN)}
    assert "Nothing in the directory matches." in text_of(client.get(reverse("organisation-list"), before))
    wrong = text_of(client.get(reverse("organisation-list"), {"grouping": "none"}))
    assert "Select a valid choice" in wrong


def test_a_change_is_saved_and_with_the_last_day_its_members_leave(
    cast: Cast, ics_secretary: User, grouping: Grouping, signed_in: SignIn
):
    early = add_grouping_member(
        by=ics_secretary, grouping=grouping, organisation=cast.trust, from_date=JOINED
    )
    late = add_grouping_member(
        by=ics_secretary, grouping=grouping, organisation=cast.trust_elsewhere, from_date=date(2026, 6, 1)
    )
    left = add_grouping_member(by=ics_secretary, grouping=grouping, organisation=cast.icb, from_date=BEGAN)
    end_grouping_member(by=ics_secretary, member=left, last_day=date(2025, 9, 30))
    client = signed_in(ics_secretary)
    address = reverse("grouping-edit", args=[grouping.public_id])
    assert "Valley Collaborative" in text_of(client.get(address))
    given = {
        "name": "Dale Collaborative",
        "kind": "icb_cluster",
        **dated("from_date", BEGAN),
        **dated("to_date", date(2026, 3, 31)),
    }
    page = text_of(client.post(address, given, follow=True))
    assert "The changes were saved." in page
    assert "until 31 March 2026" in page
    assert "Before and later" in page
    early.refresh_from_db()
    assert early.to_date == date(2026, 3, 31)
    left.refresh_from_db()
    assert left.to_date == date(2025, 9, 30)
    assert not GroupingMember.objects.filter(pk=late.pk).exists()
    assert list(groupings_of(cast.trust, DAY)) == []
    grouping.refresh_from_db()
    assert str(grouping) == "Dale Collaborative"
    assert str(early) == "Alder Vale NHS Foundation Trust in Dale Collaborative"
    page = text_of(client.post(address, {**given, **dated("from_date", date(2025, 7, 1))}))
    assert "It cannot begin on a later day than that." in page
    page = text_of(client.post(address, {**given, **dated("to_date", date(2025, 3, 31))}))
    assert "The last day must be the first day or later" in page


def test_a_last_day_is_recorded_once(cast: Cast, ics_secretary: User, grouping: Grouping, signed_in: SignIn):
    member = add_grouping_member(
        by=ics_secretary, grouping=grouping, organisation=cast.trust, from_date=JOINED
    )
    client = signed_in(ics_secretary)
    address = reverse("grouping-member-end", args=[member.public_id])
    assert "since 1 June 2025" in text_of(client.get(address))
    assert "it cannot leave before" in text_of(client.post(address, dated("last_day", BEGAN)))
    page = text_of(client.post(address, dated("last_day", date(2026, 3, 31)), follow=True))
    assert "The last day is recorded." in page
    assert "It leaves on 31 March 2026 already." in text_of(
        client.post(address, dated("last_day", date(2026, 3, 31)))
    )


NOT_A_MEMBER = [
    ("Valley", BEGAN.replace(year=2024), "is recorded from 1 April 2025"),
    ("closed", JOINED, "is not open on 1 June 2025"),
    ("RAV", date(2025, 5, 1), "belongs to it on that day or later already"),
    ("RAV", date(2025, 7, 1), "belongs to it on that day or later already"),
]


@pytest.mark.parametrize(("which", "day", "reason"), NOT_A_MEMBER)
def test_who_cannot_join_is_told_why(
    cast: Cast, ics_secretary: User, grouping: Grouping, which: str, day: date, reason: str
):
    add_grouping_member(by=ics_secretary, grouping=grouping, organisation=cast.trust, from_date=JOINED)
    organisation = OrganisationFactory(closed_date=date(2025, 3, 31)) if which == "closed" else cast.trust
    with pytest.raises(NotNow, match=reason):
        add_grouping_member(by=ics_secretary, grouping=grouping, organisation=organisation, from_date=day)


def test_said_twice_it_belongs_once_and_it_may_come_back(cast: Cast, ics_secretary: User, grouping: Grouping):
    def join(day: date) -> GroupingMember:
        return add_grouping_member(
            by=ics_secretary, grouping=grouping, organisation=cast.trust, from_date=day
        )

    member = join(JOINED)
    assert join(JOINED) == member
    end_grouping_member(by=ics_secretary, member=member, last_day=date(2025, 12, 31))
    assert join(date(2026, 1, 1)) != member
    edit_grouping(by=ics_secretary, grouping=grouping, to_date=date(2026, 9, 30))
    with pytest.raises(NotNow, match="from 1 April 2025 to 30 September 2026"):
        add_grouping_member(
            by=ics_secretary, grouping=grouping, organisation=cast.trust_elsewhere, from_date=DAY
        )


def test_an_unknown_code_is_told(grouping: Grouping, cast: Cast, signed_in: SignIn):
    client = signed_in(cast.national_admin)
    address = reverse("grouping-member-add", args=[grouping.public_id])
    given = {"organisation": "rzz", **dated("from_date", JOINED)}
    assert "No organisation has the code RZZ" in text_of(client.post(address, given))
    given = {"organisation": cast.trust.code, **dated("from_date", BEGAN.replace(year=2024))}
    assert "Choose a day in between." in text_of(client.post(address, given))


def test_a_grouping_is_kept_by_an_open_board(cast: Cast, grouping: Grouping, signed_in: SignIn):
    fields: dict[str, Any] = {"kind": GroupingKind.ICB_CLUSTER, "name": "Cluster", "from_date": BEGAN}
    with pytest.raises(NotNow, match="is not an integrated care board"):
        add_grouping(by=cast.national_admin, icb=cast.trust, **fields)
    closed = IcbFactory(closed_date=date(2026, 3, 31))
    with pytest.raises(NotNow, match="closed on"):
        add_grouping(by=cast.national_admin, icb=closed, **fields)
    assert signed_in(cast.national_admin).get(reverse("grouping-add", args=["RAV"])).status_code == 404
    member = add_grouping_member(
        by=cast.national_admin, grouping=grouping, organisation=cast.trust, from_date=JOINED
    )
    Organisation.objects.filter(pk=cast.icb.pk).update(closed_date=date(2026, 3, 31))
    grouping = Grouping.objects.get()
    member = GroupingMember.objects.get()
    for attempt in (
        lambda: edit_grouping(by=cast.national_admin, grouping=grouping, name="Other"),
        lambda: add_grouping_member(
            by=cast.national_admin, grouping=grouping, organisation=cast.trust_elsewhere, from_date=JOINED
        ),
        lambda: end_grouping_member(by=cast.national_admin, member=member, last_day=DAY),
    ):
        with pytest.raises(NotNow, match="closed on 31 March 2026"):
            attempt()
    page = text_of(signed_in(cast.national_admin).get(reverse("grouping-show", args=[grouping.public_id])))
    assert "Change this grouping" not in page


WHO = [
    ("national_admin", True),
    ("regional_convenor", False),
    ("secretary", False),
    ("lead", False),
    ("stranger", False),
    ("leaver", False),
]


@pytest.mark.parametrize(("who", "may"), WHO)
def test_who_records_groupings(cast: Cast, grouping: Grouping, who: str, may: bool):
    person = cast.people()[who]
    member = add_grouping_member(
        by=cast.national_admin, grouping=grouping, organisation=cast.trust, from_date=JOINED
    )
    attempts = (
        lambda: edit_grouping(by=person, grouping=grouping, note="x"),
        lambda: add_grouping_member(by=person, grouping=grouping, organisation=cast.trust, from_date=JOINED),
        lambda: end_grouping_member(by=person, member=member, last_day=DAY),
        lambda: add_grouping(
            by=person, icb=cast.icb, kind=GroupingKind.ICB_CLUSTER, name="C", from_date=BEGAN
        ),
    )
    for attempt in attempts:
        if may:
            attempt()
        else:
            with pytest.raises((PermissionDenied, Http404)):
                attempt()


def test_the_page_runs_the_same_queries_with_few_and_many_members(
    cast: Cast, grouping: Grouping, signed_in: SignIn, queries_of: Callable[[Client, str], int]
):
    add_grouping_member(by=cast.national_admin, grouping=grouping, organisation=cast.trust, from_date=JOINED)
    client = signed_in(cast.national_admin)
    address = reverse("grouping-show", args=[grouping.public_id])
    few = queries_of(client, address)
    for _ in range(20):
        add_grouping_member(
            by=cast.national_admin, grouping=grouping, organisation=OrganisationFactory(), from_date=JOINED
        )
    assert queries_of(client, address) == few
