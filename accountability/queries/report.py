"""The report as pages and exports need it: assembled from the plan and the measures, or read from its snapshot."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from django.conf import settings

from accountability.exports.document import SCHEMA, SCHEMA_VERSION, Document, read
from accountability.exports.footing import FOOTING_HEADING, footing_rows
from accountability.models import Export, Report, ReportState
from accountability.policies.report import what_is_missing
from accountability.queries.footing import footing_record
from accountability.queries.report_measures import MeasurePart, measure_parts, measure_records
from accountability.queries.report_parts import action_records, balance_records
from accountability.queries.tables import Table
from accountability.queries.tellings import told_records
from hileads.frame.context import DEMO_SENTENCE
from hileads.leads.models import Appointment, Role, User
from hileads.organisations.models import Organisation
from hileads.organisations.policies import why_read_only
from hileads.organisations.queries.succession import before
from hileads.permissions.catalogue import P
from hileads.permissions.checks import can, scope
from hileads.wording import long_date

TITLE = "Health inequalities assurance report"
HALF_YEARS = ((4, 1), (10, 1))


@dataclass(frozen=True)
class Milestone:
    """One step of a report on its way to the board. `done` says when, or is empty."""

    label: str
    done: str
    due_date: date | None = None


@dataclass(frozen=True)
class ReportSummary:
    """Where a report stands for one person: its milestones, what is missing, and the next thing to do."""

    report: Report
    milestones: Sequence[Milestone]
    missing: Sequence[str]
    next_step: str
    next_text: str
    days_left: int
    may_edit: bool
    may_freeze: bool
    may_sign: bool
    may_export: bool
    why_read_only: str

    @property
    def days_late(self) -> int:
        return -self.days_left


@dataclass(frozen=True)
class ReportsBefore:
    """The reports of an organisation that closed, under its own name: whoever took over from it reads them."""

    organisation: Organisation
    reports: Sequence[Report]


@dataclass(frozen=True)
class ReportPage:
    """The report as the board will read it, with where it stands."""

    document: Document
    summary: ReportSummary
    measures: Sequence[MeasurePart]
    is_frozen: bool

    @property
    def footing(self) -> Table:
        return Table(FOOTING_HEADING, footing_rows(self.document), ())

    @property
    def balance_rows(self) -> list[list[str]]:
        return [[job["label"], str(job["count"])] for job in self.document["balance"]]


def reports_of(user: User, organisation: Organisation | None, *, on: date) -> list[ReportSummary]:
    """Return the reports of an organisation that this person may see, newest first."""
    rows = scope(Report.objects.filter(organisation=organisation), user, P.REPORT_VIEW)
    rows = rows.select_related("organisation", "front_sheet", "snapshot__signature")
    return [report_summary(user, report, on=on) for report in rows]


def reports_from_before(user: User, organisation: Organisation | None, *, on: date) -> list[ReportsBefore]:
    """Return the reports of those from whom this organisation took over, each under its own name. Two queries."""
    earlier = before(organisation, on).organisations if organisation else ()
    rows = scope(Report.objects.filter(organisation__in=earlier), user, P.REPORT_VIEW)
    held: dict[int, list[Report]] = {}
    for report in rows:
        held.setdefault(report.organisation_id, []).append(report)
    return [ReportsBefore(one, held[one.pk]) for one in earlier if one.pk in held]


def report_page(user: User, report: Report, *, on: date) -> ReportPage:
    """Return the report's page: from its snapshot once it is frozen, until then assembled as of `on`."""
    frozen = report.state != ReportState.OPEN
    document = (
        read(report.snapshot.document, report.snapshot.sha256) if frozen else report_document(report, on=on)
    )
    return ReportPage(
        document=document,
        summary=report_summary(user, report, on=on),
        measures=measure_parts(document),
        is_frozen=frozen,
    )


def report_summary(user: User, report: Report, *, on: date) -> ReportSummary:
    """Return where the report stands and what this person can do about it. Four queries."""
    is_open = report.state == ReportState.OPEN
    missing = what_is_missing(report, report.front_sheet) if is_open else []
    rights = {
        p: can(user, p, on=report) for p in (P.REPORT_EDIT, P.REPORT_FREEZE, P.REPORT_SIGN, P.REPORT_EXPORT)
    }
    if not report.organisation.is_open_on(on):
        rights = {**dict.fromkeys(rights, False), P.REPORT_EXPORT: rights[P.REPORT_EXPORT]}
    next_step, next_text = _next_step(report, missing, rights)
    return ReportSummary(
        report=report,
        milestones=_milestones(report, on),
        missing=missing,
        next_step=next_step,
        next_text=next_text,
        days_left=(report.paper_deadline_date - on).days,
        may_edit=rights[P.REPORT_EDIT] and is_open,
        may_freeze=rights[P.REPORT_FREEZE] and is_open,
        may_sign=rights[P.REPORT_SIGN] and report.state == ReportState.FROZEN,
        may_export=rights[P.REPORT_EXPORT] and not is_open,
        why_read_only=why_read_only(report.organisation, on),
    )


def report_document(report: Report, *, on: date) -> dict[str, Any]:
    """Return the report's document as of `on`: only figures that were published by then, and the plan as it stands.

    The shape is schema version 2 of docs/reference/assurance-report-document-2.md.
    """
    organisation, sheet = report.organisation, report.front_sheet
    return {
        "schema": SCHEMA,
        "schema_version": SCHEMA_VERSION,
        "title": TITLE,
        "demo_note": DEMO_SENTENCE if settings.DEMO else "",
        "organisation": {"code": organisation.code, "name": organisation.name},
        "period": {"from": report.from_date.isoformat(), "to": report.to_date.isoformat()},
        "paper_deadline_date": report.paper_deadline_date.isoformat(),
        "meeting_date": report.meeting_date.isoformat(),
        "frozen_date": on.isoformat(),
        "lead": holders(organisation, Role.EXECUTIVE_LEAD, on=on),
        "prepared_by": holders(organisation, Role.BOARD_SECRETARY, on=on),
        "front_sheet": {
            "ask": sheet.ask,
            "ask_label": sheet.get_ask_display() if sheet.ask else "",
            "ask_detail": sheet.ask_detail,
            "alert": sheet.alert,
            "advise": sheet.advise,
            "assure": sheet.assure,
        },
        "narrative": report.narrative,
        "learning": report.learning,
        "next_steps": report.next_steps,
        "balance": balance_records(organisation),
        "measures": measure_records(organisation, on=on),
        "told": told_records(organisation, since=report.from_date, until=report.to_date),
        "footing": footing_record(organisation, on=on),
        "actions": action_records(organisation, since=report.from_date),
    }


def holders(organisation: Organisation, role: Role, *, on: date) -> str:
    """Return who holds a role at an organisation on a day, by name and post, or that nobody does."""
    rows = Appointment.objects.live(on).in_role(role).filter(organisation=organisation).select_related("user")
    names = [f"{row.user.name}, {row.post_title}" if row.post_title else row.user.name for row in rows]
    return "; ".join(sorted(names)) or "The post is vacant"


def report_file_name(report: Report, file_format: Export.Format) -> str:
    """Return the name under which a report is handed out: sortable by date, and marked when it is a demo's."""
    mark = "DEMO-" if settings.DEMO else ""
    code = report.organisation.code
    return (
        f"{mark}{code}-health-inequalities-assurance-report-{report.to_date.isoformat()}.{file_format.value}"
    )


def usual_period(on: date) -> dict[str, date]:
    """Return the last whole half of the financial year before `on`, and a meeting eight weeks after it."""
    starts = sorted(
        date(year, month, day) for year in range(on.year - 2, on.year + 1) for month, day in HALF_YEARS
    )
    begun = [start for start in starts if start <= on]
    ends = begun[-1] - timedelta(days=1)
    return {"from_date": begun[-2], "to_date": ends, "meeting_date": ends + timedelta(weeks=8)}


def _milestones(report: Report, on: date) -> list[Milestone]:
    snapshot = getattr(report, "snapshot", None)
    signature = getattr(snapshot, "signature", None)
    return [
        Milestone("Front sheet", "Filled in" if report.front_sheet.ask else ""),
        Milestone("Narrative", "Written" if report.narrative.strip() else ""),
        Milestone("Frozen", long_date(snapshot.frozen_at) if snapshot else "", report.paper_deadline_date),
        Milestone(
            "Signed", f"{long_date(signature.signed_at)} by {signature.signed_name}" if signature else ""
        ),
        Milestone("Board meeting", _met(report, on), report.meeting_date),
    ]


def _met(report: Report, on: date) -> str:
    return long_date(report.meeting_date) if report.meeting_date < on else ""


def _next_step(report: Report, missing: Sequence[str], rights: dict[P, bool]) -> tuple[str, str]:
    """Return the address name and words of the one thing this person can do next; empty when it is not theirs."""
    if report.state == ReportState.OPEN:
        if not report.front_sheet.ask and rights[P.REPORT_EDIT]:
            return "front-sheet-edit", "Fill in the front sheet"
        if missing and rights[P.REPORT_EDIT]:
            return "narrative-edit", "Write the narrative"
        if not missing and rights[P.REPORT_FREEZE]:
            return "report-freeze", "Freeze the report"
    if report.state == ReportState.FROZEN and rights[P.REPORT_SIGN]:
        return "report-sign", "Sign the report"
    return "", ""
