"""Spreadsheets of leads that were handed in."""

from django.db import models
from django.db.models import Q

from hileads.audit import audited
from hileads.identifiers import PublicId
from hileads.leads.models.person import User


@audited(exclude=["content"])
class LeadImport(PublicId):
    """A spreadsheet of leads: kept as it came, so that nothing is lost, until it is let go of after a month."""

    file_name = models.CharField(max_length=200)
    sha256 = models.CharField(max_length=64)
    content = models.BinaryField(null=True, blank=True)
    uploaded_at = models.DateTimeField()
    uploaded_by = models.ForeignKey(User, models.PROTECT, related_name="+")
    applied_at = models.DateTimeField(null=True, blank=True)
    applied_by = models.ForeignKey(User, models.PROTECT, null=True, blank=True, related_name="+")
    counts = models.JSONField(default=dict)

    class Meta:
        constraints = [
            models.CheckConstraint(
                name="lead_imports_say_who_applied_them",
                condition=Q(applied_at__isnull=True, applied_by__isnull=True)
                | Q(applied_at__isnull=False, applied_by__isnull=False),
            ),
        ]
        ordering = ["-uploaded_at"]

    def __str__(self) -> str:
        return self.file_name
