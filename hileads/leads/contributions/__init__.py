"""What the register of people adds to other pages and to the demo; importing this package registers all of it."""

from hileads.leads.contributions import (
    handover,
    lists,
    people,
    personal,
    provision,
    reminders,
    sample,
    story,
    support,
)

__all__ = ["handover", "lists", "people", "personal", "provision", "reminders", "sample", "story", "support"]
