"""The message ledger: one row for each message that should exist."""

from datetime import date, datetime
from typing import Self

from django.conf import settings
from django.db import models
from django.db.models import Q

from hileads.identifiers import PublicId


class Stream(models.TextChoices):
    """What a message is part of: people choose for each stream how they hear of it."""

    SECURITY = "security", "Signing in and security"
    OBLIGATIONS = "obligations", "What your organisation has to do"
    SESSIONS = "sessions", "Learning set sessions"
    ACTIONS = "actions", "Commitments and actions"
    COMMUNITY = "community", "Community"
    DIGEST = "digest", "Your digest"


class State(models.TextChoices):
    DUE = "due", "Waiting to be sent"
    SENDING = "sending", "Being sent"
    SENT = "sent", "Sent"
    SKIPPED = "skipped", "Not sent, because it was no longer needed"
    FAILED = "failed", "Could not be sent"
    CANCELLED = "cancelled", "Not sent, because a later message took its place"


class Receipt(models.TextChoices):
    """What the other side reported after it had accepted a message."""

    DELIVERED = "delivered", "It reached the mailbox"
    NO_MAILBOX = "no-mailbox", "There is no such mailbox"
    NOT_NOW = "not-now", "The mailbox did not take it"
    FAULT = "fault", "The sending service failed"


class MessageQuerySet(models.QuerySet["Message"]):
    def due(self, moment: datetime) -> Self:
        """Messages to send now: their time has come, and so has the time of another try if one failed."""
        return self.filter(state=State.DUE, due_at__lte=moment).filter(
            Q(retry_at__isnull=True) | Q(retry_at__lte=moment)
        )

    def waiting_on(self, topic: str) -> Self:
        """Messages about the same thing that have not left yet."""
        return self.filter(topic=topic, state=State.DUE)

    def claimed_before(self, moment: datetime) -> Self:
        """Messages that somebody began to send before `moment` and never finished."""
        return self.filter(state=State.SENDING, claimed_at__lt=moment)

    def handed_over_since(self, moment: datetime, *, held_since: datetime) -> Self:
        """Messages that were handed over after `moment`, or that somebody holds who claimed them after `held_since`."""
        return self.filter(Q(claimed_at__gt=moment) | Q(state=State.SENDING, claimed_at__gt=held_since))

    def shown_to(self, user: object) -> Self:
        """What a person sees of their own, the newest first."""
        return self.filter(recipient=user).order_by("-due_at", "-pk")


class Message(PublicId):
    """One message to one person: why it exists, when it is due, what became of it.

    Messages of one `topic` say the same at different times: one that has not left gives way to a later one. What is
    `at_once` leaves outside the sending hours too; what is `optional` goes only to those who want that stream at once.
    """

    meaning_key = models.CharField(max_length=200, unique=True)
    topic = models.CharField(max_length=200, blank=True)
    kind = models.CharField(max_length=40)
    stream = models.CharField(max_length=12, choices=Stream.choices)
    recipient = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.CASCADE, null=True, blank=True, related_name="messages"
    )
    address = models.EmailField(max_length=254)
    reference = models.CharField(max_length=200, blank=True)
    due_at = models.DateTimeField()
    at_once = models.BooleanField(default=False)
    optional = models.BooleanField(default=False)
    state = models.CharField(max_length=10, choices=State.choices, default=State.DUE)
    reason = models.CharField(max_length=300, blank=True)
    attempts = models.PositiveSmallIntegerField(default=0)
    claimed_at = models.DateTimeField(null=True, blank=True)
    retry_at = models.DateTimeField(null=True, blank=True)
    sent_at = models.DateTimeField(null=True, blank=True)
    provider_reference = models.CharField(max_length=200, blank=True)
    receipt = models.CharField(max_length=10, choices=Receipt.choices, blank=True)
    receipt_at = models.DateTimeField(null=True, blank=True)
    subject = models.CharField(max_length=300)
    body_text = models.TextField()
    body_html = models.TextField(blank=True)
    calendar = models.TextField(blank=True)
    calendar_method = models.CharField(max_length=10, blank=True)
    created_at = models.DateTimeField()
    posted_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.SET_NULL, null=True, blank=True, related_name="+"
    )

    objects = MessageQuerySet.as_manager()

    class Meta:
        indexes = [
            models.Index(fields=["due_at"], name="messages_due", condition=Q(state="due")),
            models.Index(fields=["topic"], name="messages_that_wait", condition=Q(state="due")),
            models.Index(
                fields=["claimed_at"], name="messages_claimed", condition=Q(claimed_at__isnull=False)
            ),
            models.Index(fields=["claimed_at"], name="messages_in_hand", condition=Q(state="sending")),
        ]
        constraints = [
            models.CheckConstraint(
                name="sent_messages_say_when",
                condition=Q(state="sent", sent_at__isnull=False) | ~Q(state="sent"),
            ),
            models.CheckConstraint(
                name="what_was_not_sent_says_why",
                condition=~Q(state__in=["skipped", "failed", "cancelled"]) | ~Q(reason=""),
            ),
            models.CheckConstraint(
                name="messages_being_sent_say_since_when",
                condition=~Q(state="sending") | Q(claimed_at__isnull=False),
            ),
            models.CheckConstraint(
                name="receipts_say_when",
                condition=Q(receipt="", receipt_at__isnull=True)
                | ~Q(receipt="") & Q(receipt_at__isnull=False),
            ),
        ]

    def __str__(self) -> str:
        return self.subject

    @classmethod
    def related_to(cls, relation: str, user: object, day: date) -> Q:
        return Q(recipient=user) if relation == "recipient" else Q(pk__in=[])
