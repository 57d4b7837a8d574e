"""Partners without an ODS code: registering one, changing it, closing it, and where it works."""

from typing import Any, ClassVar

from django.http import HttpResponse
from django.shortcuts import get_object_or_404

from hileads.clock import today
from hileads.frame.views import WHOLE_FORM, FormPage
from hileads.organisations.actions.partners import (
    add_partner_area,
    close_partner,
    edit_partner,
    end_partner_area,
    register_partner,
)
from hileads.organisations.forms.partners import LastDayForm, PartnerAreaForm, PartnerEditForm, PartnerForm
from hileads.organisations.models import Kind, Organisation, PartnerArea
from hileads.organisations.queries.partners import alike
from hileads.permissions.catalogue import P


class OfBoard:
    """What pages about the partners of one integrated care board share."""

    permission: ClassVar[P | None] = P.PARTNER_EDIT
    kwargs: dict[str, Any]

    def get_subject(self) -> Organisation:
        return get_object_or_404(Organisation, code=self.kwargs["code"], kind=Kind.ICB)

    def get_initial(self) -> dict[str, Any]:
        return {"from_date": today()}


class PartnerAdd(OfBoard, FormPage):
    """Register a partner of this board. What may be the same organisation is shown first, and one can go on."""

    template_name = "organisations/partner_add.jinja"
    form_class = PartnerForm
    refusal_field = WHOLE_FORM

    def form_valid(self, form: PartnerForm) -> HttpResponse:
        given = form.cleaned_data
        found = [] if self.request.POST.get("not_these") == given["name"] else alike(given["name"], today())
        if found:
            return self.render_to_response(self.get_context_data(form=form, alike=found))
        partner = register_partner(by=self.person, icb=self.subject, **given)
        return self.done(
            f"{partner.name} is registered. Invite its people next.", "organisation-show", code=partner.code
        )


class PartnerAreaAdd(OfBoard, FormPage):
    """Say that a partner that is registered already works in the area of this board too."""

    template_name = "organisations/partner_area_add.jinja"
    form_class = PartnerAreaForm
    refusal_field = "from_date"

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        return super().get_context_data(partner=self.partner, **kwargs)

    @property
    def partner(self) -> Organisation:
        return get_object_or_404(Organisation, code=self.kwargs["partner"], kind=Kind.PARTNER)

    def form_valid(self, form: PartnerAreaForm) -> HttpResponse:
        area = add_partner_area(by=self.person, icb=self.subject, partner=self.partner, **form.cleaned_data)
        return self.done(
            f"{area.partner.name} works in your area too. Invite its people next.",
            "organisation-show",
            code=area.partner.code,
        )


class OfPartner:
    """What the pages of one partner share."""

    permission: ClassVar[P | None] = P.PARTNER_EDIT
    kwargs: dict[str, Any]

    def get_subject(self) -> Organisation:
        rows = Organisation.objects.select_related("partner")
        return get_object_or_404(rows, code=self.kwargs["code"], kind=Kind.PARTNER)


class PartnerEdit(OfPartner, FormPage):
    """Change what is recorded of a partner."""

    template_name = "organisations/partner_edit.jinja"
    form_class = PartnerEditForm
    refusal_field = "named_from"

    def get_initial(self) -> dict[str, Any]:
        partner: Organisation = self.subject
        return {
            "name": partner.name,
            "named_from": partner.names.latest("from_date").from_date,
            "kind": partner.partner.kind,
            "town": partner.town,
        }

    def form_valid(self, form: PartnerEditForm) -> HttpResponse:
        edit_partner(by=self.person, partner=self.subject, **form.cleaned_data)
        return self.done("The changes were saved.", "organisation-show", code=self.subject.code)


class PartnerClose(OfPartner, FormPage):
    """Record the last day of a partner."""

    template_name = "organisations/partner_close.jinja"
    form_class = LastDayForm
    refusal_field = "last_day"

    def form_valid(self, form: LastDayForm) -> HttpResponse:
        close_partner(by=self.person, partner=self.subject, **form.cleaned_data)
        return self.done("The last day is recorded.", "organisation-show", code=self.subject.code)


class PartnerAreaEnd(FormPage):
    """Record the last day on which a partner works in the area of a board."""

    permission = P.PARTNER_EDIT
    template_name = "organisations/partner_area_end.jinja"
    form_class = LastDayForm
    refusal_field = "last_day"

    def get_subject(self) -> PartnerArea:
        rows = PartnerArea.objects.select_related("partner", "icb")
        return get_object_or_404(rows, public_id=self.kwargs["public_id"])

    def form_valid(self, form: LastDayForm) -> HttpResponse:
        end_partner_area(by=self.person, area=self.subject, **form.cleaned_data)
        return self.done("The last day is recorded.", "organisation-show", code=self.subject.partner.code)
