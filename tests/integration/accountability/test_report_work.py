"""What a board report asks of whom on "This week"."""

from datetime import date

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from accountability.actions.report import edit_front_sheet, edit_narrative, freeze_report, sign_report
from accountability.models import Report
from accountability.queries.report import holders, usual_period
from accountability.queries.report_work import report_lines
from hileads.contributions import Consequence
from hileads.leads.models import Role
from tests.actors import Cast
from tests.factories.boardroom import report_of
from tests.lines import lines_from

NEAR = date(2026, 11, 1)
FAR = date(2026, 9, 30)
SHEET = {"ask": "note", "ask_detail": "", "alert": "", "advise": "", "assure": ""}


@pytest.fixture
def report(cast: Cast) -> Report:
    return report_of(cast.trust)


def write_everything(cast: Cast, report: Report) -> None:
    edit_front_sheet(by=cast.secretary, report=report, **SHEET)
    edit_narrative(by=cast.secretary, report=report, narrative="Enough.", learning="", next_steps="")


def test_a_report_is_shown_to_those_who_write_it_once_its_deadline_is_near(cast: Cast, report: Report):
    for who in ("lead", "deputy", "secretary"):
        line = lines_from(report_lines, cast.people()[who], NEAR)[0]
        assert line.consequence is Consequence.BOARD_DEADLINE
        assert line.due_date == date(2026, 11, 16)
        assert line.verb == "Go on with it"
    assert lines_from(report_lines, cast.lead, FAR) == []
    for who in ("lead_elsewhere", "national_admin", "stranger", "leaver"):
        assert lines_from(report_lines, cast.people()[who], NEAR) == []


def test_the_secretary_is_told_when_everything_is_written(cast: Cast, report: Report):
    write_everything(cast, report)
    assert lines_from(report_lines, cast.secretary, NEAR)[0].verb == "Freeze it"
    assert lines_from(report_lines, cast.lead, NEAR)[0].verb == "Go on with it"


def test_whoever_writes_and_freezes_a_report_costs_no_second_reading_of_it(cast: Cast, report: Report):
    with CaptureQueriesContext(connection) as queries:
        assert lines_from(report_lines, cast.secretary, NEAR)
    assert sum('FROM "accountability_report"' in query["sql"] for query in queries) == 1


def test_a_frozen_report_waits_for_the_lead_and_for_nobody_else(cast: Cast, report: Report):
    write_everything(cast, report)
    freeze_report(by=cast.secretary, report=report)
    line = lines_from(report_lines, cast.lead, NEAR)[0]
    assert (line.consequence, line.verb) == (Consequence.SOMEONE_WAITS, "Read and sign it")
    assert lines_from(report_lines, cast.secretary, NEAR) == []
    sign_report(by=cast.lead, report=report)
    assert lines_from(report_lines, cast.lead, NEAR) == []


def test_a_vacant_post_is_called_vacant(cast: Cast):
    assert holders(cast.trust, Role.CHAIR, on=NEAR) == "The post is vacant"
    assert holders(cast.trust, Role.EXECUTIVE_LEAD, on=NEAR) == "Leila Lead"


@pytest.mark.parametrize(
    ("day", "begins", "ends"),
    [
        (date(2026, 11, 1), date(2026, 4, 1), date(2026, 9, 30)),
        (date(2026, 4, 1), date(2025, 10, 1), date(2026, 3, 31)),
        (date(2026, 2, 1), date(2025, 4, 1), date(2025, 9, 30)),
    ],
)
def test_the_usual_period_is_the_last_half_of_the_financial_year_that_has_ended(
    day: date, begins: date, ends: date
):
    period = usual_period(day)
    assert (period["from_date"], period["to_date"]) == (begins, ends)
    assert period["meeting_date"] > ends
