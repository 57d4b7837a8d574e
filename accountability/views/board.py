"""What an organisation's board watches: the board view, its summary, the equal footing, and settling it all."""

from typing import Any, ClassVar

from django.http import Http404, HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import get_object_or_404
from django.utils.functional import cached_property

from accountability.actions.board import choose_board_measures, edit_board_measure
from accountability.forms.board import BoardChooseForm, BoardMeasureForm
from accountability.models import Family
from accountability.queries.board import BoardLine, board_page, choices_of, line_of
from accountability.queries.people import people_at
from hileads.clock import today
from hileads.frame.views import WHOLE_FORM, FormPage, PageView
from hileads.leads.queries import acting_organisation
from hileads.organisations.models import Organisation
from hileads.permissions.catalogue import P
from hileads.permissions.checks import can

SETTLED = (
    "owner",
    "owner_title",
    "target",
    "target_date",
    "frequency",
    "has_chart",
    "board_minutes",
    "narrative",
)


class BoardOwn(PageView):
    """What the board of the organisation that one acts for watches, or why there is nothing."""

    signed_in = True
    section = "measures"
    template_name = "accountability/board_own.jinja"

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        organisation = acting_organisation(request)
        if organisation is not None and can(self.person, P.BOARD_VIEW, on=organisation):
            return BoardShow.as_view()(request, ods=organisation.code)
        return super().dispatch(request, *args, **kwargs)


class OfBoard:
    """What the pages of one board share: its organisation, found once."""

    permission: ClassVar[P | None] = P.BOARD_VIEW
    section: ClassVar[str] = "measures"
    kwargs: dict[str, Any]

    def get_subject(self) -> Organisation:
        return get_object_or_404(Organisation, code=self.kwargs["ods"])


class BoardPageView(OfBoard, PageView):
    """A page that shows the board's list."""

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        page = board_page(self.subject, self.person, on=today())
        return super().get_context_data(page=page, organisation=self.subject, **kwargs)


class BoardShow(BoardPageView):
    """Core and inequality measures in the same form, and the core ones through two lenses."""

    template_name = "accountability/board_show.jinja"


class BoardFooting(BoardPageView):
    """What inequality measures lack against core ones, and what to do about each."""

    template_name = "accountability/board_footing.jinja"


class BoardSummary(BoardPageView):
    """Icons and words alone, for a board pack."""

    template_name = "accountability/board_summary.jinja"


class BoardChoose(OfBoard, FormPage):
    """Choose what the board watches from the catalogue."""

    permission = P.BOARD_EDIT
    template_name = "accountability/board_choose.jinja"
    form_class = BoardChooseForm
    refusal_field = WHOLE_FORM

    def get_form_kwargs(self) -> dict[str, Any]:
        chosen = choices_of(self.subject, on=today())
        initial = {
            family.value: [one.code for one in chosen if one.family == family and one.is_watched]
            for family in Family
        }
        return {**super().get_form_kwargs(), "initial": initial, "offered": chosen}

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        return super().get_context_data(organisation=self.subject, **kwargs)

    def form_valid(self, form: BoardChooseForm) -> HttpResponse:
        choose_board_measures(by=self.person, organisation=self.subject, **form.cleaned_data)
        return self.done("The board’s list is saved.", "board-show", ods=self.subject.code)


class BoardMeasureEdit(OfBoard, FormPage):
    """Settle who answers for a measure, what is aimed at, and how the board sees it."""

    permission = P.BOARD_EDIT
    template_name = "accountability/board_measure_edit.jinja"
    form_class = BoardMeasureForm
    refusal_field = "owner"

    @cached_property
    def line(self) -> BoardLine:
        """The measure in the address, which exists here while it is on the board's list."""
        line = line_of(self.subject, self.kwargs["code"], on=today())
        if line is None:
            raise Http404
        return line

    def get_initial(self) -> dict[str, Any]:
        return {name: getattr(self.line.row, name) for name in SETTLED}

    def get_form_kwargs(self) -> dict[str, Any]:
        people = people_at(self.subject, on=today())
        return {**super().get_form_kwargs(), "people": people, "version": self.line.version}

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        return super().get_context_data(line=self.line, organisation=self.subject, **kwargs)

    def form_valid(self, form: BoardMeasureForm) -> HttpResponse:
        measure = self.line.version.measure
        edit_board_measure(by=self.person, organisation=self.subject, measure=measure, **form.cleaned_data)
        message = f"Saved: {self.line.version.title}."
        return self.done(message, "board-show", beside=measure.code, ods=self.subject.code)
