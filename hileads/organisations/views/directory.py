"""The directory and an organisation's page."""

from datetime import date
from typing import Any

from django.core.paginator import Paginator
from django.http import Http404

from hileads.clock import today
from hileads.frame.panels import rendered_panels
from hileads.frame.views import PageView
from hileads.organisations.forms.directory import AsAtForm, DirectoryForm
from hileads.organisations.models import Organisation
from hileads.organisations.queries.directory import by_code, find, lines_of, parents, with_places
from hileads.organisations.queries.partners import partner_facts
from hileads.organisations.queries.profile import profile
from hileads.permissions.catalogue import P

A_PAGE = 25


class OrganisationList(PageView):
    """Find an organisation by what people call it, or walk through all of them alphabetically."""

    permission = P.ORGANISATION_VIEW
    template_name = "organisations/organisation_list.jinja"

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        day = AsAtForm(self.request.GET).day() or today()
        form = DirectoryForm(self.request.GET, parents=parents(day))
        sought = form.sought()
        found = find(sought, day)
        page = Paginator(with_places(found.organisations, day), A_PAGE).get_page(self.request.GET.get("page"))
        return super().get_context_data(
            form=form,
            found=found,
            sought=sought,
            page=page,
            lines=lines_of(page, day, sought.as_at),
            as_at=sought.as_at,
            asked=asked(sought.as_at),
            **kwargs,
        )


class OrganisationShow(PageView):
    """One organisation: what it is and was, where it belongs, and who leads there."""

    permission = P.ORGANISATION_VIEW
    template_name = "organisations/organisation_show.jinja"

    def get_subject(self) -> Organisation:
        organisation = by_code(self.kwargs["code"])
        if organisation is None:
            raise Http404
        return organisation

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        form = AsAtForm(self.request.GET)
        as_at = form.day()
        day = as_at or today()
        panels = (
            [] if as_at else rendered_panels(self.request.user, "organisations.organisation", self.subject)
        )
        return super().get_context_data(
            organisation=self.subject,
            profile=profile(self.subject, day),
            partner=partner_facts(self.subject, self.person, day),
            is_open=self.subject.is_open_on(day),
            panels=panels,
            form=form,
            as_at=as_at,
            asked=asked(as_at),
            **kwargs,
        )


def asked(as_at: date | None) -> dict[str, int]:
    """Return what an address asks for so that the next page, too, shows how things stood on that day."""
    if as_at is None:
        return {}
    return {"as_at-day": as_at.day, "as_at-month": as_at.month, "as_at-year": as_at.year}
