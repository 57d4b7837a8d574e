"""The assurance report: assembled from the chain, frozen once, signed, and exported from the frozen figures only."""

import pgtrigger
from django.conf import settings
from django.db import models
from django.db.models import F, Q

from hileads.audit import audited
from hileads.identifiers import PublicId
from hileads.organisations.models import Organisation
from hileads.references import Reference


class ReportState(models.TextChoices):
    OPEN = "open", "Being prepared"
    FROZEN = "frozen", "Frozen, waiting to be signed"
    SIGNED = "signed", "Signed"


@audited(confidential=True)
class Report(PublicId):
    """A board's six-monthly report on health inequalities."""

    organisation = models.ForeignKey(Organisation, models.PROTECT, related_name="reports")
    from_date = models.DateField()
    to_date = models.DateField()
    paper_deadline_date = models.DateField()
    meeting_date = models.DateField("board meeting")
    state = models.CharField(max_length=8, choices=ReportState.choices, default=ReportState.OPEN)
    narrative = models.TextField("what the board should know", blank=True)
    learning = models.TextField("what we learned", blank=True)
    next_steps = models.TextField("what we do next", blank=True)
    created_at = models.DateTimeField()

    organisation_path = "organisation"

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["organisation", "to_date"], name="one_report_a_period"),
            models.CheckConstraint(
                name="report_dates_follow",
                condition=Q(to_date__gt=F("from_date")) & Q(meeting_date__gte=F("paper_deadline_date")),
            ),
        ]
        ordering = ["-to_date"]

    def __str__(self) -> str:
        return f"Assurance report of {self.organisation}"

    @property
    def is_frozen(self) -> bool:
        """Say whether it is frozen and not signed yet."""
        return self.state == ReportState.FROZEN

    @property
    def is_signed(self) -> bool:
        return self.state == ReportState.SIGNED

    def reference(self, version: str = "") -> str:
        """The stored reference of this report; `version` says what of it was meant."""
        return str(Reference("accountability", "report", str(self.public_id), version))


class BoardAsk(models.TextChoices):
    """What the board is asked to do with the paper."""

    APPROVE = "approve", "Approve"
    DECIDE = "decide", "Decide"
    DISCUSS = "discuss", "Discuss"
    NOTE = "note", "Take assurance and note"


@audited(confidential=True)
class FrontSheet(models.Model):
    """The sheet in front of the paper: what it is for, what the board is asked, and what to worry about."""

    report = models.OneToOneField(Report, models.CASCADE, related_name="front_sheet")
    ask = models.CharField("the board is asked to", max_length=8, choices=BoardAsk.choices, blank=True)
    ask_detail = models.TextField("in particular", blank=True)
    alert = models.TextField("alert the board to", blank=True)
    advise = models.TextField("advise the board of", blank=True)
    assure = models.TextField("assure the board that", blank=True)

    organisation_path = "report__organisation"

    def __str__(self) -> str:
        return f"Front sheet of {self.report}"


class Snapshot(models.Model):
    """The report as it was frozen: one canonical JSON document. Nothing changes it."""

    report = models.OneToOneField(Report, models.PROTECT, related_name="snapshot")
    schema_version = models.PositiveSmallIntegerField()
    document = models.TextField()
    sha256 = models.CharField(max_length=64)
    frozen_at = models.DateTimeField()
    frozen_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")

    organisation_path = "report__organisation"
    never_changes = True

    class Meta:
        triggers = [
            pgtrigger.Protect(name="snapshot_never_changes", operation=pgtrigger.Update | pgtrigger.Delete)
        ]

    def __str__(self) -> str:
        return f"{self.report}, frozen"


@audited(confidential=True)
class Signature(models.Model):
    """The lead's word that the frozen report is theirs. The name is kept as it was signed, for the public record."""

    snapshot = models.OneToOneField(Snapshot, models.PROTECT, related_name="signature")
    signed_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    signed_at = models.DateTimeField()
    signed_name = models.CharField("name", max_length=150)
    signed_as = models.CharField(max_length=200)

    organisation_path = "snapshot__report__organisation"

    def __str__(self) -> str:
        return f"{self.signed_name}, {self.signed_as}"


class Export(models.Model):
    """Who exported what from which snapshot."""

    class Format(models.TextChoices):
        PDF = "pdf", "PDF"
        WORD = "docx", "Word"
        SPREADSHEET = "xlsx", "Spreadsheet"

    snapshot = models.ForeignKey(Snapshot, models.PROTECT, related_name="exports")
    format = models.CharField(max_length=4, choices=Format.choices)
    sha256 = models.CharField(max_length=64)
    exported_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    exported_at = models.DateTimeField()

    organisation_path = "snapshot__report__organisation"

    def __str__(self) -> str:
        return f"{self.get_format_display()} of {self.snapshot}"
