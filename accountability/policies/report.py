"""May the report change state now? One dict of states, one question each for what depends on them."""

from datetime import date

from accountability.models import FrontSheet, Report, ReportState
from hileads.frame.refusals import NotNow

TRANSITIONS: dict[ReportState, dict[str, ReportState]] = {
    ReportState.OPEN: {"freeze": ReportState.FROZEN},
    ReportState.FROZEN: {"sign": ReportState.SIGNED},
    ReportState.SIGNED: {},
}
"""From each state, what may happen to a report and where it leads. docs/reference/states-report.md is drawn from it."""

SHORTEST_PERIOD = 28


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
