"""The pages of the board report, from opening to the exported paper."""

from datetime import date
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.utils.functional import cached_property

from accountability.actions.report import (
    edit_front_sheet,
    edit_narrative,
    export_report,
    freeze_report,
    open_report,
    sign_report,
)
from accountability.forms.report import FrontSheetForm, NarrativeForm, ReportForm
from accountability.models import Export, Report
from accountability.queries.report import (
    ReportSummary,
    report_file_name,
    report_page,
    report_summary,
    reports_from_before,
    reports_of,
    usual_period,
)
from hileads.clock import today
from hileads.frame.views import FormPage, PageView, PermissionRequired
from hileads.leads.queries import acting_organisation
from hileads.organisations.models import Organisation
from hileads.permissions.catalogue import P
from hileads.permissions.checks import can

CONTENT_TYPES = {
    Export.Format.PDF: "application/pdf",
    Export.Format.WORD: "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    Export.Format.SPREADSHEET: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
}


class ReportList(PageView):
    """Where the board's reports stand, and what each waits for."""

    signed_in = True
    section = "report"
    template_name = "accountability/report_list.jinja"

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        organisation = acting_organisation(self.request)
        return super().get_context_data(
            organisation=organisation,
            reports=reports_of(self.person, organisation, on=today()),
            earlier=reports_from_before(self.person, organisation, on=today()),
            may_open=organisation is not None
            and organisation.is_open_on(today())
            and can(self.person, P.REPORT_EDIT, on=organisation),
            **kwargs,
        )


class ReportAdd(FormPage):
    """Open the report of a new period."""

    permission = P.REPORT_EDIT
    section = "report"
    template_name = "accountability/report_add.jinja"
    form_class = ReportForm

    def get_subject(self) -> Organisation:
        organisation = acting_organisation(self.request)
        if organisation is None:
            raise Http404
        return organisation

    def get_initial(self) -> dict[str, date]:
        return usual_period(today())

    def form_valid(self, form: ReportForm) -> HttpResponse:
        report = open_report(by=self.person, organisation=self.subject, **form.cleaned_data)
        return self.done(
            "The report is open. It has assembled itself from the plan.",
            "report-show",
            public_id=report.public_id,
        )


class OfReport:
    """What all pages of one report share: the report, found once."""

    kwargs: dict[str, Any]
    section = "report"

    def get_subject(self) -> Report:
        reports = Report.objects.select_related("organisation", "front_sheet", "snapshot__signature")
        return get_object_or_404(reports, public_id=self.kwargs["public_id"])


class ReportShow(OfReport, PageView):
    """The report as the board will read it, what is still missing, and the next milestone."""

    permission = P.REPORT_VIEW
    template_name = "accountability/report_show.jinja"

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        page = report_page(self.person, self.subject, on=today())
        return super().get_context_data(page=page, report=self.subject, **kwargs)


class FrontSheetEdit(OfReport, FormPage):
    """Fill in the front sheet."""

    permission = P.REPORT_EDIT
    template_name = "accountability/front_sheet_edit.jinja"
    form_class = FrontSheetForm

    def get_form_kwargs(self) -> dict[str, Any]:
        return {**super().get_form_kwargs(), "instance": self.subject.front_sheet}

    def form_valid(self, form: FrontSheetForm) -> HttpResponse:
        edit_front_sheet(by=self.person, report=self.subject, **form.cleaned_data)
        return self.done("The front sheet was saved.", "report-show", public_id=self.subject.public_id)


class NarrativeEdit(OfReport, FormPage):
    """Write the report's own words."""

    permission = P.REPORT_EDIT
    template_name = "accountability/narrative_edit.jinja"
    form_class = NarrativeForm

    def get_form_kwargs(self) -> dict[str, Any]:
        return {**super().get_form_kwargs(), "instance": self.subject}

    def form_valid(self, form: NarrativeForm) -> HttpResponse:
        edit_narrative(by=self.person, report=self.subject, **form.cleaned_data)
        return self.done("The narrative was saved.", "report-show", public_id=self.subject.public_id)


class MilestonePage(OfReport, PageView):
    """A page that says what a step means, with one button that takes it."""

    @cached_property
    def summary(self) -> ReportSummary:
        return report_summary(self.person, self.subject, on=today())

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        return super().get_context_data(report=self.subject, summary=self.summary, **kwargs)


class ReportFreeze(MilestonePage):
    """Freeze the report: after this, nothing in it changes."""

    permission = P.REPORT_FREEZE
    template_name = "accountability/report_freeze.jinja"

    def post(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        freeze_report(by=self.person, report=self.subject)
        return self.done(
            "The report is frozen. The lead can sign it now.", "report-show", public_id=self.subject.public_id
        )


class ReportSign(MilestonePage):
    """Sign the frozen report."""

    permission = P.REPORT_SIGN
    template_name = "accountability/report_sign.jinja"

    def post(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        sign_report(by=self.person, report=self.subject)
        return self.done("You have signed the report.", "report-show", public_id=self.subject.public_id)


class ReportExport(OfReport, PermissionRequired):
    """Hand out the frozen report as a file. It is a POST, because who exported what is kept."""

    permission = P.REPORT_EXPORT

    def post(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        if self.kwargs["file_format"] not in Export.Format.values:
            raise Http404
        file_format = Export.Format(self.kwargs["file_format"])
        content = export_report(by=self.person, report=self.subject, file_format=file_format)
        response = HttpResponse(content, content_type=CONTENT_TYPES[file_format])
        response["Content-Disposition"] = (
            f'attachment; filename="{report_file_name(self.subject, file_format)}"'
        )
        return response
