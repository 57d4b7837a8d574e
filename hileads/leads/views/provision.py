"""The time, the budget and the people that come with a post: told by those who know, and counted nationally."""

import csv
from io import StringIO
from typing import Any

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404

from hileads.clock import today
from hileads.frame.views import WHOLE_FORM, FormPage, PageView, PermissionRequired
from hileads.leads.actions import tell_provision
from hileads.leads.forms import ProvisionForm
from hileads.leads.models import Appointment
from hileads.leads.policies import refuse_provision
from hileads.leads.queries import COLUMNS, QUESTIONS, TOLD, provision_counts, provision_of
from hileads.permissions.catalogue import P

HIDDEN = "hidden"
CSV = "text/csv; charset=utf-8; header=present"


class ProvisionEdit(FormPage):
    """Tell which time, budget and support come with a post, change it, or take it back."""

    permission = P.PROVISION_EDIT
    template_name = "leads/provision_edit.jinja"
    form_class = ProvisionForm
    refusal_field = WHOLE_FORM

    def get_subject(self) -> Appointment:
        posts = Appointment.objects.filter(organisation__isnull=False).select_related("user", "organisation")
        return get_object_or_404(posts, public_id=self.kwargs["public_id"])

    def get_initial(self) -> dict[str, Any]:
        return ProvisionForm.initial_of(provision_of(self.subject))

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        refuse_provision(self.subject, today())
        return super().get_context_data(
            told=provision_of(self.subject), is_own=self.subject.user_id == self.person.pk, **kwargs
        )

    def form_valid(self, form: ProvisionForm) -> HttpResponse:
        told = tell_provision(by=self.person, appointment=self.subject, **form.told())
        message = "Thank you. What you told is kept." if told else "Nothing is told of this post now."
        if self.subject.user_id == self.person.pk:
            return self.done(message, "account-show")
        return self.done(message, "organisation-people", code=self.subject.organisation.code)


class ProvisionList(PageView):
    """How many leads across the country have time, a budget and support."""

    permission = P.PROVISION_COUNT
    template_name = "leads/provision_list.jinja"

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        return super().get_context_data(
            counts=provision_counts(today()), questions=QUESTIONS, told=TOLD, hidden=HIDDEN, **kwargs
        )


class ProvisionCsv(PermissionRequired):
    """The same counts as CSV."""

    permission = P.PROVISION_COUNT

    def get(self, request: HttpRequest) -> HttpResponse:
        file = StringIO()
        writer = csv.writer(file, lineterminator="\r\n")
        writer.writerow(["Where", *_headings()])
        for group in provision_counts(today()).groups:
            shown = [HIDDEN if count is None else count for count in group.counts.values()]
            writer.writerow([group.label, *shown])
        name = f"{'DEMO-' if settings.DEMO else ''}time-and-support-{today().isoformat()}.csv"
        return HttpResponse(
            file.getvalue(),
            content_type=CSV,
            headers={"Content-Disposition": f'attachment; filename="{name}"'},
        )


def _headings() -> list[str]:
    """Return each column's heading with its question, since answers such as "Not told" come more than once."""
    asked = {column: question for question, answers in QUESTIONS.items() for column in answers}
    return [f"{asked[column]}: {label}" if column in asked else label for column, label in COLUMNS.items()]
