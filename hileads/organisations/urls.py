"""The addresses of the directory and of coverage."""

from django.urls import path

from hileads.organisations.views import coverage, directory

urlpatterns = [
    path("directory/", directory.OrganisationList.as_view(), name="organisation-list"),
    path("directory/<slug:code>/", directory.OrganisationShow.as_view(), name="organisation-show"),
    path("coverage/", coverage.CoverageShow.as_view(), name="coverage-show"),
]
