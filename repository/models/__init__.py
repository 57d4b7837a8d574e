"""The evidence and the policy timeline, curated with drafts, review and revisions."""

from repository.models.dates import PartialDateField, partial_date_words
from repository.models.policy import PolicyItem, PolicyStatus, Supports
from repository.models.resource import Level, PublishedVersion, Resource, ResourceKind
from repository.models.search import SearchEntry, SearchWord
from repository.models.vocabulary import Population, Profession, Synonym, Topic

__all__ = [
    "Level",
    "PartialDateField",
    "PolicyItem",
    "PolicyStatus",
    "Population",
    "Profession",
    "PublishedVersion",
    "Resource",
    "ResourceKind",
    "SearchEntry",
    "SearchWord",
    "Supports",
    "Synonym",
    "Topic",
    "partial_date_words",
]
