"""What people are told about their actions, the board's reports and figures wanted: what to do, no figure, no text."""

from datetime import date
from typing import Any

from django.urls import reverse

from accountability.models import Action, FigureRequest, MeasureVersion, Report
from accountability.policies.report import draft_due
from hileads.contributions import Words
from hileads.offsets import Offset
from hileads.wording import day_and_month, long_date


def action_due(action: Action, offset: Offset) -> Words:
    """Remind the owner of an action."""
    return Words(
        f"{'Was due' if offset.is_late else 'Due'} on {day_and_month(action.due_date)}: {action.title}",
        "accountability/action_due",
        {
            "title": action.title,
            "organisation": action.plan.organisation.name,
            "day": _day(action.due_date),
            "is_late": offset.is_late,
            "path": reverse("action-show", kwargs={"public_id": action.public_id}),
        },
    )


def draft_reminder(report: Report) -> Words:
    """Remind whoever prepares a report that its draft is due."""
    day = draft_due(report)
    subject = f"The draft of your board’s inequalities report is due on {long_date(day)}"
    return Words(subject, "accountability/report_draft", _context(report, day=_day(day)))


def paper_reminder(report: Report, offset: Offset) -> Words:
    """Remind whoever has to act that the board's papers are due: to freeze the report, or to sign it."""
    to_do = "signed" if report.is_frozen else "frozen"
    day = long_date(report.paper_deadline_date)
    by = f"was to be {to_do} by {day}" if offset.is_late else f"must be {to_do} by {day}"
    values = {"is_late": offset.is_late, "is_frozen": report.is_frozen}
    return Words(
        f"The board’s inequalities report {by}", "accountability/report_paper", _context(report, **values)
    )


def meeting_reminder(report: Report) -> Words:
    """Remind the lead that the board meets, and say how the report stands."""
    subject = f"The board sees the inequalities report on {long_date(report.meeting_date)}"
    state = report.get_state_display().lower()
    return Words(
        subject, "accountability/report_meeting", _context(report, state=state, is_signed=report.is_signed)
    )


def signing_asked(report: Report) -> Words:
    """Ask for the signature under a report that has been frozen."""
    subject = "The board’s inequalities report is frozen and waits for your signature"
    return Words(subject, "accountability/report_sign", _context(report))


def figure_asked(request: FigureRequest, version: MeasureVersion) -> Words:
    """Ask somebody for a figure that the portal does not hold. What is wanted of it stands on its page."""
    return Words(
        f"A figure for your board is wanted: {version.title}",
        "accountability/figure_asked",
        {
            "title": version.title,
            "asked_by": request.asked_by.name,
            "organisation": request.organisation.name,
            "path": reverse("figure-request-show", kwargs={"public_id": request.public_id}),
        },
    )


def _context(report: Report, **more: Any) -> dict[str, Any]:
    return {
        "organisation": report.organisation.name,
        "deadline": _day(report.paper_deadline_date),
        "meeting": _day(report.meeting_date),
        "path": reverse("report-show", args=[report.public_id]),
        **more,
    }


def _day(day: date) -> str:
    return f"{day:%A} {long_date(day)}"
