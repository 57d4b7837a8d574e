"""One resource, at the version that readers see now or at one that was cited."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from django.db.models import QuerySet

from hileads.permissions.catalogue import P
from hileads.permissions.checks import scope
from repository.models import PublishedVersion, Resource


@dataclass(frozen=True)
class Reading:
    """A resource as a reader has it before them. `shown` is the version's text, `resource` what it is of."""

    resource: Resource
    shown: Resource
    version: PublishedVersion
    current: PublishedVersion

    @property
    def is_current(self) -> bool:
        return self.version == self.current


def published_resources(user: object) -> QuerySet[Resource]:
    """Return the resources that this person may read."""
    return scope(Resource.objects.published(), user, P.CONTENT_VIEW)


def reading(resource: Resource, revision_id: int | None = None) -> Reading | None:
    """Return a published resource as it reads now, or as it read at an earlier published version.

    None when that version never was published: a draft stays a draft, whoever knows its number.
    """
    versions = PublishedVersion.objects.filter(resource=resource).select_related("revision")
    current = versions.get(revision=resource.live_revision_id)
    if revision_id is None or revision_id == current.revision_id:
        return Reading(resource, resource, current, current)
    version = versions.filter(revision=revision_id).first()
    if version is None:
        return None
    return Reading(resource, version.revision.as_object(), version, current)


def reading_of_the_week(user: object, day: date) -> Resource | None:
    """Return one introductory resource, another one each week, so that there is always something worth reading."""
    found = published_resources(user).filter(level="introductory").order_by("code")
    count = found.count()
    if not count:
        return None
    year, week, _ = day.isocalendar()
    return found[(year * 53 + week) % count]


def published_versions(revision_ids: Iterable[int]) -> dict[int, PublishedVersion]:
    """Return published versions by revision, with their resource and text, in one query."""
    found = PublishedVersion.objects.filter(revision__in=list(revision_ids))
    return {version.revision_id: version for version in found.select_related("revision", "resource")}
