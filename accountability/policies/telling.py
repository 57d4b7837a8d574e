"""May words be told of this measure, for this period?"""

from datetime import date

from accountability.models import MeasureVersion, Telling
from accountability.policies.measure import why_not_used
from hileads.frame.refusals import NotNow
from hileads.organisations.models import Organisation
from hileads.wording import long_date


def why_not_tell(version: MeasureVersion, organisation: Organisation, day: date) -> str:
    """Return why no words can be told of a measure at an organisation, or put right; "" where they can.

    What a board says of a measure that has a figure stands on its board view.
    """
    if version.has_number:
        return (
            f"“{version.title}” has a figure, so nothing was saved. What your organisation says about it is written on "
            "the board view."
        )
    return why_not_used(version, organisation, day)


def refuse_to_tell(version: MeasureVersion, organisation: Organisation, day: date) -> None:
    """Refuse words that cannot be told."""
    reason = why_not_tell(version, organisation, day)
    if reason:
        raise NotNow(reason)


def ensure_period_has_been(from_date: date, to_date: date, today: date) -> None:
    """Refuse a period that runs backwards, or that is not over."""
    if to_date < from_date:
        raise NotNow("The period ends before it begins. Enter a last day that is not before the first.")
    if to_date > today:
        raise NotNow("The period is not over yet. Enter a last day that is not after today.")


def ensure_not_told_yet(before: Telling | None) -> None:
    """Refuse to tell twice of the same period: what was told is corrected instead."""
    if before is not None:
        raise NotNow(
            f"{before.told_by.name} told of this period on {long_date(before.told_at)}. Nothing was saved: correct those "
            "words on the measure’s page, or enter another period."
        )
