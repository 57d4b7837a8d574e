"""What the curators' workshop shows first, what it leaves out, and who hears of a submission."""

from typing import Any

from django.dispatch import receiver
from django.http import HttpRequest
from django.templatetags.static import static
from django.urls import reverse
from django.utils.html import format_html
from wagtail import hooks
from wagtail.admin.menu import MenuItem
from wagtail.admin.ui.components import Component
from wagtail.models import TaskState
from wagtail.signals import task_submitted
from wagtail.snippets.action_menu import ActionMenuItem

from hileads.clock import today
from hileads.curation.actions import tell_reviewers
from hileads.curation.models import ReviewTask
from hileads.curation.queries import queue
from hileads.leads.models import User

UNUSED_MENU_ITEMS = frozenset({"explorer", "images", "documents", "help", "settings", "snippets"})
UNUSED_REPORTS = frozenset({"locked-pages", "workflows", "workflow-tasks", "aging-pages", "page-types-usage"})


class QueuePanel(Component):
    """The one queue: the oldest first."""

    template_name = "wagtailadmin/curation/queue.html"
    order = 10

    def get_context_data(self, parent_context: Any) -> dict[str, Any]:
        return {"queue": queue(parent_context["request"].user, today())}


@receiver(task_submitted, sender=TaskState, dispatch_uid="curation.tell_reviewers")
def draft_submitted(instance: TaskState, user: User | None = None, **kwargs: Any) -> None:
    """A draft waits for someone."""
    if isinstance(instance.task.specific, ReviewTask):
        tell_reviewers(by=user or User.objects.system(), task_state=instance)


@hooks.register("construct_homepage_panels")
def show_the_queue(request: HttpRequest, panels: list[Component]) -> None:
    """Show the queue and nothing else."""
    panels[:] = [QueuePanel()]


@hooks.register("construct_homepage_summary_items")
def count_nothing(request: HttpRequest, items: list[Any]) -> None:
    """Leave out the counts of pages, images and documents."""
    items.clear()


@hooks.register("construct_main_menu")
def leave_out_what_nobody_needs(request: HttpRequest, items: list[MenuItem]) -> None:
    """Leave out the tree of pages and the rest that the portal does not use."""
    items[:] = [item for item in items if item.name not in UNUSED_MENU_ITEMS]


@hooks.register("construct_reports_menu")
def leave_out_reports_on_pages(request: HttpRequest, items: list[MenuItem]) -> None:
    """Leave out the reports on pages; the history of who changed what stays."""
    items[:] = [item for item in items if item.name not in UNUSED_REPORTS]


@hooks.register("register_admin_menu_item")
def offer_the_way_back() -> MenuItem:
    """Lead back to the portal."""
    return MenuItem("Back to the portal", reverse("this-week"), name="portal", icon_name="home", order=1)


@hooks.register("construct_snippet_action_menu")
def offer_review_instead_of_publishing(
    items: list[ActionMenuItem], request: HttpRequest, context: dict[str, Any]
) -> None:
    """Offer to submit, not to publish: someone else publishes. The views refuse it as well."""
    items[:] = [item for item in items if item.name != "action-publish"]


@hooks.register("insert_global_admin_js")
def name_the_text_boxes() -> str:
    """Bring the script that names rich text boxes for screen readers."""
    return format_html('<script src="{}" defer></script>', static("portal/workshop.js"))
