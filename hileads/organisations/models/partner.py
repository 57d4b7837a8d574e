"""Partners without an ODS code: councils, charities, universities that take part in a system's work."""

from django.db import models
from django.db.models import F, Q

from hileads.audit import audited
from hileads.dated import Dated, DatedQuerySet, ends_after_start, no_overlap
from hileads.identifiers import PublicId
from hileads.organisations.models.organisation import Organisation


class PartnerKind(models.TextChoices):
    COUNCIL = "council", "Local council"
    CHARITY = "charity", "Charity or community group"
    RESEARCH = "research", "University or research body"
    OTHER = "other", "Other partner"


@audited()
class Partner(models.Model):
    """What kind of partner an organisation of the kind "partner" is."""

    organisation = models.OneToOneField(Organisation, models.CASCADE, related_name="partner")
    kind = models.CharField(max_length=10, choices=PartnerKind.choices)

    organisation_path = "organisation"

    def __str__(self) -> str:
        return f"{self.organisation}: {self.get_kind_display()}"


@audited()
class PartnerArea(PublicId, Dated):
    """A partner works in the area of an integrated care board, whose people keep its entry, from a day to a day."""

    partner = models.ForeignKey(Organisation, models.CASCADE, related_name="areas")
    icb = models.ForeignKey(Organisation, models.PROTECT, related_name="partner_areas")

    objects = DatedQuerySet.as_manager()

    organisation_path = "icb"

    class Meta:
        constraints = [
            no_overlap("one_area_of_a_board_at_a_time", "partner", "icb"),
            ends_after_start("partner_area_ends_after_start"),
            models.CheckConstraint(name="not_its_own_area", condition=~Q(partner=F("icb"))),
        ]

    def __str__(self) -> str:
        return f"{self.partner} in {self.icb}"
