"""May this spreadsheet be applied now?"""

from hileads.frame.refusals import NotNow
from hileads.leads.models import LeadImport


def refuse_without_content(lead_import: LeadImport) -> None:
    """Refuse a spreadsheet that is not kept any more."""
    if lead_import.content is None:
        raise NotNow("This spreadsheet is not kept any more. Nothing was changed. Hand it in again.")


def refuse_other_than_seen(seen: str, now: str) -> None:
    """Refuse to do something else than what was looked at."""
    if seen != now:
        raise NotNow(
            "The register has changed since you looked, so this would now do something else. Nothing was changed. "
            "Look at the spreadsheet again, and then apply it."
        )
