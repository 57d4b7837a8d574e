"""The door to the curators' workshop, and how Wagtail's views behave inside it."""

from collections.abc import Callable
from functools import wraps
from typing import Any, ClassVar

from django.http import Http404, HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.http import urlencode
from wagtail.admin.panels import ObjectList
from wagtail.admin.ui.tables import LiveStatusTagColumn
from wagtail.snippets.views.snippets import CreateView, EditView, SnippetViewSet

from hileads.curation.forms import CuratedForm
from hileads.frame.twosteps import lacks_two_steps, lead_to_two_steps
from hileads.frame.views import PermissionRequired
from hileads.permissions.catalogue import P
from hileads.permissions.checks import can

View = Callable[..., HttpResponseBase]


def for_curators(view: View) -> View:
    """Show nothing of the workshop to people who do not curate: for them there is no such page.

    SECURITY: it stands outside Wagtail's own check, which would send them to sign in, where they already are.
    """

    @wraps(view)
    def guarded(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        if not can(request.user, P.CONTENT_EDIT):
            raise Http404
        if lacks_two_steps(request, P.CONTENT_EDIT):
            return lead_to_two_steps(request)
        return view(request, *args, **kwargs)

    # What the tests look for on every route.
    guarded.is_for_curators = True  # type: ignore[attr-defined]
    return guarded


class CurateSignIn(PermissionRequired):
    """Wagtail's own way of signing in is closed: there is one door, with its codes and passkeys."""

    public = True

    def get(self, request: HttpRequest) -> HttpResponse:
        following = urlencode({"next": request.GET.get("next", reverse("wagtailadmin_home"))})
        return redirect(f"{reverse('account_login')}?{following}")


class CurateAccount(PermissionRequired):
    """One's account is the portal's, not Wagtail's."""

    signed_in = True

    def get(self, request: HttpRequest) -> HttpResponse:
        return redirect("account-show")


class CurateLink(PermissionRequired):
    """A link in a text leads to an address: the portal has no tree of pages to choose from."""

    signed_in = True

    def get(self, request: HttpRequest, rest: str = "") -> HttpResponse:
        return redirect(f"{reverse('wagtailadmin_choose_page_external_link')}?{request.GET.urlencode()}")


class CurateClosed(PermissionRequired):
    """What Wagtail can do and the portal does not use."""

    signed_in = True

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        raise Http404


class ReviewedFirst:
    """An editor from which nothing is published straight: it is submitted, and someone else publishes it."""

    def get_available_actions(self) -> list[str]:
        actions: list[str] = super().get_available_actions()  # type: ignore[misc]
        return [action for action in actions if action != "publish"]

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """Give the page its main heading: Wagtail's frame shows one where it knows a `title`."""
        context: dict[str, Any] = super().get_context_data(**kwargs)  # type: ignore[misc]
        return context | {"title": context["header_title"]}


class CuratedCreate(ReviewedFirst, CreateView):
    """Begin a draft."""


class CuratedEdit(ReviewedFirst, EditView):
    """Edit a draft, submit it, and (for someone else) review it."""


class CuratedViewSet(SnippetViewSet):
    """How content that passes the review is listed and edited. Rooms subclass it in their `wagtail_hooks`."""

    add_view_class = CuratedCreate
    edit_view_class = CuratedEdit
    copy_view_enabled = False
    list_display: ClassVar[list[Any]] = ["__str__", "code", "review_due_date", LiveStatusTagColumn()]
    ordering: ClassVar[list[str]] = ["title"]
    list_per_page = 50
    search_fields: ClassVar[list[str]] = ["title", "code"]
    search_backend_name = None

    def get_edit_handler(self) -> ObjectList:
        return ObjectList(self.panels, base_form_class=CuratedForm).bind_to_model(self.model)
