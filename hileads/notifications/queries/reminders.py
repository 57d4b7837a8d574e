"""Which reminders should exist now: offsets from the occasions that the rooms know."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta

from hileads.clock import day_of
from hileads.contributions import Occasion, ReminderSource, reminders
from hileads.notifications.models import Message, Stream
from hileads.notifications.policies import FOR_GOOD
from hileads.notifications.queries.standins import StandIns, stand_ins
from hileads.offsets import Due, latest_due, moments

LATE = timedelta(days=7)
"""How long after its time a reminder is still posted, when nothing could be posted for a while."""

SHIFT = timedelta(days=7)
"""How far the sending hours may move a reminder: further than any row of days off."""


@dataclass(frozen=True)
class DueReminder:
    """A reminder that should exist: of what, to whom, and for whom that person acts if it is not their own."""

    source: ReminderSource
    occasion: Occasion
    due: Due
    recipient: int
    acting_for: int | None

    @property
    def meaning_key(self) -> str:
        """Return what makes it this reminder and no other, for ever."""
        return f"{self.source.kind}:{self.due.offset.name}:{self.occasion.key}:{self.recipient}"

    @property
    def is_optional(self) -> bool:
        return Stream(self.source.stream) not in FOR_GOOD


def due_reminders(moment: datetime) -> list[DueReminder]:
    """Return the reminders whose time has come, that are wanted by mail, and that are not in the ledger yet.

    The number of queries does not grow with them: each room's, those of `stand_ins`, and one to the ledger.
    """
    passed = [
        (source, occasion, due)
        for source in reminders.all()
        for occasion in _occasions(source, moment - LATE, moment)
        if (due := _due(source, occasion, moment)) is not None
    ]
    people = {person for _, occasion, _ in passed for person in occasion.people}
    places = {occasion.organisation_id for _, occasion, _ in passed if occasion.organisation_id}
    standing = stand_ins(people, places, day_of(moment))
    found = {row.meaning_key: row for one in passed for row in _to_people(*one, standing)}
    known = Message.objects.filter(meaning_key__in=found).values_list("meaning_key", flat=True)
    for key in set(known):
        del found[key]
    return list(found.values())


def reminder_moments(first: datetime, last: datetime) -> Iterator[datetime]:
    """Yield every moment after `first` and until `last` at which a reminder goes, as things stand."""
    for source in reminders.all():
        for occasion in _occasions(source, first, last):
            for due in moments(occasion.at, source.offsets):
                if max(first, occasion.since) < due.at <= last:
                    yield due.at


def _occasions(source: ReminderSource, first: datetime, last: datetime) -> Iterable[Occasion]:
    """Return the occasions of which a reminder may go between two moments."""
    spans = [offset.before for offset in source.offsets]
    return source.occasions(first + min(spans) - SHIFT, last + max(spans) + SHIFT)


def _due(source: ReminderSource, occasion: Occasion, moment: datetime) -> Due | None:
    due = latest_due(occasion.at, source.offsets, since=occasion.since, moment=moment)
    return due if due and due.at > moment - LATE else None


def _to_people(
    source: ReminderSource, occasion: Occasion, due: Due, standing: StandIns
) -> Iterator[DueReminder]:
    for person in occasion.people:
        told = standing.for_person(person, occasion)
        row = DueReminder(source, occasion, due, told, person if told != person else None)
        if not (row.is_optional and standing.choices[person].why_not(Stream(source.stream))):
            yield row
