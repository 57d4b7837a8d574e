"""What was imported, and when."""

from django.conf import settings
from django.db import models


class ImportRun(models.Model):
    """One file imported: the day it was true, and what it changed. A file is recorded once for a day."""

    kind = models.CharField(max_length=30)
    file_names = models.CharField(max_length=500)
    sha256 = models.CharField(max_length=64)
    as_at_date = models.DateField()
    imported_at = models.DateTimeField()
    imported_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True)
    counts = models.JSONField(default=dict)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["kind", "sha256", "as_at_date"], name="one_import_a_file_and_day")
        ]

    def __str__(self) -> str:
        return f"{self.kind}: {self.file_names}"
