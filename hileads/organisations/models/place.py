"""Where organisations belong: in an integrated care board, in a region."""

from django.db import models
from django.db.models import F, Q

from hileads.audit import audited
from hileads.dated import Dated, DatedQuerySet, ends_after_start, no_overlap
from hileads.organisations.models.organisation import Organisation


class LinkKind(models.TextChoices):
    ICB = "icb", "Part of an integrated care board"
    REGION = "region", "Part of a region"


@audited()
class OrganisationLink(Dated):
    """An organisation's place in an ICB or a region, as seen by the date of the file that said so."""

    organisation = models.ForeignKey(Organisation, models.CASCADE, related_name="links")
    parent = models.ForeignKey(Organisation, models.CASCADE, related_name="children_links")
    kind = models.CharField(max_length=10, choices=LinkKind.choices)

    objects = DatedQuerySet.as_manager()

    class Meta:
        constraints = [
            no_overlap("one_parent_of_a_kind_at_a_time", "organisation", "kind"),
            ends_after_start("link_ends_after_start"),
            models.CheckConstraint(name="not_its_own_parent", condition=~Q(organisation=F("parent"))),
        ]

    def __str__(self) -> str:
        return f"{self.organisation} in {self.parent}"


@audited()
class SubLocation(Dated):
    """A sub-ICB location: the parent that files of primary care networks name, inside an ICB."""

    code = models.CharField(max_length=12)
    name = models.CharField(max_length=200)
    icb = models.ForeignKey(Organisation, models.CASCADE, related_name="sub_locations")

    objects = DatedQuerySet.as_manager()

    class Meta:
        constraints = [
            no_overlap("one_icb_at_a_time", "code"),
            ends_after_start("sub_location_ends_after_start"),
        ]

    def __str__(self) -> str:
        return f"{self.name} ({self.code})"
