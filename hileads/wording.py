"""How dates, times and numbers read in every sentence for people, on pages, in mail and in reports."""

from collections.abc import Sequence
from datetime import date, datetime, time
from decimal import Decimal

from hileads.clock import UK, day_of

NOT_KNOWN = "not known"


def long_date(value: date | datetime | None) -> str:
    """Return "3 April 2027", or "not known"."""
    if value is None:
        return NOT_KNOWN
    if isinstance(value, datetime):
        value = day_of(value)
    return f"{value.day} {value:%B %Y}"


def iso_date(value: str) -> str:
    """Return "3 April 2027" for "2027-04-03", as frozen documents keep dates."""
    return long_date(date.fromisoformat(value))


def day_and_month(value: date | datetime | None) -> str:
    """Return "3 April", for dates near enough to need no year."""
    return long_date(value) if value is None else long_date(value).rsplit(" ", 1)[0]


def clock_time(value: datetime | time) -> str:
    """Return "2:30pm", "2pm", "midday" or "midnight", in United Kingdom time."""
    if isinstance(value, datetime):
        value = value.astimezone(UK).time()
    if (value.hour, value.minute) in {(0, 0), (12, 0)}:
        return "midday" if value.hour else "midnight"
    minutes = f":{value:%M}" if value.minute else ""
    return f"{value.hour % 12 or 12}{minutes}{'am' if value.hour < 12 else 'pm'}"


def long_datetime(value: datetime | None) -> str:
    """Return "3 April 2027 at 2:30pm", in United Kingdom time."""
    return NOT_KNOWN if value is None else f"{long_date(value)} at {clock_time(value)}"


def number(value: float | Decimal | int | None, places: int | None = None) -> str:
    """Return 31610 as "31,610". With `places`, that many decimals; without, as many as the number has."""
    if value is None:
        return NOT_KNOWN
    return f"{value:,}" if places is None else f"{value:,.{places}f}"


def plain_percent(value: float | Decimal | None, places: int = 1) -> str:
    """Return 83.52 as "83.5%". The value is already in percent."""
    return NOT_KNOWN if value is None else f"{value:,.{places}f}%"


def counted(count: int, one: str, many: str = "") -> str:
    """Return "1 organisation" or "1,200 organisations"."""
    return f"{count:,} {one if count == 1 else many or one + 's'}"


def listed(names: Sequence[str]) -> str:
    """Return "Ann", "Ann and Bea" or "Ann, Bea and Cy"."""
    return " and ".join(filter(None, (", ".join(names[:-1]), *names[-1:])))


def lower_first(text: str) -> str:
    """Return "Board secretary" as it reads inside a sentence; an abbreviation such as "NHS trust" as it is."""
    return text[:1].lower() + text[1:] if text[1:2].islower() else text


def due_sentence(due: date | None, today: date) -> str:
    """Return "Due 3 April.", "Due today.", or "Due 3 April. Late by 6 days."; the year only when it differs."""
    if due is None:
        return ""
    if due == today:
        return "Due today."
    shown = day_and_month(due) if due.year == today.year else long_date(due)
    late = (today - due).days
    return f"Due {shown}. Late by {counted(late, 'day')}." if late > 0 else f"Due {shown}."
