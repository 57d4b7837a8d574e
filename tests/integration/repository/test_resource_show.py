"""A resource is read at the version of today, or at the one that was cited."""

from collections.abc import Callable
from datetime import UTC, date, datetime

import pytest
from django.db import IntegrityError, transaction
from django.http import Http404
from django.test import Client
from wagtail.models import Revision

from hileads.clock import at
from hileads.leads.models import User
from repository.models import PublishedVersion, Resource
from repository.public import resource_at, resource_for_citation, resources_at
from repository.queries.resources import reading, reading_of_the_week
from tests.actors import Cast
from tests.factories.content import kept, resource

SignIn = Callable[[User], Client]


@pytest.fixture
def twice_published(cast: Cast) -> Resource:
    """A resource published on 3 April 2027, and again with other words on 5 May 2027."""
    with at(datetime(2027, 4, 3, 9, tzinfo=UTC)):
        thing = resource("fair-waits", title="Fair waits: first words")
    thing.title = "Fair waits: second words"
    with at(datetime(2027, 5, 5, 9, tzinfo=UTC)):
        return kept(thing)


def first_version(thing: Resource) -> PublishedVersion:
    return PublishedVersion.objects.filter(resource=thing).earliest("published_at")


def test_the_page_says_what_how_strong_for_whom_and_how_old(lead: User, signed_in: SignIn, shelf: None):
    page = signed_in(lead).get("/evidence/poor-places/").content.decode()
    for said in (
        "What poverty does to health",
        "One study in one town.",
        "Children",
        "March 2024",
        "Race equality",
    ):
        assert said in page
    assert "What does poverty cost us?" in page
    assert "Due for review" not in page


def test_an_old_version_stays_readable_and_says_so(twice_published: Resource, lead: User, signed_in: SignIn):
    old = first_version(twice_published)
    page = signed_in(lead).get(f"/evidence/fair-waits/?revision={old.revision_id}").content.decode()
    assert "first words" in page
    assert "You are reading the version of 3 April 2027; the current one is" in " ".join(page.split())
    assert "the version of 5 May 2027" in page


def test_the_current_version_has_no_banner(twice_published: Resource, lead: User, signed_in: SignIn):
    client = signed_in(lead)
    for address in (
        "/evidence/fair-waits/",
        f"/evidence/fair-waits/?revision={twice_published.live_revision_id}",
    ):
        page = client.get(address).content.decode()
        assert "second words" in page
        assert "You are reading the version" not in page


@pytest.mark.parametrize("asked", ["999999", "none", "-1", "1.5"])
def test_a_version_that_never_was_is_not_there(
    twice_published: Resource, lead: User, signed_in: SignIn, asked: str
):
    assert signed_in(lead).get(f"/evidence/fair-waits/?revision={asked}").status_code == 404


def test_a_draft_is_not_there_whoever_knows_its_number(
    twice_published: Resource, lead: User, signed_in: SignIn
):
    twice_published.title = "Not yet said"
    draft = twice_published.save_revision()
    assert signed_in(lead).get(f"/evidence/fair-waits/?revision={draft.pk}").status_code == 404
    assert reading(twice_published, draft.pk) is None
    assert resource_at(draft.pk) is None


def test_another_resources_version_is_not_there(twice_published: Resource, lead: User, signed_in: SignIn):
    other = resource("other", title="Other")
    assert signed_in(lead).get(f"/evidence/fair-waits/?revision={other.live_revision_id}").status_code == 404


def test_what_is_overdue_for_review_says_so(lead: User, signed_in: SignIn):
    resource("old", title="Old", review_due_date=date(2026, 1, 31), reviewed_date=date(2025, 7, 31))
    page = signed_in(lead).get("/evidence/old/").content.decode()
    assert "Due for review" in page
    assert "31 July 2025" in page


def test_withdrawn_and_unknown_resources_are_not_there(lead: User, signed_in: SignIn):
    resource("gone", title="Gone").unpublish()
    client = signed_in(lead)
    assert client.get("/evidence/gone/").status_code == 404
    assert client.get("/evidence/never/").status_code == 404


def test_a_citation_takes_the_version_that_is_read(twice_published: Resource, lead: User):
    cited = resource_for_citation(lead, "fair-waits")
    assert cited.title == "Fair waits: second words"
    assert cited.revision_id == twice_published.live_revision_id
    assert cited.is_current
    assert cited.published == "March 2024"
    assert cited.address == f"/evidence/fair-waits/?revision={cited.revision_id}"


def test_a_cited_version_keeps_its_words(twice_published: Resource):
    old = first_version(twice_published)
    cited = resource_at(old.revision_id)
    assert cited is not None
    assert (cited.title, cited.is_current) == ("Fair waits: first words", False)
    assert cited.version_at == datetime(2027, 4, 3, 9, tzinfo=UTC)
    assert list(resources_at([old.revision_id, 0])) == [old.revision_id]


def test_only_what_is_published_and_may_be_read_can_be_cited(cast: Cast):
    resource("draft", draft=True)
    with pytest.raises(Http404):
        resource_for_citation(cast.lead, "draft")
    with pytest.raises(Http404):
        resource_for_citation(cast.lead, "never")


def test_the_database_keeps_a_published_version_as_it_was(twice_published: Resource):
    old = Revision.objects.get(pk=first_version(twice_published).revision_id)
    old.content = {**old.content, "title": "Rewritten"}
    with pytest.raises(IntegrityError, match="was published"), transaction.atomic():
        old.save()
    with pytest.raises(IntegrityError), transaction.atomic():
        Revision.objects.filter(pk=old.pk).delete()


def test_each_saving_is_a_version_of_its_own(twice_published: Resource):
    latest = twice_published.latest_revision
    twice_published.title = "Third words"
    again = twice_published.save_revision(overwrite_revision=latest)
    assert again.pk != latest.pk


def test_each_week_has_its_reading(lead: User):
    assert reading_of_the_week(lead, date(2026, 11, 22)) is None
    for code in ("one", "two"):
        resource(code, title=code)
    resource("hard", title="hard", level="advanced")
    weeks = [date(2026, 11, 16), date(2026, 11, 22), date(2026, 11, 23)]
    read = [reading_of_the_week(lead, day).code for day in weeks]  # type: ignore[union-attr]
    assert read[0] == read[1] != read[2]
    assert set(read) == {"one", "two"}
