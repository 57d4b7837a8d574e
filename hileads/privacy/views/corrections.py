"""Having something about oneself put right, and the queue of those who answer."""

from typing import Any

from django.http import HttpResponse
from django.shortcuts import get_object_or_404

from hileads.frame.views import FormPage, PageView
from hileads.permissions.catalogue import P
from hileads.privacy.actions import answer_correction, ask_for_correction
from hileads.privacy.forms import CorrectionAnswerForm, CorrectionForm
from hileads.privacy.models import Correction
from hileads.privacy.queries.corrections import corrections_waiting_for


class CorrectionAsk(FormPage):
    """Ask to have something about oneself put right."""

    signed_in = True
    template_name = "privacy/correction_ask.jinja"
    form_class = CorrectionForm

    def form_valid(self, form: CorrectionForm) -> HttpResponse:
        ask_for_correction(by=self.person, **form.cleaned_data)
        return self.done("Thank you. A national administrator reads it and answers you.", "information-show")


class CorrectionList(PageView):
    """What people asked to have put right and is not answered yet."""

    permission = P.CORRECTION_ANSWER
    template_name = "privacy/correction_list.jinja"

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        return super().get_context_data(waiting=corrections_waiting_for(self.person), **kwargs)


class CorrectionAnswer(FormPage):
    """One thing to put right, and the answer to it."""

    permission = P.CORRECTION_ANSWER
    template_name = "privacy/correction_answer.jinja"
    form_class = CorrectionAnswerForm

    def get_subject(self) -> Correction:
        rows = Correction.objects.select_related("person", "answered_by")
        return get_object_or_404(rows, public_id=self.kwargs["public_id"])

    def form_valid(self, form: CorrectionAnswerForm) -> HttpResponse:
        answer_correction(by=self.person, correction=self.subject, **form.cleaned_data)
        return self.done(f"{self.subject.person.name} is told.", "correction-list")
