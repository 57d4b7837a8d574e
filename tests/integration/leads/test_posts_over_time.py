"""Posts side by side and one after another: what the database itself allows, however a row gets there."""

from datetime import date, timedelta

import pytest
from django.db import IntegrityError, connection, transaction

from hileads.leads.actions import appoint_person, end_appointment
from hileads.leads.models import Appointment, Role
from hileads.permissions.catalogue import P
from hileads.permissions.checks import can
from tests.actors import Cast
from tests.factories.people import AppointmentFactory, UserFactory

BEGAN, LATER, AFTER = date(2025, 4, 1), date(2025, 9, 30), date(2025, 10, 1)
OVERLAP = "one_sole_executive_lead"


@pytest.fixture
def held(cast: Cast) -> Appointment:
    """A sole executive lead of the ICB, from April to September 2025."""
    post: Appointment = AppointmentFactory(organisation=cast.icb, from_date=BEGAN, to_date=LATER)
    return post


def lead_at(cast: Cast, from_date: date, to_date: date | None = None, *, shared: bool = False) -> Appointment:
    return Appointment(
        user=UserFactory(),
        role=Role.EXECUTIVE_LEAD,
        organisation=cast.icb,
        from_date=from_date,
        to_date=to_date,
        is_job_share=shared,
    )


@pytest.mark.usefixtures("held")
class TestTwoLeadsAtOnce:
    @pytest.mark.parametrize(
        ("from_date", "to_date"),
        [(BEGAN, None), (LATER, None), (date(2025, 1, 1), BEGAN), (date(2025, 6, 1), date(2025, 7, 1))],
    )
    def test_the_database_refuses_a_second_sole_lead(self, cast: Cast, from_date: date, to_date: date | None):
        with pytest.raises(IntegrityError, match=OVERLAP), transaction.atomic():
            lead_at(cast, from_date, to_date).save()
        with pytest.raises(IntegrityError, match=OVERLAP), transaction.atomic():
            Appointment.objects.bulk_create([lead_at(cast, from_date, to_date)])

    def test_it_refuses_one_who_becomes_a_second_by_an_update_or_by_raw_sql(self, cast: Cast):
        after = lead_at(cast, AFTER)
        after.save()
        with pytest.raises(IntegrityError, match=OVERLAP), transaction.atomic():
            Appointment.objects.filter(pk=after.pk).update(from_date=LATER)
        with (
            pytest.raises(IntegrityError, match=OVERLAP),
            transaction.atomic(),
            connection.cursor() as cursor,
        ):
            cursor.execute("UPDATE leads_appointment SET from_date = %s WHERE id = %s", [LATER, after.pk])

    def test_a_job_share_stands_beside_and_cannot_become_sole(self, cast: Cast):
        shared = lead_at(cast, BEGAN, shared=True)
        shared.save()
        lead_at(cast, BEGAN, shared=True).save()
        assert Appointment.objects.on(BEGAN).filter(organisation=cast.icb).count() == 3
        with pytest.raises(IntegrityError, match=OVERLAP), transaction.atomic():
            Appointment.objects.filter(pk=shared.pk).update(is_job_share=False)

    def test_another_role_and_another_place_are_not_concerned(self, cast: Cast):
        AppointmentFactory(organisation=cast.icb, role=Role.DEPUTY, from_date=BEGAN)
        AppointmentFactory(organisation=cast.icb, role=Role.DEPUTY, from_date=BEGAN)
        assert Appointment.objects.on(BEGAN).filter(organisation=cast.icb).count() == 3


def test_one_lead_follows_another_the_day_after_and_gaps_stay_gaps(cast: Cast, held: Appointment):
    lead_at(cast, AFTER, AFTER + timedelta(days=30)).save()
    lead_at(cast, AFTER + timedelta(days=90)).save()
    there = Appointment.objects.in_role(Role.EXECUTIVE_LEAD).filter(organisation=cast.icb)
    assert [there.on(day).count() for day in (LATER, AFTER, AFTER + timedelta(days=60))] == [1, 1, 0]


def test_an_interim_lead_bridges_a_gap_and_is_as_sole_as_any(cast: Cast, held: Appointment):
    interim = appoint_person(
        by=cast.national_admin,
        person=UserFactory(),
        role=Role.EXECUTIVE_LEAD,
        organisation=cast.icb,
        from_date=AFTER,
        is_interim=True,
    )
    assert interim.is_interim
    with pytest.raises(IntegrityError, match=OVERLAP), transaction.atomic():
        lead_at(cast, AFTER).save()
    end_appointment(by=cast.national_admin, appointment=interim, last_day=AFTER + timedelta(days=5))
    lead_at(cast, AFTER + timedelta(days=6)).save()


def test_the_same_person_holds_the_same_post_once_at_a_time(cast: Cast, held: Appointment):
    again = Appointment(user=held.user, role=Role.EXECUTIVE_LEAD, organisation=cast.icb, from_date=LATER)
    again.is_job_share = True
    with pytest.raises(IntegrityError, match="same_post_once_at_a_time"), transaction.atomic():
        again.save()
    again.from_date = AFTER
    again.save()


def test_several_posts_at_once_give_each_place_its_rights_and_end_alone(cast: Cast):
    person = UserFactory()
    posts = [
        appoint_person(
            by=cast.national_admin,
            person=person,
            role=role,
            organisation=place,
            from_date=BEGAN,
            is_job_share=role == Role.EXECUTIVE_LEAD,
        )
        for role, place in (
            (Role.EXECUTIVE_LEAD, cast.trust),
            (Role.BOARD_SECRETARY, cast.trust_elsewhere),
            (Role.CURATOR, None),
        )
    ]
    assert can(person, P.NOMINATION_CONFIRM, on=cast.trust)
    assert can(person, P.APPOINTMENT_EDIT, on=cast.trust_elsewhere)
    assert not can(person, P.APPOINTMENT_EDIT, on=cast.trust)
    assert can(person, P.CONTENT_EDIT)
    end_appointment(by=cast.national_admin, appointment=posts[0], last_day=LATER)
    fresh = type(person).objects.get(pk=person.pk)
    assert not can(fresh, P.NOMINATION_CONFIRM, on=cast.trust)
    assert can(fresh, P.APPOINTMENT_EDIT, on=cast.trust_elsewhere)
    assert can(fresh, P.CONTENT_EDIT)
