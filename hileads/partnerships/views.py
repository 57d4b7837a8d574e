"""The committees of a system, who sits there, and where nobody speaks for health inequalities."""

from typing import Any, ClassVar

from django.db.models import Model, QuerySet
from django.http import HttpResponse
from django.shortcuts import get_object_or_404

from hileads.clock import today
from hileads.frame.views import WHOLE_FORM, FormPage, PageView
from hileads.organisations.models import Kind, Organisation
from hileads.partnerships.actions import (
    add_committee,
    add_seat,
    end_committee,
    end_seat,
    fill_seat,
    leave_seat,
)
from hileads.partnerships.forms import CommitteeForm, FillForm, LastDayForm, SeatForm
from hileads.partnerships.models import Committee, Seat, SeatHolder
from hileads.partnerships.queries import candidates, system_of, systems
from hileads.permissions.catalogue import P
from hileads.permissions.checks import can, organisation_of


class CommitteeGaps(PageView):
    """Every system in reach, alphabetically, with the kinds of committee where nobody speaks for inequalities."""

    permission = P.COVERAGE_VIEW
    template_name = "partnerships/committee_gaps.jinja"

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        return super().get_context_data(systems=systems(self.person, today()), **kwargs)


class OfBoard:
    """What the pages of one integrated care board share."""

    kwargs: dict[str, Any]

    def get_subject(self) -> Organisation:
        return get_object_or_404(Organisation, kind=Kind.ICB, code=self.kwargs["code"])


class CommitteeList(OfBoard, PageView):
    """The committees and partnerships of a system, who sits there, and the gaps."""

    permission = P.ORGANISATION_VIEW
    template_name = "partnerships/committee_list.jinja"

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        return super().get_context_data(
            system=system_of(self.subject, today()),
            may_edit=can(self.person, P.SEAT_EDIT, on=self.subject),
            **kwargs,
        )


class Changes(FormPage):
    """A form that changes who sits where: a refusal stands in the form, and the list is where it leads."""

    permission = P.SEAT_EDIT
    said: ClassVar[str]
    refusal_field = WHOLE_FORM

    def get_initial(self) -> dict[str, Any]:
        return {"from_date": today()}

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        return super().get_context_data(icb=organisation_of(self.subject), **kwargs)

    def change(self, values: dict[str, Any]) -> None:
        """Call one action."""
        raise NotImplementedError

    def form_valid(self, form: Any) -> HttpResponse:
        self.change(form.cleaned_data)
        icb: Any = organisation_of(self.subject)
        return self.done(self.said, "committee-list", code=icb.code)


class CommitteeAdd(OfBoard, Changes):
    """Record a committee or partnership."""

    template_name = "partnerships/committee_add.jinja"
    form_class = CommitteeForm
    said = "It is recorded. Add its seats next."

    def change(self, values: dict[str, Any]) -> None:
        add_committee(by=self.person, icb=self.subject, **values)


class OfThing(Changes):
    """What the forms about one committee, seat or place share."""

    rows: ClassVar[QuerySet[Any]]

    def get_subject(self) -> Model:
        found: Model = get_object_or_404(self.rows.all(), public_id=self.kwargs["public_id"])
        return found


class SeatAdd(OfThing):
    """Record a seat in a committee."""

    template_name = "partnerships/seat_add.jinja"
    form_class = SeatForm
    rows = Committee.objects.select_related("icb")
    said = "The seat is recorded. Say who sits there next."

    def get_initial(self) -> dict[str, Any]:
        return {**super().get_initial(), "is_on_inequalities": True}

    def change(self, values: dict[str, Any]) -> None:
        add_seat(by=self.person, committee=self.subject, **values)


class SeatFill(OfThing):
    """Say who sits there, or who comes as the deputy."""

    template_name = "partnerships/seat_fill.jinja"
    form_class = FillForm
    rows = Seat.objects.select_related("committee__icb")
    said = "It is recorded who sits there."

    def get_form_kwargs(self) -> dict[str, Any]:
        people = candidates(self.subject.committee.icb, today())
        return super().get_form_kwargs() | {"people": people}

    def change(self, values: dict[str, Any]) -> None:
        fill_seat(by=self.person, seat=self.subject, **values)


class CommitteeEnd(OfThing):
    """Record the last day of a committee."""

    template_name = "partnerships/committee_end.jinja"
    form_class = LastDayForm
    rows = Committee.objects.select_related("icb")
    said = "The last day of the committee is recorded."

    def change(self, values: dict[str, Any]) -> None:
        end_committee(by=self.person, committee=self.subject, **values)


class SeatEnd(OfThing):
    """Record the last day of a seat."""

    template_name = "partnerships/seat_end.jinja"
    form_class = LastDayForm
    rows = Seat.objects.select_related("committee__icb")
    said = "The last day of the seat is recorded."

    def change(self, values: dict[str, Any]) -> None:
        end_seat(by=self.person, seat=self.subject, **values)


class SeatLeave(OfThing):
    """Record the last day of somebody on a seat."""

    template_name = "partnerships/seat_leave.jinja"
    form_class = LastDayForm
    rows = SeatHolder.objects.select_related("user", "seat__committee__icb")
    said = "Their last day is recorded."

    def change(self, values: dict[str, Any]) -> None:
        leave_seat(by=self.person, holder=self.subject, **values)
