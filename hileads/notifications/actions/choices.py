"""People choose how they hear of what."""

from collections.abc import Iterable, Mapping
from datetime import date

from django.db import transaction

from hileads.clock import now, today
from hileads.contributions import WorkLine
from hileads.leads.models import User
from hileads.notifications.models import Frequency, Pause, Preference, Seen, Stream
from hileads.notifications.policies import require_fit
from hileads.notifications.queries import choices_of, stood


@transaction.atomic
def choose_frequencies(
    *, by: User, wanted: Mapping[Stream, Frequency], by_link: bool = False
) -> list[Preference]:
    """Keep how a person wishes to hear of streams, and return what has changed, each with what held before."""
    held = choices_of([by.pk], today())[by.pk]
    changed = []
    for stream, frequency in wanted.items():
        require_fit(stream, frequency)
        before = held.frequency(stream)
        if before != frequency:
            values = {"frequency": frequency, "previous": before, "chosen_at": now(), "by_link": by_link}
            row, _ = Preference.objects.update_or_create(user=by, stream=stream, defaults=values)
            changed.append(row)
    return changed


@transaction.atomic
def choose_mail(
    *, by: User, wanted: Mapping[Stream, Frequency], pause: tuple[date, date] | None
) -> list[Preference]:
    """Keep all that a person chose on one page: each stream's frequency, and the days without mail, if any."""
    if pause:
        pause_mail(by=by, from_date=pause[0], to_date=pause[1])
    else:
        end_pause(by=by)
    return choose_frequencies(by=by, wanted=wanted)


@transaction.atomic
def undo_choice(*, by: User, stream: Stream) -> None:
    """Let what held before a person's last choice for a stream hold again."""
    row = Preference.objects.filter(user=by, stream=stream).first()
    if row is not None:
        choose_frequencies(by=by, wanted={stream: Frequency(row.previous)})


@transaction.atomic
def pause_mail(*, by: User, from_date: date, to_date: date) -> Pause:
    """Send a person no mail that can wait on these days. A later pause takes the place of an earlier one."""
    dates = {"from_date": from_date, "to_date": to_date}
    return Pause.objects.update_or_create(user=by, defaults=dates)[0]


@transaction.atomic
def end_pause(*, by: User) -> None:
    """Send a person mail again."""
    Pause.objects.filter(user=by).delete()


@transaction.atomic
def note_seen(*, by: User, lines: Iterable[WorkLine]) -> None:
    """Remember which lines of "This week" a person has looked at, as they stood, so that no mail repeats them."""
    rows = [Seen(user=by, key=line.key, stood=stood(line), seen_at=now()) for line in lines]
    Seen.objects.bulk_create(
        rows, update_conflicts=True, unique_fields=["user", "key"], update_fields=["stood", "seen_at"]
    )
