"""Telling reviewers that something waits for them."""

from django.db import transaction
from django.urls import reverse
from wagtail.models import TaskState

from hileads.curation.queries import edit_address
from hileads.leads.models import User
from hileads.notifications.actions import post_message
from hileads.notifications.models import Stream
from hileads.permissions.catalogue import P
from hileads.permissions.checks import check, users_who_can


@transaction.atomic
def tell_reviewers(*, by: User, task_state: TaskState) -> int:
    """Tell everyone who may publish, except the person who submitted it, that a draft waits. Returns how many."""
    check(by, P.CONTENT_EDIT)
    thing = task_state.workflow_state.content_object
    submitted_by = task_state.workflow_state.requested_by
    reviewers = users_who_can(P.CONTENT_PUBLISH, on=thing).exclude(pk=submitted_by.pk)
    for reviewer in reviewers:
        post_message(
            by=by,
            kind="review_waiting",
            stream=Stream.OBLIGATIONS,
            recipient=reviewer,
            meaning_key=f"review_waiting:{task_state.pk}:{reviewer.pk}",
            subject=f"Waiting for your review: {task_state.revision.object_str}",
            template="curation/review_waiting",
            context={
                "title": task_state.revision.object_str,
                "kind": thing.kind_label.lower(),
                "submitted_by": submitted_by.name,
                "edit_path": edit_address(type(thing), thing.pk),
                "queue_path": reverse("wagtailadmin_home"),
            },
        )
    return len(reviewers)
