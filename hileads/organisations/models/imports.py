"""What was imported, and when: files entered together, from their proposal to their undoing."""

from typing import Self

from django.conf import settings
from django.db import models
from django.db.models import Q

from hileads.audit import audited
from hileads.identifiers import PublicId


class ImportState(models.TextChoices):
    PROPOSED = "proposed", "Waiting for a decision"
    UNDER_WAY = "under_way", "Under way"
    DONE = "done", "Imported"
    UNDONE = "undone", "Undone"
    DISCARDED = "discarded", "Discarded"


class ImportOrigin(models.TextChoices):
    UPLOAD = "upload", "Uploaded"
    COMMAND = "command", "From the command line"
    CHECK = "check", "Found by the check against ODS"


class ImportQuerySet(models.QuerySet["Import"]):
    def newest_first(self) -> Self:
        return self.order_by("-pk")

    def finished(self) -> Self:
        return self.filter(state__in=(ImportState.DONE, ImportState.UNDONE))


@audited(exclude=["told", "before"])
class Import(PublicId):
    """Files entered together in one step. The last one can be undone, until the next.

    `as_at_date` is the day that was given for files that do not say when they were true. `told` is what it changed,
    as its page shows it; `before` is what the register said of all that before.
    """

    state = models.CharField(max_length=10, choices=ImportState.choices)
    origin = models.CharField(max_length=10, choices=ImportOrigin.choices)
    file_names = models.TextField()
    as_at_date = models.DateField("as at", null=True, blank=True)
    notes = models.TextField(blank=True)
    created_at = models.DateTimeField()
    created_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    decided_at = models.DateTimeField(null=True, blank=True)
    decided_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, related_name="+"
    )
    finished_at = models.DateTimeField(null=True, blank=True)
    undone_at = models.DateTimeField(null=True, blank=True)
    undone_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, related_name="+"
    )
    told = models.JSONField(default=dict)
    before = models.JSONField(default=dict)

    objects = ImportQuerySet.as_manager()

    class Meta:
        constraints = [
            models.CheckConstraint(
                name="imports_say_who_decided",
                condition=Q(state="proposed") | Q(decided_at__isnull=False, decided_by__isnull=False),
            ),
            models.CheckConstraint(
                name="finished_imports_say_when",
                condition=~Q(state__in=("done", "undone")) | Q(finished_at__isnull=False),
            ),
            models.CheckConstraint(
                name="undone_imports_say_who_and_when",
                condition=Q(state="undone", undone_at__isnull=False, undone_by__isnull=False)
                | (~Q(state="undone") & Q(undone_at__isnull=True, undone_by__isnull=True)),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.file_names}: {self.get_state_display()}"

    @property
    def progress_key(self) -> str:
        """Where in the cache stands how far it is while it is under way."""
        return f"import-{self.public_id}"


class ImportFile(models.Model):
    """A file that waits to be imported. Once that is decided, it is not kept."""

    of_import = models.ForeignKey(Import, models.CASCADE, related_name="files")
    name = models.CharField(max_length=200)
    content = models.BinaryField()

    def __str__(self) -> str:
        return self.name


class ImportRunQuerySet(models.QuerySet["ImportRun"]):
    def standing(self) -> Self:
        return self.filter(is_undone=False)


class ImportRun(models.Model):
    """One file imported: the day it was true, and what it changed. A file is recorded once for a day."""

    of_import = models.ForeignKey(Import, models.PROTECT, null=True, blank=True, related_name="runs")
    kind = models.CharField(max_length=30)
    file_names = models.CharField(max_length=500)
    sha256 = models.CharField(max_length=64)
    as_at_date = models.DateField()
    imported_at = models.DateTimeField()
    imported_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True)
    counts = models.JSONField(default=dict)
    is_undone = models.BooleanField(default=False)

    objects = ImportRunQuerySet.as_manager()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["kind", "sha256", "as_at_date"],
                condition=Q(is_undone=False),
                name="one_import_a_file_and_day",
            )
        ]

    def __str__(self) -> str:
        return f"{self.kind}: {self.file_names}"


class CheckOutcome(models.TextChoices):
    NOTHING_NEW = "nothing_new", "Nothing is new"
    PROPOSED = "proposed", "An import is proposed"
    FAILED = "failed", "The check failed"


class RegisterCheck(models.Model):
    """The portal asked the Organisation Data Service what has changed since a day, and what came of it."""

    checked_at = models.DateTimeField()
    since_date = models.DateField()
    outcome = models.CharField(max_length=12, choices=CheckOutcome.choices)
    notes = models.TextField(blank=True)
    proposal = models.OneToOneField(
        Import, models.PROTECT, null=True, blank=True, related_name="check_found_by"
    )

    class Meta:
        constraints = [
            models.CheckConstraint(
                name="checks_that_propose_lead_to_an_import",
                condition=Q(outcome="proposed", proposal__isnull=False)
                | (~Q(outcome="proposed") & Q(proposal__isnull=True)),
            )
        ]

    def __str__(self) -> str:
        return self.get_outcome_display()
