"""Somebody has lost their second step, and two administrators let them begin anew."""

from typing import Self

from django.db import models
from django.db.models import F, Q

from hileads.audit import audited
from hileads.identifiers import PublicId
from hileads.leads.models import User


class LossState(models.TextChoices):
    ASKED = "asked", "Waiting for two administrators"
    CONFIRMED_ONCE = "once", "Waiting for a second administrator"
    CONFIRMED = "confirmed", "Waiting for 24 hours to pass"
    DONE = "done", "The second step was taken away"
    STOPPED = "stopped", "Stopped by its owner"
    REFUSED = "refused", "Refused by an administrator"


LOSS_STATES = {
    LossState.ASKED: frozenset({LossState.CONFIRMED_ONCE, LossState.STOPPED, LossState.REFUSED}),
    LossState.CONFIRMED_ONCE: frozenset({LossState.CONFIRMED, LossState.STOPPED, LossState.REFUSED}),
    LossState.CONFIRMED: frozenset({LossState.DONE, LossState.STOPPED, LossState.REFUSED}),
    LossState.DONE: frozenset[LossState](),
    LossState.STOPPED: frozenset[LossState](),
    LossState.REFUSED: frozenset[LossState](),
}
OPEN_LOSSES = (LossState.ASKED, LossState.CONFIRMED_ONCE, LossState.CONFIRMED)


class LossQuerySet(models.QuerySet["StepLoss"]):
    def open(self) -> Self:
        return self.filter(state__in=OPEN_LOSSES)

    def to_confirm(self) -> Self:
        return self.filter(state__in=(LossState.ASKED, LossState.CONFIRMED_ONCE))


@audited()
class StepLoss(PublicId):
    """A person asks to do without the second step that they lost. Two administrators confirm, then a day passes."""

    person = models.ForeignKey(User, models.PROTECT, related_name="step_losses")
    state = models.CharField(max_length=10, choices=LossState.choices, default=LossState.ASKED)
    asked_at = models.DateTimeField()
    first_by = models.ForeignKey(User, models.PROTECT, null=True, related_name="+")
    first_at = models.DateTimeField(null=True)
    second_by = models.ForeignKey(User, models.PROTECT, null=True, related_name="+")
    second_at = models.DateTimeField(null=True)
    due_at = models.DateTimeField(null=True)
    ended_by = models.ForeignKey(User, models.PROTECT, null=True, related_name="+")
    ended_at = models.DateTimeField(null=True)

    objects = LossQuerySet.as_manager()

    class Meta:
        verbose_name = "lost second step"
        constraints = [
            models.UniqueConstraint(
                name="one_open_loss_at_a_time", fields=["person"], condition=Q(state__in=OPEN_LOSSES)
            ),
            models.CheckConstraint(
                name="two_different_administrators",
                condition=Q(second_by__isnull=True) | ~Q(second_by=F("first_by")),
            ),
            models.CheckConstraint(
                name="nobody_confirms_their_own_loss",
                condition=(Q(first_by__isnull=True) | ~Q(first_by=F("person")))
                & (Q(second_by__isnull=True) | ~Q(second_by=F("person"))),
            ),
            models.CheckConstraint(
                name="a_day_passes_after_the_second_confirmation",
                condition=~Q(state__in=("confirmed", "done"))
                | Q(
                    first_by__isnull=False,
                    second_by__isnull=False,
                    second_at__isnull=False,
                    due_at__isnull=False,
                ),
            ),
        ]
        ordering = ["asked_at"]

    def __str__(self) -> str:
        return str(self.person)
