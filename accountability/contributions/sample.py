"""The sample of a boardroom: what its board watches, an action that is due soon, a report in preparation and one to sign."""

from datetime import timedelta
from uuid import uuid4

from accountability.actions.board import edit_board_measure
from accountability.actions.catalogue import add_measure
from accountability.actions.figurerequests import ask_for_figure
from accountability.actions.plan import add_action
from accountability.actions.report import edit_front_sheet, edit_narrative, freeze_report, open_report
from accountability.contributions.story import OWN_MEASURE
from accountability.models import BoardFrequency, Family, Report
from hileads.clock import today
from hileads.leads.models import Role
from hileads.samples import Sample, SampleStage, samples

SHEET = {"ask": "note", "ask_detail": "Note the plan.", "alert": "", "advise": "", "assure": ""}
WORDS = {"narrative": "A sample.", "learning": "A sample.", "next_steps": "A sample."}


def tell_of_the_board(stage: SampleStage) -> None:
    """The board watches a measure; the lead takes something on; the secretary froze a report and prepares the next."""
    lead, secretary = stage.people[Role.EXECUTIVE_LEAD], stage.people[Role.BOARD_SECRETARY]
    _watch_a_measure(stage)
    add_action(
        by=lead,
        organisation=stage.organisation,
        token=uuid4(),
        title="Offer help to stop smoking where people smoke most",
        owner=lead,
        due_date=today() + timedelta(days=3),
    )
    last = _opened(stage, ended=200)
    edit_front_sheet(by=secretary, report=last, **SHEET)
    edit_narrative(by=secretary, report=last, **WORDS)
    freeze_report(by=secretary, report=last)
    _opened(stage, ended=10)


def _watch_a_measure(stage: SampleStage) -> None:
    """The lead keeps a measure, the secretary puts it on the board's list and asks the team for a figure."""
    lead, secretary = stage.people[Role.EXECUTIVE_LEAD], stage.people[Role.BOARD_SECRETARY]
    version = add_measure(
        by=lead, organisation=stage.organisation, family=Family.INEQUALITY, meaning=OWN_MEASURE
    )
    edit_board_measure(
        by=secretary,
        organisation=stage.organisation,
        measure=version.measure,
        owner=lead,
        frequency=BoardFrequency.QUARTERLY,
        narrative="A sample.",
    )
    ask_for_figure(
        by=secretary,
        organisation=stage.organisation,
        version=version,
        token=uuid4(),
        asked_of=stage.people[Role.TEAM_MEMBER],
        wanted="A sample.",
    )


def _opened(stage: SampleStage, *, ended: int) -> Report:
    to_date = today() - timedelta(days=ended)
    return open_report(
        by=stage.people[Role.BOARD_SECRETARY],
        organisation=stage.organisation,
        from_date=to_date - timedelta(days=182),
        to_date=to_date,
        meeting_date=to_date + timedelta(days=45),
    )


samples.add("accountability", Sample(30, tell_of_the_board))
