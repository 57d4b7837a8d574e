"""The message ledger, what people choose to hear of, and what holds messages back."""

from hileads.notifications.models.choice import TOGETHER, USUAL, Frequency, Pause, Preference, Seen
from hileads.notifications.models.control import Heartbeat, StreamStop, Suppression
from hileads.notifications.models.message import Message, Receipt, State, Stream

__all__ = [
    "TOGETHER",
    "USUAL",
    "Frequency",
    "Heartbeat",
    "Message",
    "Pause",
    "Preference",
    "Receipt",
    "Seen",
    "State",
    "Stream",
    "StreamStop",
    "Suppression",
]
