"""The policy timeline: an equal list by date, for those it binds."""

from dataclasses import dataclass
from itertools import groupby

from django.contrib.postgres.search import SearchRank, SearchVector
from django.db.models import QuerySet

from hileads.organisations.models import Kind
from hileads.permissions.catalogue import P
from hileads.permissions.checks import scope
from hileads.sentences import any_word_query
from repository.models import PolicyItem


@dataclass(frozen=True)
class Year:
    """The policy items of one year, newest first; `label` says so when the year is not known."""

    label: str
    items: tuple[PolicyItem, ...]


BOUND = (Kind.TRUST, Kind.ICB, Kind.PCN, Kind.NATIONAL)
"""The kinds of organisation that policy binds, in the order in which the filter offers them."""


def policy_items(user: object) -> QuerySet[PolicyItem]:
    """Return the policy items that this person may read."""
    return scope(PolicyItem.objects.published(), user, P.CONTENT_VIEW)


def timeline(user: object, binds: str = "") -> tuple[Year, ...]:
    """Return the policy items, newest first, by year; with `binds`, those that bind this kind of organisation.

    Items whose date is not known stand at the end, because they cannot be placed.
    """
    found = policy_items(user)
    if binds in Kind.values:
        found = found.filter(binds__contains=binds)
    items = sorted(found.order_by("title"), key=lambda item: item.date, reverse=True)
    return tuple(
        Year(year or "Date not known", tuple(rows))
        for year, rows in groupby(items, lambda item: item.date[:4])
    )


def policy_answering(user: object, sentence: str) -> QuerySet[PolicyItem]:
    """Return the policy items in which a telling word of the sentence stands, best first."""
    query = any_word_query(sentence)
    if query is None:
        return PolicyItem.objects.none()
    vector = SearchVector("title", weight="A", config="english") + SearchVector(
        "asks", "summary", weight="C", config="english"
    )
    found: QuerySet[PolicyItem] = policy_items(user).annotate(vector=vector, score=SearchRank(vector, query))
    return found.filter(vector=query).order_by("-score", "-date", "title")
