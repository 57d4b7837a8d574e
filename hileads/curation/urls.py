"""The curators' workshop, behind its own door."""

from django.urls import include, path, re_path
from wagtail.admin import urls as workshop
from wagtail.utils.urlpatterns import decorate_urlpatterns

from hileads.curation.views import CurateAccount, CurateClosed, CurateLink, CurateSignIn, for_curators

CLOSED = "pages|password_reset|collections|failwhale|test404"

urlpatterns = [
    path("curate/login/", CurateSignIn.as_view(), name="curate-sign-in"),
    path("curate/account/", for_curators(CurateAccount.as_view()), name="curate-account"),
    re_path(r"^curate/choose-page/(?P<rest>.*)$", for_curators(CurateLink.as_view()), name="curate-link"),
    re_path(rf"^curate/(?:{CLOSED})/", CurateClosed.as_view(), name="curate-closed"),
    path("curate/", include(decorate_urlpatterns(workshop.urlpatterns, for_curators))),
]
