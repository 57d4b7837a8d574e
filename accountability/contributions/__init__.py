"""What the boardroom adds to other pages, one module a noun; importing this package registers all of it."""

from accountability.contributions import (
    board,
    figureimports,
    handover,
    measures,
    personal,
    plan,
    reminders,
    report,
    sample,
    story,
    tellings,
)

__all__ = [
    "board",
    "figureimports",
    "handover",
    "measures",
    "personal",
    "plan",
    "reminders",
    "report",
    "sample",
    "story",
    "tellings",
]
