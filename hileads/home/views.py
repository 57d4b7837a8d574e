"""Pages that belong to no single room."""

from typing import Any

from django.http import HttpRequest, HttpResponse, HttpResponseBase, JsonResponse
from django.shortcuts import redirect

from hileads.frame.views import PageView, PermissionRequired


class Welcome(PageView):
    """What this is and for whom; people who are signed in go on to "This week"."""

    public = True
    template_name = "home/welcome.jinja"

    def get(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        return redirect("this-week") if request.user.is_authenticated else super().get(request)


class ThisWeek(PageView):
    signed_in = True
    section = "this-week"
    template_name = "home/this_week.jinja"


class SearchAll(PageView):
    signed_in = True
    template_name = "home/search_all.jinja"


class ActingFor(PageView):
    signed_in = True
    template_name = "home/acting_for.jinja"


class RecommendationList(PageView):
    public = True
    template_name = "home/recommendation_list.jinja"


class AccessibilityShow(PageView):
    public = True
    template_name = "home/accessibility_show.jinja"


class PrivacyShow(PageView):
    public = True
    template_name = "home/privacy_show.jinja"


class CookiesShow(PageView):
    public = True
    template_name = "home/cookies_show.jinja"


class StatusShow(PageView):
    public = True
    template_name = "home/status_show.jinja"


class HealthLive(PermissionRequired):
    """The process answers."""

    public = True

    def get(self, request: HttpRequest) -> HttpResponseBase:
        return JsonResponse({"status": "live"})


class HealthReady(PermissionRequired):
    public = True

    def get(self, request: HttpRequest) -> HttpResponseBase:
        return JsonResponse({"status": "ready"})
