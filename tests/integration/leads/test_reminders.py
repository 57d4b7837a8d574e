"""Posts that end are named in time, and a missing lead twice: to those who can do something, without blame."""

from datetime import date, datetime, timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from hileads.clock import UK, at
from hileads.leads.actions import name_deputy
from hileads.leads.models import Appointment, Area, Role, User
from hileads.leads.queries.reminding import (
    posts_ending,
    reference_of,
    vacancies_known,
    why_not_remind_of_post,
    why_not_remind_of_vacancy,
)
from hileads.notifications.actions import post_reminders, sweep_messages
from hileads.notifications.models import Message, State, Stream
from hileads.organisations.models import Expectation, Organisation
from hileads.references import resolve
from tests.actors import Cast
from tests.factories.organisations import OrganisationFactory
from tests.factories.people import AppointmentFactory, appointed

pytestmark = pytest.mark.django_db

ENDS = date(2027, 5, 28)
"""A Friday; thirty days before is a Wednesday."""
LEFT = date(2027, 4, 5)


@pytest.fixture(autouse=True)
def office(settings) -> None:
    settings.SENDING_HOURS = "office"


def morning(day: date) -> datetime:
    return datetime(day.year, day.month, day.day, 8, 0, tzinfo=UK)


def remind(day: date, kind: str = "post-ending") -> list[Message]:
    with at(morning(day)):
        before = set(Message.objects.values_list("pk", flat=True))
        post_reminders(by=User.objects.system())
        return list(Message.objects.filter(kind=kind).exclude(pk__in=before).order_by("recipient__name"))


class TestPostsThatEnd:
    @pytest.fixture
    def post(self, cast: Cast) -> Appointment:
        Appointment.objects.filter(user=cast.lead).update(to_date=ENDS)
        return cast.lead.appointments.select_related("organisation", "user").get()

    def test_holder_and_secretary_hear_of_it_a_month_and_a_week_before(self, cast: Cast, post):
        for days in (30, 7):
            own, other = remind(ENDS - timedelta(days=days))
            assert (own.recipient, other.recipient) == (cast.lead, cast.secretary)
        assert remind(ENDS) == []
        assert own.subject == "Your post at Alder Vale NHS Foundation Trust ends on 28 May 2027"
        assert "hand over what is open" in own.body_text
        assert f"/hand-over/{post.public_id}/" in own.body_text or str(post.public_id) in own.body_text
        assert other.subject == (
            "The post of Leila Lead at Alder Vale NHS Foundation Trust ends on 28 May 2027"
        )
        assert "name whoever follows" in other.body_text
        assert {own.stream, other.stream} == {Stream.OBLIGATIONS}

    def test_they_go_while_the_post_still_ends(self, cast: Cast, post):
        remind(ENDS - timedelta(days=30))
        with at(morning(ENDS - timedelta(days=30))):
            sweep_messages(by=User.objects.system())
        assert {row.state for row in Message.objects.filter(kind="post-ending")} == {State.SENT}

    def test_while_somebody_acts_the_holder_still_hears_of_it_themselves(self, cast: Cast, post):
        with at(morning(date(2027, 4, 20))):
            name_deputy(
                by=cast.lead,
                appointment=post,
                deputy=cast.deputy,
                from_date=date(2027, 4, 20),
                to_date=date(2027, 5, 20),
                areas=[Area.PEOPLE],
            )
        assert [row.recipient for row in remind(ENDS - timedelta(days=30))] == [cast.lead, cast.secretary]

    def test_a_secretary_is_told_once_of_their_own_post(self, cast: Cast):
        Appointment.objects.filter(user=cast.secretary).update(to_date=ENDS)
        [row] = remind(ENDS - timedelta(days=30))
        assert row.recipient == cast.secretary

    def test_a_national_post_is_told_to_its_holder(self, cast: Cast):
        Appointment.objects.filter(user=cast.curator).update(to_date=ENDS)
        [row] = remind(ENDS - timedelta(days=30))
        assert row.subject == "Your post ends on 28 May 2027"
        assert "tell a national administrator" in row.body_text

    def test_a_post_that_its_holder_goes_on_with_ends_for_nobody(self, cast: Cast, post):
        AppointmentFactory(user=cast.lead, organisation=cast.trust, from_date=ENDS + timedelta(days=1))
        assert remind(ENDS - timedelta(days=30)) == []
        assert why_not_remind_of_post(reference_of(post), cast.lead) == "The post goes on."

    def test_reminders_that_are_of_no_use_any_more_say_why(self, cast: Cast, post):
        reference = reference_of(post)
        with at(morning(ENDS - timedelta(days=7))):
            assert why_not_remind_of_post(reference, cast.lead) == ""
            assert why_not_remind_of_post(reference, cast.secretary) == ""
            assert "do not keep the entries" in why_not_remind_of_post(reference, cast.stranger)
        with at(morning(ENDS + timedelta(days=1))):
            assert why_not_remind_of_post(reference, cast.lead) == "The post has ended."
        Appointment.objects.filter(pk=post.pk).update(to_date=ENDS + timedelta(days=1))
        assert why_not_remind_of_post(reference, cast.lead) == "The post ends on another day now."
        Appointment.objects.filter(pk=post.pk).update(to_date=None)
        assert why_not_remind_of_post(reference, cast.lead) == "The post goes on."

    def test_the_message_leads_each_to_where_they_can_act(self, cast: Cast, post):
        own, other = resolve(cast.lead, reference_of(post)), resolve(cast.secretary, reference_of(post))
        assert own is not None
        assert other is not None
        assert own.url != other.url
        assert resolve(cast.stranger, reference_of(post)) is None
        national = cast.curator.appointments.get()
        assert resolve(cast.lead, reference_of(national)) is None
        reference = reference_of(post)
        post.delete()
        assert resolve(cast.lead, reference) is None

    def test_many_posts_cost_no_more_questions_than_one(self, cast: Cast, post):
        def cost() -> tuple[int, int]:
            with at(morning(ENDS)), CaptureQueriesContext(connection) as captured:
                found = list(posts_ending(morning(ENDS), morning(ENDS)))
            return len(captured), len(found)

        few, two = cost()
        for number in range(9):
            appointed(f"Number {number}", Role.TEAM_MEMBER, cast.trust, to_date=ENDS)
        assert cost() == (few, two + 18)


class TestVacancies:
    @pytest.fixture
    def vacant(self, cast: Cast) -> Organisation:
        Expectation.objects.create(
            organisation=cast.trust, reason="It is a trust.", from_date=date(2024, 4, 1)
        )
        Appointment.objects.filter(user=cast.lead).update(to_date=LEFT)
        return cast.trust

    def test_secretary_and_deputy_hear_of_it_twice_and_then_no_more(self, cast: Cast, vacant):
        first = remind(date(2027, 4, 20), "vacancy")
        assert [row.recipient for row in first] == [cast.deputy, cast.secretary]
        assert first[0].subject == "No executive lead at Alder Vale NHS Foundation Trust for 14 days"
        assert "since 6 April 2027" in first[0].body_text
        assert remind(date(2027, 5, 20), "vacancy") == []
        last = remind(date(2027, 6, 7), "vacancy")
        assert len(last) == 2
        assert "We do not write about this again." in last[0].body_text
        assert remind(date(2027, 6, 30), "vacancy") == []
        assert remind(date(2027, 9, 1), "vacancy") == []

    def test_they_go_while_nobody_leads(self, cast: Cast, vacant):
        remind(date(2027, 4, 20), "vacancy")
        with at(morning(date(2027, 4, 20))):
            sweep_messages(by=User.objects.system())
        assert {row.state for row in Message.objects.filter(kind="vacancy")} == {State.SENT}

    def test_where_nobody_is_expected_to_lead_nothing_is_missing(self, cast: Cast, vacant):
        Expectation.objects.all().delete()
        assert remind(date(2027, 4, 20), "vacancy") == []

    def test_a_vacancy_counts_from_when_a_lead_was_expected(self, cast: Cast, vacant):
        Expectation.objects.update(from_date=date(2027, 4, 13))
        assert remind(date(2027, 4, 20), "vacancy") == []
        assert len(remind(date(2027, 4, 27), "vacancy")) == 2

    def test_a_place_that_never_had_a_lead_counts_from_then_too(self, cast: Cast):
        place = OrganisationFactory()
        Expectation.objects.create(organisation=place, reason="New.", from_date=date(2027, 4, 13))
        appointed("Sid Second", Role.DEPUTY, place)
        assert [row.recipient.name for row in remind(date(2027, 4, 27), "vacancy")] == ["Sid Second"]

    def test_a_lead_who_comes_ends_it(self, cast: Cast, vacant):
        [row, _] = remind(date(2027, 4, 20), "vacancy")
        with at(morning(date(2027, 4, 20))):
            assert why_not_remind_of_vacancy(row.reference, cast.deputy) == ""
            assert "do not keep" in why_not_remind_of_vacancy(row.reference, cast.stranger)
            appointed("Nia New", Role.EXECUTIVE_LEAD, cast.trust, from_date=date(2027, 5, 1))
            assert "Somebody leads there" in why_not_remind_of_vacancy(row.reference, cast.deputy)
        assert remind(date(2027, 6, 7), "vacancy") == []

    def test_the_message_leads_to_the_people_of_the_organisation(self, cast: Cast, vacant):
        [row, _] = remind(date(2027, 4, 20), "vacancy")
        found = resolve(cast.secretary, row.reference)
        assert found is not None
        assert found.kind_label == "Executive lead"
        assert resolve(cast.stranger, row.reference) is None
        assert resolve(cast.secretary, "leads:vacancy:NOWHERE@2027-04-06") is None

    def test_many_vacancies_cost_no_more_questions_than_one(self, cast: Cast, vacant):
        def cost() -> tuple[int, int]:
            moment = morning(date(2027, 4, 20))
            with at(moment), CaptureQueriesContext(connection) as captured:
                found = list(vacancies_known(moment - timedelta(days=30), moment))
            return len(captured), len(found)

        few, one = cost()
        for _ in range(9):
            Expectation.objects.create(
                organisation=OrganisationFactory(), reason="New.", from_date=date(2027, 4, 13)
            )
        assert cost() == (few, one + 9)
