"""The addresses of the directory and of coverage."""

from django.urls import path

from hileads.organisations import views

urlpatterns = [
    path("directory/", views.OrganisationList.as_view(), name="organisation-list"),
    path("directory/<slug:code>/", views.OrganisationShow.as_view(), name="organisation-show"),
    path("coverage/", views.CoverageShow.as_view(), name="coverage-show"),
]
