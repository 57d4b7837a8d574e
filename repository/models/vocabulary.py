"""The words that resources are filed under, and words that mean the same."""

from django.db import models
from django.db.models import Q

from hileads.audit import audited
from hileads.lists import LinesField


class Term(models.Model):
    """A word that resources are filed under."""

    code = models.SlugField(unique=True)
    title = models.CharField(max_length=120)
    shipped_hash = models.CharField(max_length=64, blank=True, editable=False)

    class Meta:
        abstract = True
        ordering = ["title"]

    def __str__(self) -> str:
        return self.title


@audited()
class Topic(Term):
    """What a resource is about."""


@audited()
class Profession(Term):
    """Whose work a resource speaks to."""


@audited()
class Population(Term):
    """Whose health a resource is about."""


@audited()
class Synonym(models.Model):
    """Words that mean the same to a lead, so that a search with one finds the others."""

    words = LinesField(help_text="Words or phrases that mean the same, one a line.")
    shipped_key = models.CharField(max_length=100, blank=True, editable=False)
    shipped_hash = models.CharField(max_length=64, blank=True, editable=False)

    class Meta:
        ordering = ["pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["shipped_key"], condition=~Q(shipped_key=""), name="one_synonym_a_shipped_key"
            )
        ]

    def __str__(self) -> str:
        return ", ".join(self.words)
