"""Naming who acts for somebody who is away, and ending it."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404

from hileads.clock import today
from hileads.frame.views import WHOLE_FORM, FormPage, PageView
from hileads.leads.actions import end_delegation, name_deputy
from hileads.leads.forms import DelegationForm
from hileads.leads.models import Appointment, Delegation
from hileads.leads.policies import period_of, place_of
from hileads.leads.queries import areas_of, colleagues_of
from hileads.permissions.catalogue import P


class DelegationAdd(FormPage):
    """Name a colleague who acts for the holder of a post while they are away."""

    permission = P.DELEGATION_EDIT
    template_name = "leads/delegation_add.jinja"
    form_class = DelegationForm
    refusal_field = WHOLE_FORM

    def get_subject(self) -> Appointment:
        rows = Appointment.objects.select_related("user", "organisation")
        return get_object_or_404(rows, public_id=self.kwargs["public_id"])

    def get_initial(self) -> dict[str, Any]:
        return {"from_date": today(), "areas": [area.value for area in areas_of(self.subject)]}

    def get_form_kwargs(self) -> dict[str, Any]:
        self.colleagues = colleagues_of(self.subject, today())
        return super().get_form_kwargs() | {"colleagues": self.colleagues, "areas": areas_of(self.subject)}

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        return super().get_context_data(
            place=place_of(self.subject),
            colleagues=self.colleagues,
            is_own=self.subject.user == self.person,
            **kwargs,
        )

    def form_valid(self, form: DelegationForm) -> HttpResponse:
        named = name_deputy(by=self.person, appointment=self.subject, **form.cleaned_data)
        message = (
            f"{named.deputy.name} acts for {named.appointment.user.name} {period_of(named)}. Both are told."
        )
        return self.done(message, "delegation-end", public_id=named.public_id)


class DelegationEnd(PageView):
    """Who acts for whom, in what, until when; and a button that ends it at once."""

    permission = P.DELEGATION_EDIT
    template_name = "leads/delegation_end.jinja"

    def get_subject(self) -> Delegation:
        rows = Delegation.objects.select_related("appointment__user", "appointment__organisation", "deputy")
        return get_object_or_404(rows, public_id=self.kwargs["public_id"])

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        delegation: Delegation = self.subject
        is_over = delegation.to_date is not None and delegation.to_date < today()
        return super().get_context_data(is_over=is_over, **kwargs)

    def post(self, request: HttpRequest, **kwargs: Any) -> HttpResponse:
        end_delegation(by=self.person, delegation=self.subject)
        holder = self.subject.appointment.user
        return self.done(f"{self.subject.deputy.name} no longer acts for {holder.name}.", "account-show")
