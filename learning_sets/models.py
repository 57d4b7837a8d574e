"""Learning sets, their members and sessions, and what people keep to themselves."""

from datetime import date, datetime, timedelta
from typing import Self

from django.conf import settings
from django.db import models
from django.db.models import F, Q

from hileads.audit import audited
from hileads.clock import day_of
from hileads.dated import Dated, DatedQuerySet, ends_after_start, in_force, no_overlap
from hileads.encryption import EncryptedTextField
from hileads.identifiers import PublicId
from hileads.references import Reference
from hileads.wording import clock_time, long_date


class SetKind(models.TextChoices):
    ACTION_LEARNING = "action_learning", "Action learning set"


@audited(confidential=True)
class LearningSet(PublicId):
    """A small group that meets regularly to work on members' own challenges by asking questions."""

    name = models.CharField(max_length=150)
    kind = models.CharField(max_length=20, choices=SetKind.choices, default=SetKind.ACTION_LEARNING)
    purpose = models.TextField()
    created_at = models.DateTimeField()

    def __str__(self) -> str:
        return self.name

    @classmethod
    def related_to(cls, relation: str, user: object, day: date) -> Q:
        if relation == "facilitator":
            return in_force(day, "memberships__") & Q(
                memberships__user=user, memberships__is_facilitator=True
            )
        if relation == "member":
            return in_force(day, "memberships__") & Q(memberships__user=user)
        return Q(pk__in=[])


@audited(confidential=True)
class Membership(Dated):
    """A person's place in a set, from a day to a day. Whoever plans its sessions is its facilitator."""

    learning_set = models.ForeignKey(LearningSet, models.CASCADE, related_name="memberships")
    user = models.ForeignKey(settings.AUTH_USER_MODEL, models.CASCADE, related_name="memberships")
    is_facilitator = models.BooleanField(default=False)

    objects = DatedQuerySet.as_manager()

    class Meta:
        constraints = [
            no_overlap("a_member_once_at_a_time", "learning_set", "user"),
            ends_after_start("membership_ends_after_start"),
        ]


class SessionState(models.TextChoices):
    PLANNED = "planned", "Planned"
    CANCELLED = "cancelled", "Cancelled"


class SessionQuerySet(models.QuerySet["Session"]):
    def planned(self) -> Self:
        return self.filter(state=SessionState.PLANNED)

    def not_over(self, moment: datetime) -> Self:
        return self.filter(ends_at__gt=moment)

    def over(self, moment: datetime) -> Self:
        return self.filter(ends_at__lte=moment)

    def of_member(self, user: object, day: date) -> Self:
        return self.filter(
            in_force(day, "learning_set__memberships__"), learning_set__memberships__user=user
        ).distinct()


@audited(confidential=True)
class Session(PublicId):
    """One meeting of a set. Times are those of the wall clock in the United Kingdom.

    `sequence` counts the changes that members were told of, `changed_at` is when they were last told. What is corrected
    in silence leaves both, so that calendars learn of it with the next change that is told.
    """

    learning_set = models.ForeignKey(LearningSet, models.CASCADE, related_name="sessions")
    starts_at = models.DateTimeField()
    ends_at = models.DateTimeField()
    place = models.CharField(max_length=200, blank=True)
    join_url = models.URLField("link to join", blank=True)
    uid = models.CharField(max_length=100, unique=True)
    sequence = models.PositiveIntegerField(default=0)
    state = models.CharField(max_length=10, choices=SessionState.choices, default=SessionState.PLANNED)
    changed_at = models.DateTimeField()

    objects = SessionQuerySet.as_manager()

    class Meta:
        constraints = [
            models.CheckConstraint(
                name="session_ends_after_it_starts", condition=Q(ends_at__gt=F("starts_at"))
            ),
            models.UniqueConstraint(
                name="one_session_of_a_set_at_a_time",
                fields=["learning_set", "starts_at"],
                condition=Q(state="planned"),
            ),
        ]
        ordering = ["starts_at"]

    def __str__(self) -> str:
        return f"Session on {long_date(self.starts_at)}"

    @property
    def reference(self) -> str:
        """The stored reference of this session as it stands: a later change makes it another."""
        return str(Reference("learning_sets", "session", str(self.public_id), str(self.sequence)))

    @property
    def details(self) -> tuple[datetime, datetime, str, str]:
        """What members are told of: when it begins and ends, where it is, and the link to join."""
        return (self.starts_at, self.ends_at, self.place, self.join_url)

    @property
    def local_date(self) -> date:
        """The day it is on in the United Kingdom."""
        return day_of(self.starts_at)

    @property
    def day(self) -> str:
        """The day with its weekday: "Friday 27 November 2026"."""
        return f"{self.local_date:%A} {long_date(self.local_date)}"

    @property
    def when(self) -> str:
        """The day and its hours: "Friday 27 November 2026, 10am to 12:30pm (UK time)"."""
        return f"{self.day}, {clock_time(self.starts_at)} to {clock_time(self.ends_at)} (UK time)"

    @property
    def minutes(self) -> int:
        """How long it lasts."""
        return round((self.ends_at - self.starts_at) / timedelta(minutes=1))

    @property
    def is_cancelled(self) -> bool:
        return self.state == SessionState.CANCELLED

    def has_begun(self, moment: datetime) -> bool:
        return self.starts_at <= moment

    def is_over(self, moment: datetime) -> bool:
        return self.ends_at <= moment

    @classmethod
    def related_to(cls, relation: str, user: object, day: date) -> Q:
        memberships = in_force(day, "learning_set__memberships__") & Q(learning_set__memberships__user=user)
        if relation == "facilitator":
            return memberships & Q(learning_set__memberships__is_facilitator=True)
        return memberships if relation == "member" else Q(pk__in=[])


class Answer(models.TextChoices):
    ACCEPTED = "accepted", "I will be there"
    DECLINED = "declined", "I cannot make it"


@audited(confidential=True)
class Rsvp(models.Model):
    """A member's answer to one session. `revision` counts how often it was changed."""

    session = models.ForeignKey(Session, models.CASCADE, related_name="rsvps")
    user = models.ForeignKey(settings.AUTH_USER_MODEL, models.CASCADE, related_name="rsvps")
    answer = models.CharField(max_length=10, choices=Answer.choices)
    answered_at = models.DateTimeField()
    revision = models.PositiveIntegerField(default=0)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["session", "user"], name="one_answer_a_session_and_person")
        ]

    def __str__(self) -> str:
        return self.get_answer_display()


class CommitmentState(models.TextChoices):
    OPEN = "open", "Open"
    DONE = "done", "Done"
    CHANGED_MIND = "changed_mind", "I changed my mind"
    STUCK = "stuck", "Stuck"


class Private(models.Model):
    """What one person wrote for themselves. Nobody else can read it, whatever their role."""

    author = models.ForeignKey(settings.AUTH_USER_MODEL, models.CASCADE, related_name="+")
    created_at = models.DateTimeField()

    class Meta:
        abstract = True

    @classmethod
    def related_to(cls, relation: str, user: object, day: date) -> Q:
        return Q(author=user) if relation == "author" else Q(pk__in=[])


@audited(exclude=["text"], confidential=True)
class Commitment(PublicId, Private):
    """What a member said they would do after a session. Private until its author makes an action of it."""

    session = models.ForeignKey(Session, models.CASCADE, related_name="commitments")
    text = EncryptedTextField()
    due_date = models.DateField()
    state = models.CharField(max_length=12, choices=CommitmentState.choices, default=CommitmentState.OPEN)
    shared_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ["due_date", "pk"]

    def __str__(self) -> str:
        return f"Commitment due on {long_date(self.due_date)}"

    @property
    def reference(self) -> str:
        """The stored reference of this commitment with its date."""
        return str(Reference("learning_sets", "commitment", str(self.public_id), self.due_date.isoformat()))

    @property
    def is_open(self) -> bool:
        return self.state == CommitmentState.OPEN


@audited(exclude=["text"], confidential=True)
class Reflection(PublicId, Private):
    """What a member thought about a session, for their own eyes: one page a session."""

    session = models.ForeignKey(Session, models.CASCADE, related_name="reflections")
    text = EncryptedTextField()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["author", "session"], name="one_reflection_a_person_and_session")
        ]

    def __str__(self) -> str:
        return "A reflection"
