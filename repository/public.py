"""The front door for the board's room: a resource at the version that was read, so that it can be cited."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from django.shortcuts import get_object_or_404
from django.urls import reverse

from hileads.permissions.catalogue import P
from hileads.permissions.checks import check
from repository.models import PublishedVersion, partial_date_words
from repository.queries.resources import published_resources, published_versions


@dataclass(frozen=True)
class ResourceVersion:
    """A resource as it read at one published version.

    `address` is our page of that version, `url` the publisher's own; `published` is in words ("December 2021").
    """

    resource_id: int
    revision_id: int
    code: str
    title: str
    publisher: str
    published: str
    strength: str
    url: str
    address: str
    version_at: datetime
    is_current: bool


def resource_for_citation(user: object, code: str) -> ResourceVersion:
    """Return the version that this person reads now. Raises Http404 when it is not published or not theirs to see."""
    check(user, P.CONTENT_VIEW)
    resource = get_object_or_404(published_resources(user), code=code)
    return resources_at([resource.live_revision_id])[resource.live_revision_id]


def resource_at(revision_id: int) -> ResourceVersion | None:
    """Return the version of that revision, however old; None when it never was published."""
    return resources_at([revision_id]).get(revision_id)


def resources_at(revision_ids: Iterable[int]) -> dict[int, ResourceVersion]:
    """Return several versions by their revision, in one query."""
    return {key: _described(version) for key, version in published_versions(revision_ids).items()}


def _described(version: PublishedVersion) -> ResourceVersion:
    text = version.revision.content
    address = reverse("resource-show", kwargs={"code": version.resource.code})
    return ResourceVersion(
        resource_id=version.resource_id,
        revision_id=version.revision_id,
        code=version.resource.code,
        title=text["title"],
        publisher=text["publisher"],
        published=partial_date_words(text["published"]),
        strength=text["strength"],
        url=text["url"],
        address=f"{address}?revision={version.revision_id}",
        version_at=version.published_at,
        is_current=version.revision_id == version.resource.live_revision_id,
    )
