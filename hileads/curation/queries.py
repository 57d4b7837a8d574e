"""The one queue of those who curate: what waits for review, what came back, and what is due to be read again."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from itertools import chain

from django.apps import apps
from django.db.models import F, QuerySet
from django.urls import reverse
from wagtail.hooks import search_for_hooks
from wagtail.models import TaskState, WorkflowState

from hileads.clock import day_of
from hileads.contributions import Occasion
from hileads.curation.models import Curated, ReviewTask
from hileads.leads.models import User
from hileads.permissions.catalogue import P
from hileads.permissions.checks import can, users_who_can
from hileads.references import Reference, parse
from hileads.sending_hours import opening

REVIEWS_AHEAD = timedelta(days=30)
"""How long before its review date something is listed."""


@dataclass(frozen=True)
class Submission:
    """A draft in review: what it is, who submitted it and when, and whose turn it is."""

    key: int
    title: str
    kind_label: str
    submitted_by: str
    submitted_at: datetime
    address: str
    is_mine_to_review: bool
    comment: str = ""


@dataclass(frozen=True)
class ReviewDue:
    """Published content whose review date has come or is near."""

    title: str
    kind_label: str
    due_date: date
    is_overdue: bool
    address: str


@dataclass(frozen=True)
class Queue:
    """What those who curate have before them, the oldest first."""

    waiting: tuple[Submission, ...]
    to_change: tuple[Submission, ...]
    reviews_due: tuple[ReviewDue, ...]

    @property
    def is_empty(self) -> bool:
        return not (self.waiting or self.to_change or self.reviews_due)


def curated_models() -> list[type[Curated]]:
    """Return every kind of content that passes the review, whichever room it lives in."""
    return [model for model in apps.get_models() if issubclass(model, Curated)]


def queue(user: User, today: date) -> Queue:
    """Return the queue for this person: all that waits, what came back to them, and what is due."""
    return Queue(
        waiting=waiting_for(user),
        to_change=came_back_to(user),
        reviews_due=tuple(sorted(_reviews_due(today), key=lambda row: (row.due_date, row.title))),
    )


def waiting_for(user: User) -> tuple[Submission, ...]:
    """Return every draft in review, saying which of them this person may review."""
    waiting = TaskState.objects.filter(
        status=TaskState.STATUS_IN_PROGRESS, task__in=ReviewTask.objects.values("pk")
    )
    return _submissions(waiting, user, may_review=can(user, P.CONTENT_PUBLISH))


def came_back_to(user: User) -> tuple[Submission, ...]:
    """Return the drafts that this person submitted and that need changes."""
    came_back = TaskState.objects.filter(
        workflow_state__status=WorkflowState.STATUS_NEEDS_CHANGES,
        workflow_state__requested_by=user,
        workflow_state__current_task_state=F("pk"),
    )
    return _submissions(came_back, user, may_review=False)


def _submissions(states: QuerySet[TaskState], user: User, *, may_review: bool) -> tuple[Submission, ...]:
    rows = states.select_related("revision__content_type", "workflow_state__requested_by")
    return tuple(
        Submission(
            key=row.pk,
            title=row.revision.object_str,
            kind_label=_kind_label(row.revision.content_type.model_class()),
            submitted_by=str(row.workflow_state.requested_by or "someone who has left"),
            submitted_at=row.started_at,
            address=edit_address(row.revision.content_type.model_class(), row.revision.object_id),
            is_mine_to_review=may_review and row.workflow_state.requested_by != user,
            comment=row.comment,
        )
        for row in rows.order_by("started_at", "pk")
    )


def reviews_between(first: datetime, last: datetime) -> Iterator[Occasion]:
    """Return the days between two moments by which content is to be read again, each for those who may publish.

    All that is due on one day is one occasion, however much it is. One query for each kind of content, and one more.
    """
    due: dict[date, list[Curated]] = defaultdict(list)
    for model in curated_models():
        days = (day_of(first), day_of(last))
        for thing in model.objects.published().filter(review_due_date__range=days):
            due[thing.review_due_date].append(thing)
    readers = users_who_can(P.CONTENT_PUBLISH, on=None).order_by("pk") if due else User.objects.none()
    people = list(readers.values_list("pk", flat=True))
    for day, things in sorted(due.items()):
        yield Occasion(
            key=str(day),
            at=opening(day),
            since=opening(min(thing.reviewed_date for thing in things)),
            reference=str(Reference("curation", "reviews", str(day))),
            people=people,
            about=sorted(str(thing) for thing in things),
        )


def why_not_review(reference: str, person: User) -> str:
    """Return why nobody needs to hear of the reviews due on a day, or "" while they do."""
    if not can(person, P.CONTENT_PUBLISH):
        return "You do not publish content any more."
    day = date.fromisoformat(parse(reference).public_id)
    waits = any(model.objects.published().filter(review_due_date=day).exists() for model in curated_models())
    return "" if waits else "All of it has been read again."


def _reviews_due(today: date) -> Iterable[ReviewDue]:
    return chain.from_iterable(
        (
            ReviewDue(
                title=str(thing),
                kind_label=thing.kind_label,
                due_date=thing.review_due_date,
                is_overdue=thing.review_due_date < today,
                address=edit_address(model, thing.pk),
            )
            for thing in model.objects.published().filter(review_due_date__lte=today + REVIEWS_AHEAD)
        )
        for model in curated_models()
    )


def edit_address(model: type[Curated], key: object) -> str:
    """Return where a thing is edited. Wagtail names the place once it has read the rooms' `wagtail_hooks`."""
    search_for_hooks()
    return reverse(model.snippet_viewset.get_url_name("edit"), args=[key])


def _kind_label(model: type[Curated]) -> str:
    return str(model._meta.verbose_name).capitalize()
