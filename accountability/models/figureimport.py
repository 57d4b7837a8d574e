"""Files of figures that organisations hand in: kept in parts, checked row by row, imported, undone."""

from typing import Self

from django.conf import settings
from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import Q

from accountability.models.measure import MeasureVersion, Observation, ObservationState
from hileads.audit import audited
from hileads.identifiers import PublicId
from hileads.organisations.models import Organisation


@audited()
class ColumnMapping(models.Model):
    """Which column of a source's files is which, as somebody at an organisation has said once.

    `columns` holds a key for each heading, "" for one that is not read. `measure` is the code of the measure that every
    row is of, where no column says so.
    """

    organisation = models.ForeignKey(Organisation, models.PROTECT, related_name="+")
    fingerprint = models.CharField("what files with the same headings share", max_length=64)
    headings = models.JSONField()
    columns = models.JSONField()
    measure = models.SlugField(blank=True)
    one_is_most_deprived = models.BooleanField(default=True)
    said_at = models.DateTimeField()
    said_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")

    organisation_path = "organisation"

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["organisation", "fingerprint"], name="one_mapping_a_kind_of_file")
        ]

    def __str__(self) -> str:
        return ", ".join(self.headings)


class FigureImportState(models.TextChoices):
    CHECKING = "checking", "Being checked"
    ASKING = "asking", "Waiting to be told its columns"
    REFUSED = "refused", "Cannot be read"
    CHECKED = "checked", "Waiting for your decision"
    APPLYING = "applying", "Being imported"
    APPLIED = "applied", "Imported"
    UNDOING = "undoing", "Being undone"
    UNDONE = "undone", "Undone"
    DISCARDED = "discarded", "Discarded"


UNDER_WAY = (FigureImportState.CHECKING, FigureImportState.APPLYING, FigureImportState.UNDOING)
"""The states in which an import waits for the queue."""


class FigureImportQuerySet(models.QuerySet["FigureImport"]):
    def under_way(self) -> Self:
        return self.filter(state__in=UNDER_WAY)

    def standing(self) -> Self:
        """Keep the imports whose figures count."""
        return self.filter(state__in=(FigureImportState.APPLIED, FigureImportState.UNDOING))


@audited()
class FigureImport(PublicId):
    """A file of an organisation's own figures. The last one of a measure can be undone, until the next.

    `refusal` says why the file could not be read, or why it could not be imported as it was looked at. `counts` says
    how many rows came to what. `headings` are the file's own where they are not the template's, and `mapping` says what
    they mean. `measures` are the codes of the measures of which it brought figures.
    """

    organisation = models.ForeignKey(Organisation, models.PROTECT, related_name="+")
    state = models.CharField(
        max_length=10, choices=FigureImportState.choices, default=FigureImportState.CHECKING
    )
    file_name = models.CharField(max_length=200)
    sha256 = models.CharField(max_length=64)
    handed_in_at = models.DateTimeField()
    handed_in_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    checked_at = models.DateTimeField(null=True, blank=True)
    refusal = models.TextField(blank=True)
    headings = models.JSONField(default=list, blank=True)
    mapping = models.ForeignKey(ColumnMapping, models.PROTECT, null=True, blank=True, related_name="+")
    counts = models.JSONField(default=dict)
    only_good_rows = models.BooleanField("rejected rows are left out", default=False)
    decided_at = models.DateTimeField(null=True, blank=True)
    decided_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, related_name="+"
    )
    applied_at = models.DateTimeField(null=True, blank=True)
    measures = ArrayField(models.SlugField(), default=list, blank=True)
    undone_at = models.DateTimeField(null=True, blank=True)
    undone_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, related_name="+"
    )

    objects = FigureImportQuerySet.as_manager()

    organisation_path = "organisation"

    class Meta:
        constraints = [
            models.CheckConstraint(
                name="figure_imports_say_who_decided",
                condition=Q(state__in=("checking", "asking", "refused", "checked"))
                | Q(decided_at__isnull=False, decided_by__isnull=False),
            ),
            models.CheckConstraint(
                name="imported_figures_say_when",
                condition=~Q(state__in=("applied", "undoing", "undone")) | Q(applied_at__isnull=False),
            ),
            models.CheckConstraint(
                name="undone_figures_say_who_and_when",
                condition=Q(undone_at__isnull=True, undone_by__isnull=True)
                | Q(undone_at__isnull=False, undone_by__isnull=False),
            ),
        ]
        ordering = ["-handed_in_at", "-pk"]

    def __str__(self) -> str:
        return self.file_name

    @property
    def progress_key(self) -> str:
        """Where in the cache stands how many rows have been checked."""
        return f"figure-import-{self.public_id}"

    @property
    def is_under_way(self) -> bool:
        return self.state in UNDER_WAY


class FigureFilePart(models.Model):
    """A stretch of a file as it was handed in, so that no file is ever held in memory as a whole."""

    of_import = models.ForeignKey(FigureImport, models.CASCADE, related_name="parts")
    number = models.PositiveIntegerField()
    content = models.BinaryField()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["of_import", "number"], name="one_part_a_number_of_a_file")
        ]

    def __str__(self) -> str:
        return f"Part {self.number}"


class Outcome(models.TextChoices):
    """What a row comes to; those that need somebody come first."""

    REJECTED = "rejected", "Rejected"
    NEW = "new", "New"
    CHANGED = "changed", "Changed"
    UNCHANGED = "unchanged", "Unchanged"


class StagedFigure(models.Model):
    """One row of a file that was checked: the figure it asks for, or why it is rejected (`fault`).

    `replaces` is the figure that the portal holds now under the same measure, period and group.
    """

    of_import = models.ForeignKey(FigureImport, models.CASCADE, related_name="staged")
    number = models.PositiveIntegerField("row of the file")
    outcome = models.CharField(max_length=10, choices=Outcome.choices)
    fault = models.TextField(blank=True)
    version = models.ForeignKey(
        MeasureVersion, models.CASCADE, null=True, blank=True, related_name="+", db_index=False
    )
    period = models.CharField(max_length=20, blank=True)
    period_start_date = models.DateField(null=True, blank=True)
    period_end_date = models.DateField(null=True, blank=True)
    group = models.CharField(max_length=40, blank=True)
    state = models.CharField(max_length=15, choices=ObservationState.choices, blank=True)
    reason = models.CharField(max_length=300, blank=True)
    numerator = models.BigIntegerField(null=True, blank=True)
    denominator = models.BigIntegerField(null=True, blank=True)
    value = models.FloatField(null=True, blank=True)
    lower = models.FloatField(null=True, blank=True)
    upper = models.FloatField(null=True, blank=True)
    completeness = models.FloatField(null=True, blank=True)
    unknown_share = models.FloatField(null=True, blank=True)
    published_date = models.DateField(null=True, blank=True)
    replaces = models.ForeignKey(
        Observation, models.CASCADE, null=True, blank=True, related_name="+", db_index=False
    )

    class Meta:
        indexes = [models.Index(fields=["of_import", "outcome", "number"], name="rows_by_what_they_come_to")]

    def __str__(self) -> str:
        return f"Row {self.number}: {self.get_outcome_display()}"
