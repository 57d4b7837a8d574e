"""Which organisations have named a lead."""

from typing import Any

from django.conf import settings
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse

from hileads.clock import today
from hileads.frame.views import PageView, PermissionRequired
from hileads.organisations.charts import NARROW, WIDE, address_of
from hileads.organisations.exports import coverage_csv, coverage_xlsx
from hileads.organisations.forms.directory import CoverageForm
from hileads.organisations.queries.coverage import coverage
from hileads.organisations.queries.overtime import FEWEST, MonthEnd, coverage_over_time
from hileads.permissions.catalogue import P
from hileads.permissions.checks import can

A_PAGE = 25
CSV = "text/csv; charset=utf-8; header=present"
XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


class CoverageShow(PageView):
    """Which of the organisations expected to name a lead have one, as far as one's post reaches."""

    permission = P.COVERAGE_VIEW
    template_name = "organisations/coverage_show.jinja"

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        reached = coverage(self.request.user, today())
        over_time = coverage_over_time(self.request.user, today())
        form = CoverageForm(self.request.GET, regions=reached.regions)
        rows = [row for row in reached.organisations if form.wants(row)]
        page = Paginator(rows, A_PAGE).get_page(self.request.GET.get("page"))
        return super().get_context_data(
            coverage=reached,
            over_time=over_time,
            pictures=_pictures(over_time) if len(over_time) >= FEWEST else None,
            form=form,
            page=page,
            may_count=can(self.person, P.PROVISION_COUNT),
            **kwargs,
        )


class CoverageCsv(PermissionRequired):
    """The organisations expected to have a lead, as CSV."""

    permission = P.COVERAGE_VIEW

    def get(self, request: HttpRequest) -> HttpResponse:
        return _file(coverage_csv(coverage(request.user, today())), CSV, "csv")


class CoverageXlsx(PermissionRequired):
    """All of the page as a workbook."""

    permission = P.COVERAGE_VIEW

    def get(self, request: HttpRequest) -> HttpResponse:
        day = today()
        book = coverage_xlsx(coverage(request.user, day), coverage_over_time(request.user, day), day)
        return _file(book, XLSX, "xlsx")


def _pictures(over_time: tuple[MonthEnd, ...]) -> dict[str, str]:
    series = (
        [end.day for end in over_time],
        [end.expected for end in over_time],
        [end.with_lead for end in over_time],
    )
    return {"wide": address_of(*series, WIDE), "narrow": address_of(*series, NARROW)}


def _file(content: str | bytes, kind: str, ending: str) -> HttpResponse:
    name = f"{'DEMO-' if settings.DEMO else ''}coverage-{today().isoformat()}.{ending}"
    return HttpResponse(
        content, content_type=kind, headers={"Content-Disposition": f'attachment; filename="{name}"'}
    )
