"""Messages as tests need them."""

from typing import Any

from hileads.notifications.models import Message
from hileads.notifications.policies import calendar_key


def calendar_link_of(message: Message) -> dict[str, Any]:
    """Let a message bring a calendar file, and return what opens that."""
    message.calendar, message.calendar_method = "BEGIN:VCALENDAR", "REQUEST"
    message.save(update_fields=["calendar", "calendar_method"])
    return {"public_id": message.public_id, "key": calendar_key(message)}
