"""How a sign-in by a provider can end without a sign-in: what the adapter finds, and what the page explains."""

from enum import StrEnum


class CameToNothing(StrEnum):
    """Why signing in by a provider, or linking it, came to nothing."""

    NOT_LINKED = "not-linked"
    STOPPED = "stopped"
    AWAY = "away"
    FAILED = "failed"
