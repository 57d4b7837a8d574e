"""Addresses of what is held about people."""

from django.urls import path

from hileads.privacy.views import information

urlpatterns = [
    path("account/information/", information.InformationShow.as_view(), name="information-show"),
    path(
        "account/information/download/",
        information.InformationDownload.as_view(),
        name="information-download",
    ),
]
