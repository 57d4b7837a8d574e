"""What the boardroom adds to other pages, one module a noun; importing this package registers all of it."""

from accountability.contributions import measures, personal, plan, report, story

__all__ = ["measures", "personal", "plan", "report", "story"]
