"""Who came before whom, as far back as successions are recorded."""

from dataclasses import dataclass
from datetime import date

from hileads.organisations.models import Organisation
from hileads.organisations.policies import why_read_only
from hileads.permissions.reach import predecessors


@dataclass(frozen=True)
class Before:
    """The closed organisations from which this one took over, alphabetically, and why it is itself read-only, if so."""

    organisations: tuple[Organisation, ...]
    why_read_only: str


def before(organisation: Organisation, day: date) -> Before:
    """Return whose records an organisation goes on from on `day`. They stay theirs, and are never added up."""
    rows = Organisation.objects.filter(pk__in=predecessors([organisation.pk], day)).by_name()
    return Before(tuple(rows), why_read_only(organisation, day))
