"""The pages of measures: inequality and core performance in one form, whoever's figures there are."""

import csv
from collections.abc import Callable
from datetime import date
from typing import Any

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.utils.functional import cached_property

from accountability.forms.measures import CompareForm, MeasureListForm, PlaceForm
from accountability.models import Measure, MeasureVersion
from accountability.policies.board import why_not_ask_for
from accountability.policies.measure import why_not_used
from accountability.policies.telling import why_not_tell
from accountability.queries.comparisons import comparison_page, peers_to_choose
from accountability.queries.measures import (
    families,
    figures_shown,
    measure_lines,
    measure_page,
    versions_shown_to,
)
from accountability.queries.places import Place
from accountability.queries.tables import file_rows
from hileads.clock import today
from hileads.frame.panels import rendered_panels
from hileads.frame.refusals import NotNow
from hileads.frame.views import PageView, PermissionRequired
from hileads.leads.models import User
from hileads.leads.queries import acting_organisation
from hileads.organisations.models import Organisation
from hileads.permissions.catalogue import P
from hileads.permissions.checks import can

ENGLAND = "england"


class MeasureList(PageView):
    """Every measure in the same form, for the organisation one acts for."""

    permission = P.MEASURE_VIEW
    section = "measures"
    template_name = "accountability/measure_list.jinja"

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        organisation = acting_organisation(self.request)
        lines = measure_lines(organisation, self.person, on=today())
        form = MeasureListForm(self.request.GET, lines)
        listed = [line for line in lines if form.wants(line)]
        here = organisation is not None and organisation.is_open_on(today())
        return super().get_context_data(
            organisation=organisation,
            form=form,
            held=len(lines),
            listed=len(listed),
            families=families(listed),
            may_import=here and can(self.person, P.FIGURE_IMPORT, on=organisation),
            may_add=here and can(self.person, P.LOCAL_MEASURE_EDIT, on=organisation),
            may_keep=can(self.person, P.MEASURE_EDIT),
            **kwargs,
        )


class OfMeasure:
    """What the pages of one measure share: what it means now or meant before, and whose figures are asked for."""

    request: HttpRequest
    person: User
    kwargs: dict[str, Any]
    subject: MeasureVersion

    @property
    def is_chosen(self) -> bool:
        return bool(self.request.GET.get("organisation"))

    @cached_property
    def version(self) -> MeasureVersion:
        """The measure as it is meant now, or the version in the address."""
        number = self.request.GET.get("version", "")
        asked = {"number": int(number)} if number.isdecimal() else {"is_live": True}
        return get_object_or_404(versions_shown_to(self.person), measure__code=self.kwargs["code"], **asked)

    @cached_property
    def chosen(self) -> Place:
        """The organisation in the address, None for England; 404 for one that is not in the register."""
        code = self.request.GET.get("organisation", ENGLAND)
        return None if code == ENGLAND else get_object_or_404(Organisation, code=code)


class MeasureShow(OfMeasure, PageView):
    """The finding in a sentence, the chart, the table, the method, and what we are doing about it."""

    permission = P.MEASURE_VIEW
    section = "measures"
    template_name = "accountability/measure_show.jinja"

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        organisation = acting_organisation(self.request)
        page = measure_page(
            self.version,
            organisation,
            self.chosen,
            self.person,
            on=today(),
            is_chosen=self.is_chosen,
        )
        return super().get_context_data(
            page=page,
            organisation=organisation,
            may_keep=may_keep(self.person, self.version.measure),
            may_tell=self.may(P.LOCAL_MEASURE_EDIT, why_not_tell),
            may_act=self.may(P.PLAN_EDIT, why_not_used),
            may_ask=bool(page.note) and self.may(P.FIGURE_ASK, why_not_ask_for),
            may_import=bool(page.note) and self.may(P.FIGURE_IMPORT, why_not_ask_for),
            place_form=PlaceForm(page.organisations, page.figures),
            panels=rendered_panels(self.person, "accountability.measure", self.version),
            **kwargs,
        )

    def may(self, permission: P, why_not: Callable[[MeasureVersion, Organisation, date], str]) -> bool:
        """Say whether this person may do something with the measure where they act for, and it can be done now."""
        own = acting_organisation(self.request)
        if own is None or why_not(self.version, own, today()):
            return False
        return can(self.person, permission, on=own)


class MeasureCompare(OfMeasure, PageView):
    """One organisation's figure beside others': a funnel or intervals, by name, never ranked."""

    permission = P.MEASURE_VIEW
    section = "measures"
    template_name = "accountability/measure_compare.jinja"

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        place = self._place()
        if place is None:
            raise NotNow("England is compared with nobody. Choose an organisation on the measure's page.")
        peers_offered = list(peers_to_choose(self.version, place, on=today()))
        form = CompareForm(self.request.GET, place, peers_offered)
        among, peers = form.asked
        page = comparison_page(self.version, place, among, peers, on=today())
        return super().get_context_data(page=page, form=form, **kwargs)

    def _place(self) -> Place:
        """The organisation that was asked for, else the most local one with figures."""
        if self.is_chosen:
            return self.chosen
        own = acting_organisation(self.request)
        shown = figures_shown(self.version, own, None, on=today(), is_chosen=False)
        return shown.place if shown and shown.place else own


def may_keep(person: User, measure: Measure) -> bool:
    """Say whether somebody keeps this measure: an organisation's own, or everybody's."""
    if measure.organisation is None:
        return can(person, P.MEASURE_EDIT)
    return can(person, P.LOCAL_MEASURE_EDIT, on=measure)


class MeasureDownload(OfMeasure, PermissionRequired):
    """The figures that the page shows, as CSV by RFC 4180."""

    permission = P.MEASURE_VIEW

    def get(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        figures = figures_shown(
            self.version, acting_organisation(request), self.chosen, on=today(), is_chosen=self.is_chosen
        )
        if figures is None:
            raise NotNow("We hold no figure for this measure there, so there is nothing to download.")
        code = figures.place.code if figures.place else ENGLAND
        name = f"{'DEMO-' if settings.DEMO else ''}{self.version.measure.code}-{code.lower()}.csv"
        response = HttpResponse(
            content_type="text/csv; charset=utf-8; header=present",
            headers={"Content-Disposition": f'attachment; filename="{name}"'},
        )
        csv.writer(response, lineterminator="\r\n").writerows(file_rows(figures))
        return response
