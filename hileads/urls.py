"""The whole address plan: rooms are mounted by name."""

from django.urls import URLPattern, URLResolver, include, path

ROOMS = (
    "hileads.home",
    "hileads.privacy",
    "hileads.leads",
    "hileads.access",
    "hileads.partnerships",
    "hileads.organisations",
    "hileads.notifications",
    "hileads.curation",
    "hileads.records",
    "induction",
    "learning_sets",
    "repository",
    "accountability",
)

urlpatterns: list[URLPattern | URLResolver] = [
    *(path("", include(f"{room}.urls")) for room in ROOMS),
    path("account/", include("allauth.account.urls")),
    path("account/2fa/", include("allauth.mfa.urls")),
]

handler400 = "hileads.frame.errors.bad_request"
handler403 = "hileads.frame.errors.forbidden"
handler404 = "hileads.frame.errors.not_found"
handler500 = "hileads.frame.errors.server_error"
