"""The trusts whose kind of care a source gives. For every other trust it is not known, and never guessed.

The files of the Organisation Data Service do not say what kind of care a trust provides, and that a trust has no
accident and emergency department says nothing about what it has instead.
"""

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True)
class KindOfCare:
    """A trust, its kind of care (a value of ProviderType), the first day the source speaks of, and the source."""

    code: str
    kind: str
    from_date: date
    source: str


KINDS_OF_CARE = (
    KindOfCare(
        "RAE",
        "acute",
        date(2021, 4, 1),
        "NHS England, A&E attendances and emergency admissions: attendances at a type 1 (major) department of this "
        "trust in each month from April 2021 to February 2026",
    ),
    KindOfCare(
        "RXG",
        "mental_health",
        date(2019, 8, 23),
        "Care Quality Commission, inspection summary of provider RXG, 23 August 2019: wards and community services "
        "for mental health (www.cqc.org.uk/provider/RXG/inspection-summary)",
    ),
)
