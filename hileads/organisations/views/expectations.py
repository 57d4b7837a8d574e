"""Who is expected to name a lead: recorded by hand where the rule for trusts and boards does not say it."""

from typing import Any

from django.http import HttpResponse
from django.shortcuts import get_object_or_404
from django.utils.functional import cached_property

from hileads.clock import today
from hileads.frame.refusals import NotNow
from hileads.frame.views import WHOLE_FORM, FormPage
from hileads.organisations.actions.expectations import add_expectation, end_expectation
from hileads.organisations.forms.expectations import ExpectationEndForm, ExpectationForm
from hileads.organisations.models import Expectation, Organisation
from hileads.organisations.queries.expectations import expectation_to_end, expectations_of
from hileads.permissions.catalogue import P


class OfOrganisation:
    """What pages about one organisation's expectation share."""

    kwargs: dict[str, Any]
    subject: Organisation

    def get_subject(self) -> Organisation:
        return get_object_or_404(Organisation, code=self.kwargs["code"])

    @cached_property
    def current(self) -> Expectation | None:
        """The expectation that holds, or will."""
        return expectation_to_end(self.subject, today())


class ExpectationShow(OfOrganisation, FormPage):
    """Since when and why an organisation is expected to name a lead, and a way to say that from now on it is."""

    permission = P.EXPECTATION_EDIT
    template_name = "organisations/expectation_show.jinja"
    form_class = ExpectationForm
    refusal_field = WHOLE_FORM

    def get_initial(self) -> dict[str, Any]:
        return {"from_date": today()}

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        return super().get_context_data(
            current=self.current, expectations=expectations_of(self.subject), **kwargs
        )

    def form_valid(self, form: ExpectationForm) -> HttpResponse:
        add_expectation(by=self.person, organisation=self.subject, **form.cleaned_data)
        return self.done(
            f"{self.subject.name} is expected to name a lead.", "expectation-show", code=self.subject.code
        )


class ExpectationEnd(OfOrganisation, FormPage):
    """Say that an organisation is expected to name a lead no longer."""

    permission = P.EXPECTATION_EDIT
    template_name = "organisations/expectation_end.jinja"
    form_class = ExpectationEndForm
    refusal_field = "last_day"

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        return super().get_context_data(current=self.expectation, **kwargs)

    @cached_property
    def expectation(self) -> Expectation:
        """The expectation to end, or the reason why there is none."""
        if self.current is None:
            raise NotNow(f"{self.subject.name} is not expected to name a lead. There is nothing to end.")
        return self.current

    def form_valid(self, form: ExpectationEndForm) -> HttpResponse:
        end_expectation(by=self.person, expectation=self.expectation, **form.cleaned_data)
        return self.done("The last day is recorded.", "expectation-show", code=self.subject.code)
