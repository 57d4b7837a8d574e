"""Questions to the message ledger, and to what people have chosen to hear of."""

from hileads.notifications.queries.choices import (
    Choices,
    choices_of,
    pause_of,
    person_with_key,
    stopped_by_link,
)
from hileads.notifications.queries.digests import (
    Digest,
    Expected,
    Period,
    digest_readers,
    digests_of_each,
    open_periods,
    periods_of,
    stood,
    week_at,
)
from hileads.notifications.queries.messages import (
    messages_of,
    messages_to_send,
    not_relevant,
    subject_of,
    unwanted,
)
from hileads.notifications.queries.reminders import DueReminder, due_reminders, reminder_moments
from hileads.notifications.queries.watching import (
    Watch,
    alerts_at,
    is_alive,
    is_held,
    is_suppressed,
    late_since,
    mail_comes_back,
    waiting_in,
    watch_at,
)

__all__ = [
    "Choices",
    "Digest",
    "DueReminder",
    "Expected",
    "Period",
    "Watch",
    "alerts_at",
    "choices_of",
    "digest_readers",
    "digests_of_each",
    "due_reminders",
    "is_alive",
    "is_held",
    "is_suppressed",
    "late_since",
    "mail_comes_back",
    "messages_of",
    "messages_to_send",
    "not_relevant",
    "open_periods",
    "pause_of",
    "periods_of",
    "person_with_key",
    "reminder_moments",
    "stood",
    "stopped_by_link",
    "subject_of",
    "unwanted",
    "waiting_in",
    "watch_at",
    "week_at",
]
