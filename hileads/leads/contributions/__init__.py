"""What the register of people adds to other pages and to the demo; importing this package registers all of it."""

from hileads.leads.contributions import people, personal, story

__all__ = ["people", "personal", "story"]
