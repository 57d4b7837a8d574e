"""Role guides, activities and example measures, curated by NHS England admins."""

from django.db import models
from modelcluster.fields import ParentalKey
from modelcluster.models import ClusterableModel
from wagtail.fields import RichTextField
from wagtail.models import (
    DraftStateMixin,
    LockableMixin,
    Orderable,
    PreviewableMixin,
    RevisionMixin,
    WorkflowMixin,
)
from wagtail.search import index

from hileads.organisations.models import Kind
from hileads.vocabulary import Horizon, Quadrant


class Published(models.QuerySet):
    def published(self) -> "Published":
        return self.filter(live=True)


class RoleGuide(
    WorkflowMixin,
    DraftStateMixin,
    LockableMixin,
    RevisionMixin,
    PreviewableMixin,
    index.Indexed,
    ClusterableModel,
):
    """What the role is and how to start in it, for one kind of organisation."""

    code = models.SlugField(unique=True)
    title = models.CharField(max_length=200)
    organisation_kind = models.CharField(max_length=10, choices=Kind.choices)
    summary = models.TextField()
    reviewed_date = models.DateField("last reviewed", null=True, blank=True)

    objects = Published.as_manager()

    search_fields = [
        index.SearchField("title"),
        index.AutocompleteField("title"),
        index.SearchField("summary"),
    ]

    def __str__(self) -> str:
        return self.title


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


class ExampleMeasure(
    WorkflowMixin, DraftStateMixin, LockableMixin, RevisionMixin, PreviewableMixin, models.Model
):
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

    objects = Published.as_manager()

    class Meta:
        ordering = ["code"]

    def __str__(self) -> str:
        return self.title


class Activity(
    WorkflowMixin, DraftStateMixin, LockableMixin, RevisionMixin, PreviewableMixin, ClusterableModel
):
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

    objects = Published.as_manager()

    class Meta:
        ordering = ["code"]
        verbose_name_plural = "activities"

    def __str__(self) -> str:
        return self.title


class ActivityMeasure(Orderable):
    """An example measure that fits an activity; the first is the one suggested."""

    activity = ParentalKey(Activity, on_delete=models.CASCADE, related_name="suggested_measures")
    measure = models.ForeignKey(ExampleMeasure, models.CASCADE, related_name="+")

    class Meta(Orderable.Meta):
        constraints = [
            models.UniqueConstraint(fields=["activity", "measure"], name="a_measure_once_an_activity")
        ]


class TrainingTopic(models.Model):
    """One of the nine things leads said they wanted to learn about."""

    code = models.CharField(max_length=4, unique=True)
    title = models.CharField(max_length=200)
    description = models.TextField()
    why_it_matters = models.TextField()

    class Meta:
        ordering = ["code"]

    def __str__(self) -> str:
        return self.title
