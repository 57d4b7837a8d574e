"""Which organisations have named a lead."""

from typing import Any

from django.core.paginator import Paginator

from hileads.clock import today
from hileads.frame.views import PageView
from hileads.organisations.forms.directory import CoverageForm
from hileads.organisations.queries.coverage import coverage
from hileads.permissions.catalogue import P

A_PAGE = 25


class CoverageShow(PageView):
    """Which of the organisations expected to name a lead have one, as far as one's post reaches."""

    permission = P.COVERAGE_VIEW
    template_name = "organisations/coverage_show.jinja"

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        reached = coverage(self.request.user, today())
        form = CoverageForm(self.request.GET, regions=reached.regions)
        rows = [row for row in reached.organisations if form.wants(row)]
        page = Paginator(rows, A_PAGE).get_page(self.request.GET.get("page"))
        return super().get_context_data(coverage=reached, form=form, page=page, **kwargs)
