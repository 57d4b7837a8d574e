"""The sample of a boardroom: an action that is due soon, a report in preparation and one to be signed."""

from datetime import timedelta
from uuid import uuid4

from accountability.actions.plan import add_action
from accountability.actions.report import edit_front_sheet, edit_narrative, freeze_report, open_report
from accountability.models import Report
from hileads.clock import today
from hileads.leads.models import Role
from hileads.samples import Sample, SampleStage, samples

SHEET = {"ask": "note", "ask_detail": "Note the plan.", "alert": "", "advise": "", "assure": ""}
WORDS = {"narrative": "A sample.", "learning": "A sample.", "next_steps": "A sample."}


def tell_of_the_board(stage: SampleStage) -> None:
    """The lead takes something on; the secretary froze the last report and prepares the next."""
    lead, secretary = stage.people[Role.EXECUTIVE_LEAD], stage.people[Role.BOARD_SECRETARY]
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
