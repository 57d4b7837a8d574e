"""Somebody acts for a colleague who is away: their work and its reminders come along, what is private does not."""

from collections.abc import Callable
from datetime import date, datetime, time, timedelta
from typing import Any
from uuid import uuid4

import pghistory
import pytest
from django.core.exceptions import PermissionDenied
from django.db import IntegrityError, transaction
from django.http import Http404
from django.test import Client
from django.urls import reverse

from accountability.actions.plan import add_action, note_action
from accountability.actions.report import open_report
from accountability.models import Action, ActionNote, Plan
from hileads.clock import UK, at, now, today
from hileads.contributions import Consequence, WorkLine, work
from hileads.frame.refusals import NotNow
from hileads.leads.actions import (
    end_appointment,
    end_delegation,
    name_deputy,
    nominate_person,
)
from hileads.leads.models import Appointment, Area, Delegation, Role, User
from hileads.notifications.actions import post_digests
from hileads.notifications.models import Message
from hileads.notifications.queries import week_at
from hileads.permissions.catalogue import P
from hileads.permissions.checks import can, check, scope, users_who_can
from hileads.permissions.rights import forget_rights
from hileads.work import lines_for
from learning_sets.models import Commitment
from tests.actors import Cast
from tests.factories.people import AppointmentFactory, appointed
from tests.lines import room_with
from tests.world import half_year_to, learning_set_of, report_of_a_year_ago

SignIn = Callable[[User], Client]
IN_TWO_WEEKS = timedelta(days=13)


def post_of(person: User) -> Appointment:
    return person.appointments.get()


def named(cast: Cast, **changes: Any) -> Delegation:
    """The secretary acts for the lead for two weeks, unless said otherwise."""
    said = {
        "by": cast.lead,
        "appointment": post_of(cast.lead),
        "deputy": cast.secretary,
        "from_date": today(),
        "to_date": today() + IN_TWO_WEEKS,
        "areas": [Area.PLAN],
    }
    return name_deputy(**(said | changes))


def action_of(owner: User, cast: Cast, *, due_in: int = 3) -> Action:
    return add_action(
        by=cast.lead,
        organisation=cast.trust,
        token=uuid4(),
        title="Offer help to stop smoking",
        owner=owner,
        due_date=today() + timedelta(days=due_in),
    )


def lines(person: User) -> dict[str, WorkLine]:
    forget_rights(person)
    return {line.key: line for line in lines_for(person, today())}


class TestNaming:
    @pytest.mark.parametrize("who", ["lead", "secretary", "regional_convenor", "national_admin"])
    def test_the_holder_and_who_keeps_the_entries_name_somebody(self, cast: Cast, who: str):
        person = cast.people()[who]
        delegation = named(cast, by=person, deputy=cast.deputy)
        assert (delegation.named_by, delegation.deputy) == (person, cast.deputy)

    @pytest.mark.parametrize("who", ["deputy", "lead_elsewhere", "stranger", "curator", "facilitator"])
    def test_nobody_else_names_somebody(self, cast: Cast, who: str):
        with pytest.raises(PermissionDenied, match="Who acts for somebody is named by"):
            named(cast, by=cast.people()[who])

    def test_leavers_name_nobody(self, cast: Cast):
        with pytest.raises(Http404):
            named(cast, by=cast.leaver)

    def test_said_twice_it_is_once_and_told_once(self, cast: Cast):
        assert named(cast) == named(cast)
        assert Message.objects.filter(recipient=cast.secretary).count() == 1

    def test_the_deputy_is_told_and_so_is_the_holder_when_another_named_them(self, cast: Cast):
        delegation = named(cast, by=cast.national_admin)
        subjects = {row.recipient: row.subject for row in Message.objects.all()}
        assert set(subjects) == {cast.secretary, cast.lead}
        assert subjects[cast.secretary].startswith("You act for Leila Lead from")
        assert subjects[cast.lead].startswith("Sal Secretary acts for you from")
        end_delegation(by=cast.national_admin, delegation=delegation)
        newest = {row.recipient: row.subject for row in Message.objects.order_by("pk")}
        assert newest[cast.secretary] == "You no longer act for Leila Lead"
        assert newest[cast.lead] == "Sal Secretary no longer acts for you"

    @pytest.mark.parametrize(
        ("first", "last", "reason"),
        [
            (5, 4, "The last day is before the first"),
            (-9, -1, "These days are over"),
            (0, 200, "longer than six months"),
        ],
    )
    def test_days_that_make_no_sense_are_refused(self, cast: Cast, first: int, last: int, reason: str):
        with pytest.raises(NotNow, match=reason):
            named(
                cast,
                from_date=today() + timedelta(days=first),
                to_date=today() + timedelta(days=last),
            )

    def test_days_outside_the_post_are_refused(self, cast: Cast):
        post = post_of(cast.lead)
        Appointment.objects.filter(pk=post.pk).update(to_date=today() + timedelta(days=5))
        with pytest.raises(NotNow, match="does not hold this post any more on"):
            named(cast)
        with pytest.raises(NotNow, match="does not hold this post on"):
            named(cast, from_date=today() + timedelta(days=6))

    def test_only_somebody_in_post_there_all_the_time_and_not_oneself(self, cast: Cast):
        for other, reason in [
            (cast.lead, "nobody can act for themselves"),
            (cast.lead_elsewhere, "Else Lead does not hold a post here"),
            (cast.leaver, "Len Leaver does not hold a post here"),
        ]:
            with pytest.raises(NotNow, match=reason):
                named(cast, deputy=other)
        Appointment.objects.filter(user=cast.secretary).update(to_date=today() + timedelta(days=3))
        with pytest.raises(NotNow, match="for all of these days"):
            named(cast)

    def test_one_deputy_of_a_post_at_a_time(self, cast: Cast):
        named(cast)
        with pytest.raises(NotNow, match="Sal Secretary is named already, from"):
            named(cast, deputy=cast.deputy, from_date=today() + IN_TWO_WEEKS)
        later = today() + IN_TWO_WEEKS + timedelta(days=1)
        assert named(cast, deputy=cast.deputy, from_date=later, to_date=later)

    def test_national_posts_have_no_deputy(self, cast: Cast):
        with pytest.raises(NotNow, match="organisation with a board"):
            named(cast, by=cast.curator, appointment=post_of(cast.curator))

    def test_the_database_keeps_a_delegation_inside_its_appointment(self, cast: Cast):
        delegation = named(cast)
        post = Appointment.objects.filter(user=cast.lead)
        for change in (
            lambda: post.update(to_date=today()),
            lambda: Delegation.objects.filter(pk=delegation.pk).update(from_date=date(2020, 1, 1)),
        ):
            with (
                pytest.raises(IntegrityError, match="cannot begin before its appointment"),
                transaction.atomic(),
            ):
                change()


class TestRights:
    def test_the_areas_named_and_nothing_else(self, cast: Cast):
        plan = Plan.objects.create(organisation=cast.trust, created_at=now())
        chair = appointed("Cora Chair", Role.CHAIR, cast.trust)
        assert not can(chair, P.PLAN_EDIT, on=plan)
        named(cast, deputy=chair)
        assert can(chair, P.PLAN_EDIT, on=plan)
        assert can(chair, P.PLAN_EDIT)
        assert scope(Plan.objects.all(), chair, P.PLAN_EDIT).get() == plan
        assert chair in users_who_can(P.PLAN_EDIT, on=plan)
        assert not can(chair, P.NOMINATION_ADD, on=cast.trust)
        assert not can(chair, P.PLAN_EDIT, on=Plan.objects.create(organisation=cast.icb, created_at=now()))

    def test_nobody_signs_for_another(self, cast: Cast):
        report = report_of_a_year_ago(cast)
        named(cast, areas=list(Area))
        assert not can(cast.secretary, P.REPORT_SIGN, on=report)
        assert cast.secretary not in users_who_can(P.REPORT_SIGN, on=report)
        assert f"report-sign:{report.public_id}" in lines(cast.lead)
        assert f"report-sign:{report.public_id}" not in lines(cast.secretary)

    def test_no_more_than_the_post_itself_gives(self, cast: Cast):
        named(
            cast,
            by=cast.secretary,
            appointment=post_of(cast.deputy),
            areas=[Area.PEOPLE],
            deputy=appointed("Cora Chair", Role.CHAIR, cast.trust),
        )
        chair = User.objects.get(name="Cora Chair")
        assert can(chair, P.NOMINATION_ADD, on=cast.trust)
        assert not can(chair, P.NOMINATION_CONFIRM, on=cast.trust)

    @pytest.mark.parametrize(
        "what", ["delegation over", "not yet", "holder gone", "deputy gone", "account closed"]
    )
    def test_rights_end_with_the_days_and_with_either_post(self, cast: Cast, what: str):
        plan = Plan.objects.create(organisation=cast.trust, created_at=now())
        chair = appointed("Cora Chair", Role.CHAIR, cast.trust)
        named(cast, deputy=chair, from_date=today() + timedelta(days=1))
        yesterday = today() - timedelta(days=1)
        moment = {"delegation over": IN_TWO_WEEKS + timedelta(days=1), "not yet": timedelta(0)}.get(
            what, timedelta(days=2)
        )
        if what == "holder gone":
            end_appointment(by=cast.secretary, appointment=post_of(cast.lead), last_day=yesterday)
        if what == "deputy gone":
            end_appointment(by=cast.secretary, appointment=post_of(chair), last_day=yesterday)
            AppointmentFactory(user=chair, role=Role.CHAIR, organisation=cast.icb)
        if what == "account closed":
            User.objects.filter(pk=cast.lead.pk).update(is_active=False)
        with at(noon(today() + moment)):
            forget_rights(chair)
            assert not can(chair, P.PLAN_EDIT, on=plan)
            assert chair not in users_who_can(P.PLAN_EDIT, on=plan)

    def test_the_history_says_for_whom_a_deputy_acted(self, cast: Cast):
        chair = appointed("Cora Chair", Role.CHAIR, cast.trust)
        named(cast, deputy=chair, to_date=today() + timedelta(days=1))
        named(cast, deputy=cast.deputy, from_date=today() + timedelta(days=2))
        action = action_of(cast.lead, cast)
        for person, moment, holder in [
            (chair, noon(today()), cast.lead.pk),
            (cast.deputy, noon(today() + timedelta(days=2)), None),
        ]:
            forget_rights(person)
            with at(moment), pghistory.context(user=person.pk):
                note = note_action(by=person, action=action, token=uuid4(), text=f"Seen by {person.name}")
            event = ActionNote.pgh_event_model.objects.get(pgh_obj_id=note.pk)
            assert event.pgh_context.metadata.get("acting_for") == holder
            assert event.pgh_context.metadata["user"] == person.pk

    def test_reading_and_what_belongs_to_nobody_is_done_for_nobody(self, cast: Cast):
        chair = appointed("Cora Chair", Role.CHAIR, cast.trust)
        named(cast, deputy=chair)
        with pghistory.context(user=chair.pk) as context:
            check(chair, P.ORGANISATION_VIEW, on=cast.icb)
            check(chair, P.CONTENT_VIEW)
        assert "acting_for" not in context.metadata

    def test_who_may_everywhere_acts_as_themselves(self, cast: Cast):
        AppointmentFactory(user=cast.national_admin, role=Role.CHAIR, organisation=cast.trust)
        forget_rights(cast.national_admin)
        named(cast, deputy=cast.national_admin, areas=[Area.PEOPLE])
        with pghistory.context(user=cast.national_admin.pk) as context:
            check(cast.national_admin, P.NOMINATION_CONFIRM, on=cast.trust)
        assert "acting_for" not in context.metadata


class TestWork:
    def test_what_everybody_reads_is_nobodys_to_act_in(self, cast: Cast, monkeypatch: pytest.MonkeyPatch):
        reading = WorkLine("reading", Consequence.CHANCE, "One thing worth reading", "/", "Read it")
        monkeypatch.setitem(work._entries, "everybody", room_with(lambda person: [reading]))
        named(cast, deputy=cast.secretary)
        assert lines(cast.secretary)["reading"].acting_for == ""
        assert "reading" in lines(cast.lead)

    def test_what_needs_the_holder_goes_to_the_deputy_as_acting_for_them(self, cast: Cast):
        action = action_of(cast.lead, cast)
        key = f"action:{action.public_id}"
        assert lines(cast.lead)[key].acting_for == ""
        named(cast)
        assert key not in lines(cast.lead)
        assert lines(cast.secretary)[key].acting_for == "Leila Lead"
        assert lines(cast.secretary)[key].verb == "Say how it stands"

    def test_what_is_late_is_theirs_to_answer_and_not_to_help_with(self, cast: Cast):
        with at(noon(today() - timedelta(days=10))):
            action = action_of(cast.lead, cast, due_in=5)
        key = f"action:{action.public_id}"
        assert lines(cast.deputy)[key].verb == "Offer help"
        named(cast, deputy=cast.deputy)
        assert lines(cast.deputy)[key].verb == "Say how it stands"
        assert lines(cast.deputy)[key].acting_for == "Leila Lead"

    def test_other_areas_stay_with_the_holder(self, cast: Cast):
        action = action_of(cast.lead, cast)
        named(cast, areas=[Area.REPORT])
        assert f"action:{action.public_id}" in lines(cast.lead)
        assert f"action:{action.public_id}" not in lines(cast.secretary)

    def test_nominations_wait_on_the_deputy_who_confirms_for_the_lead(self, cast: Cast):
        nomination = nominate_person(
            by=cast.secretary,
            organisation=cast.trust,
            role=Role.TEAM_MEMBER,
            email="nina@nhs.example",
            name="Nina",
            from_date=today(),
        )
        key = f"nomination:{nomination.public_id}"
        named(cast, areas=[Area.PEOPLE])
        assert lines(cast.secretary)[key].acting_for == "Leila Lead"
        assert key not in lines(cast.lead)

    def test_what_one_does_anyway_stays_ones_own(self, cast: Cast):
        opened = open_report(by=cast.secretary, organisation=cast.trust, **half_year_to(days_ago=20))
        named(cast, areas=[Area.REPORT])
        line = lines(cast.secretary)[f"report-write:{opened.public_id}"]
        assert line.acting_for == ""

    def test_what_is_private_never_goes_along(self, cast: Cast):
        world = learning_set_of(cast)
        named(cast, areas=list(Area))
        assert f"commitment:{world['commitment'].public_id}" in lines(cast.lead)
        assert not any(key.startswith(("commitment", "session")) for key in lines(cast.secretary))
        assert not scope(Commitment.objects.all(), cast.secretary, P.COMMITMENT_VIEW).exists()

    def test_the_digest_goes_where_the_work_goes(self, cast: Cast):
        action_of(cast.lead, cast)
        named(cast)
        post_digests(by=User.objects.system(), periods=[week_at(now())])
        digests = {row.recipient: row for row in Message.objects.filter(kind="digest", state="due")}
        assert cast.lead not in digests
        assert "Acting for Leila Lead." in digests[cast.secretary].body_text
        assert "Acting for Leila Lead." in digests[cast.secretary].body_html

    def test_the_number_of_queries_does_not_grow_with_the_work(
        self, cast: Cast, signed_in: SignIn, queries_of: Callable[[Client, str], int]
    ):
        named(cast)
        client = signed_in(cast.secretary)
        action_of(cast.lead, cast)
        few = queries_of(client, "/this-week/")
        for _ in range(19):
            action_of(cast.lead, cast)
        assert queries_of(client, "/this-week/?all") == few


class TestEnding:
    @pytest.mark.parametrize("who", ["lead", "secretary", "regional_convenor"])
    def test_either_ends_it_at_once(self, cast: Cast, who: str):
        chair = appointed("Cora Chair", Role.CHAIR, cast.trust)
        delegation = named(cast, deputy=chair)
        end_delegation(by=cast.people()[who], delegation=delegation)
        assert not Delegation.objects.exists()
        assert not can(chair, P.PLAN_EDIT, on=Plan.objects.create(organisation=cast.trust, created_at=now()))

    def test_the_deputy_may_step_back(self, cast: Cast):
        chair = appointed("Cora Chair", Role.CHAIR, cast.trust)
        end_delegation(by=chair, delegation=named(cast, deputy=chair))
        assert not Delegation.objects.exists()

    def test_what_has_been_stays_known(self, cast: Cast):
        delegation = named(cast)
        with at(noon(today() + timedelta(days=3))):
            end_delegation(by=cast.lead, delegation=delegation)
            assert Delegation.objects.get().to_date == today() - timedelta(days=1)
            with pytest.raises(NotNow, match="This ended on"):
                end_delegation(by=cast.lead, delegation=delegation)

    def test_others_do_not_end_it(self, cast: Cast):
        delegation = named(cast)
        with pytest.raises(PermissionDenied):
            end_delegation(by=cast.stranger, delegation=delegation)

    def test_the_end_of_a_post_ends_what_others_do_for_it(self, cast: Cast):
        now_and = named(cast)
        named(
            cast,
            from_date=today() + timedelta(days=20),
            to_date=today() + timedelta(days=22),
            deputy=cast.deputy,
        )
        last_day = today() + timedelta(days=2)
        end_appointment(by=cast.secretary, appointment=post_of(cast.lead), last_day=last_day)
        assert [(row.pk, row.to_date) for row in Delegation.objects.all()] == [(now_and.pk, last_day)]
        end_appointment(
            by=cast.national_admin, appointment=post_of(cast.lead), last_day=today() + timedelta(days=1)
        )
        assert Delegation.objects.get().to_date == today() + timedelta(days=1)

    def test_an_end_of_the_post_that_comes_later_changes_nothing(self, cast: Cast):
        delegation = named(cast)
        later = today() + IN_TWO_WEEKS + timedelta(days=30)
        end_appointment(by=cast.secretary, appointment=post_of(cast.lead), last_day=later)
        assert Delegation.objects.get().to_date == delegation.to_date


class TestPages:
    def address(self, cast: Cast) -> str:
        return reverse("delegation-add", kwargs={"public_id": post_of(cast.lead).public_id})

    def test_the_lead_names_a_deputy_and_ends_it(self, cast: Cast, signed_in: SignIn):
        client = signed_in(cast.lead)
        assert self.address(cast) in client.get("/account/").content.decode()
        page = client.get(self.address(cast)).content.decode()
        assert "Name who acts for you" in page
        assert "Dev Deputy" in page
        last = today() + IN_TWO_WEEKS
        answer = client.post(
            self.address(cast),
            {
                "deputy": str(cast.deputy.public_id),
                **boxes("from_date", today()),
                **boxes("to_date", last),
                "areas": ["plan", "report"],
            },
            follow=True,
        )
        page = answer.content.decode()
        assert "Dev Deputy acts for Leila Lead from" in page
        assert "The plan and its actions; The board’s report, but not signing it" in page
        assert "Dev Deputy acts for you at Alder Vale" in client.get("/this-week/").content.decode()
        assert "Dev Deputy acts for you" in client.get("/account/").content.decode()
        deputys = signed_in(cast.deputy)
        assert "You act for Leila Lead at Alder Vale" in deputys.get("/account/").content.decode()
        people = deputys.get(reverse("organisation-people", kwargs={"code": cast.trust.code}))
        assert "Dev Deputy acts for them from" in people.content.decode()
        end = reverse("delegation-end", kwargs={"public_id": Delegation.objects.get().public_id})
        assert "no longer acts for Leila Lead" in client.post(end, follow=True).content.decode()
        assert not Delegation.objects.exists()

    def test_what_cannot_be_is_said_and_what_was_typed_stays(self, cast: Cast, signed_in: SignIn):
        answer = signed_in(cast.secretary).post(
            self.address(cast),
            {
                "deputy": str(cast.deputy.public_id),
                **boxes("from_date", today()),
                **boxes("to_date", today() + timedelta(days=400)),
                "areas": ["plan"],
            },
        )
        page = answer.content.decode()
        assert "longer than six months" in page
        assert f'value="{(today() + timedelta(days=400)).year}"' in page
        assert "Name who acts for Leila Lead" in page

    def test_nobody_to_name_says_what_to_do(self, cast: Cast, signed_in: SignIn):
        address = reverse("delegation-add", kwargs={"public_id": post_of(cast.lead_elsewhere).public_id})
        page = signed_in(cast.lead_elsewhere).get(address).content.decode()
        assert "Nobody else is in post at Birch Moor NHS Trust yet." in page
        assert "Nominate a deputy" in page

    def test_what_is_over_says_so(self, cast: Cast, signed_in: SignIn):
        with at(noon(today() - timedelta(days=20))):
            delegation = named(cast)
        page = signed_in(cast.lead).get(reverse("delegation-end", kwargs={"public_id": delegation.public_id}))
        assert "This is over. Nothing more goes to Sal Secretary." in page.content.decode()

    def test_a_line_says_for_whom(self, cast: Cast, signed_in: SignIn):
        action_of(cast.lead, cast)
        named(cast)
        assert "Acting for Leila Lead." in signed_in(cast.secretary).get("/this-week/").content.decode()


def noon(day: date) -> datetime:
    return datetime.combine(day, time(12), tzinfo=UK)


def boxes(name: str, day: date) -> dict[str, int]:
    return {f"{name}-day": day.day, f"{name}-month": day.month, f"{name}-year": day.year}
