"""Where this room's pages are."""

from django.urls import path

from accountability.views import (
    action,
    board,
    catalogue,
    figureimports,
    figurerequests,
    measures,
    plan,
    report,
    tellings,
    trial,
)

urlpatterns = [
    path("plan/", plan.PlanOwn.as_view(), name="plan-own"),
    path("plan/actions/add/", plan.ActionAdd.as_view(), name="action-add"),
    path("plan/actions/<uuid:public_id>/", action.ActionShow.as_view(), name="action-show"),
    path("plan/actions/<uuid:public_id>/edit/", action.ActionEdit.as_view(), name="action-edit"),
    path("plan/actions/<uuid:public_id>/note/", action.ActionNote.as_view(), name="action-note"),
    path("plan/actions/<uuid:public_id>/close/", action.ActionClose.as_view(), name="action-close"),
    path("plan/actions/<uuid:public_id>/reopen/", action.ActionReopen.as_view(), name="action-reopen"),
    path("plan/actions/<uuid:public_id>/trials/add/", trial.TrialStart.as_view(), name="trial-start"),
    path("plan/trials/<uuid:public_id>/decide/", trial.TrialDecide.as_view(), name="trial-decide"),
    path("plan/cite/<slug:code>/", action.ActionCite.as_view(), name="action-cite"),
    path("plan/<slug:ods>/", plan.PlanShow.as_view(), name="plan-show"),
    path("plan/<slug:ods>/actions/add/", plan.ActionAdd.as_view(), name="action-add"),
    path("measures/", measures.MeasureList.as_view(), name="measure-list"),
    path("measures/board/", board.BoardOwn.as_view(), name="board-own"),
    path("measures/board/<slug:ods>/", board.BoardShow.as_view(), name="board-show"),
    path("measures/board/<slug:ods>/equal-footing/", board.BoardFooting.as_view(), name="board-footing"),
    path("measures/board/<slug:ods>/summary/", board.BoardSummary.as_view(), name="board-summary"),
    path("measures/board/<slug:ods>/choose/", board.BoardChoose.as_view(), name="board-choose"),
    path(
        "measures/board/<slug:ods>/<slug:code>/edit/",
        board.BoardMeasureEdit.as_view(),
        name="board-measure-edit",
    ),
    path(
        "measures/board/<slug:ods>/<slug:code>/ask/",
        figurerequests.FigureRequestAdd.as_view(),
        name="figure-request-add",
    ),
    path(
        "figures/requests/<uuid:public_id>/",
        figurerequests.FigureRequestShow.as_view(),
        name="figure-request-show",
    ),
    path(
        "figures/requests/<uuid:public_id>/answer/",
        figurerequests.FigureRequestAnswer.as_view(),
        name="figure-request-answer",
    ),
    path(
        "figures/requests/<uuid:public_id>/withdraw/",
        figurerequests.FigureRequestWithdraw.as_view(),
        name="figure-request-withdraw",
    ),
    path("figures/<slug:ods>/words/<slug:code>/add/", tellings.TellingAdd.as_view(), name="telling-add"),
    path("figures/words/<uuid:public_id>/edit/", tellings.TellingEdit.as_view(), name="telling-edit"),
    path("measures/<slug:code>/", measures.MeasureShow.as_view(), name="measure-show"),
    path("measures/<slug:code>/compare/", measures.MeasureCompare.as_view(), name="measure-compare"),
    path("measures/<slug:code>/data.csv", measures.MeasureDownload.as_view(), name="measure-download"),
    path("catalogue/", catalogue.CatalogueList.as_view(), name="catalogue-list"),
    path("catalogue/add/", catalogue.MeasureAdd.as_view(), name="measure-add"),
    path("catalogue/<slug:code>/edit/", catalogue.MeasureEdit.as_view(), name="measure-edit"),
    path("catalogue/<slug:code>/retire/", catalogue.MeasureRetire.as_view(), name="measure-retire"),
    path("figures/<slug:ods>/measures/add/", catalogue.LocalMeasureAdd.as_view(), name="local-measure-add"),
    path(
        "figures/measures/<slug:code>/edit/", catalogue.LocalMeasureEdit.as_view(), name="local-measure-edit"
    ),
    path(
        "figures/measures/<slug:code>/retire/",
        catalogue.LocalMeasureRetire.as_view(),
        name="local-measure-retire",
    ),
    path("figures/<slug:ods>/imports/", figureimports.FigureImportList.as_view(), name="figure-import-list"),
    path(
        "figures/<slug:ods>/imports/add/", figureimports.FigureImportAdd.as_view(), name="figure-import-add"
    ),
    path(
        "figures/template/<slug:file_format>/",
        figureimports.FigureImportTemplate.as_view(),
        name="figure-import-template",
    ),
    path(
        "figures/imports/<uuid:public_id>/",
        figureimports.FigureImportShow.as_view(),
        name="figure-import-show",
    ),
    path(
        "figures/imports/<uuid:public_id>/apply/",
        figureimports.FigureImportApply.as_view(),
        name="figure-import-apply",
    ),
    path(
        "figures/imports/<uuid:public_id>/check-again/",
        figureimports.FigureImportRecheck.as_view(),
        name="figure-import-recheck",
    ),
    path(
        "figures/imports/<uuid:public_id>/columns/",
        figureimports.FigureImportColumns.as_view(),
        name="figure-import-columns",
    ),
    path(
        "figures/imports/<uuid:public_id>/discard/",
        figureimports.FigureImportDiscard.as_view(),
        name="figure-import-discard",
    ),
    path(
        "figures/imports/<uuid:public_id>/undo/",
        figureimports.FigureImportUndo.as_view(),
        name="figure-import-undo",
    ),
    path(
        "figures/imports/<uuid:public_id>/to-mend/",
        figureimports.FigureImportMend.as_view(),
        name="figure-import-mend",
    ),
    path("report/", report.ReportList.as_view(), name="report-list"),
    path("report/open/", report.ReportAdd.as_view(), name="report-add"),
    path("report/<uuid:public_id>/", report.ReportShow.as_view(), name="report-show"),
    path("report/<uuid:public_id>/front-sheet/", report.FrontSheetEdit.as_view(), name="front-sheet-edit"),
    path("report/<uuid:public_id>/narrative/", report.NarrativeEdit.as_view(), name="narrative-edit"),
    path("report/<uuid:public_id>/freeze/", report.ReportFreeze.as_view(), name="report-freeze"),
    path("report/<uuid:public_id>/sign/", report.ReportSign.as_view(), name="report-sign"),
    path(
        "report/<uuid:public_id>/export/<slug:file_format>/",
        report.ReportExport.as_view(),
        name="report-export",
    ),
]
