"""May something new be recorded of this measure at this organisation?"""

from datetime import date

from accountability.models import Measure, MeasureVersion
from hileads.frame.refusals import NotNow
from hileads.organisations.models import Organisation
from hileads.organisations.policies import why_read_only
from hileads.wording import long_date


def why_not_used(version: MeasureVersion, organisation: Organisation, day: date) -> str:
    """Return why nothing new can be told, or asked for, of a measure at an organisation; "" where it can."""
    if version.measure.retired_at:
        return (
            f"“{version.title}” was retired on {long_date(version.measure.retired_at)}. What is recorded of it stays as "
            "it was, so nothing was saved. Choose another measure of the catalogue."
        )
    if not version.is_live:
        return (
            f"“{version.title}” has been given another meaning since. Nothing was saved. Open the measure again, and "
            "look at what it means now."
        )
    return _why_anothers(version.measure, organisation) or why_read_only(organisation, day)


def ensure_measure_of(measure: Measure | None, organisation: Organisation) -> None:
    """Refuse a measure that another organisation keeps for itself."""
    reason = _why_anothers(measure, organisation) if measure else ""
    if reason:
        raise NotNow(reason)


def _why_anothers(measure: Measure, organisation: Organisation) -> str:
    if measure.organisation_id in (None, organisation.pk):
        return ""
    return "This measure is another organisation’s own. Choose one of the catalogue, or one of yours."
