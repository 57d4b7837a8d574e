"""Everything that is written to the message ledger, and to what people choose."""

from hileads.notifications.actions.choices import (
    choose_frequencies,
    choose_mail,
    end_pause,
    note_seen,
    pause_mail,
    undo_choice,
)
from hileads.notifications.actions.control import record_beat, release_stream, stop_stream, tell_alerts
from hileads.notifications.actions.digests import post_digests, start_digests
from hileads.notifications.actions.disposal import (
    dispose_messages,
    dispose_seen,
    dispose_sign_in_messages,
    erase_choices,
    erase_messages,
)
from hileads.notifications.actions.post import post_mail, post_message
from hileads.notifications.actions.receipts import lift_suppression, record_receipt, suppress_address
from hileads.notifications.actions.reminders import post_reminders
from hileads.notifications.actions.sweep import settle_stuck_messages, sweep_messages

__all__ = [
    "choose_frequencies",
    "choose_mail",
    "dispose_messages",
    "dispose_seen",
    "dispose_sign_in_messages",
    "end_pause",
    "erase_choices",
    "erase_messages",
    "lift_suppression",
    "note_seen",
    "pause_mail",
    "post_digests",
    "post_mail",
    "post_message",
    "post_reminders",
    "record_beat",
    "record_receipt",
    "release_stream",
    "settle_stuck_messages",
    "start_digests",
    "stop_stream",
    "suppress_address",
    "sweep_messages",
    "tell_alerts",
    "undo_choice",
]
