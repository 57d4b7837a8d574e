"""Saying what was seen of a measure that has no figure, and putting it right."""

from typing import Any

from django.http import HttpResponse
from django.shortcuts import get_object_or_404
from django.utils.functional import cached_property

from accountability.actions.tellings import correct_telling, tell_in_words
from accountability.forms.tellings import TellingFields, TellingForm
from accountability.models import MeasureVersion, Telling
from accountability.policies.telling import refuse_to_tell
from hileads.clock import today
from hileads.frame.views import FormPage
from hileads.organisations.models import Organisation
from hileads.permissions.catalogue import P


class TellingAdd(FormPage):
    """Say what was seen in a period, and how that is known."""

    permission = P.LOCAL_MEASURE_EDIT
    section = "measures"
    template_name = "accountability/telling_add.jinja"
    form_class = TellingForm
    refusal_field = "to_date"

    def get_subject(self) -> Organisation:
        return get_object_or_404(Organisation, code=self.kwargs["ods"])

    @cached_property
    def version(self) -> MeasureVersion:
        versions = MeasureVersion.objects.meant_now().used_at(self.subject).select_related("measure")
        return get_object_or_404(versions, measure__code=self.kwargs["code"])

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        refuse_to_tell(self.version, self.subject, today())
        return super().get_context_data(version=self.version, **kwargs)

    def form_valid(self, form: TellingForm) -> HttpResponse:
        tell_in_words(by=self.person, organisation=self.subject, version=self.version, **form.cleaned_data)
        return self.done("Your words are saved.", "measure-show", code=self.kwargs["code"])


class TellingEdit(FormPage):
    """Put right what was told."""

    permission = P.LOCAL_MEASURE_EDIT
    section = "measures"
    template_name = "accountability/telling_edit.jinja"
    form_class = TellingFields
    refusal_field = "to_date"

    def get_subject(self) -> Telling:
        rows = Telling.objects.select_related("measure", "organisation")
        return get_object_or_404(rows, public_id=self.kwargs["public_id"])

    def get_initial(self) -> dict[str, Any]:
        return {name: getattr(self.subject, name) for name in TellingFields.base_fields}

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        version = self.subject.version
        refuse_to_tell(version, self.subject.organisation, today())
        return super().get_context_data(version=version, **kwargs)

    def form_valid(self, form: TellingFields) -> HttpResponse:
        correct_telling(by=self.person, telling=self.subject, **form.cleaned_data)
        return self.done("Your words are saved.", "measure-show", code=self.subject.measure.code)
