"""Keeping the catalogue of measures: everybody's by national administrators, an organisation's own by its people."""

from typing import Any, ClassVar

from django.http import HttpResponse
from django.shortcuts import get_object_or_404
from django.utils.functional import cached_property

from accountability.actions.catalogue import (
    add_measure,
    correct_measure,
    publish_version,
    restore_measure,
    retire_measure,
)
from accountability.forms.catalogue import ChangedMeasureForm, NewMeasureForm, RetireForm
from accountability.models import Measure, MeasureVersion
from accountability.queries.catalogue import kept_versions
from hileads.frame.views import FormPage, PageView
from hileads.organisations.models import Organisation
from hileads.permissions.catalogue import P


class CatalogueList(PageView):
    """Every measure that is everybody's, those that are retired included."""

    permission = P.MEASURE_EDIT
    section = "measures"
    template_name = "accountability/catalogue_list.jinja"

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        return super().get_context_data(versions=list(kept_versions()), **kwargs)


class MeasureAdd(FormPage):
    """A new measure for everybody."""

    permission: ClassVar[P | None] = P.MEASURE_EDIT
    section = "measures"
    template_name = "accountability/measure_add.jinja"
    form_class = NewMeasureForm
    message: ClassVar[str] = "The measure is in the catalogue."

    def get_form_kwargs(self) -> dict[str, Any]:
        return {**super().get_form_kwargs(), "organisation": self.subject}

    def form_valid(self, form: NewMeasureForm) -> HttpResponse:
        version = add_measure(
            by=self.person,
            organisation=self.subject,
            family=form.cleaned_data["family"],
            meaning=form.meaning(),
        )
        return self.done(self.message, "measure-show", code=version.measure.code)


class LocalMeasureAdd(MeasureAdd):
    """A new measure of an organisation's own."""

    permission = P.LOCAL_MEASURE_EDIT
    template_name = "accountability/local_measure_add.jinja"
    message = "The measure is added. Your board watches it once you choose it on the board view."

    def get_subject(self) -> Organisation:
        return get_object_or_404(Organisation, code=self.kwargs["ods"])


class OfCatalogue(FormPage):
    """What the pages of one measure of everybody's share."""

    permission: ClassVar[P | None] = P.MEASURE_EDIT
    section: ClassVar[str] = "measures"

    @cached_property
    def measure(self) -> Measure:
        return get_object_or_404(Measure, code=self.kwargs["code"], organisation__isnull=True)

    @cached_property
    def version(self) -> MeasureVersion:
        return self.measure.versions.select_related("measure__organisation").get(is_live=True)


class OfLocalMeasure(OfCatalogue):
    """What the pages of one of an organisation's own measures share."""

    permission: ClassVar[P | None] = P.LOCAL_MEASURE_EDIT

    @cached_property
    def measure(self) -> Measure:
        own = Measure.objects.filter(organisation__isnull=False).select_related("organisation")
        return get_object_or_404(own, code=self.kwargs["code"])

    def get_subject(self) -> Measure:
        return self.measure


class MeasureEdit(OfCatalogue):
    """Put the words of a measure right, or publish what it means from now on."""

    template_name = "accountability/measure_edit.jinja"
    form_class = ChangedMeasureForm
    refusal_field = "change"

    def get_form_kwargs(self) -> dict[str, Any]:
        given = super().get_form_kwargs()
        given["initial"] = {"seen": self.version.number}
        return {**given, "organisation": self.measure.organisation, "held": self.version}

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        return super().get_context_data(version=self.version, **kwargs)

    def form_valid(self, form: ChangedMeasureForm) -> HttpResponse:
        is_new = form.cleaned_data["change"] == "meaning"
        save = publish_version if is_new else correct_measure
        save(by=self.person, version=self.version, seen=form.cleaned_data["seen"], meaning=form.meaning())
        said = "The new version is published." if is_new else "The words are corrected."
        return self.done(said, "measure-show", **self.kwargs)


class LocalMeasureEdit(OfLocalMeasure, MeasureEdit):
    """The same for an organisation's own measure."""

    template_name = "accountability/local_measure_edit.jinja"


class MeasureRetire(OfCatalogue):
    """Offer a measure no more, or offer it again."""

    template_name = "accountability/measure_retire.jinja"
    form_class = RetireForm

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        return super().get_context_data(version=self.version, **kwargs)

    def form_valid(self, form: RetireForm) -> HttpResponse:
        if "restore" in self.request.POST:
            restore_measure(by=self.person, measure=self.measure)
            return self.done("The measure is offered again.", "measure-show", **self.kwargs)
        retire_measure(by=self.person, measure=self.measure)
        return self.done("The measure is retired. Its figures stay.", "measure-show", **self.kwargs)


class LocalMeasureRetire(OfLocalMeasure, MeasureRetire):
    """The same for an organisation's own measure."""

    template_name = "accountability/local_measure_retire.jinja"
