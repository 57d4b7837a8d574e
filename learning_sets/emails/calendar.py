"""A session as calendar programs read it (RFC 5545, and RFC 5546 for invitations).

The title says "Learning set" and no more: others can see one's calendar. Every occurrence is an event of its own with
the wall time of the United Kingdom, so that no change of the clocks moves it.
"""

from datetime import datetime, timedelta
from email.utils import parseaddr

from django.conf import settings
from django.urls import reverse
from icalendar import (
    Calendar,
    Event,
    Timezone,
    TimezoneDaylight,
    TimezoneStandard,
    vCalAddress,
    vRecur,
    vText,
)

from hileads.clock import UK
from hileads.leads.models import User
from learning_sets.models import Rsvp, Session

TITLE = "Learning set"
REQUEST, CANCEL, PUBLISH = "REQUEST", "CANCEL", "PUBLISH"


def invitation(session: Session, rsvp: Rsvp) -> str:
    """Return the invitation for a person who has accepted, or its new version after a change."""
    return _calendar(REQUEST, session, rsvp)


def cancellation(session: Session, rsvp: Rsvp) -> str:
    """Return what takes a session out of a person's calendar again."""
    return _calendar(CANCEL, session, rsvp)


def published(session: Session) -> str:
    """Return a session as a file to download: the same event, so that it never stands in a calendar twice."""
    return _calendar(PUBLISH, session, None)


def sequence(session: Session, rsvp: Rsvp | None) -> int:
    """Return the version of the event for one person: it grows with each change of the session or of their answer."""
    return session.sequence + (rsvp.revision if rsvp else 0)


def _calendar(method: str, session: Session, rsvp: Rsvp | None) -> str:
    calendar = Calendar()
    calendar.add("prodid", "-//Health inequalities portal//Learning sets//EN")
    calendar.add("version", "2.0")
    calendar.add("method", method)
    calendar.add_component(_uk_time())
    calendar.add_component(_event(method, session, rsvp))
    return calendar.to_ical().decode()


def _event(method: str, session: Session, rsvp: Rsvp | None) -> Event:
    address = settings.BASE_URL.rstrip("/") + reverse("session-show", kwargs={"public_id": session.public_id})
    event = Event()
    event.add("uid", session.uid)
    event.add("sequence", sequence(session, rsvp))
    event.add("dtstamp", _last_change(session, rsvp))
    event.add("dtstart", session.starts_at.astimezone(UK))
    event.add("dtend", session.ends_at.astimezone(UK))
    event.add("summary", TITLE)
    event.add("location", session.place)
    event.add("description", f"Times, the run-sheet and on the day the link to join: {address}")
    event.add("url", address)
    event.add("status", "CANCELLED" if method == CANCEL else "CONFIRMED")
    if rsvp:
        event["organizer"] = _organiser()
        event.add("attendee", _attendee(rsvp.user, declined=method == CANCEL), encode=False)
    return event


def _last_change(session: Session, rsvp: Rsvp | None) -> datetime:
    """The stamp says when this version came to be, not when it was fetched: that is how programs notice a change."""
    return max(session.changed_at, rsvp.answered_at) if rsvp else session.changed_at


def _organiser() -> vCalAddress:
    """The organiser is the sender of the mail: some programs refuse an invitation where they differ."""
    name, address = parseaddr(settings.DEFAULT_FROM_EMAIL)
    organiser = vCalAddress(f"mailto:{address}")
    organiser.params["cn"] = vText(name or TITLE)
    return organiser


def _attendee(user: User, *, declined: bool) -> vCalAddress:
    """The person alone: who else is in the set is nobody's business but the set's. They have answered already."""
    attendee = vCalAddress(f"mailto:{user.email}")
    attendee.params["cn"] = vText(user.name)
    attendee.params["role"] = vText("REQ-PARTICIPANT")
    attendee.params["partstat"] = vText("DECLINED" if declined else "ACCEPTED")
    attendee.params["rsvp"] = vText("FALSE")
    return attendee


def _uk_time() -> Timezone:
    """Return the United Kingdom's two rules, each from 1970 on: the form that Outlook understands."""
    zone = Timezone()
    zone.add("tzid", UK.key)
    winter, summer = timedelta(0), timedelta(hours=1)
    for part, name, month, hour, before, after in (
        (TimezoneDaylight(), "BST", 3, 1, winter, summer),
        (TimezoneStandard(), "GMT", 10, 2, summer, winter),
    ):
        part.add("tzname", name)
        part.add("dtstart", datetime(1970, month, 29 if month == 3 else 25, hour))  # noqa: DTZ001 - wall time
        part.add("rrule", vRecur({"freq": "yearly", "bymonth": month, "byday": "-1SU"}))
        part.add("tzoffsetfrom", before)
        part.add("tzoffsetto", after)
        zone.add_component(part)
    return zone
