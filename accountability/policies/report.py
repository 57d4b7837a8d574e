"""May the report change state now? One dict of states, one question each for what depends on them."""

from datetime import date, timedelta

from accountability.models import FrontSheet, Report, ReportState
from hileads.frame.refusals import NotNow
from hileads.offsets import Offset
from hileads.working_days import clear_working_days_before

TRANSITIONS: dict[ReportState, dict[str, ReportState]] = {
    ReportState.OPEN: {"freeze": ReportState.FROZEN},
    ReportState.FROZEN: {"sign": ReportState.SIGNED},
    ReportState.SIGNED: {},
}
"""From each state, what may happen to a report and where it leads. docs/reference/states-report.md is drawn from it."""

SIGNING = "report-sign"
"""What the message is called that asks for a signature."""

SHORTEST_PERIOD = 28
CLEAR_DAYS_FOR_PAPERS = 7
"""How many clear working days before the board meets its papers are due."""
CLEAR_DAYS_FOR_DRAFT = 5
"""How many clear working days before that the draft is due, so that there is time to read it."""

ABOUT_A_DRAFT = (Offset("7-days", timedelta(days=7)), Offset("the-day", timedelta(0)))
ABOUT_A_PAPER = (
    Offset("7-days", timedelta(days=7)),
    Offset("1-day", timedelta(days=1)),
    Offset("the-day", timedelta(0)),
    Offset("1-day-late", timedelta(days=-1)),
    Offset("7-days-late", timedelta(days=-7)),
)
ABOUT_A_MEETING = (Offset("1-day", timedelta(days=1)),)
"""When whoever has to act is reminded of a report's dates."""


def draft_due(report: Report) -> date:
    """Return by when the report should be drafted."""
    return clear_working_days_before(report.paper_deadline_date, CLEAR_DAYS_FOR_DRAFT)


def next_state(report: Report, verb: str) -> ReportState:
    """Return the state that `verb` leads to. Raises NotNow with the reason when it may not happen now."""
    state = ReportState(report.state)
    if verb not in TRANSITIONS[state]:
        raise NotNow(f"This report is {state.label.lower()}. {REASONS[verb]}")
    return TRANSITIONS[state][verb]


REASONS = {
    "freeze": "It has been frozen already, and a frozen report never changes.",
    "sign": "Only a frozen report that nobody has signed can be signed.",
}


def ensure_editable(report: Report) -> None:
    """Refuse to edit what has been frozen."""
    if report.state != ReportState.OPEN:
        raise NotNow("This report is frozen, so it can no longer be edited. What you wrote was not saved.")


def ensure_exportable(report: Report) -> None:
    """Refuse to export what may still change."""
    if report.state == ReportState.OPEN:
        raise NotNow("Freeze the report first. Exports are made from the frozen figures only.")


def what_is_missing(report: Report, sheet: FrontSheet) -> list[str]:
    """Return what must be written before the report can be frozen, as things to do."""
    missing = []
    if not sheet.ask:
        missing.append("Say on the front sheet what the board is asked to do.")
    if not report.narrative.strip():
        missing.append("Write what the board should know.")
    return missing


def ensure_complete(report: Report, sheet: FrontSheet) -> None:
    """Refuse to freeze a report whose front sheet or narrative is empty."""
    missing = what_is_missing(report, sheet)
    if missing:
        raise NotNow(" ".join(missing))


def ensure_sensible_period(from_date: date, to_date: date, meeting_date: date) -> None:
    """Refuse periods that are too short to report on, or that end after the board has met."""
    if (to_date - from_date).days < SHORTEST_PERIOD:
        raise NotNow("The report's period must be at least four weeks long.")
    if meeting_date <= to_date:
        raise NotNow("The board meets after the period that the report is about.")
