"""Public identifiers: what stands in an address or a stored reference, never a row number."""

import uuid

from django.db import models


class PublicId(models.Model):
    """A thing with an address of its own that says nothing about how many there are."""

    public_id = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)

    class Meta:
        abstract = True
