"""Reminders: offsets from what the rooms say, posted once, within the hours, to whoever it is meant for now."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import datetime, timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from hileads.clock import UK, at
from hileads.contributions import Occasion, ReminderSource, Words, reminders
from hileads.leads.actions import name_deputy
from hileads.leads.models import Area, User
from hileads.notifications.actions import choose_frequencies, pause_mail, post_reminders
from hileads.notifications.models import Frequency, Message, State, Stream
from hileads.notifications.queries import due_reminders, reminder_moments
from hileads.notifications.tasks import remind
from hileads.offsets import Offset
from tests.actors import Cast

pytestmark = pytest.mark.django_db

MEETING = datetime(2027, 4, 15, 10, 0, tzinfo=UK)
"""A Thursday."""
LONG_AGO = datetime(2027, 1, 4, 9, 0, tzinfo=UK)


@dataclass
class Room:
    """A room whose things people are reminded of."""

    stream: Stream = Stream.SESSIONS
    things: list[Occasion] = field(default_factory=list)

    def add(self, people: Iterable[User], *, when: datetime = MEETING, **given: object) -> Occasion:
        values = {
            "key": f"visit-{len(self.things)}",
            "at": when,
            "since": LONG_AGO,
            "reference": "room:visit:1@0",
            "people": [person.pk for person in people],
        }
        self.things.append(Occasion(**values | given))
        return self.things[-1]

    def source(self) -> ReminderSource:
        return ReminderSource(
            kind="visit",
            stream=self.stream,
            offsets=(
                Offset("7-days", timedelta(days=7)),
                Offset("1-day", timedelta(days=1)),
                Offset("1-hour", timedelta(hours=1), never_moves=True),
            ),
            occasions=lambda first, last: [one for one in self.things if first < one.at <= last],
            words=lambda occasion, offset, person: Words(
                f"A visit, {offset.name}",
                "notifications/digest",
                {
                    "lines": [],
                    "more": 0,
                    "day": occasion.at.date(),
                    "span": "week",
                    "week_path": "/this-week/",
                },
            ),
            still_relevant=lambda reference, person: "",
        )


@pytest.fixture
def room(monkeypatch: pytest.MonkeyPatch, settings) -> Room:
    """One room, alone, in office hours."""
    settings.SENDING_HOURS = "office"
    room = Room()
    monkeypatch.setattr(reminders, "_entries", {"visit": room.source()})
    return room


def remind_at(*moment: int) -> list[str]:
    with at(datetime(*moment, tzinfo=UK)):
        before = set(Message.objects.values_list("pk", flat=True))
        post_reminders(by=User.objects.system())
        new = Message.objects.exclude(pk__in=before).order_by("recipient__email")
        return [f"{row.subject} to {row.recipient.name}" for row in new]


def test_each_reminder_is_posted_once_when_its_time_has_come(cast: Cast, room: Room):
    room.add([cast.lead])
    assert remind_at(2027, 4, 8, 9, 59) == []
    assert remind_at(2027, 4, 8, 10, 0) == ["A visit, 7-days to Leila Lead"]
    assert remind_at(2027, 4, 8, 10, 1) == []
    assert remind_at(2027, 4, 14, 10, 0) == ["A visit, 1-day to Leila Lead"]
    assert remind_at(2027, 4, 15, 9, 0) == ["A visit, 1-hour to Leila Lead"]
    assert remind_at(2027, 4, 15, 11, 0) == []
    row = Message.objects.order_by("due_at").first()
    assert (row.kind, row.stream, row.state, row.reference, row.optional) == (
        "visit",
        "sessions",
        State.DUE,
        "room:visit:1@0",
        True,
    )


def test_a_reminder_follows_what_it_is_about(cast: Cast, room: Room):
    room.add([cast.lead])
    assert len(remind_at(2027, 4, 14, 10, 0)) == 1
    room.things.clear()
    room.add([cast.lead], key="visit-0.1", when=MEETING + timedelta(days=7))
    assert remind_at(2027, 4, 14, 10, 0) == ["A visit, 7-days to Leila Lead"][:0]
    assert remind_at(2027, 4, 15, 10, 0) == ["A visit, 7-days to Leila Lead"]


def test_after_a_break_only_the_latest_reminder_goes(cast: Cast, room: Room):
    room.add([cast.lead])
    assert remind_at(2027, 4, 14, 12, 0) == ["A visit, 1-day to Leila Lead"]


def test_what_has_waited_a_week_is_not_posted_any_more(cast: Cast, room: Room, monkeypatch):
    room.add([cast.lead])
    assert remind_at(2027, 4, 23, 9, 0) == []


def test_who_has_just_been_told_is_not_reminded(cast: Cast, room: Room):
    room.add([cast.lead], since=datetime(2027, 4, 14, 12, 0, tzinfo=UK))
    assert remind_at(2027, 4, 14, 13, 0) == []


def test_a_reminder_outside_the_hours_goes_at_the_last_chance_before(cast: Cast, room: Room):
    room.add([cast.lead], when=datetime(2027, 4, 12, 9, 0, tzinfo=UK))
    assert remind_at(2027, 4, 5, 9, 0) == ["A visit, 7-days to Leila Lead"]
    assert remind_at(2027, 4, 9, 17, 44) == []
    assert remind_at(2027, 4, 9, 17, 45) == ["A visit, 1-day to Leila Lead"]


def test_the_last_hour_before_an_early_visit_reminds_nobody(cast: Cast, room: Room):
    room.add([cast.lead], when=datetime(2027, 4, 15, 8, 30, tzinfo=UK))
    assert remind_at(2027, 4, 15, 8, 0) == ["A visit, 1-day to Leila Lead"]
    assert remind_at(2027, 4, 15, 8, 20) == []


def test_whoever_hears_of_it_in_a_digest_gets_no_reminder(cast: Cast, room: Room):
    room.add([cast.lead, cast.deputy])
    choose_frequencies(by=cast.lead, wanted={Stream.SESSIONS: Frequency.WEEKLY})
    assert remind_at(2027, 4, 8, 10, 0) == ["A visit, 7-days to Dev Deputy"]


def test_whoever_has_paused_gets_no_reminder_that_can_wait(cast: Cast, room: Room):
    room.add([cast.lead])
    pause_mail(by=cast.lead, from_date=MEETING.date() - timedelta(days=9), to_date=MEETING.date())
    assert remind_at(2027, 4, 8, 10, 0) == []


class TestObligations:
    @pytest.fixture
    def duty(self, monkeypatch, settings, cast: Cast) -> Room:
        settings.SENDING_HOURS = "office"
        room = Room(stream=Stream.OBLIGATIONS)
        monkeypatch.setattr(reminders, "_entries", {"visit": room.source()})
        return room

    def test_they_cannot_be_switched_off(self, cast: Cast, duty: Room):
        duty.add([cast.lead])
        assert remind_at(2027, 4, 8, 10, 0) == ["A visit, 7-days to Leila Lead"]
        assert not Message.objects.get().optional

    def test_while_somebody_acts_they_are_told_instead_and_see_for_whom(self, cast: Cast, duty: Room):
        duty.add([cast.lead], area=Area.REPORT, organisation_id=cast.trust.pk)
        _secretary_acts_for_reports(cast)
        [told] = remind_at(2027, 4, 8, 10, 0)
        assert told == "A visit, 7-days to Sal Secretary"
        message = Message.objects.get(kind="visit")
        for body in (message.body_text, message.body_html):
            assert "This comes to you because you act for Leila Lead." in body

    def test_in_another_area_they_stay_with_their_holder(self, cast: Cast, duty: Room):
        duty.add([cast.lead], area=Area.PLAN, organisation_id=cast.trust.pk)
        _secretary_acts_for_reports(cast)
        assert remind_at(2027, 4, 8, 10, 0) == ["A visit, 7-days to Leila Lead"]

    def test_while_a_person_has_paused_their_deputy_is_told(self, cast: Cast, duty: Room):
        duty.add([cast.lead], organisation_id=cast.trust.pk)
        pause_mail(by=cast.lead, from_date=MEETING.date() - timedelta(days=9), to_date=MEETING.date())
        assert remind_at(2027, 4, 8, 10, 0) == ["A visit, 7-days to Dev Deputy"]

    def test_without_a_deputy_who_reads_mail_they_reach_the_person_after_all(self, cast: Cast, duty: Room):
        duty.add([cast.lead], organisation_id=cast.trust.pk)
        for person in (cast.lead, cast.deputy):
            pause_mail(by=person, from_date=MEETING.date() - timedelta(days=9), to_date=MEETING.date())
        assert remind_at(2027, 4, 8, 10, 0) == ["A visit, 7-days to Leila Lead"]


def _secretary_acts_for_reports(cast: Cast) -> None:
    """The lead is away until the meeting, and the secretary acts for them in what is about reports."""
    with at(datetime(2027, 4, 7, 10, 0, tzinfo=UK)):
        name_deputy(
            by=cast.lead,
            appointment=cast.lead.appointments.get(),
            deputy=cast.secretary,
            from_date=MEETING.date() - timedelta(days=8),
            to_date=MEETING.date(),
            areas=[Area.REPORT],
        )


def test_many_reminders_cost_no_more_questions_than_one(cast: Cast, room: Room):
    def cost(moment: datetime) -> int:
        with CaptureQueriesContext(connection) as captured:
            assert len(due_reminders(moment)) == len(room.things) * len(room.things[0].people)
        return len(captured)

    room.add([cast.lead, cast.deputy])
    one = cost(datetime(2027, 4, 8, 10, 0, tzinfo=UK))
    for _ in range(9):
        room.add([cast.lead, cast.deputy])
    assert cost(datetime(2027, 4, 8, 10, 0, tzinfo=UK)) == one


def test_every_moment_at_which_a_reminder_goes_is_known_beforehand(cast: Cast, room: Room):
    room.add([cast.lead])
    assert sorted(reminder_moments(LONG_AGO, MEETING)) == [
        MEETING - timedelta(days=7),
        MEETING - timedelta(days=1),
        MEETING - timedelta(hours=1),
    ]
    week_before = MEETING - timedelta(days=7)
    assert week_before not in reminder_moments(week_before, MEETING)


def test_the_sweep_is_woken_once_for_all_of_them(
    cast: Cast, room: Room, queued: list[str], django_capture_on_commit_callbacks
):
    room.add([cast.lead, cast.deputy])
    with django_capture_on_commit_callbacks(execute=True), at(MEETING - timedelta(days=7)):
        remind()
        remind()
    assert queued == ["hileads.notifications.tasks.sweep"]
