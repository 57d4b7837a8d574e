"""The one source of "now" for actions, so that tests and the demo's past can set it."""

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from datetime import date, datetime
from zoneinfo import ZoneInfo

from django.utils import timezone

UK = ZoneInfo("Europe/London")
_set_time: ContextVar[datetime | None] = ContextVar("set_time", default=None)


def now() -> datetime:
    """Return the present moment in UTC, or the moment that `at` has set."""
    return _set_time.get() or timezone.now()


def today() -> date:
    """Return the present date in the United Kingdom."""
    return day_of(now())


def day_of(moment: datetime) -> date:
    """Return the date that it is in the United Kingdom at `moment`."""
    return moment.astimezone(UK).date()


@contextmanager
def at(moment: datetime) -> Iterator[None]:
    """Let everything inside the block happen at `moment`, which must carry a time zone."""
    if moment.tzinfo is None:
        raise ValueError("The clock takes moments with a time zone.")
    token = _set_time.set(moment)
    try:
        yield
    finally:
        _set_time.reset(token)
