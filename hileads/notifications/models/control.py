"""What holds messages back, and how we know that the sending lives."""

from django.conf import settings
from django.db import models

from hileads.audit import audited
from hileads.notifications.models.message import Message, Stream


@audited()
class StreamStop(models.Model):
    """An administrator holds a stream back. Its messages stay due until it is let go."""

    stream = models.CharField(max_length=12, choices=Stream.choices, unique=True)
    reason = models.CharField(max_length=300)
    stopped_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    stopped_at = models.DateTimeField()

    def __str__(self) -> str:
        return self.get_stream_display()


class Suppression(models.Model):
    """An address that does not exist any more, as the other side said. Only messages about security still go there."""

    address = models.EmailField(max_length=254, unique=True)
    reason = models.CharField(max_length=300)
    message = models.ForeignKey(Message, models.SET_NULL, null=True, related_name="+")
    suppressed_at = models.DateTimeField()

    def __str__(self) -> str:
        return self.address


class Heartbeat(models.Model):
    """When a recurring task last came to its end."""

    name = models.CharField(max_length=40, unique=True)
    beat_at = models.DateTimeField()

    def __str__(self) -> str:
        return self.name
