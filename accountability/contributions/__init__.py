"""What the boardroom adds to other pages, one module a noun; importing this package registers all of it."""

from accountability.contributions import report

__all__ = ["report"]
