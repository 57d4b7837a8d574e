"""People come, take up posts and leave them."""

from datetime import date

import pytest
from django.core.exceptions import PermissionDenied
from django.http import Http404

from hileads.frame.refusals import NotNow
from hileads.leads.actions import add_person, appoint_person, end_appointment
from hileads.leads.models import Appointment, Role, User
from hileads.permissions.catalogue import P
from hileads.permissions.checks import can
from tests.actors import Cast

DAY = date(2026, 9, 1)

WHO_MAY_APPOINT = [
    ("secretary", True, False),
    ("regional_convenor", True, False),
    ("national_admin", True, True),
    ("lead", False, False),
    ("deputy", False, False),
    ("lead_elsewhere", False, False),
    ("curator", False, False),
    ("facilitator", False, False),
    ("stranger", False, False),
    ("leaver", False, False),
]


@pytest.fixture
def newcomer(cast: Cast) -> User:
    return add_person(by=cast.secretary, email=" New.Comer@NHS.example ", name="Noor Newcomer")


def test_a_person_is_added_once_whatever_the_case_of_their_address(cast: Cast, newcomer: User):
    again = add_person(by=cast.national_admin, email="new.comer@nhs.example", name="Somebody Else")
    assert again == newcomer
    assert newcomer.email == "new.comer@nhs.example"
    assert newcomer.name == "Noor Newcomer"
    assert not newcomer.has_usable_password()
    assert newcomer.emailaddress_set.get().verified is False


@pytest.mark.parametrize("who", ["lead", "stranger", "leaver"])
def test_people_are_added_by_those_who_may_appoint(cast: Cast, who: str):
    with pytest.raises(PermissionDenied, match="Appointments are recorded by"):
        add_person(by=cast.people()[who], email="x@nhs.example", name="X")
    assert not User.objects.filter(email="x@nhs.example").exists()


@pytest.mark.parametrize(("who", "here", "nationally"), WHO_MAY_APPOINT)
def test_who_may_appoint(cast: Cast, newcomer: User, who: str, here: bool, nationally: bool):
    person = cast.people()[who]
    assert can(person, P.APPOINTMENT_EDIT, on=cast.trust) is here
    for allowed, role, place in [(here, Role.TEAM_MEMBER, cast.trust), (nationally, Role.CURATOR, None)]:
        values = {"by": person, "person": newcomer, "role": role, "organisation": place, "from_date": DAY}
        if allowed:
            assert appoint_person(**values).role == role
        else:
            with pytest.raises((PermissionDenied, Http404)):
                appoint_person(**values)


def test_the_secretary_appoints_at_their_own_organisation_only(cast: Cast, newcomer: User):
    with pytest.raises(PermissionDenied):
        appoint_person(
            by=cast.secretary,
            person=newcomer,
            role=Role.DEPUTY,
            organisation=cast.trust_elsewhere,
            from_date=DAY,
        )


@pytest.mark.parametrize(
    "role", [Role.NATIONAL_ADMIN, Role.CURATOR, Role.REGIONAL_CONVENOR, Role.FACILITATOR]
)
def test_a_role_that_reaches_further_cannot_be_held_at_a_trust(cast: Cast, newcomer: User, role: Role):
    with pytest.raises(NotNow, match="cannot be held at Alder Vale"):
        appoint_person(by=cast.secretary, person=newcomer, role=role, organisation=cast.trust, from_date=DAY)


def test_a_lead_is_not_appointed_nationally(cast: Cast, newcomer: User):
    with pytest.raises(NotNow, match="national level"):
        appoint_person(
            by=cast.national_admin,
            person=newcomer,
            role=Role.EXECUTIVE_LEAD,
            organisation=None,
            from_date=DAY,
        )


def test_a_second_sole_lead_is_refused_with_the_first_one_named(cast: Cast, newcomer: User):
    values = {
        "by": cast.secretary,
        "person": newcomer,
        "role": Role.EXECUTIVE_LEAD,
        "organisation": cast.trust,
    }
    with pytest.raises(NotNow, match=r"Leila Lead is the executive lead here from 1 April 2024\. End"):
        appoint_person(**values, from_date=DAY)
    assert appoint_person(**values, from_date=DAY, is_job_share=True).is_job_share


def test_a_lead_may_follow_when_the_first_has_ended(cast: Cast, newcomer: User):
    first = Appointment.objects.get(user=cast.lead)
    end_appointment(by=cast.secretary, appointment=first, last_day=DAY)
    values = {
        "by": cast.secretary,
        "person": newcomer,
        "role": Role.EXECUTIVE_LEAD,
        "organisation": cast.trust,
    }
    with pytest.raises(NotNow, match="to 1 September 2026"):
        appoint_person(**values, from_date=date(2026, 8, 1), to_date=date(2026, 12, 31))
    assert appoint_person(**values, from_date=date(2026, 9, 2)).user == newcomer


def test_the_same_appointment_said_twice_is_one(cast: Cast, newcomer: User):
    values = {"by": cast.secretary, "person": newcomer, "role": Role.DEPUTY, "organisation": cast.trust}
    first = appoint_person(**values, from_date=DAY)
    assert appoint_person(**values, from_date=DAY) == first


def test_nobody_is_appointed_before_the_organisation_opened(cast: Cast, newcomer: User):
    with pytest.raises(NotNow, match="is not open on 1 January 2020"):
        appoint_person(
            by=cast.secretary,
            person=newcomer,
            role=Role.DEPUTY,
            organisation=cast.trust,
            from_date=date(2020, 1, 1),
        )


def test_an_end_gives_no_rights_from_the_next_day_and_happens_once(cast: Cast):
    appointment = Appointment.objects.get(user=cast.deputy)
    assert can(cast.deputy, P.ORGANISATION_VIEW)
    with pytest.raises(NotNow, match="cannot end before"):
        end_appointment(by=cast.secretary, appointment=appointment, last_day=date(2024, 3, 31))
    end_appointment(by=cast.secretary, appointment=appointment, last_day=DAY)
    assert not can(User.objects.get(pk=cast.deputy.pk), P.ORGANISATION_VIEW)
    assert not can(appointment.user, P.ORGANISATION_VIEW)
    with pytest.raises(NotNow, match="already ends on 1 September 2026"):
        end_appointment(by=cast.secretary, appointment=appointment, last_day=DAY)


def test_the_history_says_who_appointed(cast: Cast, newcomer: User):
    appointment = appoint_person(
        by=cast.secretary, person=newcomer, role=Role.DEPUTY, organisation=cast.trust, from_date=DAY
    )
    event = appointment.events.get()
    assert event.pgh_context.metadata["user"] == cast.secretary.pk
