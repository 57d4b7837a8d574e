"""Posts change hands: what a leaver tells whoever comes next."""

from django.db import models
from django.db.models import Q

from hileads.audit import audited
from hileads.leads.models.appointment import Appointment
from hileads.leads.models.person import User


@audited(confidential=True)
class Handover(models.Model):
    """A post that is handed over: whose it is, who follows, and when they took it."""

    appointment = models.OneToOneField(Appointment, models.PROTECT, related_name="handover")
    successor = models.OneToOneField(
        Appointment, models.PROTECT, null=True, blank=True, related_name="taken_from"
    )
    created_at = models.DateTimeField()
    taken_at = models.DateTimeField(null=True, blank=True)

    organisation_path = "appointment__organisation"

    class Meta:
        constraints = [
            models.CheckConstraint(
                name="only_a_successor_takes_a_hand_over",
                condition=Q(taken_at__isnull=True) | Q(successor__isnull=False),
            ),
            models.CheckConstraint(
                name="nobody_is_their_own_successor", condition=~Q(appointment=models.F("successor"))
            ),
        ]

    def __str__(self) -> str:
        return f"Hand-over of {self.appointment}"


@audited(confidential=True)
class HandoverNote(models.Model):
    """What the leaver tells about one section of the pack, and that the section is ready."""

    handover = models.ForeignKey(Handover, models.CASCADE, related_name="notes")
    section = models.SlugField(max_length=40)
    text = models.TextField(blank=True)
    is_ready = models.BooleanField(default=False)
    written_by = models.ForeignKey(User, models.PROTECT, related_name="+")
    written_at = models.DateTimeField()

    organisation_path = "handover__appointment__organisation"

    class Meta:
        constraints = [
            models.UniqueConstraint(name="one_note_a_section", fields=["handover", "section"]),
        ]

    def __str__(self) -> str:
        return f"Note on {self.section}"
