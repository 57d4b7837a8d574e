"""Keep what search reads in step with what is published."""

from functools import reduce
from operator import add

from django.contrib.postgres.search import SearchVector
from django.db import connection, transaction
from django.db.models import Value
from wagtail.models import Revision

from hileads.clock import now
from hileads.leads.models import User
from hileads.permissions.catalogue import P
from hileads.permissions.checks import check
from hileads.sentences import acronyms_in
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
    vector = reduce(
        add,
        (SearchVector(Value(text), config="english", weight=weight) for weight, text in places.items()),
        SearchVector(Value(" ".join(acronyms_in(whole))), config="simple", weight="B"),
    )
    SearchEntry.objects.update_or_create(
        resource=resource,
        defaults={
            "vector": vector,
            "words": SearchVector(Value(whole), config="simple"),
            "filed_under": filed_under,
        },
    )
    _count_words()


@transaction.atomic
def withdraw_from_search(*, by: User, resource: Resource) -> None:
    """Let search forget a resource that is no longer published."""
    check(by, P.CONTENT_PUBLISH)
    SearchEntry.objects.filter(resource=resource).delete()
    _count_words()


def _filed_under(resource: Resource) -> str:
    filed = (resource.topics, resource.professions, resource.populations)
    return ". ".join(term.title for terms in filed for term in terms.all())


def _count_words() -> None:
    """Count anew in how many published resources each written word stands."""
    with connection.cursor() as cursor:
        cursor.execute("LOCK TABLE repository_searchword IN EXCLUSIVE MODE")
        SearchWord.objects.all().delete()
        cursor.execute(
            """
            INSERT INTO repository_searchword (word, resource_count)
            SELECT word, ndoc FROM ts_stat('SELECT words FROM repository_searchentry')
            WHERE length(word) BETWEEN 3 AND 100 AND word ~ '^[a-z]+$'
            """
        )
