"""What the board's reports ask of a person now, for "This week" and the weekly digest."""

from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from uuid import UUID

from django.urls import reverse

from accountability.models import Report, ReportState
from hileads.contributions import Consequence, Resolved, WorkLine
from hileads.leads.models import Area, User
from hileads.permissions.catalogue import P
from hileads.permissions.checks import scope, scope_each
from hileads.wording import long_date

WEEKS_OF_NOTICE = 6
DAYS_OF_NOTICE = WEEKS_OF_NOTICE * 7


def report_lines(people: Sequence[User], day: date) -> Iterator[tuple[User, WorkLine]]:
    """Yield the reports that wait for somebody's signature, freezing or words. Each is read once."""
    reports = Report.objects.select_related("organisation", "front_sheet")
    for person, report in scope_each(reports.filter(state=ReportState.FROZEN), people, P.REPORT_SIGN):
        yield person, _signing_line(report)
    notice = day + timedelta(days=DAYS_OF_NOTICE)
    near = reports.filter(state=ReportState.OPEN, paper_deadline_date__lte=notice)
    writing = list(scope_each(near, people, P.REPORT_EDIT))
    written = list(dict.fromkeys(report for _, report in writing))
    freezing = set(scope_each(written, people, P.REPORT_FREEZE))
    for person, report in writing:
        yield person, _writing_line(report, may_freeze=(person, report) in freezing)


def resolve_report(user: User, public_id: str, revision: str) -> Resolved | None:
    """Lead from a message to a report, for those who may see it."""
    rows = Report.objects.filter(public_id=UUID(public_id)).select_related("organisation")
    report = scope(rows, user, P.REPORT_VIEW).first()
    if report is None:
        return None
    return Resolved(str(report), reverse("report-show", args=[report.public_id]), "Board report")


def _signing_line(report: Report) -> WorkLine:
    return WorkLine(
        key=f"report-sign:{report.public_id}",
        consequence=Consequence.SOMEONE_WAITS,
        text="The assurance report is frozen and waits for your signature.",
        url=reverse("report-show", args=[report.public_id]),
        verb="Read and sign it",
        due_date=report.paper_deadline_date,
        organisation_name=report.organisation.name,
    )


def _writing_line(report: Report, *, may_freeze: bool) -> WorkLine:
    written = bool(report.front_sheet.ask and report.narrative.strip())
    to_do = "can be frozen" if written and may_freeze else "is being prepared"
    return WorkLine(
        key=f"report-write:{report.public_id}",
        consequence=Consequence.BOARD_DEADLINE,
        text=f"The assurance report for the board on {long_date(report.meeting_date)} {to_do}.",
        url=reverse("report-show", args=[report.public_id]),
        verb="Freeze it" if written and may_freeze else "Go on with it",
        due_date=report.paper_deadline_date,
        organisation_name=report.organisation.name,
        area=Area.REPORT,
    )
