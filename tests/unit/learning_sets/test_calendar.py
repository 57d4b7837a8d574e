"""Calendar files, read back by two independent readers, on both weekends when the clocks change."""

from datetime import UTC, datetime, timedelta
from uuid import UUID

import icalendar
import pytest
import vobject

from hileads.clock import UK
from hileads.leads.models import User
from learning_sets.emails.calendar import cancellation, invitation, published
from learning_sets.models import LearningSet, Rsvp, Session

CHANGED = datetime(2027, 2, 1, 9, 30, tzinfo=UTC)
ANSWERED = CHANGED + timedelta(days=1)

WEEKENDS = [
    datetime(2027, 3, 26, 10, 0, tzinfo=UK),
    datetime(2027, 3, 27, 10, 0, tzinfo=UK),
    datetime(2027, 3, 28, 0, 30, tzinfo=UK),
    datetime(2027, 3, 28, 2, 30, tzinfo=UK),
    datetime(2027, 3, 29, 10, 0, tzinfo=UK),
    datetime(2027, 10, 29, 10, 0, tzinfo=UK),
    datetime(2027, 10, 30, 10, 0, tzinfo=UK),
    datetime(2027, 10, 31, 0, 30, tzinfo=UK),
    datetime(2027, 10, 31, 2, 30, tzinfo=UK),
    datetime(2027, 11, 1, 10, 0, tzinfo=UK),
]


def session(starts_at: datetime = WEEKENDS[0], **fields) -> Session:
    learning_set = LearningSet(name="The secret topic", purpose="Nobody else's business")
    values = {
        "learning_set": learning_set,
        "public_id": UUID(int=7),
        "starts_at": starts_at,
        "ends_at": starts_at + timedelta(hours=2),
        "uid": "one@portal.example",
        "place": "Room 4; upstairs, left",
        "join_url": "https://meet.example/secret",
        "changed_at": CHANGED,
    }
    return Session(**values | fields)


def rsvp(**fields) -> Rsvp:
    person = User(name="Niamh O’Neill, Dr", email="niamh@nhs.example")
    return Rsvp(**{"user": person, "answered_at": ANSWERED, "revision": 0} | fields)


def event_of(text: str) -> icalendar.Event:
    calendar = icalendar.Calendar.from_ical(text)
    [event] = calendar.walk("VEVENT")
    return event


@pytest.mark.parametrize("starts_at", WEEKENDS, ids=str)
def test_both_readers_find_the_same_moment_on_each_side_of_a_clock_change(starts_at: datetime):
    text = invitation(session(starts_at), rsvp())
    theirs = event_of(text)
    assert theirs.start.astimezone(UTC) == starts_at.astimezone(UTC)
    assert theirs.end.astimezone(UTC) == (starts_at + timedelta(hours=2)).astimezone(UTC)
    other = vobject.readOne(text).vevent
    assert other.dtstart.value.astimezone(UTC) == starts_at.astimezone(UTC)
    assert other.dtend.value.astimezone(UTC) == (starts_at + timedelta(hours=2)).astimezone(UTC)


@pytest.mark.parametrize("starts_at", WEEKENDS, ids=str)
def test_the_file_says_the_wall_time_and_the_zone_it_is_in(starts_at: datetime):
    text = invitation(session(starts_at), rsvp())
    assert f"DTSTART;TZID=Europe/London:{starts_at:%Y%m%dT%H%M%S}\r\n" in text


@pytest.mark.parametrize("starts_at", WEEKENDS, ids=str)
def test_the_zone_in_the_file_alone_gives_the_right_hour(starts_at: datetime):
    """Outlook knows the zone by what the file says about it, so that must be enough."""
    zone = icalendar.Calendar.from_ical(invitation(session(starts_at), rsvp())).walk("VTIMEZONE")[0].to_tz()
    wall = starts_at.replace(tzinfo=None)
    assert wall.replace(tzinfo=zone).utcoffset() == starts_at.utcoffset()


def test_the_zone_is_two_yearly_rules_since_1970():
    text = invitation(session(), rsvp())
    assert text.count("BEGIN:VTIMEZONE") == 1
    assert "RRULE:FREQ=YEARLY;BYDAY=-1SU;BYMONTH=3\r\n" in text
    assert "RRULE:FREQ=YEARLY;BYDAY=-1SU;BYMONTH=10\r\n" in text
    assert "RDATE" not in text


def test_an_invitation_asks_one_person_who_has_accepted(settings):
    settings.DEFAULT_FROM_EMAIL = "Health inequalities portal <portal@nhs.example>"
    settings.BASE_URL = "https://portal.example"
    text = invitation(session(sequence=2), rsvp(revision=1))
    assert "METHOD:REQUEST\r\n" in text
    event = event_of(text)
    assert (str(event["UID"]), event["SEQUENCE"], str(event["STATUS"])) == (
        "one@portal.example",
        3,
        "CONFIRMED",
    )
    assert str(event["ATTENDEE"]) == "mailto:niamh@nhs.example"
    assert event["ATTENDEE"].params["PARTSTAT"] == "ACCEPTED"
    assert str(event["ORGANIZER"]) == "mailto:portal@nhs.example"
    assert str(event["LOCATION"]) == "Room 4; upstairs, left"
    assert str(event["URL"]) == f"https://portal.example/learning-sets/sessions/{UUID(int=7)}/"


@pytest.mark.parametrize("make", [invitation, cancellation, lambda one, _: published(one)])
def test_nobody_who_looks_into_a_calendar_learns_more_than_that_there_is_a_learning_set(make):
    text = make(session(), rsvp())
    assert "SUMMARY:Learning set\r\n" in text
    unfolded = text.replace("\r\n ", "")
    for secret in ("secret", "business"):
        assert secret not in unfolded


def test_a_cancellation_cancels_the_same_event_with_a_later_version():
    before, after = session(sequence=0), session(sequence=1)
    text = cancellation(after, rsvp())
    assert "METHOD:CANCEL\r\n" in text
    event = event_of(text)
    assert str(event["STATUS"]) == "CANCELLED"
    assert event["UID"] == event_of(invitation(before, rsvp()))["UID"]
    assert event["SEQUENCE"] > event_of(invitation(before, rsvp()))["SEQUENCE"]


def test_the_version_grows_with_the_session_and_with_the_answer():
    versions = [
        event_of(invitation(session(sequence=sequence), rsvp(revision=revision)))["SEQUENCE"]
        for sequence, revision in ((0, 0), (1, 0), (1, 2), (2, 2))
    ]
    assert versions == [0, 1, 3, 4]


def test_the_stamp_says_when_this_version_came_to_be_and_stays_the_same():
    text = invitation(session(), rsvp())
    assert "DTSTAMP:20270202T093000Z" in text
    assert invitation(session(), rsvp()) == text
    assert "DTSTAMP:20270201T093000Z" in published(session())


def test_the_file_to_download_is_the_same_event_without_an_attendee():
    event = event_of(published(session()))
    assert str(event["UID"]) == "one@portal.example"
    assert "ATTENDEE" not in event
    assert "ORGANIZER" not in event


def test_an_address_without_a_name_still_has_an_organiser(settings):
    settings.DEFAULT_FROM_EMAIL = "portal@nhs.example"
    assert event_of(invitation(session(), rsvp()))["ORGANIZER"].params["CN"] == "Learning set"
