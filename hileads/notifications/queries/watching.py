"""Do messages leave? What was expected and what was sent, what waits, and what looks wrong."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from itertools import chain

from django.db.models import Count
from django.db.models.functions import TruncDate

from hileads.clock import UK, day_of
from hileads.leads.models import Appointment, User
from hileads.leads.queries.support import CONTACTS
from hileads.notifications.models import (
    Frequency,
    Heartbeat,
    Message,
    Preference,
    State,
    Stream,
    StreamStop,
    Suppression,
)
from hileads.notifications.policies import BEATS, QUIET_FOR, Alert, day_alerts, link_alerts, running_alerts
from hileads.notifications.queries.messages import messages_to_send
from hileads.organisations.models import Organisation
from hileads.permissions.rights import live_appointments

DAYS_SHOWN = 14
DAYS_COMPARED = 28
A_WEEK = timedelta(days=7)


@dataclass(frozen=True)
class StreamDay:
    """One stream on one day, by when its messages were due: what should have gone, and what became of it."""

    day: date
    stream: Stream
    expected: int
    sent: int
    not_needed: int
    failed: int
    waiting: int


@dataclass(frozen=True)
class Watch:
    """Whether messages leave, at one moment."""

    days: list[StreamDay]
    oldest: Message | None
    stops: list[StreamStop]
    streams: list[Stream]
    beats: dict[str, datetime | None]
    suppressed: list[Suppression]
    alerts: list[Alert]


def watch_at(moment: datetime) -> Watch:
    """Return how sending stands. A stream's days are in order of time, the newest first."""
    days, oldest, beats = _compared(moment), _oldest(moment), beats_of()
    first = day_of(moment) - timedelta(days=DAYS_SHOWN - 1)
    return Watch(
        days=[row for row in reversed(days) if row.day >= first],
        oldest=oldest,
        stops=list(StreamStop.objects.select_related("stopped_by").order_by("stream")),
        streams=list(Stream),
        beats=beats,
        suppressed=list(Suppression.objects.order_by("address")),
        alerts=_alerts(days, oldest, beats, moment),
    )


def alerts_at(moment: datetime) -> list[Alert]:
    """Return what looks wrong about sending: what does not run, days unlike others, links pressed by programs."""
    return _alerts(_compared(moment), _oldest(moment), beats_of(), moment)


def _alerts(
    days: Sequence[StreamDay], oldest: Message | None, beats: Mapping[str, datetime | None], moment: datetime
) -> list[Alert]:
    today = day_of(moment)
    return [
        *running_alerts(beats, oldest.due_at if oldest else None, moment),
        *chain.from_iterable(day_alerts(stream, _sent_by_day(days, stream), today) for stream in Stream),
        *link_alerts(stopped_by_domain(moment - A_WEEK)),
    ]


def _compared(moment: datetime) -> list[StreamDay]:
    today = day_of(moment)
    return stream_days(today - timedelta(days=DAYS_COMPARED), today)


def waiting_in(stream: Stream, moment: datetime) -> int:
    """Return how many messages of a stream are due and have not left."""
    return Message.objects.due(moment).filter(stream=stream).count()


def is_held(stream: Stream) -> bool:
    """Say whether an administrator holds a stream back."""
    return StreamStop.objects.filter(stream=stream).exists()


def _oldest(moment: datetime) -> Message | None:
    return messages_to_send(moment).order_by("due_at").first()


def stream_days(first: date, last: date) -> list[StreamDay]:
    """Return each stream on each day on which it had messages, in order of time. One query."""
    counted = (
        Message.objects.annotate(day=TruncDate("due_at", tzinfo=UK))
        .filter(day__gte=first, day__lte=last)
        .values_list("day", "stream", "state")
        .annotate(count=Count("pk"))
    )
    found: dict[tuple[date, str], Counter[str]] = defaultdict(Counter)
    for day, stream, state, count in counted:
        found[day, stream][state] += count
    return [_stream_day(day, Stream(stream), states) for (day, stream), states in sorted(found.items())]


def _stream_day(day: date, stream: Stream, states: Counter[str]) -> StreamDay:
    return StreamDay(
        day=day,
        stream=stream,
        expected=states.total(),
        sent=states[State.SENT],
        not_needed=states[State.SKIPPED] + states[State.CANCELLED],
        failed=states[State.FAILED],
        waiting=states[State.DUE] + states[State.SENDING],
    )


def _sent_by_day(days: Iterable[StreamDay], stream: Stream) -> dict[date, int]:
    return {row.day: row.sent for row in days if row.stream == stream}


def beats_of() -> dict[str, datetime | None]:
    """Return when what recurs last came to its end."""
    known = dict(Heartbeat.objects.values_list("name", "beat_at"))
    return {name: known.get(name) for name in BEATS}


def stopped_by_domain(since: datetime) -> Counter[str]:
    """Return how many people of each domain stopped a stream by a link since then."""
    rows = Preference.objects.filter(by_link=True, frequency=Frequency.NONE, chosen_at__gt=since)
    addresses = rows.values_list("user__email", flat=True)
    return Counter(address.rpartition("@")[2] for address in addresses)


def is_alive(moment: datetime) -> bool:
    """Say whether what recurs has recurred lately."""
    beats = beats_of()
    return all(beats.values()) and not list(running_alerts(beats, None, moment))


def late_since(moment: datetime) -> bool:
    """Say whether something that may leave has waited for longer than sending takes."""
    return messages_to_send(moment).filter(due_at__lte=moment - QUIET_FOR).exists()


def mail_comes_back(people: Sequence[User], day: date) -> list[tuple[User, User, Organisation]]:
    """Return who of these people, themselves a contact there, cannot reach whom by mail, and where. One query."""
    contacts: defaultdict[int, list[User]] = defaultdict(list)
    for person in people:
        for post in live_appointments(person, day):
            if post.role in CONTACTS and post.organisation_id:
                contacts[post.organisation_id].append(person)
    posts = Appointment.objects.live(day).filter(role__in=CONTACTS, organisation__in=contacts)
    gone = posts.filter(user__email__in=Suppression.objects.values("address"))
    rows = gone.select_related("user", "organisation").order_by("organisation__name", "pk")
    return [
        (reader, row.user, row.organisation)
        for row in rows
        if row.organisation
        for reader in contacts[row.organisation.pk]
    ]


def is_suppressed(address: str) -> bool:
    """Say whether mail to an address came back."""
    return Suppression.objects.filter(address=address).exists()
