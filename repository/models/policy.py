"""Dated policy: whom it binds, what it asks of a lead, and what replaced it."""

from typing import Any

from django.db import models
from django.db.models import F, Q

from hileads.audit import audited
from hileads.curation.models import Curated
from hileads.lists import TicksField
from hileads.organisations.models import NHS_KINDS, Kind
from repository.models.dates import PartialDateField, partial_date_words


class PolicyStatus(models.TextChoices):
    IN_FORCE = "in_force", "In force"
    SUPERSEDED = "superseded", "Replaced"
    ENDED = "ended", "Ended"
    PROPOSED = "proposed", "Proposed"


class Supports(models.TextChoices):
    """The recommendations of the report on named leads, in short."""

    INDUCTION = "R1", "An induction offer"
    LEARNING_SETS = "R2", "Action learning sets"
    REPOSITORY = "R3", "A repository of knowledge"
    POLICY = "R4", "A long-term policy focus"
    ACCOUNTABILITY = "R5", "An enabling accountability framework"


@audited()
class PolicyItem(Curated):
    """A dated policy: whom it binds, what it asks of a lead, and what replaced it."""

    code = models.SlugField(max_length=100, unique=True)
    title = models.CharField(max_length=300)
    publisher = models.CharField(max_length=150)
    date = PartialDateField("date")
    status = models.CharField(max_length=12, choices=PolicyStatus.choices)
    superseded_by = models.ForeignKey(
        "self", models.SET_NULL, null=True, blank=True, verbose_name="replaced by", related_name="supersedes"
    )
    binds = TicksField("whom it binds", blank=True, ticks=NHS_KINDS)
    supports = TicksField("recommendations it bears on", blank=True, ticks=Supports.choices)
    summary = models.TextField()
    asks = models.TextField("what it asks of a lead")
    url = models.URLField("address", max_length=500)

    class Meta(Curated.Meta):
        constraints = [
            *Curated.Meta.constraints,
            models.CheckConstraint(name="not_replaced_by_itself", condition=~Q(superseded_by=F("id"))),
        ]

    def __str__(self) -> str:
        return self.title

    def get_preview_template(self, request: Any, mode_name: str) -> str:
        return "repository/policy_preview.jinja"

    @property
    def date_words(self) -> str:
        return partial_date_words(self.date)

    @property
    def binds_words(self) -> list[str]:
        return [Kind(kind).label for kind in self.binds]

    @property
    def supports_words(self) -> list[str]:
        return [Supports(code).label for code in self.supports]
