"""What the repository adds to the pages of others."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date

from django.urls import reverse

from hileads.contributions import (
    Consequence,
    LoadCounts,
    NavigationItem,
    ReferenceLoader,
    Resolved,
    SearchHit,
    SearchSource,
    Work,
    WorkLine,
    navigation,
    reference_loaders,
    resolvers,
    search_sources,
    work,
)
from hileads.leads.models import User
from hileads.notifications.models import Stream
from hileads.permissions.catalogue import P
from hileads.permissions.checks import can
from hileads.personal import not_told
from repository.actions.reference import load_policy_items, load_resources, load_vocabulary
from repository.models import PolicyItem, Resource
from repository.public import resource_at
from repository.queries.policy import policy_answering, policy_items
from repository.queries.resources import published_resources, reading_of_the_week
from repository.queries.search import matching, understand

HITS = 10


def load_shipped() -> Mapping[str, LoadCounts]:
    """Load the shipped evidence and policy, as the portal itself."""
    portal = User.objects.system()
    return {
        **load_vocabulary(by=portal),
        **load_resources(by=portal),
        **load_policy_items(by=portal),
    }


def resolve_resource(user: User, public_id: str, revision: str) -> Resolved | None:
    """Say what a stored reference to a resource points to, at its version where it names one."""
    resource = published_resources(user).filter(code=public_id).first()
    if resource is None:
        return None
    version = resource_at(int(revision)) if revision.isdecimal() else None
    if version is not None and version.code == public_id:
        return Resolved(version.title, version.address, "Evidence")
    return Resolved(resource.title, reverse("resource-show", kwargs={"code": public_id}), "Evidence")


def resolve_policy(user: User, public_id: str, revision: str) -> Resolved | None:
    """Say what a stored reference to a policy item points to."""
    item = policy_items(user).filter(code=public_id).first()
    return item and Resolved(item.title, reverse("policy-show", kwargs={"code": public_id}), "Policy")


def find_resources(user: User, words: str) -> Iterable[SearchHit]:
    """Return the evidence for the site search."""
    found: list[Resource] = list(matching(published_resources(user), understand(words))[:HITS])
    return [
        SearchHit(one.title, reverse("resource-show", kwargs={"code": one.code}), "Evidence", one.summary)
        for one in found
    ]


def find_policy(user: User, words: str) -> Iterable[SearchHit]:
    """Return the policy items for the site search."""
    found: list[PolicyItem] = list(policy_answering(user, words)[:HITS])
    return [
        SearchHit(one.title, reverse("policy-show", kwargs={"code": one.code}), "Policy", one.asks)
        for one in found
    ]


def reading_lines(people: Sequence[User], today: date) -> list[tuple[User, WorkLine]]:
    """Offer everybody one thing worth reading, another one each week."""
    readers = [person for person in people if can(person, P.CONTENT_VIEW)]
    resource = reading_of_the_week(readers[0], today) if readers else None
    if resource is None:
        return []
    year, week, _ = today.isocalendar()
    line = WorkLine(
        key=f"repository:reading:{year}-{week}",
        consequence=Consequence.CHANCE,
        text=f"One thing worth reading: {resource.title}",
        url=reverse("resource-show", kwargs={"code": resource.code}),
        verb="Read it",
        stream=Stream.COMMUNITY,
    )
    return [(reader, line) for reader in readers]


navigation.add("repository", NavigationItem("Evidence", "resource-list", "evidence", 40))
reference_loaders.add("repository", ReferenceLoader(20, load_shipped))
resolvers.add("repository:resource", resolve_resource)
resolvers.add("repository:policy", resolve_policy)
search_sources.add("repository.resources", SearchSource("Evidence", 20, find_resources))
search_sources.add("repository.policy", SearchSource("Policy", 30, find_policy))
work.add("repository", Work(reading_lines, order=90))
for locked in ("PolicyItem", "Resource"):
    not_told.add(
        f"repository.{locked}.locked_by", "says who has a draft open just now, and falls away with that"
    )
