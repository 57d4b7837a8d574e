"""What curation adds to the pages of others: the way in, and what waits for those who review and write."""

from collections.abc import Iterable, Iterator
from datetime import date, timedelta

from django.urls import reverse
from wagtail.documents.models import Document
from wagtail.images.models import Image
from wagtail.models import ModelLogEntry, Revision, TaskState, WorkflowState

from hileads.contributions import (
    AccountItem,
    Consequence,
    Occasion,
    ReminderSource,
    Resolved,
    Words,
    Work,
    WorkLine,
    account_menu,
    one_by_one,
    reminders,
    resolvers,
    work,
)
from hileads.curation.actions import erase_workshop_settings
from hileads.curation.queries import (
    Submission,
    came_back_to,
    reviews_between,
    waiting_for,
    why_not_review,
)
from hileads.leads.models import User
from hileads.notifications.models import Stream
from hileads.offsets import Offset
from hileads.permissions.catalogue import P
from hileads.permissions.checks import can
from hileads.personal import Erasure, Facts, Fate, PersonalData, each, erasures, not_told, personal_data
from hileads.wording import long_date


def may_curate(user: User) -> bool:
    """Say whether the workshop is open to this person."""
    return can(user, P.CONTENT_EDIT)


def review_lines(user: User, today: date) -> Iterable[WorkLine]:
    """Return what waits for this person's review, and what came back to them."""
    if not may_curate(user):
        return []
    waiting = [_line(row, "Review the draft", "Review") for row in waiting_for(user) if row.is_mine_to_review]
    came_back = [_line(row, "Changes are asked for in your draft", "Change it") for row in came_back_to(user)]
    return waiting + came_back


def _line(row: Submission, text: str, verb: str) -> WorkLine:
    return WorkLine(
        key=f"curation:{row.key}",
        consequence=Consequence.SOMEONE_WAITS,
        text=f"{text}: {row.title}",
        url=row.address,
        verb=verb,
        due_date=None,
    )


SHOWN = 7
REVIEWS_DUE = "content-review"
BEFORE_A_REVIEW = (Offset("14-days", timedelta(days=14)), Offset("the-day", timedelta(0)))


def reviews_words(occasion: Occasion, offset: Offset, person: User) -> Words:
    """Say what is to be read again by a day: what is published, so that its titles are no secret."""
    titles: list[str] = occasion.about
    day = long_date(occasion.at)
    context = {
        "day": day,
        "count": len(titles),
        "titles": titles[:SHOWN],
        "more": len(titles[SHOWN:]),
        "path": reverse("wagtailadmin_home"),
    }
    return Words(f"Content to read again by {day}", "curation/reviews_due", context)


def find_reviews(user: User, public_id: str, revision: str) -> Resolved | None:
    """Lead to the queue, for those who curate."""
    if not may_curate(user):
        return None
    return Resolved("Content to read again", reverse("wagtailadmin_home"), "Review")


account_menu.add("curate", AccountItem("Curate", "wagtailadmin_home", may_curate, 40))
work.add("curation", Work(one_by_one(review_lines), order=20))
resolvers.add("curation:reviews", find_reviews)
reminders.add(
    REVIEWS_DUE,
    ReminderSource(
        REVIEWS_DUE, Stream.OBLIGATIONS, BEFORE_A_REVIEW, reviews_between, reviews_words, why_not_review
    ),
)


WORKSHOP = "Those who curate."
NO_PAGES = "the portal has no pages of Wagtail's own, only snippets"
NEVER_STORED = "Wagtail keeps such a row only while an editor is open"


def versions_by(person: User) -> Iterator[Facts]:
    """Versions of content that they saved."""
    rows = Revision.objects.filter(user=person).select_related("content_type").order_by("pk")
    return each(rows, What="object_str", Kind="content_type.name", Saved="created_at")


def submissions_by(person: User) -> Iterator[Facts]:
    """Drafts that they submitted."""
    rows = WorkflowState.objects.filter(requested_by=person).select_related("content_type").order_by("pk")
    return each(
        rows, Kind="content_type.name", Number="object_id", Submitted="created_at", State="get_status_display"
    )


def reviews_by(person: User) -> Iterator[Facts]:
    """Drafts that they reviewed, and what they said."""
    rows = TaskState.objects.filter(finished_by=person).select_related("revision").order_by("pk")
    return each(
        rows, Draft="revision.object_str", Reviewed="finished_at", Answer="get_status_display", Said="comment"
    )


def steps_of(person: User) -> Iterator[Facts]:
    """What the workshop's own log says that they did."""
    rows = ModelLogEntry.objects.filter(user=person).order_by("pk")
    return each(rows, What="label", Did="action", When="timestamp")


def documents_by(person: User) -> Iterator[Facts]:
    """Documents that they uploaded."""
    return each(
        Document.objects.filter(uploaded_by_user=person).order_by("pk"), Title="title", Uploaded="created_at"
    )


def pictures_by(person: User) -> Iterator[Facts]:
    """Pictures that they uploaded."""
    return each(
        Image.objects.filter(uploaded_by_user=person).order_by("pk"), Title="title", Uploaded="created_at"
    )


PARTS = (
    ("Versions of content that you saved", versions_by, "wagtailcore.Revision.user"),
    ("Drafts you submitted", submissions_by, "wagtailcore.WorkflowState.requested_by"),
    ("Drafts you reviewed", reviews_by, "wagtailcore.TaskState.finished_by"),
    ("What the workshop’s log says of you", steps_of, "wagtailcore.ModelLogEntry.user"),
    ("Documents you uploaded", documents_by, "wagtaildocs.Document.uploaded_by_user"),
    ("Pictures you uploaded", pictures_by, "wagtailimages.Image.uploaded_by_user"),
)
for place, (heading, things, link) in enumerate(PARTS, start=80):
    personal_data.add(link, PersonalData(heading, WORKSHOP, place, things, (link,)))
for label in ("Page.locked_by", "Page.owner", "PageLogEntry.user", "PageSubscription.user"):
    not_told.add(f"wagtailcore.{label}", NO_PAGES)
for label in ("Comment.user", "Comment.resolved_by", "CommentReply.user"):
    not_told.add(f"wagtailcore.{label}", NO_PAGES)
for label in (
    "wagtailadmin.EditingSession.user",
    "wagtailadmin.FormState.user",
    "wagtailcore.UploadedFile.uploaded_by_user",
):
    not_told.add(label, NEVER_STORED)
not_told.add("wagtailcore.APIToken.user", "the portal gives no tokens of Wagtail's API")
not_told.add(
    "wagtailusers.UserProfile.user", "holds choices of Wagtail's own account page, which leads to ours"
)
erasures.add(
    "workshop",
    Erasure(
        "Settings in the curators' workshop",
        Fate.DELETED,
        "Your settings in the workshop are deleted. What you wrote there stays published, without your name.",
        80,
        erase_workshop_settings,
    ),
)
