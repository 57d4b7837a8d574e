"""Groupings of organisations: adding, reading and changing one, and who belongs to it."""

from typing import Any, ClassVar

from django.http import HttpResponse
from django.shortcuts import get_object_or_404

from hileads.clock import today
from hileads.frame.views import WHOLE_FORM, FormPage, PageView
from hileads.organisations.actions.groupings import (
    add_grouping,
    add_grouping_member,
    edit_grouping,
    end_grouping_member,
)
from hileads.organisations.forms.groupings import GroupingForm, GroupingMemberEndForm, GroupingMemberForm
from hileads.organisations.models import Grouping, GroupingMember, Kind, Organisation
from hileads.organisations.queries.groupings import grouping_page
from hileads.permissions.catalogue import P


class GroupingAdd(FormPage):
    """Record a grouping that this integrated care board keeps."""

    permission = P.GROUPING_EDIT
    template_name = "organisations/grouping_add.jinja"
    form_class = GroupingForm

    def get_subject(self) -> Organisation:
        return get_object_or_404(Organisation, code=self.kwargs["code"], kind=Kind.ICB)

    def form_valid(self, form: GroupingForm) -> HttpResponse:
        grouping = add_grouping(by=self.person, icb=self.subject, **form.cleaned_data)
        return self.done(
            "The grouping is recorded. Add the organisations that belong to it.",
            "grouping-show",
            public_id=grouping.public_id,
        )


class OfGrouping:
    """What the pages of one grouping share."""

    permission: ClassVar[P | None] = P.GROUPING_EDIT
    kwargs: dict[str, Any]

    def get_subject(self) -> Grouping:
        return get_object_or_404(Grouping.objects.select_related("icb"), public_id=self.kwargs["public_id"])


class GroupingShow(OfGrouping, PageView):
    """What a grouping is, and who belongs to it since when."""

    permission = P.ORGANISATION_VIEW
    template_name = "organisations/grouping_show.jinja"

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        return super().get_context_data(page=grouping_page(self.subject, self.person, today()), **kwargs)


class GroupingEdit(OfGrouping, FormPage):
    """Change what is recorded of a grouping."""

    template_name = "organisations/grouping_edit.jinja"
    form_class = GroupingForm
    refusal_field = "from_date"

    def get_initial(self) -> dict[str, Any]:
        return {name: getattr(self.subject, name) for name in GroupingForm.base_fields}

    def form_valid(self, form: GroupingForm) -> HttpResponse:
        edit_grouping(by=self.person, grouping=self.subject, **form.cleaned_data)
        return self.done("The changes were saved.", "grouping-show", public_id=self.subject.public_id)


class GroupingMemberAdd(OfGrouping, FormPage):
    """Add an organisation to a grouping."""

    template_name = "organisations/grouping_member_add.jinja"
    form_class = GroupingMemberForm
    refusal_field = WHOLE_FORM

    def get_initial(self) -> dict[str, Any]:
        return {"from_date": self.subject.from_date}

    def form_valid(self, form: GroupingMemberForm) -> HttpResponse:
        member = add_grouping_member(by=self.person, grouping=self.subject, **form.cleaned_data)
        said = f"{member.organisation.name} belongs to {self.subject.name}."
        return self.done(said, "grouping-show", public_id=self.subject.public_id)


class GroupingMemberEnd(FormPage):
    """Record the last day on which an organisation belongs to a grouping."""

    permission = P.GROUPING_EDIT
    template_name = "organisations/grouping_member_end.jinja"
    form_class = GroupingMemberEndForm
    refusal_field = "last_day"

    def get_subject(self) -> GroupingMember:
        rows = GroupingMember.objects.select_related("grouping__icb", "organisation")
        return get_object_or_404(rows, public_id=self.kwargs["public_id"])

    def form_valid(self, form: GroupingMemberEndForm) -> HttpResponse:
        member = end_grouping_member(by=self.person, member=self.subject, **form.cleaned_data)
        return self.done("The last day is recorded.", "grouping-show", public_id=member.grouping.public_id)
