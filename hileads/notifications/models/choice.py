"""How a person wishes to hear of each stream, and when not at all."""

from datetime import date
from typing import Self

from django.conf import settings
from django.db import models
from django.db.models import F, Q

from hileads.dated import in_force
from hileads.notifications.models.message import Stream


class Frequency(models.TextChoices):
    AT_ONCE = "at-once", "As it happens"
    DAILY = "daily", "In one mail a day"
    WEEKLY = "weekly", "In one mail a week"
    MONTHLY = "monthly", "In one mail a month"
    NONE = "none", "Not by mail"


TOGETHER = (Frequency.DAILY, Frequency.WEEKLY, Frequency.MONTHLY)
"""The ways in which what needs a person is gathered in one mail."""

USUAL = {
    Stream.SESSIONS: Frequency.AT_ONCE,
    Stream.ACTIONS: Frequency.WEEKLY,
    Stream.COMMUNITY: Frequency.WEEKLY,
    Stream.DIGEST: Frequency.WEEKLY,
}
"""What holds for a stream until the person chooses. The streams that are not here cannot be chosen."""


class Preference(models.Model):
    """A person's own choice for one stream. `previous` is what held before, so that it can be undone."""

    user = models.ForeignKey(settings.AUTH_USER_MODEL, models.CASCADE, related_name="preferences")
    stream = models.CharField(max_length=12, choices=[(stream.value, stream.label) for stream in USUAL])
    frequency = models.CharField(max_length=8, choices=Frequency.choices)
    previous = models.CharField(max_length=8, choices=Frequency.choices)
    chosen_at = models.DateTimeField()
    by_link = models.BooleanField(default=False)

    class Meta:
        constraints = [
            models.UniqueConstraint(name="one_choice_a_stream", fields=["user", "stream"]),
            models.CheckConstraint(
                name="a_digest_is_never_at_once",
                condition=~Q(stream="digest") | ~Q(frequency="at-once"),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.get_stream_display()}: {self.get_frequency_display()}"


class PauseQuerySet(models.QuerySet["Pause"]):
    def on(self, day: date) -> Self:
        return self.filter(in_force(day))


class Pause(models.Model):
    """The days on which a person wants no mail that can wait."""

    user = models.OneToOneField(settings.AUTH_USER_MODEL, models.CASCADE, related_name="pause")
    from_date = models.DateField()
    to_date = models.DateField()

    objects = PauseQuerySet.as_manager()

    class Meta:
        constraints = [
            models.CheckConstraint(name="a_pause_ends_after_start", condition=Q(to_date__gte=F("from_date")))
        ]

    def __str__(self) -> str:
        return f"{self.user}, {self.from_date} to {self.to_date}"


class Seen(models.Model):
    """A line of "This week" that a person has looked at, as it stood then."""

    user = models.ForeignKey(settings.AUTH_USER_MODEL, models.CASCADE, related_name="+")
    key = models.CharField(max_length=200)
    stood = models.CharField(max_length=64)
    seen_at = models.DateTimeField()

    class Meta:
        constraints = [models.UniqueConstraint(name="a_line_is_seen_once", fields=["user", "key"])]

    def __str__(self) -> str:
        return self.key
