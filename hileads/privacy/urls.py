"""Addresses of what is held about people."""

from django.urls import path

from hileads.privacy.views import corrections, information

urlpatterns = [
    path("account/information/", information.InformationShow.as_view(), name="information-show"),
    path(
        "account/information/download/",
        information.InformationDownload.as_view(),
        name="information-download",
    ),
    path("account/information/correct/", corrections.CorrectionAsk.as_view(), name="correction-ask"),
    path("corrections/", corrections.CorrectionList.as_view(), name="correction-list"),
    path("corrections/<uuid:public_id>/", corrections.CorrectionAnswer.as_view(), name="correction-answer"),
]
