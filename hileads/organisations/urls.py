"""The addresses of the directory and of coverage."""

from django.urls import path

from hileads.organisations.views import coverage, directory, expectations, groupings, imports, partners

urlpatterns = [
    path("directory/", directory.OrganisationList.as_view(), name="organisation-list"),
    path("directory/<slug:code>/", directory.OrganisationShow.as_view(), name="organisation-show"),
    path("directory/<slug:code>/groupings/add/", groupings.GroupingAdd.as_view(), name="grouping-add"),
    path("directory/<slug:code>/partners/add/", partners.PartnerAdd.as_view(), name="partner-add"),
    path(
        "directory/<slug:code>/partners/<slug:partner>/add/",
        partners.PartnerAreaAdd.as_view(),
        name="partner-area-add",
    ),
    path("directory/<slug:code>/partner/edit/", partners.PartnerEdit.as_view(), name="partner-edit"),
    path("directory/<slug:code>/partner/close/", partners.PartnerClose.as_view(), name="partner-close"),
    path("partners/areas/<uuid:public_id>/end/", partners.PartnerAreaEnd.as_view(), name="partner-area-end"),
    path("groupings/<uuid:public_id>/", groupings.GroupingShow.as_view(), name="grouping-show"),
    path("groupings/<uuid:public_id>/edit/", groupings.GroupingEdit.as_view(), name="grouping-edit"),
    path(
        "groupings/<uuid:public_id>/members/add/",
        groupings.GroupingMemberAdd.as_view(),
        name="grouping-member-add",
    ),
    path(
        "groupings/members/<uuid:public_id>/end/",
        groupings.GroupingMemberEnd.as_view(),
        name="grouping-member-end",
    ),
    path("imports/", imports.ImportList.as_view(), name="import-list"),
    path("imports/add/", imports.ImportAdd.as_view(), name="import-add"),
    path("imports/<uuid:public_id>/", imports.ImportShow.as_view(), name="import-show"),
    path("imports/<uuid:public_id>/confirm/", imports.ImportConfirm.as_view(), name="import-confirm"),
    path("imports/<uuid:public_id>/discard/", imports.ImportDiscard.as_view(), name="import-discard"),
    path("imports/<uuid:public_id>/undo/", imports.ImportUndo.as_view(), name="import-undo"),
    path(
        "directory/<slug:code>/expectation/", expectations.ExpectationShow.as_view(), name="expectation-show"
    ),
    path(
        "directory/<slug:code>/expectation/end/",
        expectations.ExpectationEnd.as_view(),
        name="expectation-end",
    ),
    path("coverage/", coverage.CoverageShow.as_view(), name="coverage-show"),
    path("coverage/data.csv", coverage.CoverageCsv.as_view(), name="coverage-csv"),
    path("coverage/data.xlsx", coverage.CoverageXlsx.as_view(), name="coverage-xlsx"),
]
