"""A publication worth a lead's time, and the versions in which it was published here."""

from typing import Any

from django.db import models
from modelcluster.fields import ParentalManyToManyField
from wagtail.models import Revision

from hileads.audit import audited
from hileads.clock import today
from hileads.curation.models import Curated
from hileads.lists import LinesField
from repository.models.dates import PartialDateField, partial_date_words
from repository.models.vocabulary import Population, Profession, Topic


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


@audited()
class Resource(Curated):
    """A publication worth a lead's time: what it says, how strong it is, for whom, and when it is next reviewed."""

    code = models.SlugField(max_length=100, unique=True)
    title = models.CharField(max_length=300)
    publisher = models.CharField(max_length=150)
    published = PartialDateField("date published")
    url = models.URLField("address", max_length=500)
    kind = models.CharField(max_length=20, choices=ResourceKind.choices)
    level = models.CharField(max_length=15, choices=Level.choices)
    strength = models.TextField("how strong the evidence is")
    summary = models.TextField()
    key_points = LinesField(blank=True, help_text="What a lead should take away, one point a line.")
    questions_for_board = LinesField(blank=True, help_text="What a board could ask, one question a line.")
    licence = models.CharField(max_length=200, blank=True)
    topics = ParentalManyToManyField(Topic, blank=True, related_name="resources")
    professions = ParentalManyToManyField(Profession, blank=True, related_name="resources")
    populations = ParentalManyToManyField(Population, blank=True, related_name="resources")

    def __str__(self) -> str:
        return self.title

    def get_preview_template(self, request: Any, mode_name: str) -> str:
        return "repository/resource_preview.jinja"

    @property
    def published_words(self) -> str:
        return partial_date_words(self.published)

    @property
    def is_overdue_for_review(self) -> bool:
        return self.review_due_date is not None and self.review_due_date < today()


class PublishedVersion(models.Model):
    """A version of a resource that readers have been able to see, and may have cited. Drafts never become one."""

    resource = models.ForeignKey(Resource, models.PROTECT, related_name="published_versions")
    revision = models.OneToOneField(Revision, models.PROTECT, related_name="+")
    published_at = models.DateTimeField()

    class Meta:
        ordering = ["-published_at", "-pk"]

    def __str__(self) -> str:
        return f"{self.resource}, {self.published_at:%Y-%m-%d}"
