"""What the boardroom adds to other pages, one module a noun; importing this package registers all of it."""

from accountability.contributions import (
    figureimports,
    handover,
    measures,
    personal,
    plan,
    reminders,
    report,
    sample,
    story,
)

__all__ = [
    "figureimports",
    "handover",
    "measures",
    "personal",
    "plan",
    "reminders",
    "report",
    "sample",
    "story",
]
