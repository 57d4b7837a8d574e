"""Trials: expect, try, decide."""

from django.http import HttpResponse
from django.shortcuts import get_object_or_404

from accountability.actions.trials import decide_trial, start_trial
from accountability.forms.plan import DecisionForm, TrialForm
from accountability.models import Decision, TestOfChange
from accountability.views.action import OfAction
from hileads.frame.views import FormPage
from hileads.permissions.catalogue import P


class TrialStart(OfAction, FormPage):
    """Start a trial: what we try, and what we expect, written down first."""

    permission = P.PLAN_EDIT
    template_name = "accountability/trial_start.jinja"
    form_class = TrialForm

    def form_valid(self, form: TrialForm) -> HttpResponse:
        start_trial(by=self.person, action=self.subject, **form.cleaned_data)
        return self.done(
            "The trial has started. What you expect is written down.",
            "action-show",
            public_id=self.subject.public_id,
        )


class TrialDecide(FormPage):
    """Decide a trial: keep, change or stop, because."""

    permission = P.PLAN_EDIT
    section = "plan"
    template_name = "accountability/trial_decide.jinja"
    form_class = DecisionForm

    def get_subject(self) -> TestOfChange:
        rows = TestOfChange.objects.select_related("action__plan__organisation", "started_by")
        return get_object_or_404(rows, public_id=self.kwargs["public_id"])

    def form_valid(self, form: DecisionForm) -> HttpResponse:
        decide_trial(
            by=self.person,
            trial=self.subject,
            decision=Decision(form.cleaned_data["decision"]),
            because=form.cleaned_data["because"],
        )
        return self.done(
            "The trial is decided. What you learned stays with the action.",
            "action-show",
            public_id=self.subject.action.public_id,
        )
