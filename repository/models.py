"""Evidence and policy, curated with drafts, review and revisions."""

from typing import Self

from django.contrib.postgres.indexes import GinIndex
from django.contrib.postgres.search import SearchVectorField
from django.db import models
from wagtail.models import DraftStateMixin, LockableMixin, PreviewableMixin, RevisionMixin, WorkflowMixin

from hileads.organisations.models import Kind


class Term(models.Model):
    """A word that resources are filed under."""

    code = models.SlugField(unique=True)
    title = models.CharField(max_length=120)

    class Meta:
        abstract = True
        ordering = ["title"]

    def __str__(self) -> str:
        return self.title


class Topic(Term):
    """What a resource is about."""


class Profession(Term):
    """Whose work a resource speaks to."""


class Population(Term):
    """Whose health a resource is about."""


class Synonym(models.Model):
    """Words that mean the same to a lead, so that a search with one finds the others."""

    words = models.JSONField(help_text="A list of words or phrases.")

    def __str__(self) -> str:
        return ", ".join(self.words)


class ResourceKind(models.TextChoices):
    GUIDANCE = "guidance", "Guidance"
    FRAMEWORK = "framework", "Framework"
    REPORT = "report", "Report"
    BOARD_GUIDE = "board_guide", "Board guide"
    TOOL = "tool", "Tool"
    JOURNAL_ARTICLE = "journal_article", "Journal article"
    DATA = "data", "Data"
    CASE_STUDY = "case_study", "Case study"
    WEB_PAGE = "web_page", "Web page"


class Level(models.TextChoices):
    INTRODUCTORY = "introductory", "Introductory"
    ADVANCED = "advanced", "Advanced"


class ResourceQuerySet(models.QuerySet["Resource"]):
    def published(self) -> Self:
        return self.filter(live=True)


class Resource(WorkflowMixin, DraftStateMixin, LockableMixin, RevisionMixin, PreviewableMixin, models.Model):
    """A publication worth a lead's time: what it says, how strong it is, for whom, and when it is next reviewed."""

    code = models.SlugField(max_length=100, unique=True)
    title = models.CharField(max_length=300)
    publisher = models.CharField(max_length=150)
    published = models.CharField(
        "date published",
        max_length=10,
        blank=True,
        help_text="2021, 2021-12 or 2021-12-01, as far as it is known.",
    )
    url = models.URLField("address", max_length=500)
    kind = models.CharField(max_length=20, choices=ResourceKind.choices)
    level = models.CharField(max_length=15, choices=Level.choices)
    strength = models.TextField("how strong the evidence is")
    summary = models.TextField()
    key_points = models.JSONField(default=list, blank=True)
    questions_for_board = models.JSONField(default=list, blank=True)
    licence = models.CharField(max_length=200, blank=True)
    review_due_date = models.DateField("next review")
    topics = models.ManyToManyField(Topic, blank=True, related_name="resources")
    professions = models.ManyToManyField(Profession, blank=True, related_name="resources")
    populations = models.ManyToManyField(Population, blank=True, related_name="resources")
    search_vector = SearchVectorField(null=True, editable=False)

    objects = ResourceQuerySet.as_manager()

    class Meta:
        indexes = [GinIndex(fields=["search_vector"], name="resource_search")]

    def __str__(self) -> str:
        return self.title


class PolicyStatus(models.TextChoices):
    IN_FORCE = "in_force", "In force"
    SUPERSEDED = "superseded", "Replaced"
    ENDED = "ended", "Ended"
    PROPOSED = "proposed", "Proposed"


class PolicyItem(
    WorkflowMixin, DraftStateMixin, LockableMixin, RevisionMixin, PreviewableMixin, models.Model
):
    """A dated policy: whom it binds, what it asks of a lead, and what replaced it."""

    code = models.SlugField(max_length=100, unique=True)
    title = models.CharField(max_length=300)
    publisher = models.CharField(max_length=150)
    date = models.CharField(max_length=10, help_text="2021, 2021-12 or 2021-12-01, as far as it is known.")
    status = models.CharField(max_length=12, choices=PolicyStatus.choices)
    superseded_by = models.ForeignKey(
        "self", models.SET_NULL, null=True, blank=True, related_name="supersedes"
    )
    binds = models.JSONField("whom it binds", default=list, blank=True, help_text=", ".join(Kind.values))
    summary = models.TextField()
    asks = models.TextField("what it asks of a lead")
    url = models.URLField("address", max_length=500)

    objects = ResourceQuerySet.as_manager()

    def __str__(self) -> str:
        return self.title
