"""The dates of a board report: to whoever has to act, in time, and never once they have acted."""

from datetime import date, datetime, timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from accountability.actions.report import edit_front_sheet, edit_narrative, freeze_report, sign_report
from accountability.models import FrontSheet, Report
from accountability.queries.reminding import (
    drafts_due,
    meetings_near,
    papers_due,
    why_not_draft,
    why_not_meeting,
    why_not_paper,
    why_not_sign,
)
from hileads.clock import UK, at
from hileads.leads.actions import name_deputy
from hileads.leads.models import Appointment, Area, Role, User
from hileads.notifications.actions import post_reminders, sweep_messages
from hileads.notifications.models import Message, State, Stream
from hileads.organisations.models import Organisation
from hileads.references import resolve
from tests.actors import Cast
from tests.factories.boardroom import report_of
from tests.factories.organisations import OrganisationFactory

pytestmark = pytest.mark.django_db

OPENED = datetime(2027, 4, 6, 9, 0, tzinfo=UK)
DRAFT, PAPERS, MEETING = date(2027, 5, 6), date(2027, 5, 14), date(2027, 5, 26)
SHEET = {"ask": "note", "ask_detail": "", "alert": "A secret", "advise": "", "assure": ""}


def morning(day: date) -> datetime:
    return datetime(day.year, day.month, day.day, 8, 0, tzinfo=UK)


@pytest.fixture(autouse=True)
def office(settings) -> None:
    settings.SENDING_HOURS = "office"


@pytest.fixture
def report(cast: Cast) -> Report:
    return opened_at(cast.trust)


def opened_at(organisation: Organisation) -> Report:
    with at(OPENED):
        return report_of(
            organisation,
            from_date=date(2026, 10, 1),
            to_date=date(2027, 3, 31),
            paper_deadline_date=PAPERS,
            meeting_date=MEETING,
        )


def write(cast: Cast, report: Report) -> None:
    edit_front_sheet(by=cast.secretary, report=report, **SHEET)
    edit_narrative(by=cast.secretary, report=report, narrative="A secret.", learning="", next_steps="")


def freeze(cast: Cast, report: Report) -> None:
    write(cast, report)
    freeze_report(by=cast.secretary, report=report)


def remind(day: date) -> list[Message]:
    with at(morning(day)):
        before = set(Message.objects.values_list("pk", flat=True))
        post_reminders(by=User.objects.system())
        return list(Message.objects.filter(kind__startswith="report-").exclude(pk__in=before))


def told(rows: list[Message]) -> list[tuple[str, str]]:
    return sorted((row.kind, row.recipient.name) for row in rows)


def test_the_secretary_hears_of_draft_and_papers_in_time(cast: Cast, report):
    days = [DRAFT - timedelta(days=7), DRAFT, PAPERS - timedelta(days=7), PAPERS - timedelta(days=1), PAPERS]
    assert [told(remind(day)) for day in sorted(days)] == [
        [("report-draft", "Sal Secretary")],
        [("report-draft", "Sal Secretary")],
        [("report-paper", "Sal Secretary")],
        [("report-paper", "Sal Secretary")],
        [("report-paper", "Sal Secretary")],
    ]
    subjects = list(Message.objects.order_by("pk").values_list("subject", flat=True))
    assert subjects[0] == "The draft of your board’s inequalities report is due on 6 May 2027"
    assert subjects[-1] == "The board’s inequalities report must be frozen by 14 May 2027"
    assert {row.stream for row in Message.objects.all()} == {Stream.OBLIGATIONS}


def test_what_is_late_is_named_twice_and_then_no_more(cast: Cast, report):
    remind(PAPERS)
    late = [remind(PAPERS + timedelta(days=days)) for days in (3, 7, 8, 10)]
    assert [len(rows) for rows in late] == [1, 1, 0, 0]
    assert late[0][0].subject == "The board’s inequalities report was to be frozen by 14 May 2027"


def test_a_draft_that_is_written_needs_no_reminder(cast: Cast, report):
    [row] = remind(DRAFT - timedelta(days=7))
    write(cast, report)
    assert remind(DRAFT) == []
    with at(morning(DRAFT)):
        assert why_not_draft(row.reference, cast.secretary) == "Everything that is needed is written."


def test_freezing_asks_the_lead_to_sign_at_once_and_nobody_else(cast: Cast, report):
    moment = morning(PAPERS - timedelta(days=3))
    with at(moment):
        freeze(cast, report)
        sweep_messages(by=User.objects.system())
    [row] = Message.objects.filter(kind="report-sign")
    assert (row.recipient, row.stream, row.state) == (cast.lead, Stream.OBLIGATIONS, State.SENT)
    assert row.subject == "The board’s inequalities report is frozen and waits for your signature"
    assert "A secret" not in row.body_text + row.body_html


def test_a_frozen_report_reminds_the_lead_even_while_a_deputy_acts(cast: Cast, report):
    with at(OPENED):
        name_deputy(
            by=cast.lead,
            appointment=cast.lead.appointments.get(),
            deputy=cast.deputy,
            from_date=date(2027, 5, 1),
            to_date=date(2027, 5, 30),
            areas=[Area.REPORT],
        )
        freeze(cast, report)
    [row] = remind(PAPERS - timedelta(days=1))
    assert (row.kind, row.recipient) == ("report-paper", cast.lead)
    assert row.subject == "The board’s inequalities report must be signed by 14 May 2027"


def test_where_nobody_is_secretary_the_lead_is_told(cast: Cast, report):
    Appointment.objects.filter(role=Role.BOARD_SECRETARY).update(to_date=date(2027, 4, 10))
    assert told(remind(PAPERS)) == [("report-paper", "Leila Lead")]


def test_the_lead_hears_when_the_board_meets_and_how_the_report_stands(cast: Cast, report):
    [row] = [one for one in remind(MEETING - timedelta(days=1)) if one.kind == "report-meeting"]
    assert (row.recipient, row.subject) == (
        cast.lead,
        "The board sees the inequalities report on 26 May 2027",
    )
    assert "The report is not signed yet. It is being prepared" in row.body_text


def test_a_signed_report_asks_for_nothing_but_the_meeting(cast: Cast, report):
    with at(OPENED):
        freeze(cast, report)
        sign_report(by=cast.lead, report=report)
    assert remind(PAPERS) == []
    [row] = remind(MEETING - timedelta(days=1))
    assert "The report is signed." in row.body_text


def test_reminders_that_are_of_no_use_any_more_say_why(cast: Cast, report):
    paper, draft = report.reference(f"open.{PAPERS}"), report.reference(str(DRAFT))
    meeting, sign = report.reference(str(MEETING)), report.reference("frozen")
    with at(OPENED):
        assert why_not_paper(paper, cast.secretary) == why_not_draft(draft, cast.secretary) == ""
        assert why_not_meeting(meeting, cast.lead) == ""
        freeze(cast, report)
        assert why_not_paper(paper, cast.secretary) == "The report is frozen."
        assert why_not_draft(draft, cast.secretary) == "Everything that is needed is written."
        frozen = report.reference(f"frozen.{PAPERS}")
        assert why_not_paper(frozen, cast.lead) == why_not_sign(sign, cast.lead) == ""
        sign_report(by=cast.lead, report=report)
        assert why_not_paper(frozen, cast.lead) == why_not_sign(sign, cast.lead) == "The report is signed."


@pytest.mark.parametrize("ask", [why_not_draft, why_not_paper, why_not_meeting, why_not_sign])
def test_what_is_gone_closed_or_not_theirs_reminds_nobody(cast: Cast, report, ask):
    reference = report.reference("open.2027-01-01")
    with at(OPENED):
        assert ask(reference, cast.stranger) == "This is somebody else’s now."
        if ask is not why_not_sign:
            assert ask(reference, cast.lead) == "The date is another one now."
        Organisation.objects.filter(pk=cast.trust.pk).update(closed_date=date(2027, 4, 1))
        assert ask(reference, cast.lead) == "The organisation has closed."
        FrontSheet.objects.all().delete()
        Report.objects.all().delete()
        assert ask(reference, cast.lead) == "It no longer exists."


def test_a_message_leads_to_the_report_for_those_who_may_see_it(cast: Cast, report):
    found = resolve(cast.lead, report.reference("frozen"))
    assert found is not None
    assert found.kind_label == "Board report"
    assert resolve(cast.stranger, report.reference("frozen")) is None


@pytest.mark.parametrize("source", [drafts_due, papers_due, meetings_near])
def test_many_reports_cost_no_more_questions_than_one(cast: Cast, report, source):
    def cost() -> tuple[int, int]:
        with at(OPENED), CaptureQueriesContext(connection) as captured:
            found = list(source(OPENED, OPENED + timedelta(days=60)))
        return len(captured), len(found)

    few, one = cost()
    for _ in range(9):
        opened_at(OrganisationFactory())
    assert cost() == (few, one + 9)
