"""Spreadsheets of leads: handing one in, looking at what it would do, applying it; and sending the invitations."""

from typing import Any, ClassVar

from django.core.paginator import Paginator
from django.db.models import QuerySet
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect

from hileads.clock import now, today
from hileads.frame.views import FormPage, PageView, PermissionRequired
from hileads.leads.actions import sending
from hileads.leads.actions.leadimports import apply_lead_import, keep_lead_file
from hileads.leads.actions.sending import release_invitations
from hileads.leads.forms import LeadFileForm
from hileads.leads.leadfiles.columns import COLUMNS
from hileads.leads.leadfiles.lines import WORDS, Outcome
from hileads.leads.leadfiles.planning import Plan
from hileads.leads.leadfiles.reading import as_lists, read
from hileads.leads.leadfiles.writing import rows_to_mend, template_text, template_workbook
from hileads.leads.models import LeadImport, role_names
from hileads.leads.queries.leadimports import invitation_progress, invitations_ready, lead_imports, plan_leads
from hileads.permissions.catalogue import P
from hileads.wording import counted

A_PAGE = 50
XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


class LeadImportAdd(FormPage):
    """Hand in a list of leads. Nothing changes until one has looked at what it would do."""

    permission = P.LEAD_IMPORT
    template_name = "leads/lead_import_add.jinja"
    form_class = LeadFileForm

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        return super().get_context_data(
            imports=lead_imports()[:20], progress=invitation_progress(now()), columns=COLUMNS, **kwargs
        )

    def form_valid(self, form: LeadFileForm) -> HttpResponse:
        kept = keep_lead_file(by=self.person, **form.cleaned_data["file"])
        return redirect("lead-import-show", public_id=kept.public_id)


class LeadImportTemplate(PermissionRequired):
    """The empty list, to be filled in."""

    permission = P.LEAD_IMPORT

    def get(self, request: HttpRequest, file_format: str) -> HttpResponse:
        if file_format == "csv":
            return _download(template_text(), "leads.csv", "text/csv; charset=utf-8")
        if file_format == "xlsx":
            return _download(
                template_workbook([name.singular for name in role_names().values()]), "leads.xlsx", XLSX
            )
        raise Http404


class OfImport:
    """What the pages of one spreadsheet share."""

    permission: ClassVar[P | None] = P.LEAD_IMPORT
    rows: ClassVar[QuerySet[LeadImport]] = LeadImport.objects.select_related("uploaded_by", "applied_by")
    kwargs: dict[str, Any]

    def get_subject(self) -> LeadImport:
        return get_object_or_404(self.rows, public_id=self.kwargs["public_id"])


class LeadImportShow(OfImport, PageView):
    """What a spreadsheet would do now, row by row; after it was applied, what is left to mend."""

    template_name = "leads/lead_import_show.jinja"

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        plan = plan_of(self.subject)
        counts = plan.counts()
        asked = self.request.GET.get("show", "")
        shown = Outcome(asked) if counts.get(asked) else next((one for one in Outcome if counts[one]), None)
        lines = plan.of(shown) if shown else []
        return super().get_context_data(
            lead_import=self.subject,
            is_kept=self.subject.content is not None,
            plan=plan,
            counts=[(one, WORDS[one], counts[one]) for one in Outcome],
            shown=shown,
            shown_words=WORDS[shown] if shown else "",
            page=Paginator(lines, A_PAGE).get_page(self.request.GET.get("page")),
            progress=invitation_progress(now()),
            **kwargs,
        )


class LeadImportApply(OfImport, PermissionRequired):
    """The button that does what was looked at."""

    def post(self, request: HttpRequest, **kwargs: Any) -> HttpResponse:
        plan = apply_lead_import(by=self.person, lead_import=self.subject, seen=request.POST.get("seen", ""))
        return self.done(what_was_done(plan), "lead-import-show", **kwargs)


class LeadImportMend(OfImport, PermissionRequired):
    """The rows that wait to be mended, as a spreadsheet that says what is wrong with each."""

    def get(self, request: HttpRequest, **kwargs: Any) -> HttpResponse:
        waiting = {line.number: " ".join(line.says) for line in plan_of(self.subject).to_mend}
        rows = [row for row in rows_of(self.subject) if row.number in waiting]
        reasons = [waiting[row.number] for row in rows]
        return _download(rows_to_mend(zip(as_lists(rows), reasons, strict=True)), "leads-to-mend.xlsx", XLSX)


class InvitationRelease(PageView):
    """The invitations that wait: who they are for, how far they have come, and the button that lets them go."""

    permission = P.LEAD_IMPORT
    template_name = "leads/invitation_release.jinja"

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        return super().get_context_data(
            progress=invitation_progress(now()),
            page=Paginator(invitations_ready(), A_PAGE).get_page(self.request.GET.get("page")),
            a_batch=sending.INVITATIONS_A_BATCH,
            **kwargs,
        )

    def post(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        released = release_invitations(by=self.person)
        said = (
            "No invitation was waiting." if not released else f"{counted(released, 'invitation')} on the way."
        )
        return self.done(said, "invitation-release")


def rows_of(lead_import: LeadImport) -> list[Any]:
    """Return the rows of a spreadsheet that is still kept; none of one that is not."""
    return read(bytes(lead_import.content)) if lead_import.content is not None else []


def plan_of(lead_import: LeadImport) -> Plan:
    return plan_leads(rows_of(lead_import), today())


def what_was_done(plan: Plan) -> str:
    """Return in a sentence what an import did."""
    counts = plan.counts()
    if not plan.changes:
        return "Nothing was changed: the register says all of this already."
    done = [
        f"{counts[one]:,} {words}"
        for one, words in (
            (Outcome.NEW, "to be invited"),
            (Outcome.MOVE, "moved"),
            (Outcome.LEAVER, "left"),
            (Outcome.UPDATE, "updated"),
            (Outcome.UNCHANGED, "unchanged"),
        )
        if counts[one]
    ]
    return f"Imported: {', '.join(done)}. Nobody has been written to."


def _download(content: bytes, name: str, content_type: str) -> HttpResponse:
    return HttpResponse(
        content,
        content_type=content_type,
        headers={"Content-Disposition": f'attachment; filename="{name}"', "Cache-Control": "no-store"},
    )
