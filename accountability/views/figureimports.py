"""An organisation's own figures as files: handing one in, looking at what it would do, importing and undoing it."""

from typing import Any, ClassVar

from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect

from accountability.actions.figurefiles import discard_figures, keep_figure_file, recheck_figures, say_columns
from accountability.actions.figureimports import apply_figures, undo_figures
from accountability.figurefiles.columns import COLUMNS
from accountability.figurefiles.guessing import guesses
from accountability.figurefiles.writing import TYPES, XLSX, groups_explained, rows_to_mend, template
from accountability.forms.figureimports import ColumnsForm, FigureFileForm
from accountability.models import FigureImport, FigureImportState
from accountability.queries.figureimports import (
    MOST_TO_MEND,
    can_be_undone,
    imports_of,
    is_kept,
    may_be_told,
    measures_in,
    measures_to_fill,
    preview,
    progress,
    to_mend,
)
from hileads.frame.refusals import NotNow
from hileads.frame.views import FormPage, PageView, PermissionRequired
from hileads.leads.queries import acting_organisation
from hileads.organisations.models import Organisation
from hileads.permissions.catalogue import P

A_PAGE = 25
SAID = {
    FigureImportState.APPLIED: "The figures are imported.",
    FigureImportState.APPLYING: "The figures are being imported. This page says when they are.",
    FigureImportState.UNDONE: "The import is undone. The figures are as they were before.",
    FigureImportState.UNDOING: "The import is being undone. This page says when it is.",
}


class AtOrganisation:
    """What the pages of an organisation's imports share."""

    permission: ClassVar[P | None] = P.FIGURE_IMPORT
    section: ClassVar[str] = "measures"
    kwargs: dict[str, Any]

    def get_subject(self) -> Organisation:
        return get_object_or_404(Organisation, code=self.kwargs["ods"])


class FigureImportList(AtOrganisation, PageView):
    """Every file of figures of an organisation, the newest first."""

    template_name = "accountability/figure_import_list.jinja"

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        page = Paginator(imports_of(self.subject), A_PAGE).get_page(self.request.GET.get("page"))
        return super().get_context_data(page=page, organisation=self.subject, **kwargs)


class FigureImportAdd(AtOrganisation, FormPage):
    """Hand in a file. Nothing changes until one has looked at what it would do."""

    template_name = "accountability/figure_import_add.jinja"
    form_class = FigureFileForm

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        measures = [(one, groups_explained(one)) for one in measures_to_fill(self.subject)]
        return super().get_context_data(
            organisation=self.subject, columns=COLUMNS, measures=measures, **kwargs
        )

    def form_valid(self, form: FigureFileForm) -> HttpResponse:
        file = form.cleaned_data["file"]
        run = keep_figure_file(by=self.person, organisation=self.subject, file_name=file.name, file=file)
        return redirect("figure-import-show", public_id=run.public_id)


class FigureImportTemplate(PermissionRequired):
    """The empty file, to be filled in."""

    permission = P.FIGURE_IMPORT

    def get(self, request: HttpRequest, file_format: str) -> HttpResponse:
        if file_format not in TYPES:
            raise Http404
        content = template(file_format, measures_to_fill(acting_organisation(request)))
        return _download(content, f"figures.{file_format}", TYPES[file_format])


class OfFigureImport:
    """What the pages and buttons of one file share."""

    permission: ClassVar[P | None] = P.FIGURE_IMPORT
    section: ClassVar[str] = "measures"
    kwargs: dict[str, Any]

    def get_subject(self) -> FigureImport:
        rows = FigureImport.objects.select_related(
            "organisation", "handed_in_by", "decided_by", "undone_by", "mapping__said_by"
        )
        return get_object_or_404(rows, public_id=self.kwargs["public_id"])


class FigureImportShow(OfFigureImport, PageView):
    """How far the check is, what importing would do row by row, or what it has done."""

    template_name = "accountability/figure_import_show.jinja"

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        run, asked = self.subject, self.request.GET
        return super().get_context_data(
            run=run,
            progress=progress(run) if run.is_under_way else None,
            preview=preview(run, asked.get("rows", ""), asked.get("page", "")) if run.counts else None,
            good=run.counts.get("new", 0) + run.counts.get("changed", 0),
            is_kept=is_kept(run),
            may_undo=can_be_undone(run),
            may_tell=may_be_told(run),
            measures=measures_in(run),
            most_to_mend=MOST_TO_MEND,
            **kwargs,
        )


class FigureImportApply(OfFigureImport, PermissionRequired):
    """The button that imports what was looked at, and the one that imports its good rows only."""

    def post(self, request: HttpRequest, **kwargs: Any) -> HttpResponse:
        run = apply_figures(
            by=self.person,
            run=self.subject,
            seen=request.POST.get("seen", ""),
            only_good_rows=request.POST.get("rows") == "good",
        )
        return self.done(SAID[FigureImportState(run.state)], "figure-import-show", **kwargs)


class FigureImportRecheck(OfFigureImport, PermissionRequired):
    """The button that lets a file be checked against what the portal holds now."""

    def post(self, request: HttpRequest, **kwargs: Any) -> HttpResponse:
        recheck_figures(by=self.person, run=self.subject)
        return redirect("figure-import-show", **kwargs)


class FigureImportColumns(OfFigureImport, FormPage):
    """Say once which column of a source's files is which. It is remembered for files with the same headings."""

    template_name = "accountability/figure_import_columns.jinja"
    form_class = ColumnsForm

    def get_form_kwargs(self) -> dict[str, Any]:
        run = self.subject
        held = run.mapping
        given = super().get_form_kwargs()
        if held:
            order = "yes" if held.one_is_most_deprived else "no"
            given["initial"] = {"measure": held.measure, "one_is_most_deprived": order}
        return {
            **given,
            "headings": run.headings,
            "chosen": held.columns if held else guesses(run.headings),
            "measures": measures_to_fill(run.organisation),
        }

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        return super().get_context_data(run=self.subject, **kwargs)

    def get(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        if not may_be_told(self.subject):
            raise NotNow(
                "This file’s columns are known, or the file has been decided on: there is nothing to say."
            )
        return super().get(request, *args, **kwargs)

    def form_valid(self, form: ColumnsForm) -> HttpResponse:
        values = form.cleaned_data
        say_columns(
            by=self.person,
            run=self.subject,
            columns=values["columns"],
            measure=values["measure"],
            one_is_most_deprived=values["one_is_most_deprived"],
        )
        return self.done(
            "The columns are known now. The file is being checked.", "figure-import-show", **self.kwargs
        )


class FigureImportDiscard(OfFigureImport, PermissionRequired):
    """The button that leaves the figures as they are."""

    def post(self, request: HttpRequest, **kwargs: Any) -> HttpResponse:
        run = discard_figures(by=self.person, run=self.subject)
        said = "The file is discarded. The figures are as they were."
        return self.done(said, "figure-import-list", ods=run.organisation.code)


class FigureImportUndo(OfFigureImport, PageView):
    """Bring back the figures from before an import, after saying what that means."""

    template_name = "accountability/figure_import_undo.jinja"

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        return super().get_context_data(run=self.subject, **kwargs)

    def get(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        if not can_be_undone(self.subject):
            raise NotNow(
                "This import cannot be undone: only the last one of a measure can, once, and until the next has come. "
                "Import a file with the right figures instead."
            )
        return super().get(request, *args, **kwargs)

    def post(self, request: HttpRequest, **kwargs: Any) -> HttpResponse:
        run = undo_figures(by=self.person, run=self.subject)
        return self.done(SAID[FigureImportState(run.state)], "figure-import-show", **kwargs)


class FigureImportMend(OfFigureImport, PermissionRequired):
    """The rejected rows, as a workbook that says what is wrong with each."""

    def get(self, request: HttpRequest, **kwargs: Any) -> HttpResponse:
        if not is_kept(self.subject) or not self.subject.counts.get("rejected"):
            raise NotNow(
                "There are no rows to mend here: none was rejected, or the file is not kept any more."
            )
        return _download(rows_to_mend(to_mend(self.subject)), "figures-to-mend.xlsx", XLSX)


def _download(content: bytes, name: str, content_type: str) -> HttpResponse:
    return HttpResponse(
        content,
        content_type=content_type,
        headers={"Content-Disposition": f'attachment; filename="{name}"', "Cache-Control": "no-store"},
    )
