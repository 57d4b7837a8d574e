"""Everything that is written to the message ledger."""

from hileads.notifications.actions.disposal import dispose_messages, dispose_sign_in_messages, erase_messages
from hileads.notifications.actions.post import post_mail, post_message
from hileads.notifications.actions.schedule import post_digests, post_reminders
from hileads.notifications.actions.sweep import release_stuck_messages, sweep_messages

__all__ = [
    "dispose_messages",
    "dispose_sign_in_messages",
    "erase_messages",
    "post_digests",
    "post_mail",
    "post_message",
    "post_reminders",
    "release_stuck_messages",
    "sweep_messages",
]
