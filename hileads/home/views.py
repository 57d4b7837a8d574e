"""Pages that belong to no single room."""

from typing import Any

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import redirect
from django.templatetags.static import static
from django.utils.http import url_has_allowed_host_and_scheme

from hileads.clock import now, today
from hileads.frame.panels import rendered_panels
from hileads.frame.views import FormPage, PageView, PermissionRequired
from hileads.home.actions import look_as
from hileads.home.forms import ActingForForm
from hileads.home.queries import health_at, looked_at_by, search_everywhere, week_of
from hileads.home.reference.recommendations import RECOMMENDATIONS
from hileads.leads.models import Role, role_name, role_names
from hileads.leads.queries import ACTING_FOR, acting_organisation, organisations_of
from hileads.notifications.actions import note_seen
from hileads.permissions.catalogue import P


class Welcome(PageView):
    """What this is and for whom; people who are signed in go on to "This week"."""

    public = True
    template_name = "home/welcome.jinja"

    def get(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        return redirect("this-week") if request.user.is_authenticated else super().get(request)

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        return super().get_context_data(recommendations=RECOMMENDATIONS, **kwargs)


class ThisWeek(PageView):
    """What needs a person, the most consequential first; on a new lead's first visit, where to begin."""

    signed_in = True
    section = "this-week"

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        user: Any = self.request.user
        organisation = acting_organisation(self.request)
        self.week = week_of(user, organisation, today(), everything="all" in self.request.GET)
        slot = "home.first_visit" if self.week.newcomer else "home.this_week"
        return super().get_context_data(
            week=self.week,
            organisation=organisation,
            panels=rendered_panels(user, slot, organisation),
            several=len(organisations_of(user)) > 1,
            **kwargs,
        )

    def get_template_names(self) -> list[str]:
        return ["home/first_visit.jinja" if self.week.newcomer else "home/this_week.jinja"]


class WeekSeen(PermissionRequired):
    """What a browser says once "This week" is on the screen, so that no mail repeats what stands there."""

    signed_in = True

    def post(self, request: HttpRequest) -> HttpResponse:
        organisation = acting_organisation(request)
        everything = "all" in request.POST
        week = week_of(self.person, organisation, today(), everything=everything)
        note_seen(by=self.person, lines=week.lines)
        return HttpResponse(status=204)


class SearchAll(PageView):
    """One box for everything a person may see."""

    signed_in = True
    template_name = "home/search_all.jinja"

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        user: Any = self.request.user
        words = self.request.GET.get("q", "").strip()
        return super().get_context_data(words=words, found=search_everywhere(user, words), **kwargs)


class ActingFor(FormPage):
    """Choose whom one acts for, and go back to where one was."""

    signed_in = True
    template_name = "home/acting_for.jinja"
    form_class = ActingForForm

    def get_initial(self) -> dict[str, Any]:
        organisation = acting_organisation(self.request)
        return {"organisation": organisation.code if organisation else ""}

    def get_form_kwargs(self) -> dict[str, Any]:
        return super().get_form_kwargs() | {"organisations": organisations_of(self.request.user)}

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        return super().get_context_data(next=self.request.GET.get("next", ""), **kwargs)

    def form_valid(self, form: Any) -> HttpResponse:
        self.request.session[ACTING_FOR] = form.cleaned_data["organisation"]
        back = self.request.POST.get("next", "")
        safe = url_has_allowed_host_and_scheme(back, {self.request.get_host()}, self.request.is_secure())
        return redirect(back if safe else "this-week")


class RecommendationList(PageView):
    """The five recommendations, each with where it lives here."""

    public = True
    template_name = "home/recommendation_list.jinja"

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        return super().get_context_data(recommendations=RECOMMENDATIONS, **kwargs)


class AccessibilityShow(PageView):
    """How accessible this is, and what is not."""

    public = True
    template_name = "home/accessibility_show.jinja"


class PrivacyShow(PageView):
    """What is kept about people, and who sees it."""

    public = True
    template_name = "home/privacy_show.jinja"


class CookiesShow(PageView):
    """The cookies there are."""

    public = True
    template_name = "home/cookies_show.jinja"

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        names = {"session": settings.SESSION_COOKIE_NAME, "csrf": settings.CSRF_COOKIE_NAME}
        return super().get_context_data(cookies=names, **kwargs)


class StatusShow(PageView):
    """Whether the portal works at present, in words."""

    public = True
    template_name = "home/status_show.jinja"

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        return super().get_context_data(health=health_at(now()), moment=now(), **kwargs)


class RoleList(PageView):
    """The roles, to look at the portal as each of them sees it."""

    permission = P.ROLE_LOOK
    template_name = "home/role_list.jinja"

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        return super().get_context_data(roles=role_names(), **kwargs)


class RoleLook(PageView):
    """What somebody in a role meets, on sample content that is undone at once."""

    permission = P.ROLE_LOOK
    template_name = "home/role_look.jinja"

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        if self.kwargs["role"] not in Role.values:
            raise Http404
        role = Role(self.kwargs["role"])
        return super().get_context_data(
            role=role_name(role), look=look_as(by=self.person, role=role, look=looked_at_by), **kwargs
        )


class Favicon(PermissionRequired):
    """For browsers that ask for a symbol without looking into the page."""

    public = True

    def get(self, request: HttpRequest) -> HttpResponse:
        return redirect(static("wagtailnhsukfrontend/favicons/favicon.ico"))


class HealthLive(PermissionRequired):
    """For machines: the process answers."""

    public = True

    def get(self, request: HttpRequest) -> HttpResponse:
        return JsonResponse({"status": "live"})


class HealthReady(PermissionRequired):
    """For machines: pages can be served, with what they need; 503 when not."""

    public = True

    def get(self, request: HttpRequest) -> HttpResponse:
        health = health_at(now())
        parts = {name: "ok" if good else "failing" for name, good in vars(health).items()}
        status = "ready" if health.ready else "not ready"
        return JsonResponse({"status": status, **parts}, status=200 if health.ready else 503)
