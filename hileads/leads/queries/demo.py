"""Whether the demo has been told here."""

from datetime import date

from hileads.organisations.models import ImportRun


def demo_told() -> date | None:
    """Return the day on which the demo's story was told here, if it was."""
    return ImportRun.objects.filter(kind="demo").values_list("as_at_date", flat=True).first()
