"""What people ask to have put right and what came of it, and what was disposed of."""

from datetime import date
from typing import Self

import pgtrigger
from django.conf import settings
from django.db import models
from django.db.models import Q

from hileads.audit import audited
from hileads.identifiers import PublicId


class About(models.TextChoices):
    """What is wrong."""

    ADDRESS = "address", "My email address"
    POST = "post", "A post of mine: what it is, where, from when or until when"
    WRITTEN = "written", "Something that somebody else wrote about me"
    OTHER = "other", "Something else"


class CorrectionState(models.TextChoices):
    OPEN = "open", "Waiting for an answer"
    DONE = "done", "Put right"
    REFUSED = "refused", "Not changed"


class CorrectionQuerySet(models.QuerySet["Correction"]):
    def open(self) -> Self:
        return self.filter(state=CorrectionState.OPEN)


@audited(exclude=["wrong", "right", "answer"], confidential=True)
class Correction(PublicId):
    """A person asks to have something about them put right, and a national administrator answers."""

    person = models.ForeignKey(settings.AUTH_USER_MODEL, models.CASCADE, related_name="corrections")
    about = models.CharField(max_length=10, choices=About.choices)
    wrong = models.TextField("what is wrong")
    right = models.TextField("what would be right")
    asked_at = models.DateTimeField()
    state = models.CharField(max_length=8, choices=CorrectionState.choices, default=CorrectionState.OPEN)
    answer = models.TextField(blank=True)
    answered_at = models.DateTimeField(null=True, blank=True)
    answered_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, related_name="+"
    )

    objects = CorrectionQuerySet.as_manager()

    class Meta:
        constraints = [
            models.CheckConstraint(
                name="answered_corrections_say_what_when_and_who",
                condition=Q(state="open", answered_at__isnull=True, answered_by__isnull=True, answer="")
                | (
                    ~Q(state="open") & ~Q(answer="") & Q(answered_at__isnull=False, answered_by__isnull=False)
                ),
            )
        ]
        ordering = ["asked_at", "pk"]

    def __str__(self) -> str:
        return f"{self.person}: {self.get_about_display()}"

    @classmethod
    def related_to(cls, relation: str, user: object, day: date) -> Q:
        return Q(person=user) if relation == "asker" else Q(pk__in=[])


class Disposal(models.Model):
    """Records of one class were disposed of: how many, under which rule, when. It says nothing of whom."""

    record_class = models.CharField(max_length=100)
    rule = models.CharField(max_length=200)
    fate = models.CharField("what happened", max_length=30)
    count = models.PositiveIntegerField()
    disposed_at = models.DateTimeField()

    never_changes = True

    class Meta:
        constraints = [
            models.CheckConstraint(name="disposals_are_of_something", condition=Q(count__gt=0)),
        ]
        triggers = [
            pgtrigger.Protect(name="disposal_never_changes", operation=pgtrigger.Update | pgtrigger.Delete)
        ]
        ordering = ["-disposed_at", "-pk"]

    def __str__(self) -> str:
        return f"{self.record_class}: {self.count}"
