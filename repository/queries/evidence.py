"""The evidence page: results that say why they match, and facets that count what they would leave."""

import json
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from django.contrib.postgres.search import SearchHeadline
from django.core.paginator import Page, Paginator
from django.db.models import Count, F, QuerySet, TextField
from django.db.models.expressions import Combinable
from django.db.models.functions import Cast, Lower

from hileads.permissions.catalogue import P
from hileads.permissions.checks import scope
from repository.models import Level, Population, Resource, ResourceKind, Topic
from repository.queries.search import Asked, matching, understand

RESULTS_A_PAGE = 10
MOST_PLACES = 3

FACETS = {
    "topic": ("Topic", "topics__code"),
    "population": ("Whose health", "populations__code"),
    "kind": ("Kind of publication", "kind"),
    "level": ("Level", "level"),
}
"""Each facet's name in the address, its heading, and the field that it filters."""

START, STOP = "⟦", "⟧"
_MARKED = re.compile(f"{START}(.*?){STOP}")
_SENTENCE_END = re.compile(r"(?<=[.?!])\s+")


@dataclass(frozen=True)
class Option:
    """One value of a facet, with how many results it would leave."""

    value: str
    label: str
    count: int
    is_chosen: bool


@dataclass(frozen=True)
class Facet:
    """One way to narrow the results. Values that would leave nothing are not offered."""

    name: str
    heading: str
    options: tuple[Option, ...]


@dataclass(frozen=True)
class Reason:
    """Where in a resource the words looked for stand."""

    place: str
    words: tuple[str, ...]


@dataclass(frozen=True)
class Piece:
    """A piece of a sentence: one of the words looked for, or what stands between them."""

    text: str
    is_marked: bool


@dataclass(frozen=True)
class Result:
    """A resource that answers, why, and its most telling sentence, if there was a question."""

    resource: Resource
    reasons: tuple[Reason, ...] = ()
    sentence: tuple[Piece, ...] = ()


@dataclass(frozen=True)
class Evidence:
    """Everything the evidence page shows."""

    asked: Asked | None
    page: Page[Resource]
    results: tuple[Result, ...]
    facets: tuple[Facet, ...]
    chosen: Mapping[str, list[str]]
    is_empty: bool

    @property
    def is_narrowed(self) -> bool:
        return any(self.chosen.values())


def evidence(
    user: object, sentence: str, chosen: Mapping[str, list[str]], page_number: str | int
) -> Evidence:
    """Return the evidence that answers the sentence (all of it, by title, without one) within what was chosen."""
    visible = scope(Resource.objects.published(), user, P.CONTENT_VIEW)
    asked = understand(sentence) if sentence.strip() else None
    found = matching(visible, asked) if asked else visible.order_by(Lower("title"), "pk")
    page = Paginator(_narrowed(found, chosen), RESULTS_A_PAGE).get_page(page_number)
    return Evidence(
        asked=asked,
        page=page,
        results=_explained(list(page.object_list), asked),
        facets=_facets(found, chosen),
        chosen=chosen,
        is_empty=not page.paginator.count and not asked and not any(chosen.values()),
    )


def _narrowed(
    found: QuerySet[Resource], chosen: Mapping[str, list[str]], leave_out: str = ""
) -> QuerySet[Resource]:
    for name, values in chosen.items():
        if values and name != leave_out:
            found = found.filter(
                pk__in=Resource.objects.filter(**{f"{FACETS[name][1]}__in": values}).values("pk")
            )
    return found


def _facets(found: QuerySet[Resource], chosen: Mapping[str, list[str]]) -> tuple[Facet, ...]:
    labels = {
        "topic": dict(Topic.objects.values_list("code", "title")),
        "population": dict(Population.objects.values_list("code", "title")),
        "kind": dict(ResourceKind.choices),
        "level": dict(Level.choices),
    }
    facets = []
    for name, (heading, lookup) in FACETS.items():
        within = _narrowed(found, chosen, leave_out=name).order_by().values("pk")
        rows = Resource.objects.filter(pk__in=within).values_list(lookup).annotate(Count("pk", distinct=True))
        counts = dict(rows.order_by(lookup))
        options = [
            Option(value, label, counts.get(value, 0), value in chosen.get(name, []))
            for value, label in labels[name].items()
            if counts.get(value) or value in chosen.get(name, [])
        ]
        facets.append(Facet(name, heading, tuple(options)))
    return tuple(facet for facet in facets if facet.options)


PLACES = {
    "title_marked": "the title",
    "points_marked": "the key points",
    "questions_marked": "the questions for your board",
    "filed_marked": "what it is filed under",
    "summary_marked": "the summary",
    "publisher_marked": "the publisher",
    "strength_marked": "how strong it is",
}


def _explained(resources: list[Resource], asked: Asked | None) -> tuple[Result, ...]:
    """Return the results in their order, each with the places where the words stand."""
    query = asked.everything if asked else None
    if query is None:
        return tuple(Result(resource) for resource in resources)

    def marked(text: str | Combinable) -> SearchHeadline:
        return SearchHeadline(
            text, query, config="english", start_sel=START, stop_sel=STOP, highlight_all=True
        )

    annotated = Resource.objects.annotate(
        title_marked=marked("title"),
        points_marked=marked(Cast("key_points", TextField())),
        questions_marked=marked(Cast("questions_for_board", TextField())),
        filed_marked=marked(F("search_entry__filed_under")),
        summary_marked=marked("summary"),
        publisher_marked=marked("publisher"),
        strength_marked=marked("strength"),
    ).in_bulk([resource.pk for resource in resources])
    return tuple(_result(annotated[resource.pk]) for resource in resources)


def _result(resource: Any) -> Result:
    texts: dict[str, str] = {name: getattr(resource, name) for name in PLACES}
    return Result(resource, _reasons(texts), _most_telling(_sentences(texts)))


def _reasons(texts: Mapping[str, str]) -> tuple[Reason, ...]:
    """Return where the words stand, each word once, in the weightiest place it has."""
    seen: set[str] = set()
    reasons: list[Reason] = []
    for name, place in PLACES.items():
        words = [word for word in _marked_words(texts[name]) if word not in seen]
        if words and len(reasons) < MOST_PLACES:
            reasons.append(Reason(place, tuple(words)))
            seen |= set(words)
    return tuple(reasons)


def _sentences(texts: Mapping[str, str]) -> Iterable[str]:
    yield from json.loads(texts["points_marked"], strict=False)
    yield from json.loads(texts["questions_marked"], strict=False)
    yield from _SENTENCE_END.split(texts["summary_marked"])


def _marked_words(text: str) -> tuple[str, ...]:
    return tuple(dict.fromkeys(word.lower() for word in _MARKED.findall(text)))


def _most_telling(sentences: Iterable[str]) -> tuple[Piece, ...]:
    """Return the sentence with the most of the words, the first of equals, in marked and unmarked pieces."""
    best = max(sentences, key=lambda sentence: len(_marked_words(sentence)), default="")
    if not _marked_words(best):
        return ()
    pieces = (Piece(text, bool(place % 2)) for place, text in enumerate(_MARKED.split(best)))
    return tuple(piece for piece in pieces if piece.text)
