"""Search as a person asks: any telling word counts, rare words count more, and a misspelt word is understood.

A resource's score is the sum over the words looked for of how rare the word is among published resources, times
how well it stands in the resource (title before key points and topics before summary before the rest).
"""

import math
from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from functools import reduce
from operator import add, and_, or_

from django.contrib.postgres.search import SearchQuery, SearchRank, TrigramSimilarity
from django.db.models import Count, F, FloatField, Q, QuerySet, Value
from django.db.models.expressions import Combinable

from hileads.sentences import acronym, position_of, telling_words, word_query, words_in
from repository.models import Resource, SearchEntry, SearchWord, Synonym

MOST_WORDS = 24
"""A longer question is searched by its first telling words."""
WEIGHTS = [0.1, 0.3, 0.6, 1.0]
"""How much a word counts in the rest, the summary, the key points and topics, and the title."""
SYNONYM_WEIGHT = 0.7
COMMON_SHARE = 0.5
"""A word that stands in more than this share of the resources finds nothing by itself, if another word does."""
SPELLING_LIKENESS = 0.4
SHORTEST_MISSPELT = 4


@dataclass(frozen=True)
class Term:
    """One thing looked for: a typed word, or everything that means the same as some typed words."""

    words: str
    query: SearchQuery
    is_typed: bool = True
    found_in: int = 0


@dataclass(frozen=True)
class Asked:
    """A question, understood: its terms, what else it was read as, and how many resources could answer."""

    sentence: str
    terms: tuple[Term, ...] = ()
    also: tuple[str, ...] = ()
    total: int = 0
    corrected: dict[str, str] = field(default_factory=dict)

    @property
    def any_of(self) -> SearchQuery | None:
        """Return the query that a result has to meet: one of the telling words."""
        telling = [term for term in self.terms if 0 < term.found_in <= self.total * COMMON_SHARE]
        chosen = telling or [term for term in self.terms if term.found_in]
        return reduce(or_, (term.query for term in chosen)) if chosen else None

    @property
    def everything(self) -> SearchQuery | None:
        """Return the query of all terms, to mark their words in a text."""
        return reduce(or_, (term.query for term in self.terms)) if self.terms else None

    @property
    def score(self) -> Combinable:
        """Return the expression that ranks a resource."""
        parts = [
            Value(self._weight(term), output_field=FloatField())
            * SearchRank(F("search_entry__vector"), term.query, weights=WEIGHTS)
            for term in self.terms
            if term.found_in
        ]
        return reduce(add, parts)

    def _weight(self, term: Term) -> float:
        rarity = math.log(1 + (self.total - term.found_in + 0.5) / (term.found_in + 0.5))
        return rarity if term.is_typed else rarity * SYNONYM_WEIGHT


def understand(sentence: str) -> Asked:
    """Read a question: its telling words, what means the same, and what misspelt words may have meant."""
    asked = _read(sentence)
    corrected = _spelt_right(term.words for term in asked.terms if term.is_typed and not term.found_in)
    if not corrected:
        return asked
    mended = " ".join(corrected.get(word, word) for word in words_in(sentence))
    return replace(_read(mended), sentence=sentence, corrected=corrected)


def matching(resources: QuerySet[Resource], asked: Asked) -> QuerySet[Resource]:
    """Keep the resources that answer, best first; none when nothing does."""
    wanted = asked.any_of
    if wanted is None:
        return resources.none()
    found: QuerySet[Resource] = resources.filter(search_entry__vector=wanted).annotate(score=asked.score)
    return found.order_by("-score", "title", "pk")


def _read(sentence: str) -> Asked:
    typed = [Term(word, word_query(word)) for word in telling_words(sentence)[:MOST_WORDS]]
    same = _same_meaning(sentence)
    terms, total = _counted([*typed, *(Term(", ".join(others), query, False) for others, query in same)])
    also = dict.fromkeys(word for others, _ in same for word in others)
    return Asked(sentence, terms, tuple(also), total)


def _phrase_query(phrase: list[str]) -> SearchQuery:
    if len(phrase) == 1 or any(map(acronym, phrase)):
        return reduce(and_, map(word_query, phrase))
    return SearchQuery(" ".join(phrase), config="english", search_type="phrase")


def _same_meaning(sentence: str) -> list[tuple[list[str], SearchQuery]]:
    """Return, for each group of synonyms that the sentence names, its other words as text and as a query."""
    words = words_in(sentence)
    found = []
    for synonym in Synonym.objects.all():
        phrases = {text: words_in(text) for text in synonym.words}
        others = [text for text, phrase in phrases.items() if position_of(phrase, words) is None]
        if others and len(others) < len(phrases):
            found.append((others, reduce(or_, (_phrase_query(phrases[text]) for text in others))))
    return found


def _counted(terms: Iterable[Term]) -> tuple[tuple[Term, ...], int]:
    """Return the terms with the number of resources that hold each, and the number of all resources."""
    listed = list(terms)
    counts = SearchEntry.objects.aggregate(
        total=Count("pk"),
        **{f"term_{at}": Count("pk", filter=Q(vector=term.query)) for at, term in enumerate(listed)},
    )
    return tuple(replace(term, found_in=counts[f"term_{at}"]) for at, term in enumerate(listed)), counts[
        "total"
    ]


def _spelt_right(words: Iterable[str]) -> dict[str, str]:
    """Return, for each word that stands nowhere, the likest word that stands somewhere."""
    found: dict[str, str] = {}
    for word in words:
        if len(word) < SHORTEST_MISSPELT or not word.isalpha():
            continue
        likest = (
            SearchWord.objects.filter(word__trigram_similar=word.lower())
            .annotate(likeness=TrigramSimilarity("word", word.lower()))
            .filter(likeness__gte=SPELLING_LIKENESS)
            .order_by("-likeness", "word")
            .first()
        )
        if likest is not None:
            found[word] = likest.word
    return found
