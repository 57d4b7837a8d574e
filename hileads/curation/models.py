"""What curated content has in common, and the review it passes before anyone else reads it."""

from typing import Any

import pgtrigger
from django import forms
from django.contrib.auth.models import AbstractBaseUser
from django.db import models
from django.db.models import Q
from modelcluster.models import ClusterableModel
from wagtail.forms import TaskStateCommentForm
from wagtail.models import (
    DraftStateMixin,
    LockableMixin,
    PreviewableMixin,
    RevisionMixin,
    Task,
    TaskState,
    WorkflowMixin,
)

from hileads.clock import today


class CuratedQuerySet(models.QuerySet[Any]):
    def published(self) -> "CuratedQuerySet":
        return self.filter(live=True)


class Curated(
    WorkflowMixin, DraftStateMixin, LockableMixin, RevisionMixin, PreviewableMixin, ClusterableModel
):
    """Content that is drafted, reviewed by someone else, published at a version, and looked at again by a date.

    `shipped_hash` is the fingerprint of what the portal last shipped for it: as long as the content still has
    that fingerprint, nobody has edited it, and a newer shipped text may replace it.
    """

    live = models.BooleanField("published", default=False, editable=False)
    reviewed_date = models.DateField("last reviewed", default=today)
    review_due_date = models.DateField(
        "next review",
        null=True,
        help_text="Needed before publication. Guidance is looked at every 6 months, case studies every 12, methods every 24.",
    )
    shipped_hash = models.CharField(max_length=64, blank=True, editable=False)

    objects = CuratedQuerySet.as_manager()

    class Meta:
        abstract = True
        constraints = [
            models.CheckConstraint(
                name="%(class)s_published_at_a_version",
                condition=Q(live=False) | Q(live_revision__isnull=False),
            ),
            models.CheckConstraint(
                name="%(class)s_published_with_a_review_date",
                condition=Q(live=False) | Q(review_due_date__isnull=False),
            ),
        ]
        triggers = [
            pgtrigger.Protect(
                name="published_codes_stay",
                operation=pgtrigger.UpdateOf("code"),
                condition=pgtrigger.Q(
                    old__code__df=pgtrigger.F("new__code"), old__first_published_at__isnull=False
                ),
            )
        ]

    def save_revision(self, *args: Any, overwrite_revision: Any = None, **kwargs: Any) -> Any:
        """Store a version. Each saving is a version of its own: one that may have been cited is never written over."""
        return super().save_revision(*args, **kwargs)

    def with_content_json(self, content: Any) -> Any:
        """Return this thing as a stored version says it. What was shipped belongs to the thing, not to a version."""
        found = super().with_content_json(content)
        found.shipped_hash = self.shipped_hash
        return found

    @property
    def kind_label(self) -> str:
        return str(self._meta.verbose_name).capitalize()


class ReasonForm(TaskStateCommentForm):
    """What has to change, in words that reach the person who submitted it."""

    comment = forms.CharField(
        label="What has to change",
        help_text="The person who submitted this gets your words by mail.",
        widget=forms.Textarea({"rows": 4}),
    )


class ReviewTask(Task):
    """Someone who may publish, and who did not submit it, reads the draft: publish it, or ask for changes."""

    def reviewed_by(self, obj: Any, user: AbstractBaseUser) -> bool:
        """Say whether this person reviews this draft: they may publish it, and it is not their own submission."""
        state = obj.current_workflow_state
        own = state is not None and state.requested_by_id == user.pk
        return not own and may_publish(user, type(obj))

    def user_can_access_editor(self, obj: Any, user: Any) -> bool:
        return self.reviewed_by(obj, user)

    def locked_for_user(self, obj: Any, user: Any) -> bool:
        return not self.reviewed_by(obj, user)

    def get_actions(self, obj: Any, user: Any) -> list[tuple[str, str, bool]]:
        if not self.reviewed_by(obj, user):
            return []
        return [("reject", "Ask for changes", True), ("approve", "Approve", False)]

    def get_form_for_action(self, action: str) -> type[forms.Form]:
        return ReasonForm if action == "reject" else TaskStateCommentForm

    def get_task_states_user_can_moderate(self, user: Any, **kwargs: Any) -> models.QuerySet[TaskState]:
        waiting = self.task_states.filter(status=TaskState.STATUS_IN_PROGRESS)
        return waiting.exclude(workflow_state__requested_by=user) if user.has_perm(REVIEW) else waiting.none()

    @classmethod
    def get_description(cls) -> str:
        return "Someone who may publish, and who did not submit it, reads the draft."

    class Meta:
        verbose_name = "review"
        verbose_name_plural = "reviews"


REVIEW = "curation.publish_reviewtask"
"""What Django calls the right to review: answered from appointments like every other (`backends`)."""


def may_publish(user: Any, model: type[models.Model]) -> bool:
    """Say whether this person may publish things of this kind at all."""
    return bool(user.has_perm(f"{model._meta.app_label}.publish_{model._meta.model_name}"))
