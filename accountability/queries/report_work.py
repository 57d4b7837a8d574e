"""What the board's reports ask of a person now, for "This week" and the weekly digest."""

from datetime import date
from uuid import UUID

from django.urls import reverse

from accountability.models import Report, ReportState
from hileads.contributions import Consequence, Resolved, WorkLine
from hileads.leads.models import Area, User
from hileads.permissions.catalogue import P
from hileads.permissions.checks import scope
from hileads.wording import long_date

WEEKS_OF_NOTICE = 6
DAYS_OF_NOTICE = WEEKS_OF_NOTICE * 7


def report_lines(user: User, day: date) -> list[WorkLine]:
    """Return the reports that wait for this person's signature, freezing or words. Three queries."""
    reports = Report.objects.select_related("organisation", "front_sheet")
    signing = scope(reports.filter(state=ReportState.FROZEN), user, P.REPORT_SIGN)
    editing = scope(reports.filter(state=ReportState.OPEN), user, P.REPORT_EDIT)
    freezing = set(
        scope(reports.filter(state=ReportState.OPEN), user, P.REPORT_FREEZE).values_list("pk", flat=True)
    )
    near = [row for row in editing if (row.paper_deadline_date - day).days <= DAYS_OF_NOTICE]
    return [_signing_line(row) for row in signing] + [_writing_line(row, row.pk in freezing) for row in near]


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


def _writing_line(report: Report, may_freeze: bool) -> WorkLine:
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
