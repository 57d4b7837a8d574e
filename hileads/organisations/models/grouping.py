"""Groupings that are no organisations in law: clusters of boards, provider collaboratives, partnerships of a place."""

from django.db import models

from hileads.audit import audited
from hileads.dated import Dated, DatedQuerySet, ends_after_start, no_overlap
from hileads.identifiers import PublicId
from hileads.organisations.models.organisation import Organisation


class GroupingKind(models.TextChoices):
    ICB_CLUSTER = "icb_cluster", "Cluster of integrated care boards"
    PROVIDER_COLLABORATIVE = "provider_collaborative", "Provider collaborative"
    PLACE_PARTNERSHIP = "place_partnership", "Place-based partnership"


@audited()
class Grouping(PublicId, Dated):
    """Organisations that work together under a name. `icb` is the board whose secretary keeps this entry."""

    kind = models.CharField(max_length=30, choices=GroupingKind.choices)
    name = models.CharField(max_length=200)
    icb = models.ForeignKey(Organisation, models.PROTECT, related_name="groupings_kept")
    note = models.TextField("what it is for", max_length=500, blank=True)

    objects = DatedQuerySet.as_manager()

    organisation_path = "icb"

    class Meta:
        constraints = [ends_after_start("grouping_ends_after_start")]

    def __str__(self) -> str:
        return self.name


@audited()
class GroupingMember(PublicId, Dated):
    """An organisation belongs to a grouping, from a day to a day."""

    grouping = models.ForeignKey(Grouping, models.CASCADE, related_name="members")
    organisation = models.ForeignKey(Organisation, models.PROTECT, related_name="grouping_memberships")

    objects = DatedQuerySet.as_manager()

    organisation_path = "grouping__icb"

    class Meta:
        constraints = [
            no_overlap("one_membership_at_a_time", "grouping", "organisation"),
            ends_after_start("grouping_member_ends_after_start"),
        ]

    def __str__(self) -> str:
        return f"{self.organisation} in {self.grouping}"
