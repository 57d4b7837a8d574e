"""Keep what search reads in step with what is published."""

from collections.abc import Iterable
from functools import reduce
from itertools import chain
from operator import add

from django.contrib.postgres.search import SearchQuery, SearchVector
from django.db import connection, transaction
from django.db.models import Exists, OuterRef, Value
from wagtail.models import Revision

from hileads.clock import now
from hileads.leads.models import User
from hileads.permissions.catalogue import P
from hileads.permissions.checks import check
from hileads.sentences import acronyms_in, without_acronyms
from repository.models import PublishedVersion, Resource, SearchEntry, SearchWord


@transaction.atomic
def record_publication(*, by: User, resource: Resource, revision: Revision) -> None:
    """Remember the version that readers now see, and let search find its words."""
    check(by, P.CONTENT_PUBLISH)
    PublishedVersion.objects.get_or_create(
        revision=revision, defaults={"resource": resource, "published_at": now()}
    )
    filed_under = _filed_under(resource)
    places = {
        "A": resource.title,
        "B": " ".join([*resource.key_points, *resource.questions_for_board, filed_under]),
        "C": resource.summary,
        "D": f"{resource.publisher} {resource.get_kind_display()} {resource.strength}",
    }
    whole = " ".join(places.values())
    vector = reduce(add, chain.from_iterable(_vectors(text, weight) for weight, text in places.items()))
    _, is_new = SearchEntry.objects.update_or_create(
        resource=resource,
        defaults={
            "vector": vector,
            "words": SearchVector(Value(whole), config="simple"),
            "filed_under": filed_under,
        },
    )
    _learn_words(resource)
    if not is_new:
        _forget_words()


@transaction.atomic
def withdraw_from_search(*, by: User, resource: Resource) -> None:
    """Let search forget a resource that is no longer published."""
    check(by, P.CONTENT_PUBLISH)
    SearchEntry.objects.filter(resource=resource).delete()
    _forget_words()


def _vectors(text: str, weight: str) -> Iterable[SearchVector]:
    """Yield a text as search sees it: its acronyms whole, which are no words to stem, and the stems of its words."""
    yield SearchVector(Value(" ".join(acronyms_in(text))), config="simple", weight=weight)
    yield SearchVector(Value(without_acronyms(text)), config="english", weight=weight)


def _filed_under(resource: Resource) -> str:
    filed = (resource.topics, resource.professions, resource.populations)
    return ". ".join(term.title for terms in filed for term in terms.all())


def _learn_words(resource: Resource) -> None:
    """Know the words of this resource, so that misspelt ones can be understood."""
    with connection.cursor() as cursor:
        cursor.execute(
            """
            INSERT INTO repository_searchword (word)
            SELECT lexeme FROM repository_searchentry, unnest(words)
            WHERE resource_id = %s AND length(lexeme) BETWEEN 3 AND 100 AND lexeme ~ '^[a-z]+$'
            ON CONFLICT (word) DO NOTHING
            """,
            [resource.pk],
        )


def _forget_words() -> None:
    """Forget the words that stand in no published resource any more."""
    still_there = SearchEntry.objects.filter(
        words=SearchQuery(OuterRef("word"), config="simple", search_type="plain")
    )
    SearchWord.objects.exclude(Exists(still_there)).delete()
