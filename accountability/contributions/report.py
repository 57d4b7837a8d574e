"""The board report on other pages, in the calendar of obligations, and in the demo's story."""

from collections.abc import Mapping
from datetime import timedelta
from typing import Any

from accountability.actions.report import (
    edit_front_sheet,
    edit_narrative,
    freeze_report,
    open_report,
    sign_report,
)
from accountability.models import ReportState
from accountability.policies.report import TRANSITIONS
from accountability.queries.panels import next_paper_panel
from accountability.queries.report_work import report_lines
from hileads import contributions as hileads
from hileads.clock import at, today
from hileads.contributions import DemoChapter, DemoStage, NavigationItem, Panel, Work
from hileads.leads.models import User
from hileads.organisations.models import Organisation
from hileads.states import StateMachine, machines
from hileads.working_days import first_working_day_from

TRUST = "RAE"
FIRST_WORDS = {
    "narrative": (
        "This is our first report. The plan has begun with two actions: making inequalities visible to this board, "
        "and offering help to stop smoking where smoking is most common.\n\n"
        "Smoking is the clearest gap that published figures show for our system. The two years we hold do not make "
        "a trend, and no published figure splits our own services by deprivation or ethnicity yet."
    ),
    "learning": "A measure that belongs to the whole system needs an owner in the system. We have asked for one.",
    "next_steps": "Agree with the integrated care board who holds the smoking figure, and report again in three months.",
}
FIRST_SHEET = {
    "ask": "note",
    "ask_detail": "Note the plan, and that its main measure belongs to the whole system.",
    "alert": "",
    "advise": "No published figure splits our own services by deprivation or ethnicity.",
    "assure": "Both actions have a named owner, a date and a measure.",
}


def tell_the_first_report(stage: DemoStage) -> None:
    """Three months in, the board has its first report: written, frozen and signed."""
    trust = Organisation.objects.get(code=TRUST)
    to_date = stage.today - timedelta(days=95)
    with at(stage.moment(days_ago=90)):
        report = open_report(
            by=stage.people["tom"],
            organisation=trust,
            from_date=to_date - timedelta(days=85),
            to_date=to_date,
            meeting_date=first_working_day_from(to_date + timedelta(days=28)),
        )
        edit_front_sheet(by=stage.people["tom"], report=report, **FIRST_SHEET)
        edit_narrative(by=stage.people["tom"], report=report, **FIRST_WORDS)
    with at(stage.moment(days_ago=82)):
        freeze_report(by=stage.people["tom"], report=report)
    with at(stage.moment(days_ago=81)):
        sign_report(by=stage.people["nadia"], report=report)


def tell_the_open_report(stage: DemoStage) -> None:
    """The half year is over, and its report waits for the secretary's words."""
    to_date = stage.today - timedelta(days=6)
    with at(stage.moment(days_ago=5)):
        open_report(
            by=stage.people["tom"],
            organisation=Organisation.objects.get(code=TRUST),
            from_date=to_date - timedelta(days=183),
            to_date=to_date,
            meeting_date=first_working_day_from(stage.today + timedelta(days=26)),
        )


def next_paper(user: User, subject: Any) -> Mapping[str, Any] | None:
    """When the board sees its next report, on the first visit."""
    return next_paper_panel(user, subject, today())


hileads.navigation.add("report", NavigationItem("Board report", "report-list", "report", 70))
hileads.work.add("reports", Work(report_lines))
hileads.panels.add(
    "report.first_visit", Panel("home.first_visit", "accountability/_first_visit_paper.jinja", next_paper, 40)
)
hileads.demo_chapters.add("first report", DemoChapter(70, tell_the_first_report))
hileads.demo_chapters.add("open report", DemoChapter(71, tell_the_open_report))
machines.add(
    "report",
    StateMachine(
        name="report",
        title="An assurance report",
        start=ReportState.OPEN,
        changes={state: frozenset(verbs.values()) for state, verbs in TRANSITIONS.items()},
        words={state: state.label for state in ReportState},
    ),
)
