"""What an organisation tells of a measure that has no figure."""

from django.conf import settings
from django.db import models
from django.db.models import F, Q

from accountability.models.measure import Measure, MeasureVersion
from hileads.audit import audited
from hileads.identifiers import PublicId
from hileads.organisations.models import Organisation


@audited(confidential=True)
class Telling(PublicId):
    """What was seen of a measure that is told in words, in one period, and how that is known."""

    organisation = models.ForeignKey(Organisation, models.PROTECT, related_name="tellings")
    measure = models.ForeignKey(Measure, models.PROTECT, related_name="tellings")
    from_date = models.DateField()
    to_date = models.DateField()
    seen = models.TextField("what was seen")
    known_by = models.CharField("how it is known", max_length=300)
    told_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    told_at = models.DateTimeField()

    organisation_path = "organisation"

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["organisation", "measure", "from_date", "to_date"], name="one_telling_a_period"
            ),
            models.CheckConstraint(name="telling_ends_after_start", condition=Q(to_date__gte=F("from_date"))),
        ]
        ordering = ["-to_date", "-from_date"]

    def __str__(self) -> str:
        return f"{self.measure} at {self.organisation}, told in words"

    @property
    def version(self) -> MeasureVersion:
        """Return what its measure means now."""
        return self.measure.versions.select_related("measure").get(is_live=True)
