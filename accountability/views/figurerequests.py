"""Asking somebody at the organisation for a figure that the portal does not hold."""

from typing import Any, ClassVar

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.utils.functional import cached_property

from accountability.actions.figurerequests import ask_for_figure, close_request
from accountability.forms.board import FigureRequestForm
from accountability.models import FigureRequest, FigureRequestState, MeasureVersion
from accountability.policies.board import refuse_to_ask_for
from accountability.queries.asking import what_is_wanted
from accountability.queries.figurerequests import request_page, requests_with_people
from accountability.queries.people import people_at
from hileads.clock import today
from hileads.frame.views import WHOLE_FORM, FormPage, PageView, PermissionRequired
from hileads.organisations.models import Organisation
from hileads.permissions.catalogue import P


class FigureRequestAdd(FormPage):
    """Choose whom to ask, and say what is wanted."""

    permission = P.FIGURE_ASK
    section = "measures"
    template_name = "accountability/figure_request_add.jinja"
    form_class = FigureRequestForm
    refusal_field = WHOLE_FORM

    def get_subject(self) -> Organisation:
        return get_object_or_404(Organisation, code=self.kwargs["ods"])

    @cached_property
    def version(self) -> MeasureVersion:
        versions = MeasureVersion.objects.meant_now().used_at(self.subject).select_related("measure")
        return get_object_or_404(versions, measure__code=self.kwargs["code"])

    def get_initial(self) -> dict[str, Any]:
        return {"wanted": f"Could you find {what_is_wanted(self.version)}?"}

    def get_form_kwargs(self) -> dict[str, Any]:
        return {**super().get_form_kwargs(), "people": people_at(self.subject, on=today())}

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        refuse_to_ask_for(self.version, self.subject, today())
        return super().get_context_data(version=self.version, organisation=self.subject, **kwargs)

    def form_valid(self, form: FigureRequestForm) -> HttpResponse:
        request = ask_for_figure(
            by=self.person, organisation=self.subject, version=self.version, **form.cleaned_data
        )
        message = f"{request.asked_of.name} is asked for the figure."
        return self.done(message, "figure-request-show", public_id=request.public_id)


class OfRequest:
    """What the pages of one request share."""

    kwargs: dict[str, Any]

    def get_subject(self) -> FigureRequest:
        return get_object_or_404(requests_with_people(), public_id=self.kwargs["public_id"])


class FigureRequestShow(OfRequest, PageView):
    """What is wanted, of whom, and how to bring it."""

    permission = P.BOARD_VIEW
    section = "measures"
    template_name = "accountability/figure_request_show.jinja"

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        page = request_page(self.subject, self.person, on=today())
        return super().get_context_data(page=page, **kwargs)


class RequestClosed(OfRequest, PermissionRequired):
    """A button that closes a request."""

    permission = P.FIGURE_ASK
    becomes: ClassVar[FigureRequestState]
    message: ClassVar[str]

    def post(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        close_request(by=self.person, request=self.subject, state=self.becomes)
        return self.done(self.message, "figure-request-show", public_id=self.subject.public_id)


class FigureRequestAnswer(RequestClosed):
    """Say that the figure was given in another way than through the portal."""

    becomes = FigureRequestState.ANSWERED
    message = "The request is answered."


class FigureRequestWithdraw(RequestClosed):
    """Take a request back."""

    becomes = FigureRequestState.WITHDRAWN
    message = "The request is withdrawn."
