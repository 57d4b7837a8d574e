"""Importing organisations in the browser: upload, look, confirm or discard, and undo."""

from typing import Any, ClassVar

from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect

from hileads.frame.refusals import NotNow
from hileads.frame.views import FormPage, PageView, PermissionRequired
from hileads.organisations.actions.imports import undo_import
from hileads.organisations.actions.proposals import confirm_import, discard_import, propose_import
from hileads.organisations.forms.imports import ImportForm
from hileads.organisations.models import Import, ImportState
from hileads.organisations.odsfiles.layouts import KNOWN
from hileads.organisations.odsfiles.reading import RefusedFileError
from hileads.organisations.queries.imports import (
    STEPS,
    Refusal,
    can_be_undone,
    imports,
    last_check,
    last_import,
    preview,
    progress,
    shown,
)
from hileads.permissions.catalogue import P

A_PAGE = 25
SHOWN_PROBLEMS = 50


class ImportList(PageView):
    """Every import and proposal, the newest first."""

    permission = P.ORGANISATION_IMPORT
    template_name = "organisations/import_list.jinja"

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        page = Paginator(imports(), A_PAGE).get_page(self.request.GET.get("page"))
        return super().get_context_data(page=page, last=last_import(), check=last_check(), **kwargs)


class ImportAdd(FormPage):
    """Choose files, to see what importing them would change."""

    permission = P.ORGANISATION_IMPORT
    template_name = "organisations/import_add.jinja"
    form_class = ImportForm

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        return super().get_context_data(known=KNOWN.split("; "), **kwargs)

    def form_valid(self, form: ImportForm) -> HttpResponse:
        files = [(file.name, file.read()) for file in form.cleaned_data["chosen_files"]]
        try:
            run = propose_import(by=self.person, files=files, as_at_date=form.cleaned_data["as_at_date"])
        except RefusedFileError as refusal:
            form.add_error(
                "chosen_files", f"{refusal.file_name} cannot be imported. What is wrong stands below"
            )
            context = self.get_context_data(form=form, refused=refusal, at_most=SHOWN_PROBLEMS)
            return self.render_to_response(context)
        return redirect("import-show", public_id=run.public_id)


class OfImport:
    """What the pages and buttons of one import share."""

    permission: ClassVar[P | None] = P.ORGANISATION_IMPORT
    kwargs: dict[str, Any]

    def get_subject(self) -> Import:
        rows = Import.objects.select_related("created_by", "decided_by", "undone_by")
        return get_object_or_404(rows, public_id=self.kwargs["public_id"])


class ImportShow(OfImport, PageView):
    """What a proposal would change, how far an import is, or what it has changed."""

    template_name = "organisations/import_show.jinja"

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        run: Import = self.subject
        found = preview(run) if run.state == ImportState.PROPOSED else run.told
        asked = self.request.GET
        refusal = found if isinstance(found, Refusal) else None
        step, about = progress(run)
        return super().get_context_data(
            run=run,
            refused=refusal,
            at_most=SHOWN_PROBLEMS,
            shown=None
            if isinstance(found, Refusal)
            else shown(found, asked.get("rows", ""), asked.get("page", "")),
            step=step,
            about=about,
            steps=len(STEPS),
            may_undo=can_be_undone(run),
            **kwargs,
        )


class ImportConfirm(OfImport, PermissionRequired):
    """The button that imports what the preview showed."""

    def post(self, request: HttpRequest, **kwargs: Any) -> HttpResponse:
        address = {"public_id": self.subject.public_id}
        try:
            run = confirm_import(by=self.person, run=self.subject, seen=request.POST.get("seen", ""))
        except RefusedFileError:
            return redirect("import-show", **address)
        if run.state == ImportState.UNDER_WAY:
            return self.done(
                "The files are being imported. This page says how far it is.", "import-show", **address
            )
        return self.done("The files are imported. This is what changed.", "import-show", **address)


class ImportDiscard(OfImport, PermissionRequired):
    """The button that leaves the register as it is."""

    def post(self, request: HttpRequest, **kwargs: Any) -> HttpResponse:
        discard_import(by=self.person, run=self.subject)
        return self.done("The proposal is discarded. The register is as it was.", "import-list")


class ImportUndo(OfImport, PageView):
    """Bring back what the register said before the last import, after saying what that means."""

    template_name = "organisations/import_undo.jinja"

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        return super().get_context_data(run=self.subject, shown=shown(self.subject.told, "", ""), **kwargs)

    def get(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        if not can_be_undone(self.subject):
            raise NotNow(
                "This import cannot be undone: only the last one can, once, and until the next has come."
            )
        return super().get(request, *args, **kwargs)

    def post(self, request: HttpRequest, **kwargs: Any) -> HttpResponse:
        run = undo_import(by=self.person, run=self.subject)
        return self.done(
            "The import is undone. The register is as it was before.", "import-show", public_id=run.public_id
        )
