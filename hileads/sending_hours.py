"""When messages may leave: on working days in England, from 08:00 to 18:00 by the clock in London.

Where SENDING_HOURS is "always" every moment will do: for the demo and for trying things out.
"""

from datetime import date, datetime, time, timedelta

from django.conf import settings

from hileads.clock import UK
from hileads.working_days import first_working_day_from, is_working_day

OPENS = time(8)
CLOSES = time(18)
LAST_CALL = time(17, 45)
"""What is moved forward to the end of a day leaves a little before the doors close, so that nothing queues past them."""


def may_leave(moment: datetime) -> bool:
    """Say whether ordinary messages may leave at `moment`."""
    local = moment.astimezone(UK)
    return _always() or (is_working_day(local.date()) and OPENS <= local.time() < CLOSES)


def next_chance(moment: datetime) -> datetime:
    """Return `moment`, or the next one at which messages may leave."""
    if may_leave(moment):
        return moment
    local = moment.astimezone(UK)
    day = local.date() if local.time() < OPENS else local.date() + timedelta(days=1)
    return opening(first_working_day_from(day))


def last_chance(moment: datetime) -> datetime:
    """Return `moment`, or the last one before it at which messages may leave."""
    if may_leave(moment):
        return moment
    local = moment.astimezone(UK)
    day = local.date() if local.time() >= CLOSES else local.date() - timedelta(days=1)
    while not is_working_day(day):
        day -= timedelta(days=1)
    return datetime.combine(day, LAST_CALL, tzinfo=UK)


def opening(day: date) -> datetime:
    """Return the moment from which messages may leave on a working day."""
    return datetime.combine(day, OPENS, tzinfo=UK)


def _always() -> bool:
    return bool(settings.SENDING_HOURS == "always")
