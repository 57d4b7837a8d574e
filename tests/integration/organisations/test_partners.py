"""Partners without an ODS code are registered once, kept by the boards in whose area they work, and closed."""

from datetime import date, timedelta

import pytest
from django.core.exceptions import PermissionDenied
from django.db import IntegrityError, transaction
from django.http import Http404

from hileads.clock import today
from hileads.frame.refusals import NotNow
from hileads.leads.actions import end_appointment, nominate_person, withdraw_invitation
from hileads.leads.models import Role, User
from hileads.organisations.actions.expectations import add_expectation, expect_leads
from hileads.organisations.actions.imports import import_files
from hileads.organisations.actions.partners import (
    add_partner_area,
    close_partner,
    edit_partner,
    end_partner_area,
    register_partner,
)
from hileads.organisations.models import (
    Expectation,
    Organisation,
    OrganisationName,
    PartnerArea,
    PartnerKind,
)
from hileads.organisations.odsfiles.layouts import read_file
from hileads.organisations.odsfiles.planning import Dated
from hileads.organisations.odsfiles.reading import RefusedFileError
from hileads.organisations.queries.coverage import coverage
from hileads.organisations.queries.directory import Sought, find, lines_of, with_places
from hileads.organisations.queries.partners import alike, partner_facts, partners_of
from hileads.organisations.queries.register import load_register
from hileads.permissions.catalogue import P
from hileads.permissions.checks import can, users_who_can
from hileads.permissions.roles import AT_ITS_PARTNERS, READS_THE_BOARDROOM
from tests.actors import Cast
from tests.factories.organisations import IcbFactory, OrganisationFactory, place
from tests.factories.people import appointed

BEGAN, LATER = date(2025, 4, 1), date(2026, 1, 15)
KEEPERS = (Role.EXECUTIVE_LEAD, Role.DEPUTY, Role.BOARD_SECRETARY)
OTHERS = (Role.TEAM_MEMBER, Role.CHAIR, Role.NON_EXECUTIVE_CHAMPION)


@pytest.fixture
def keeper(cast: Cast) -> User:
    return appointed("Kay Keeper", Role.BOARD_SECRETARY, cast.icb)


@pytest.fixture
def council(cast: Cast, keeper: User) -> Organisation:
    return registered(keeper, cast.icb)


@pytest.fixture
def icb_elsewhere(cast: Cast) -> Organisation:
    elsewhere: Organisation = IcbFactory(name="NHS Moor Integrated Care Board")
    place(elsewhere, region=cast.region)
    return elsewhere


def registered(by: User, icb: Organisation, name: str = "Dale Borough Council") -> Organisation:
    return register_partner(
        by=by, icb=icb, name=f" {name} ", kind=PartnerKind.COUNCIL, town="Dale", from_date=BEGAN
    )


def edited(by: User, partner: Organisation, name: str, named_from: date) -> Organisation:
    return edit_partner(
        by=by, partner=partner, name=name, named_from=named_from, kind=PartnerKind.OTHER, town="Dale End"
    )


def names_of(partner: Organisation) -> list[tuple[str, date, date | None]]:
    return list(
        OrganisationName.objects.filter(organisation=partner)
        .order_by("from_date")
        .values_list("name", "from_date", "to_date")
    )


def test_it_gets_a_code_of_the_portals_own_and_is_kept_once(cast: Cast, keeper: User, council: Organisation):
    assert council.code == "PARTNER00001"
    assert council.name == "Dale Borough Council"
    assert str(council.partner) == "Dale Borough Council: Local council"
    assert str(council.areas.get()) == f"Dale Borough Council in {cast.icb}"
    assert registered(keeper, cast.icb, "dale borough council") == council
    assert registered(keeper, cast.icb, "Dale Night Shelter").code == "PARTNER00002"
    assert council.areas.get().events.get().pgh_context.metadata["user"] == keeper.pk
    assert list(partners_of(cast.icb, today()).values_list("name", flat=True)) == [
        "Dale Borough Council",
        "Dale Night Shelter",
    ]


@pytest.mark.parametrize("code", ["PARTNER1", "DALE", "PARTNERS0001"])
def test_no_other_code_is_a_partners(cast: Cast, council: Organisation, code: str):
    with pytest.raises(IntegrityError), transaction.atomic():
        Organisation.objects.filter(pk=council.pk).update(code=code)
    with pytest.raises(IntegrityError), transaction.atomic():
        Organisation.objects.filter(pk=cast.trust.pk).update(code="PARTNER00007")


def test_the_register_of_ods_never_touches_it(cast: Cast, council: Organisation):
    assert council.code not in load_register().entries
    regions = read_file("regions.csv", b"ods_code,ons_code,name\nY56,E40000003,London\n")
    import_files(by=cast.national_admin, files=[Dated(regions, today())])
    assert Organisation.objects.get(pk=council.pk).name == "Dale Borough Council"
    with pytest.raises(RefusedFileError) as refusal:
        read_file("regions.csv", b"ods_code,ons_code,name\nPARTNER00001,E40000003,London\n")
    assert "'PARTNER00001' is not an ODS code" in str(refusal.value.problems[0])


def test_it_is_never_expected_to_name_a_lead_and_never_counted(cast: Cast, council: Organisation):
    expect_leads(by=User.objects.system())
    assert not Expectation.objects.filter(organisation=council).exists()
    with pytest.raises(NotNow, match="A partner takes part in what others lead"):
        add_expectation(
            by=cast.national_admin, organisation=council, reason="It is large.", from_date=today()
        )
    found = coverage(cast.national_admin, today())
    assert council.name not in {row.name for row in found.organisations}


@pytest.mark.parametrize("role", KEEPERS)
def test_the_boards_lead_deputy_and_secretary_keep_it(cast: Cast, council: Organisation, role: Role):
    person = appointed("Pat Person", role, cast.icb)
    for permission in AT_ITS_PARTNERS:
        assert can(person, permission, on=council)
        assert person in users_who_can(permission, on=council)
    assert not can(person, P.PLAN_VIEW, on=council)
    assert person not in users_who_can(P.PLAN_VIEW, on=council)


def test_others_do_not_keep_it(cast: Cast, council: Organisation, icb_elsewhere: Organisation):
    strangers = [appointed(f"Os {role}", role, cast.icb) for role in OTHERS]
    strangers += [appointed("El Secretary", Role.BOARD_SECRETARY, icb_elsewhere)]
    strangers += [cast.lead, cast.secretary, cast.regional_convenor, cast.stranger, cast.leaver]
    for person in strangers:
        for permission in AT_ITS_PARTNERS:
            assert not can(person, permission, on=council)
            assert person not in users_who_can(permission, on=council)
        with pytest.raises((PermissionDenied, Http404)):
            registered(person, cast.icb, "Another Council")
        with pytest.raises((PermissionDenied, Http404)):
            edited(person, council, "Another Council", BEGAN)
    for permission in AT_ITS_PARTNERS:
        assert can(cast.national_admin, permission, on=council)
        assert cast.national_admin in users_who_can(permission, on=council)


def test_its_own_people_read_and_keep_nothing(cast: Cast, council: Organisation):
    person = appointed("Cora Council", Role.TEAM_MEMBER, council)
    assert can(person, P.ORGANISATION_VIEW, on=council)
    assert can(person, P.CONTENT_VIEW)
    assert not can(person, P.SET_ADD)
    assert can(appointed("Fred Facilitates", Role.FACILITATOR, council), P.SET_ADD)
    for permission in {*READS_THE_BOARDROOM, P.PLAN_EDIT, *AT_ITS_PARTNERS}:
        assert not can(person, permission)
        assert not can(person, permission, on=council)
        assert person not in users_who_can(permission, on=council)
    assert person in users_who_can(P.ORGANISATION_VIEW, on=council)


def test_it_is_registered_with_an_open_board_and_not_for_days_to_come(cast: Cast, keeper: User):
    with pytest.raises(NotNow, match="is not an integrated care board"):
        registered(cast.national_admin, cast.trust)
    with pytest.raises(NotNow, match="Choose today or a day that has been"):
        register_partner(
            by=keeper,
            icb=cast.icb,
            name="Dale College",
            kind=PartnerKind.RESEARCH,
            town="Dale",
            from_date=today() + timedelta(days=1),
        )


def test_a_new_name_follows_the_one_before(keeper: User, council: Organisation):
    changed = edited(keeper, council, "Dale and Moor Council", LATER)
    assert (changed.name, changed.town, changed.partner.kind) == (
        "Dale and Moor Council",
        "Dale End",
        "other",
    )
    assert names_of(council) == [
        ("Dale Borough Council", BEGAN, date(2026, 1, 14)),
        ("Dale and Moor Council", LATER, None),
    ]
    edited(keeper, council, "Dale and Moor Council", today())
    assert len(names_of(council)) == 2
    with pytest.raises(NotNow, match="has been called Dale and Moor Council since 15 January 2026"):
        edited(keeper, council, "Moor Council", BEGAN)
    with pytest.raises(NotNow, match="Choose today or a day that has been"):
        edited(keeper, council, "Moor Council", today() + timedelta(days=1))


def test_a_name_that_was_wrong_from_the_start_is_put_right(keeper: User, council: Organisation):
    edited(keeper, council, "Dale Metropolitan Borough Council", BEGAN)
    assert names_of(council) == [("Dale Metropolitan Borough Council", BEGAN, None)]


def test_what_has_an_ods_code_is_no_partner(cast: Cast):
    with pytest.raises(NotNow, match="Its entry comes from the files of ODS"):
        edited(cast.national_admin, cast.trust, "Another name", BEGAN)


def test_another_board_adds_its_own_area_and_one_is_always_left(
    cast: Cast, keeper: User, council: Organisation, icb_elsewhere: Organisation
):
    other = appointed("El Lead", Role.EXECUTIVE_LEAD, icb_elsewhere)
    first = council.areas.get()
    with pytest.raises(NotNow, match="works in no other area, so nobody would keep its entry"):
        end_partner_area(by=keeper, area=first, last_day=today())
    area = add_partner_area(by=other, icb=icb_elsewhere, partner=council, from_date=LATER)
    assert add_partner_area(by=other, icb=icb_elsewhere, partner=council, from_date=today()) == area
    assert can(other, P.NOMINATION_CONFIRM, on=council)
    with pytest.raises(PermissionDenied):
        end_partner_area(by=other, area=first, last_day=today())
    with pytest.raises(NotNow, match="has worked there since 15 January 2026"):
        end_partner_area(by=other, area=area, last_day=BEGAN)
    yesterday = today() - timedelta(days=1)
    assert end_partner_area(by=other, area=area, last_day=yesterday).to_date == yesterday
    with pytest.raises(NotNow, match="It stopped on"):
        end_partner_area(by=other, area=area, last_day=today())
    assert not can(other, P.PARTNER_EDIT, on=council)
    facts = partner_facts(council, keeper, today())
    assert facts is not None
    assert [(line.area, line.may_edit) for line in facts.now] == [(first, True)]
    assert list(facts.before) == [area]
    assert facts.may_edit
    assert partner_facts(cast.trust, keeper, today()) is None


def test_it_closes_once_its_people_have_gone(cast: Cast, keeper: User, council: Organisation):
    person = appointed("Cora Council", Role.TEAM_MEMBER, council)
    asked = nominate_person(
        by=keeper,
        organisation=council,
        role=Role.TEAM_MEMBER,
        email="ned@council.example",
        name="Ned New",
        from_date=today(),
    )
    yesterday = today() - timedelta(days=1)
    with pytest.raises(NotNow, match="There are still people here: Cora Council and Ned New"):
        close_partner(by=keeper, partner=council, last_day=yesterday)
    withdraw_invitation(by=keeper, invitation=asked)
    end_appointment(by=keeper, appointment=person.appointments.get(), last_day=yesterday)
    with pytest.raises(NotNow, match="it cannot close before"):
        close_partner(by=keeper, partner=council, last_day=BEGAN - timedelta(days=1))
    with pytest.raises(NotNow, match="Choose today or a day that has been"):
        close_partner(by=keeper, partner=council, last_day=today() + timedelta(days=1))
    assert close_partner(by=keeper, partner=council, last_day=yesterday).closed_date == yesterday
    assert not PartnerArea.objects.on(today()).exists()
    council.refresh_from_db()
    with pytest.raises(NotNow, match="closed on"):
        edited(cast.national_admin, council, "Another name", BEGAN)
    facts = partner_facts(council, cast.national_admin, today())
    assert facts is not None
    assert not facts.may_edit


def test_it_stands_in_the_directory(cast: Cast, council: Organisation, icb_elsewhere: Organisation):
    OrganisationFactory(name="Dale NHS Trust", code="RDA")

    def found(**sought: str) -> list[str]:
        rows = find(Sought(**sought), today()).organisations  # type: ignore[arg-type]
        return [line.name for line in lines_of(with_places(rows, today()), today())]

    assert found(kind="partner") == ["Dale Borough Council"]
    assert council.name in found(icb=cast.icb.code)
    assert council.name in found(region=cast.region.code)
    assert council.name not in found(icb=icb_elsewhere.code)
    assert found(words="Borough") == ["Dale Borough Council"]
    rows = find(Sought(kind="partner"), today()).organisations
    (line,) = lines_of(with_places(rows, today()), today())
    assert (line.kind_label, line.ods_code, line.icb) == ("Partner, local council", "", cast.icb.name)


def test_what_is_likely_the_same_is_found_by_its_earlier_name_too(keeper: User, council: Organisation):
    assert alike("Dale Boro Council", today()) == [council]
    assert alike("Moor County Council", today()) == []
    edited(keeper, council, "Something Quite Different", LATER)
    assert alike("Dale Borough Council", today()) == [council]
