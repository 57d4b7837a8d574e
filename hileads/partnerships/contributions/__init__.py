"""What the partnerships add to other pages and to the demo; importing this package registers all of it."""

from hileads.partnerships.contributions import pages, story

__all__ = ["pages", "story"]
