"""The plan: what we do about inequalities, who does it, by when, on what evidence, and how it went."""

from datetime import date
from typing import ClassVar, Self

import pgtrigger
from django.conf import settings
from django.db import models
from django.db.models import Exists, OuterRef, Q
from wagtail.models import Revision

from accountability.models.measure import Measure
from hileads.audit import audited
from hileads.identifiers import PublicId
from hileads.leads.models import Appointment
from hileads.organisations.models import Organisation
from hileads.references import Reference
from hileads.vocabulary import Horizon, Quadrant


@audited(confidential=True)
class Plan(models.Model):
    """An organisation's plan on health inequalities. It has one."""

    organisation = models.OneToOneField(Organisation, models.PROTECT, related_name="plan")
    created_at = models.DateTimeField()

    organisation_path = "organisation"

    def __str__(self) -> str:
        return f"Plan of {self.organisation}"


class ActionState(models.TextChoices):
    PLANNED = "planned", "Planned"
    UNDER_WAY = "under_way", "Under way"
    DONE = "done", "Done"
    STOPPED = "stopped", "Stopped"


def _owner_is_in_post(day: date) -> Exists:
    posts = Appointment.objects.live(day).filter(
        user=OuterRef("owner"), organisation=OuterRef("plan__organisation")
    )
    return Exists(posts)


class ActionQuerySet(models.QuerySet["Action"]):
    def open(self) -> Self:
        return self.filter(state__in=[ActionState.PLANNED, ActionState.UNDER_WAY])

    def overdue(self, day: date) -> Self:
        return self.open().filter(due_date__lt=day)

    def looked_after(self, day: date) -> Self:
        return self.filter(_owner_is_in_post(day))

    def left_behind(self, day: date) -> Self:
        """Return the open actions of people who hold no post at the plan's organisation: they wait."""
        return self.open().filter(~_owner_is_in_post(day))

    def with_owner_in_post(self, day: date) -> Self:
        """Say of each action whether its owner is in post there, as `owner_in_post`."""
        return self.annotate(owner_in_post=_owner_is_in_post(day))

    def in_organisations(self, organisations: models.QuerySet[Organisation]) -> Self:
        return self.filter(plan__organisation__in=organisations)


@audited(confidential=True)
class Action(PublicId):
    """What will be done, by whom and by when. Everything else has a sensible beginning and can wait."""

    plan = models.ForeignKey(Plan, models.PROTECT, related_name="actions")
    title = models.CharField("what", max_length=200)
    owner = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, verbose_name="who", related_name="actions"
    )
    due_date = models.DateField("by when")
    baseline_due_date = models.DateField()
    why = models.TextField(blank=True)
    first_step = models.TextField(blank=True)
    quadrant = models.CharField("board's job", max_length=20, choices=Quadrant.choices, blank=True)
    horizon = models.CharField("when we expect to see it", max_length=6, choices=Horizon.choices, blank=True)
    measure = models.ForeignKey(Measure, models.PROTECT, null=True, blank=True, related_name="actions")
    example_measure = models.ForeignKey(
        "induction.ExampleMeasure", models.PROTECT, null=True, blank=True, related_name="actions"
    )
    state = models.CharField(max_length=10, choices=ActionState.choices, default=ActionState.PLANNED)
    closed_at = models.DateTimeField(null=True, blank=True)
    closed_because = models.TextField(blank=True)
    closed_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, related_name="+"
    )
    from_activity = models.ForeignKey(
        "induction.Activity", models.PROTECT, null=True, blank=True, related_name="actions"
    )
    from_commitment = models.OneToOneField(
        "learning_sets.Commitment", models.SET_NULL, null=True, blank=True, related_name="action"
    )
    created_at = models.DateTimeField()
    created_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")

    objects = ActionQuerySet.as_manager()

    organisation_path = "plan__organisation"

    class Meta:
        constraints = [
            models.CheckConstraint(
                name="one_origin_at_most",
                condition=Q(from_activity__isnull=True) | Q(from_commitment__isnull=True),
            ),
            models.CheckConstraint(
                name="closed_actions_say_when",
                condition=Q(state__in=["done", "stopped"], closed_at__isnull=False)
                | Q(state__in=["planned", "under_way"], closed_at__isnull=True),
            ),
            models.CheckConstraint(
                name="stopped_actions_say_why", condition=~Q(state="stopped") | ~Q(closed_because="")
            ),
        ]
        triggers = [
            pgtrigger.Protect(
                name="baseline_due_never_changes",
                operation=pgtrigger.Update,
                condition=pgtrigger.Q(old__baseline_due_date__df=pgtrigger.F("new__baseline_due_date")),
            )
        ]

    def __str__(self) -> str:
        return self.title

    @property
    def reference(self) -> str:
        """The stored reference of this action with its date."""
        return str(Reference("accountability", "action", str(self.public_id), self.due_date.isoformat()))

    @property
    def is_open(self) -> bool:
        return self.state in (ActionState.PLANNED, ActionState.UNDER_WAY)


class NoteKind(models.TextChoices):
    NOTE = "note", "Note"
    CHANGE = "change", "Change to the action"


@audited(confidential=True)
class ActionNote(PublicId):
    """What happened, in a line or two, for everyone who can see the plan."""

    action = models.ForeignKey(Action, models.CASCADE, related_name="notes")
    kind = models.CharField(max_length=6, choices=NoteKind.choices, default=NoteKind.NOTE)
    text = models.TextField()
    written_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    written_at = models.DateTimeField()

    organisation_path = "action__plan__organisation"

    class Meta:
        ordering = ["-written_at", "-pk"]


@audited(confidential=True)
class Citation(PublicId):
    """An action rests on this evidence, at the version that was read."""

    action = models.ForeignKey(Action, models.CASCADE, related_name="citations")
    resource = models.ForeignKey("repository.Resource", models.PROTECT, related_name="citations")
    revision = models.ForeignKey(Revision, models.PROTECT, related_name="+")
    reason = models.TextField("what it tells us", blank=True)
    cited_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    cited_at = models.DateTimeField()

    organisation_path = "action__plan__organisation"

    class Meta:
        constraints = [models.UniqueConstraint(fields=["action", "revision"], name="cited_once_a_version")]


class Decision(models.TextChoices):
    ADOPT = "adopt", "Keep it"
    ADAPT = "adapt", "Change it and try again"
    STOP = "stop", "Stop it"


@audited(confidential=True)
class TestOfChange(PublicId):
    """A trial: what we expect to happen, written down before, and what we decided after."""

    __test__ = False

    action = models.ForeignKey(Action, models.CASCADE, related_name="trials")
    change = models.TextField("what we try")
    prediction = models.TextField("what we expect to happen")
    started_at = models.DateTimeField()
    started_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    decision = models.CharField(max_length=6, choices=Decision.choices, blank=True)
    because = models.TextField(blank=True)
    decided_at = models.DateTimeField(null=True, blank=True)
    decided_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, related_name="+"
    )

    organisation_path = "action__plan__organisation"

    OUTCOMES: ClassVar[dict[str, str]] = {
        Decision.ADOPT: "Kept",
        Decision.ADAPT: "To be changed and tried again",
        Decision.STOP: "Stopped",
    }

    class Meta:
        constraints = [
            models.CheckConstraint(
                name="a_trial_ends_with_a_decision",
                condition=Q(decided_at__isnull=True, decision="")
                | (Q(decided_at__isnull=False) & ~Q(decision="") & ~Q(because="")),
            ),
            models.UniqueConstraint(
                fields=["action"], condition=Q(decided_at__isnull=True), name="one_trial_at_a_time"
            ),
        ]

    def __str__(self) -> str:
        return self.change

    @property
    def outcome(self) -> str:
        """Return what was decided, as one says it afterwards; empty while it is under way."""
        return self.OUTCOMES.get(self.decision, "")
