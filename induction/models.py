"""Role guides, activities and example measures, curated by NHS England admins."""

from typing import Any

from django.db import models
from modelcluster.fields import ParentalKey
from wagtail.fields import RichTextField
from wagtail.models import Orderable

from hileads.audit import audited
from hileads.curation.models import Curated
from hileads.organisations.models import NHS_KINDS
from hileads.vocabulary import Horizon, Quadrant


@audited()
class RoleGuide(Curated):
    """What the role is and how to start in it, for one kind of organisation."""

    code = models.SlugField(unique=True)
    title = models.CharField(max_length=200)
    organisation_kind = models.CharField(max_length=10, choices=NHS_KINDS)
    summary = models.TextField()

    class Meta(Curated.Meta):
        ordering = ["title"]

    def __str__(self) -> str:
        return self.title

    def get_preview_template(self, request: Any, mode_name: str) -> str:
        return "induction/guide_preview.jinja"


class GuideSection(Orderable):
    """One section of a role guide."""

    guide = ParentalKey(RoleGuide, on_delete=models.CASCADE, related_name="sections")
    code = models.SlugField()
    heading = models.CharField(max_length=200)
    body = RichTextField(features=["h3", "bold", "ul", "link"])

    class Meta(Orderable.Meta):
        constraints = [models.UniqueConstraint(fields=["guide", "code"], name="one_section_a_code")]

    def __str__(self) -> str:
        return self.heading


@audited()
class ExampleMeasure(Curated):
    """A way to see whether something moved, from the report's second figure."""

    class MeasureKind(models.TextChoices):
        PROCESS = "process", "Something we do"
        INTERMEDIATE = "intermediate", "A step on the way"
        OUTCOME = "outcome", "A result for people"

    class Group(models.TextChoices):
        GENERAL = "general", "General"
        ENABLING = "enabling", "Making it possible"
        BOARD = "board", "For the board"

    code = models.CharField(max_length=10, unique=True)
    title = models.CharField(max_length=200)
    horizon = models.CharField("when we expect to see it", max_length=6, choices=Horizon.choices)
    measure_kind = models.CharField("kind", max_length=12, choices=MeasureKind.choices)
    group = models.CharField(max_length=10, choices=Group.choices)
    description = models.TextField()
    how_to_see_it = models.TextField()

    class Meta(Curated.Meta):
        ordering = ["code"]

    def __str__(self) -> str:
        return self.title

    def get_preview_template(self, request: Any, mode_name: str) -> str:
        return "induction/measure_preview.jinja"


@audited()
class Activity(Curated):
    """Something leads do, from the report's first figure, with a first step that takes ten minutes."""

    class Focus(models.TextChoices):
        INTERNAL = "internal", "Inside the organisation"
        EXTERNAL = "external", "Outside the organisation"

    class Confidence(models.TextChoices):
        HIGH = "high", "High"
        MEDIUM = "medium", "Medium"
        LOW = "low", "Low"

    code = models.CharField(max_length=12, unique=True)
    title = models.CharField(max_length=200)
    quadrant = models.CharField("board's job", max_length=20, choices=Quadrant.choices)
    focus = models.CharField(max_length=10, choices=Focus.choices)
    horizon = models.CharField("when we expect to see it", max_length=6, choices=Horizon.choices)
    confidence = models.CharField("how sure we are of its place", max_length=6, choices=Confidence.choices)
    description = models.TextField()
    first_step = models.TextField()

    class Meta(Curated.Meta):
        ordering = ["code"]
        verbose_name_plural = "activities"

    def __str__(self) -> str:
        return self.title

    def get_preview_template(self, request: Any, mode_name: str) -> str:
        return "induction/activity_preview.jinja"


class ActivityMeasure(Orderable):
    """An example measure that fits an activity; the first is the one suggested."""

    activity = ParentalKey(Activity, on_delete=models.CASCADE, related_name="suggested_measures")
    measure = models.ForeignKey(ExampleMeasure, models.CASCADE, related_name="+")

    class Meta(Orderable.Meta):
        constraints = [
            models.UniqueConstraint(fields=["activity", "measure"], name="a_measure_once_an_activity")
        ]


@audited()
class TrainingTopic(models.Model):
    """One of the nine things leads said they wanted to learn about."""

    code = models.CharField(max_length=4, unique=True)
    title = models.CharField(max_length=200)
    description = models.TextField()
    why_it_matters = models.TextField()
    shipped_hash = models.CharField(max_length=64, blank=True, editable=False)

    class Meta:
        ordering = ["code"]

    def __str__(self) -> str:
        return self.title
