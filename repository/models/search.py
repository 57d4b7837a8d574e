"""What search reads. Only published resources have an entry, so that no search can find a draft."""

from django.contrib.postgres.indexes import GinIndex
from django.contrib.postgres.search import SearchVectorField
from django.db import models

from repository.models.resource import Resource


class SearchEntry(models.Model):
    """A published resource as search sees it.

    `vector` holds stems, weighted by where they stand (A title, B key points, topics and questions, C summary,
    D the rest), with acronyms kept whole. `words` holds the words as they are written, `filed_under` the topics,
    professions and populations in one line.
    """

    resource = models.OneToOneField(Resource, models.CASCADE, primary_key=True, related_name="search_entry")
    vector = SearchVectorField()
    words = SearchVectorField()
    filed_under = models.TextField(blank=True)

    class Meta:
        indexes = [
            GinIndex(fields=["vector"], name="search_entry_vector"),
            GinIndex(fields=["words"], name="search_entry_words"),
        ]

    def __str__(self) -> str:
        return str(self.resource)


class SearchWord(models.Model):
    """A word that stands in at least one published resource: what a misspelt word may have meant."""

    word = models.CharField(max_length=100, unique=True)

    class Meta:
        indexes = [GinIndex(fields=["word"], name="search_word_trigram", opclasses=["gin_trgm_ops"])]

    def __str__(self) -> str:
        return self.word
