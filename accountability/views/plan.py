"""The plan as a page, and the form that adds to it."""

from typing import Any
from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import get_object_or_404
from django.utils.functional import cached_property

from accountability.actions.plan import add_action
from accountability.forms.plan import EXAMPLE, FIGURES, ActionForm
from accountability.models import MeasureVersion
from accountability.queries.measures import figures_shown, live_versions
from accountability.queries.people import people_at
from accountability.queries.plan import plan_page
from hileads.clock import today
from hileads.frame.views import FormPage, PageView
from hileads.leads.queries import acting_organisation
from hileads.organisations.models import Organisation
from hileads.permissions.catalogue import P
from hileads.permissions.checks import can
from induction.public import ActivityView, activity, example_measures
from learning_sets.public import CommitmentView, commitment_for_author


class PlanOwn(PageView):
    """The plan of the organisation that one acts for, or why there is none."""

    signed_in = True
    section = "plan"
    template_name = "accountability/plan_own.jinja"

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        organisation = acting_organisation(request)
        if organisation is not None and can(self.person, P.PLAN_VIEW, on=organisation):
            return PlanShow.as_view()(request, ods=organisation.code)
        return super().dispatch(request, *args, **kwargs)


class PlanShow(PageView):
    """What we do about inequalities: by state, with who, by when, and whether the measure has moved."""

    permission = P.PLAN_VIEW
    section = "plan"
    template_name = "accountability/plan_show.jinja"

    def get_subject(self) -> Organisation:
        return get_object_or_404(Organisation, code=self.kwargs["ods"])

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        page = plan_page(self.subject, self.person, self.request.GET.get("page", 1), on=today())
        return super().get_context_data(plan=page, **kwargs)


class ActionAdd(FormPage):
    """Add an action: from nothing, from an activity, from a measure, or from one's own commitment."""

    permission = P.PLAN_EDIT
    section = "plan"
    template_name = "accountability/action_add.jinja"
    form_class = ActionForm

    def get_subject(self) -> Organisation:
        if "ods" in self.kwargs:
            return get_object_or_404(Organisation, code=self.kwargs["ods"])
        organisation = acting_organisation(self.request)
        if organisation is None:
            raise Http404
        return organisation

    @cached_property
    def commitment(self) -> CommitmentView | None:
        """The commitment in the address, which exists for its author alone."""
        asked = self.request.GET.get("commitment")
        if not asked:
            return None
        found = commitment_for_author(self.person, as_uuid(asked))
        if found is None:
            raise Http404
        return found

    @cached_property
    def activity(self) -> ActivityView | None:
        code = self.request.GET.get("activity")
        return activity(code) if code and not self.commitment else None

    @cached_property
    def measure(self) -> MeasureVersion | None:
        code = self.request.GET.get("measure")
        return get_object_or_404(live_versions(self.subject), measure__code=code) if code else None

    def get_initial(self) -> dict[str, Any]:
        initial: dict[str, Any] = {"owner": self.person.pk}
        if self.activity:
            initial |= self._from_activity(self.activity)
        if self.commitment and self.commitment.due_date >= today():
            initial["due_date"] = self.commitment.due_date
        if self.measure:
            figures = figures_shown(self.measure, self.subject, None, on=today(), is_chosen=False)
            initial["measured_by"] = f"{FIGURES}:{self.measure.measure.code}"
            initial.setdefault("why", figures.summary if figures else "")
        return initial

    def get_form_kwargs(self) -> dict[str, Any]:
        choices = {
            "people": people_at(self.subject, on=today()),
            "versions": list(live_versions(self.subject)),
            "examples": example_measures(),
        }
        return {**super().get_form_kwargs(), **choices}

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        origins = {"activity": self.activity, "commitment": self.commitment, "measure": self.measure}
        return super().get_context_data(**origins, **kwargs)

    def form_valid(self, form: ActionForm) -> HttpResponse:
        action = add_action(
            by=self.person,
            organisation=self.subject,
            commitment=self.commitment.public_id if self.commitment else None,
            from_activity_id=self.activity.id if self.activity else None,
            **form.cleaned_data,
        )
        return self.done("The action is in the plan.", "action-show", public_id=action.public_id)

    @staticmethod
    def _from_activity(activity: ActivityView) -> dict[str, Any]:
        return {
            "title": activity.title,
            "why": activity.description,
            "first_step": activity.first_step,
            "quadrant": activity.quadrant,
            "horizon": activity.horizon,
            "measured_by": f"{EXAMPLE}:{activity.measure.code}" if activity.measure else "",
        }


def as_uuid(text: str) -> UUID:
    """Return the identifier in an address. What is not one was never there: 404."""
    try:
        return UUID(text)
    except ValueError as fault:
        raise Http404 from fault
