"""Who is expected to name a lead."""

from django.db import models

from hileads.audit import audited
from hileads.dated import Dated, DatedQuerySet, ends_after_start, no_overlap
from hileads.organisations.models.organisation import Organisation


@audited()
class Expectation(Dated):
    """This organisation is expected to name a lead: since when and why, until when and why no longer."""

    organisation = models.ForeignKey(Organisation, models.CASCADE, related_name="expectations")
    reason = models.CharField("why", max_length=300)
    ended_because = models.CharField("why no longer", max_length=300, blank=True)

    organisation_path = "organisation"

    objects = DatedQuerySet.as_manager()

    class Meta:
        constraints = [
            no_overlap("one_expectation_at_a_time", "organisation"),
            ends_after_start("expectation_ends_after_start"),
        ]

    def __str__(self) -> str:
        return f"{self.organisation}: expected to name a lead"
