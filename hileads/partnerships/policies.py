"""May this committee, seat or place at it begin or end now?"""

from datetime import date

from hileads.frame.refusals import NotNow
from hileads.organisations.models import Kind, Organisation
from hileads.partnerships.models import Committee, Seat, SeatHolder
from hileads.wording import long_date


def refuse_other_kinds(icb: Organisation, day: date) -> None:
    """Refuse a committee of what is no integrated care board, or of one that is not open."""
    if icb.kind != Kind.ICB or not icb.is_open_on(day):
        raise NotNow(f"{icb.name} is no integrated care board that is open on {long_date(day)}.")


def refuse_before(whole: Committee | Seat, from_date: date) -> None:
    """Refuse a part that would begin before the whole, or after its end."""
    if not whole.holds_on(from_date):
        ends = f" to {long_date(whole.to_date)}" if whole.to_date else ""
        raise NotNow(f"It exists from {long_date(whole.from_date)}{ends}. Choose a day within that.")


def refuse_taken(there: SeatHolder | None) -> None:
    """Refuse a second person on a seat: the first leaves it first, or the second comes as their deputy."""
    if there:
        raise NotNow(
            f"{there.user.name} sits there from {long_date(there.from_date)}. Record their last day first, or record "
            "the other person as the deputy."
        )


def refuse_end(begun: date, to_date: date | None, last_day: date) -> None:
    """Refuse an end before the beginning, and a second end. `begun` is when the last part of it began."""
    if last_day < begun:
        raise NotNow(f"Something in it began on {long_date(begun)}; it cannot end before.")
    if to_date is not None and to_date <= last_day:
        raise NotNow(f"It already ends on {long_date(to_date)}.")
