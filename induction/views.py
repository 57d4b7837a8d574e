"""The pages of the induction offer."""

from typing import Any

from django.shortcuts import get_object_or_404

from hileads.clock import today
from hileads.frame.panels import rendered_panels
from hileads.frame.views import PageView
from hileads.leads.queries import acting_organisation
from hileads.permissions.catalogue import P
from induction.models import Activity, RoleGuide, TrainingTopic
from induction.queries import board_jobs, first_activities, my_role, published_activities


class RoleShow(PageView):
    """My role: the guide for my kind of organisation, and something to begin with."""

    permission = P.CONTENT_VIEW
    section = "my-role"
    template_name = "induction/role_show.jinja"

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        user = self.request.user
        return super().get_context_data(
            role=my_role(user, acting_organisation(self.request), today()),
            activities=first_activities(user),
            topics=list(TrainingTopic.objects.all()),
            panels=rendered_panels(user, "induction.role"),
            **kwargs,
        )


class GuideShow(PageView):
    """A role guide with its contents."""

    permission = P.CONTENT_VIEW
    section = "my-role"
    template_name = "induction/guide_show.jinja"
    subject: RoleGuide

    def get_subject(self) -> RoleGuide:
        return get_object_or_404(RoleGuide.objects.published(), code=self.kwargs["code"])

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        return super().get_context_data(guide=self.subject, **kwargs)


class ActivityList(PageView):
    """What leads do, as the board's four jobs."""

    permission = P.CONTENT_VIEW
    section = "my-role"
    template_name = "induction/activity_list.jinja"

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        user = self.request.user
        return super().get_context_data(
            jobs=board_jobs(user), panels=rendered_panels(user, "induction.activity_list"), **kwargs
        )


class ActivityShow(PageView):
    """One activity: what it is, its first step, and how to see that it moves something."""

    permission = P.CONTENT_VIEW
    section = "my-role"
    template_name = "induction/activity_show.jinja"
    subject: Activity

    def get_subject(self) -> Activity:
        return get_object_or_404(published_activities(self.request.user), code=self.kwargs["code"])

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        return super().get_context_data(
            activity=self.subject,
            measures=[row.measure for row in self.subject.published_measures],
            panels=rendered_panels(self.request.user, "induction.activity", self.subject),
            **kwargs,
        )
