"""What every page of ours is made from: a declared permission, a subject found once, a template, a form.

class ActionNote(FormPage):
    permission = P.PLAN_EDIT
    section = "plan"
    template_name = "accountability/action_note.jinja"
    form_class = NoteForm

    def get_subject(self) -> Action:                     # found once, checked, then `self.subject`
        return get_object_or_404(Action, public_id=self.kwargs["public_id"])

    def form_valid(self, form: NoteForm) -> HttpResponse:  # one action call and one redirect
        add_note(by=self.request.user, action=self.subject, **form.cleaned_data)
        return self.done("Your note was added.", "action-show", public_id=self.subject.public_id)
"""

from collections.abc import Callable
from typing import Any, ClassVar

from django.contrib import messages
from django.core.exceptions import NON_FIELD_ERRORS, ImproperlyConfigured, PermissionDenied
from django.db.models import Model
from django.forms import BaseForm
from django.http import HttpRequest, HttpResponse, HttpResponseBase, HttpResponseRedirect
from django.shortcuts import redirect, resolve_url
from django.views.generic import View
from django.views.generic.base import ContextMixin, TemplateResponseMixin

from hileads.frame.refusals import NotNow
from hileads.frame.twosteps import lacks_two_steps, lead_to_two_steps
from hileads.frame.visibility import Audience, audience_of
from hileads.leads.models import User
from hileads.permissions.catalogue import P
from hileads.permissions.checks import check

WHOLE_FORM = NON_FIELD_ERRORS
"""A `refusal_field` for what concerns no field alone."""


class PermissionRequired(View):
    """A view that says who may see it: a `permission`, or `signed_in` (anyone), or `public` (no sign-in).

    `get_subject()` returns the thing the permission is asked on, or None; it is then `self.subject`.
    The refusal is 404 for what is not theirs to see, else 403 with the reason. Where the permission needs two steps,
    a person who has not shown the second one lately is led to it, and comes back.
    """

    permission: ClassVar[P | None] = None
    signed_in: ClassVar[bool] = False
    public: ClassVar[bool] = False
    subject: Any = None

    @classmethod
    def as_view(cls, **initkwargs: Any) -> Callable[..., HttpResponseBase]:
        if [cls.permission is not None, cls.signed_in, cls.public].count(True) != 1:
            raise ImproperlyConfigured(
                f"{cls.__name__} must declare permission, signed_in or public, one of them."
            )
        if callable(cls.subject):
            raise ImproperlyConfigured(f"{cls.__name__}: name the method get_subject, so that it is checked.")
        view = super().as_view(**initkwargs)
        # What LoginRequiredMiddleware reads.
        view.login_required = not cls.public  # type: ignore[attr-defined]
        return view

    def get_subject(self) -> Model | None:
        """Return the thing this page is about, or raise Http404."""
        return None

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        self.subject = self.get_subject()
        if self.permission is not None:
            check(request.user, self.permission, on=self.subject)
            if lacks_two_steps(request, self.permission):
                return lead_to_two_steps(request)
        return super().dispatch(request, *args, **kwargs)

    @property
    def person(self) -> User:
        """Return the signed-in person. Only public pages may be asked by nobody, and they have no use for this."""
        if not isinstance(self.request.user, User):
            raise PermissionDenied("Sign in first.")
        return self.request.user

    def done(self, message: str, to: str, *, beside: str = "", **kwargs: Any) -> HttpResponseRedirect:
        """Say what happened, once, on the page named `to`: at its top, or beside what has this id there."""
        messages.success(self.request, message, extra_tags=beside)
        place = f"#{beside}" if beside else ""
        return redirect(f"{resolve_url(to, **kwargs)}{place}")


class PageView(TemplateResponseMixin, ContextMixin, PermissionRequired):
    """A page to read. `section` is the navigation item to mark; add values in `get_context_data`."""

    section: ClassVar[str] = ""

    def get_audience(self) -> Audience | None:
        """Return who sees this page, by name; None where it is not confidential."""
        return audience_of(self.permission, self.subject, self.request.user)

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        return super().get_context_data(
            section=self.section, subject=self.subject, visible_to=self.get_audience(), **kwargs
        )

    def get(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        return self.render_to_response(self.get_context_data())


class FormPage(PageView):
    """A page with one form: shown by GET, answered by POST, shown again with what was typed and what is wrong.

    The template reads `form`; the error summary stands in the frame. A policy's "not now" is a page of its own (409),
    unless `refusal_field` names the field at which its reason stands, or `WHOLE_FORM`.
    """

    form_class: ClassVar[type[BaseForm]]
    refusal_field: ClassVar[str] = ""

    def get_initial(self) -> dict[str, Any]:
        """Return what the form holds before anything is typed."""
        return {}

    def get_form_kwargs(self) -> dict[str, Any]:
        """Return what the form is made with."""
        given: dict[str, Any] = {"initial": self.get_initial()}
        if self.request.method == "POST":
            given |= {"data": self.request.POST, "files": self.request.FILES}
        return given

    def get_form(self) -> Any:
        return self.form_class(**self.get_form_kwargs())

    def get(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        return self.render_to_response(self.get_context_data(form=self.get_form()))

    def post(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        form = self.get_form()
        if not form.is_valid():
            return self.form_invalid(form)
        try:
            return self.form_valid(form)
        except NotNow as refusal:
            if not self.refusal_field:
                raise
            form.add_error(self.refusal_field, refusal.reason)
            return self.form_invalid(form)

    def form_valid(self, form: Any) -> HttpResponse:
        """Call one action, then redirect."""
        raise NotImplementedError

    def form_invalid(self, form: Any) -> HttpResponse:
        return self.render_to_response(self.get_context_data(form=form))
