"""Addresses of what is held about people."""

from django.urls import path

from hileads.privacy.views import closure, corrections, information, retention

urlpatterns = [
    path("account/information/", information.InformationShow.as_view(), name="information-show"),
    path(
        "account/information/download/",
        information.InformationDownload.as_view(),
        name="information-download",
    ),
    path("account/information/correct/", corrections.CorrectionAsk.as_view(), name="correction-ask"),
    path("account/close/", closure.AccountClose.as_view(), name="account-close"),
    path("accounts/close/", closure.AccountCloseFor.as_view(), name="account-close-for"),
    path("privacy/retention/", retention.RetentionShow.as_view(), name="retention-show"),
    path("privacy/disposals/", retention.DisposalList.as_view(), name="disposal-list"),
    path("corrections/", corrections.CorrectionList.as_view(), name="correction-list"),
    path("corrections/<uuid:public_id>/", corrections.CorrectionAnswer.as_view(), name="correction-answer"),
]
