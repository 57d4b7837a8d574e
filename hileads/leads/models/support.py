"""Help that was offered to an organisation."""

from django.db import models

from hileads.audit import audited
from hileads.identifiers import PublicId
from hileads.leads.models.person import User
from hileads.organisations.models import Organisation


@audited()
class SupportNote(PublicId):
    """The region or the national team offered an organisation help: a short note on its page, and perhaps a letter."""

    organisation = models.ForeignKey(Organisation, models.PROTECT, related_name="support_notes")
    note = models.CharField(max_length=300)
    subject = models.CharField("subject of the letter", max_length=150, blank=True)
    letter = models.TextField(blank=True)
    offered_by = models.ForeignKey(User, models.PROTECT, related_name="+")
    offered_at = models.DateTimeField("offered")

    organisation_path = "organisation"

    class Meta:
        constraints = [
            models.CheckConstraint(
                name="letters_of_support_have_a_subject",
                condition=models.Q(letter="", subject="") | ~(models.Q(letter="") | models.Q(subject="")),
            )
        ]
        ordering = ["-offered_at", "-pk"]

    def __str__(self) -> str:
        return self.note
