"""A curator writes and submits; someone else reads, then publishes or asks for changes."""

from collections.abc import Callable

import pytest
from django.core.exceptions import PermissionDenied
from django.test import Client
from wagtail.models import TaskState, WorkflowState

from hileads.curation.actions import publish, tell_reviewers
from hileads.curation.models import ReviewTask
from hileads.leads.models import Role, User
from hileads.notifications.models import Message
from repository.models import PublishedVersion, Resource, SearchEntry
from tests.actors import Cast
from tests.factories.content import resource
from tests.factories.people import appointed
from tests.integration.curation.conftest import Workshop

Enter = Callable[[User], Workshop]


def test_a_saved_draft_is_read_by_nobody(cast: Cast, workshop: Enter, signed_in: Callable[[User], Client]):
    workshop(cast.curator).add()
    draft = Resource.objects.get()
    assert not draft.live
    assert draft.key_points == ["First point", "Second point"]
    assert signed_in(cast.lead).get("/evidence/fair-waits/").status_code == 404


def test_a_draft_may_be_unfinished_but_not_without_title_and_code(cast: Cast, workshop: Enter):
    desk = workshop(cast.curator)
    desk.add(code="", title="")
    assert not Resource.objects.exists()
    desk.add(summary="", strength="", review_due_date="", kind="", level="", url="", publisher="")
    assert Resource.objects.get().summary == ""


def test_what_is_submitted_must_be_finished_with_its_review_date(cast: Cast, workshop: Enter):
    page = workshop(cast.curator).add("submit", review_due_date="").content.decode()
    assert "could not be created due to errors" in page
    assert not Resource.objects.exists()


def test_a_submission_waits_for_everyone_who_may_publish(cast: Cast, submitted: Resource):
    second_admin = appointed("Nora Admin", Role.NATIONAL_ADMIN, None)
    assert not submitted.live
    assert submitted.workflow_in_progress
    (message,) = Message.objects.filter(kind="review_waiting")
    assert message.recipient == cast.national_admin
    assert message.subject == "Waiting for your review: Fair waits"
    assert "Cam Curator has submitted a draft" in message.body_text
    assert f"/curate/snippets/repository/resource/edit/{submitted.pk}/" in message.body_text
    state = TaskState.objects.get()
    assert tell_reviewers(by=cast.curator, task_state=state) == 2
    assert Message.objects.filter(kind="review_waiting", recipient=second_admin).count() == 1
    assert Message.objects.filter(kind="review_waiting").count() == 2


def test_the_reviewer_publishes_and_the_author_hears_of_it(
    cast: Cast, submitted: Resource, workshop: Enter, signed_in: Callable[[User], Client]
):
    workshop(cast.national_admin).answer(submitted, "approve")
    live = Resource.objects.get()
    assert live.live
    assert live.live_revision.user == cast.curator
    assert PublishedVersion.objects.get().revision == live.live_revision
    assert SearchEntry.objects.filter(resource=live).exists()
    assert signed_in(cast.lead).get("/evidence/fair-waits/").status_code == 200
    letter = Message.objects.get(recipient=cast.curator)
    assert letter.subject == "Published: Fair waits"
    assert "reviewed and published" in letter.body_text


def test_the_reviewers_reasons_reach_the_author(cast: Cast, submitted: Resource, workshop: Enter):
    workshop(cast.national_admin).answer(submitted, "reject", comment="Say where the study was done.")
    assert WorkflowState.objects.get().status == WorkflowState.STATUS_NEEDS_CHANGES
    letter = Message.objects.get(recipient=cast.curator)
    assert letter.subject == "Changes asked for: Fair waits"
    assert "Say where the study was done." in letter.body_text
    assert "Nat Admin has read what you submitted" in letter.body_text


def test_asking_for_changes_needs_a_reason(cast: Cast, submitted: Resource, workshop: Enter):
    workshop(cast.national_admin).answer(submitted, "reject", comment=" ")
    assert submitted.workflow_in_progress
    assert not Message.objects.filter(recipient=cast.curator).exists()


def test_a_changed_draft_is_submitted_again_and_published(cast: Cast, submitted: Resource, workshop: Enter):
    author, reviewer = workshop(cast.curator), workshop(cast.national_admin)
    reviewer.answer(submitted, "reject", comment="Where?")
    author.edit(submitted, "submit", strength="One study in Leeds.")
    reviewer.answer(submitted, "approve")
    assert Resource.objects.get().strength == "One study in Leeds."
    assert Resource.objects.get().live


def test_a_curator_cannot_publish_by_any_door(cast: Cast, submitted: Resource, workshop: Enter):
    desk = workshop(cast.curator)
    desk.answer(submitted, "approve")
    desk.edit(submitted, "publish")
    desk.add("publish", code="second")
    with pytest.raises(PermissionDenied):
        publish(by=cast.curator, thing=submitted)
    assert not Resource.objects.published().exists()


def test_a_national_admin_cannot_publish_their_own_words_by_any_door(cast: Cast, workshop: Enter):
    desk = workshop(cast.national_admin)
    desk.add("publish")
    assert not Resource.objects.published().exists()
    Resource.objects.all().delete()
    desk.add("submit")
    own = Resource.objects.get()
    desk.answer(own, "approve")
    desk.edit(own, "publish")
    assert not Resource.objects.published().exists()
    second_admin = appointed("Nora Admin", Role.NATIONAL_ADMIN, None)
    workshop(second_admin).answer(own, "approve")
    assert Resource.objects.published().exists()


def test_what_waits_for_review_is_locked_to_all_but_its_reviewers(
    cast: Cast, submitted: Resource, workshop: Enter
):
    workshop(cast.curator).edit(submitted, summary="Changed meanwhile.")
    assert Resource.objects.get().get_latest_revision_as_object().summary == "Who waits longest."
    workshop(cast.national_admin).edit(submitted, summary="A word mended.")
    assert Resource.objects.get().get_latest_revision_as_object().summary == "A word mended."


def test_the_code_of_what_was_published_stays(cast: Cast, submitted: Resource, workshop: Enter):
    desk = workshop(cast.curator)
    workshop(cast.national_admin).answer(submitted, "approve")
    page = desk.edit(submitted, code="other").content.decode()
    assert "The code is part of an address" in page
    assert desk.edit(submitted, title="Other").status_code == 302


def test_a_draft_may_still_change_its_code(cast: Cast, workshop: Enter):
    desk = workshop(cast.curator)
    desk.add()
    desk.edit(Resource.objects.get(), code="better")
    assert Resource.objects.get().get_latest_revision_as_object().code == "better"


def test_a_draft_is_previewed_in_the_portals_frame(cast: Cast, submitted: Resource, workshop: Enter):
    client = workshop(cast.national_admin).client
    revision = submitted.latest_revision_id
    page = client.get(
        f"/curate/snippets/repository/resource/history/{submitted.pk}/revisions/{revision}/view/"
    )
    assert page.status_code == 200
    assert "Preview: Fair waits – Health inequalities portal" in page.content.decode()
    task = ReviewTask.objects.get()
    preview = client.get(f"/curate/snippets/repository/resource/workflow/preview/{submitted.pk}/{task.pk}/")
    assert "Who waits longest here?" in preview.content.decode()


def test_publishing_is_not_offered_but_review_is(cast: Cast, submitted: Resource, workshop: Enter):
    page = workshop(cast.national_admin).client.get(
        f"/curate/snippets/repository/resource/edit/{submitted.pk}/"
    )
    words = page.content.decode()
    assert 'name="action-publish"' not in words
    assert "Approve and Publish" in words
    assert "Ask for changes" in words


def test_the_task_says_what_it_is_and_whose_it_is(cast: Cast, submitted: Resource):
    task = ReviewTask.objects.get()
    assert "did not submit it" in task.get_description()
    assert task.get_task_states_user_can_moderate(cast.national_admin).count() == 1
    assert task.get_task_states_user_can_moderate(cast.curator).count() == 0
    assert task.user_can_access_editor(submitted, cast.national_admin)
    assert not task.user_can_access_editor(submitted, cast.curator)


def test_a_withdrawn_resource_is_read_by_nobody(
    cast: Cast, workshop: Enter, signed_in: Callable[[User], Client]
):
    thing = resource("fair-waits")
    address = f"/curate/snippets/repository/resource/unpublish/{thing.pk}/"
    workshop(cast.curator).client.post(address)
    assert Resource.objects.get().live
    workshop(cast.national_admin).client.post(address)
    assert not Resource.objects.get().live
    assert signed_in(cast.lead).get("/evidence/fair-waits/").status_code == 404


@pytest.mark.parametrize("who", ["curator", "national_admin"])
def test_what_was_published_is_never_deleted(cast: Cast, workshop: Enter, who: str):
    thing = resource("fair-waits")
    workshop(cast.people()[who]).client.post(f"/curate/snippets/repository/resource/delete/{thing.pk}/")
    assert Resource.objects.filter(pk=thing.pk).exists()
