"""Who succeeded whom."""

from django.db import models
from django.db.models import F, Q

from hileads.audit import audited
from hileads.organisations.models.organisation import Organisation


class SuccessionKind(models.TextChoices):
    MERGER = "merger", "Merger"
    ACQUISITION = "acquisition", "Acquisition"
    SPLIT = "split", "Split"
    BOUNDARY = "boundary", "Boundary transfer"
    RENAME = "rename", "Rename"
    DISSOLUTION = "dissolution", "Dissolution"


class Extent(models.TextChoices):
    FULL = "full", "All of it"
    PART = "part", "A part of it"


@audited()
class Succession(models.Model):
    """A predecessor's duties passing to a successor: all of them, or a part, which `extent_words` may say."""

    predecessor = models.ForeignKey(Organisation, models.CASCADE, related_name="successions")
    successor = models.ForeignKey(Organisation, models.CASCADE, related_name="inheritances")
    kind = models.CharField(max_length=12, choices=SuccessionKind.choices)
    extent = models.CharField(max_length=4, choices=Extent.choices, default=Extent.FULL)
    extent_words = models.CharField("what passed", max_length=300, blank=True)
    effective_date = models.DateField()
    source = models.CharField(max_length=300)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["predecessor", "successor", "effective_date"], name="one_succession_a_pair_and_day"
            ),
            models.CheckConstraint(name="not_its_own_successor", condition=~Q(predecessor=F("successor"))),
        ]

    def __str__(self) -> str:
        return f"{self.predecessor} → {self.successor}"
