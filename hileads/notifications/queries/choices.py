"""How people wish to hear of each stream."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from hileads.leads.models import User
from hileads.notifications.models import USUAL, Frequency, Pause, Preference, Stream
from hileads.notifications.policies import is_choices_key

PAUSED = "You asked for no mail on this day."
LATELY = timedelta(days=30)
NOT_AT_ONCE = {
    Frequency.NONE: "You chose not to hear of this by mail.",
    Frequency.DAILY: "You chose to hear of this in one mail a day.",
    Frequency.WEEKLY: "You chose to hear of this in one mail a week.",
    Frequency.MONTHLY: "You chose to hear of this in one mail a month.",
}


@dataclass(frozen=True)
class Choices:
    """What one person chose, with what holds until they choose, and whether they have paused."""

    frequencies: dict[Stream, Frequency]
    is_paused: bool
    chosen_at: datetime | None = None

    def frequency(self, stream: Stream) -> Frequency:
        """Return how they hear of a stream. What cannot be chosen comes as it happens."""
        return self.frequencies.get(stream, Frequency.AT_ONCE)

    def digest_with(self, stream: Stream) -> Frequency:
        """Return in which digest the lines of a stream come; what also comes as it happens is in the digest."""
        frequency = self.frequency(stream)
        return self.frequencies[Stream.DIGEST] if frequency == Frequency.AT_ONCE else frequency

    @property
    def digests(self) -> set[Frequency]:
        """Return which digests this person may get: none at all once they have stopped the digest."""
        if self.frequencies[Stream.DIGEST] == Frequency.NONE:
            return set()
        return {self.digest_with(stream) for stream in self.frequencies} - {Frequency.NONE}

    def why_not(self, stream: Stream) -> str:
        """Return why no mail of this stream should go by itself now, or ""."""
        frequency = self.frequency(stream)
        if self.is_paused:
            return PAUSED
        if stream == Stream.DIGEST and frequency != Frequency.NONE:
            return ""
        return NOT_AT_ONCE.get(frequency, "")


def choices_of(people: Iterable[int], day: date) -> dict[int, Choices]:
    """Return what each person chose, by their number, in two queries however many they are."""
    numbers = list(people)
    chosen: dict[int, dict[Stream, Frequency]] = defaultdict(dict)
    chosen_at: dict[int, datetime] = {}
    for row in Preference.objects.filter(user__in=numbers).order_by("chosen_at"):
        chosen[row.user_id][Stream(row.stream)] = Frequency(row.frequency)
        chosen_at[row.user_id] = row.chosen_at
    paused = set(Pause.objects.on(day).filter(user__in=numbers).values_list("user", flat=True))
    return {
        number: Choices({**USUAL, **chosen[number]}, number in paused, chosen_at.get(number))
        for number in numbers
    }


def person_with_key(number: int, key: str) -> User | None:
    """Return whose choices a link opens: nobody's once the account is closed or has another address."""
    person = User.objects.filter(pk=number, is_active=True, is_system=False).first()
    return person if person and is_choices_key(person, key) else None


def pause_of(user: User, day: date) -> Pause | None:
    """Return the days on which a person wants no mail, unless they are over."""
    return Pause.objects.filter(user=user, to_date__gte=day).first()


def stopped_by_link(user: User, moment: datetime) -> list[Preference]:
    """Return what a person stopped lately by the link of a mail, perhaps without meaning to."""
    rows = Preference.objects.filter(user=user, by_link=True, frequency=Frequency.NONE)
    return list(rows.filter(chosen_at__gt=moment - LATELY).order_by("stream"))
