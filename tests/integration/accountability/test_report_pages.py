"""The pages of the board report, as the people who use them meet them."""

from collections.abc import Callable
from datetime import date, datetime, time

import pytest
from django.test import Client
from django.urls import reverse

from accountability.models import Report
from accountability.queries.report import report_summary
from hileads.clock import UK, at
from hileads.leads.models import Role, User
from tests.actors import Cast
from tests.factories.boardroom import action_of, figure_of, measure_of, report_of
from tests.factories.people import appointed

SignIn = Callable[[User], Client]
SHEET = {"ask": "note", "ask_detail": "Note the gap.", "alert": "", "advise": "", "assure": ""}
WORDS = {"narrative": "The gap is smaller.", "learning": "", "next_steps": ""}


@pytest.fixture
def report(cast: Cast) -> Report:
    version = measure_of()
    action_of(cast.lead, cast.trust, measure=version.measure)
    for month in (5, 6, 7, 8):
        figure_of(version, cast.trust, date(2026, month, 1), 700 + 10 * month)
    return report_of(cast.trust)


def page(name: str, report: Report) -> str:
    return reverse(name, args=[report.public_id])


def test_report_list_says_what_to_do_when_there_is_no_report(cast: Cast, signed_in: SignIn):
    text = signed_in(cast.secretary).get(reverse("report-list")).content.decode()
    assert "Open the report of the period that has just ended." in text
    text = signed_in(cast.national_admin).get(reverse("report-list")).content.decode()
    assert "You hold no post at one organisation" in text


def test_report_list_shows_where_each_report_stands(cast: Cast, report: Report, signed_in: SignIn):
    text = signed_in(cast.lead).get(reverse("report-list")).content.decode()
    assert "1 April 2026 to 30 September 2026" in text
    assert "Being prepared" in text


@pytest.mark.parametrize(
    ("day", "words"),
    [
        (date(2026, 11, 26), "The board meets on 26 November"),
        (date(2026, 11, 27), "The board met on 26 November"),
    ],
)
def test_report_list_says_whether_the_board_has_met(
    cast: Cast, report: Report, signed_in: SignIn, day: date, words: str
):
    client = signed_in(cast.lead)
    with at(datetime.combine(day, time(12), tzinfo=UK)):
        assert words in client.get(reverse("report-list")).content.decode()


@pytest.mark.parametrize(
    ("day", "done"),
    [(date(2026, 11, 26), ""), (date(2026, 11, 27), "26 November 2026")],
    ids=["on the day of the meeting", "the day after"],
)
def test_the_board_has_met_once_its_day_is_over(cast: Cast, report: Report, day: date, done: str):
    milestone = report_summary(cast.lead, report, on=day).milestones[-1]
    assert (milestone.label, milestone.done) == ("Board meeting", done)


def test_report_add_opens_a_report_and_keeps_what_was_typed_when_it_cannot(cast: Cast, signed_in: SignIn):
    client = signed_in(cast.secretary)
    dates = {"from_date": date(2026, 4, 1), "to_date": date(2026, 9, 30), "meeting_date": date(2026, 9, 1)}

    def typed() -> dict[str, str]:
        return {
            f"{name}-{part}": str(getattr(day, part))
            for name, day in dates.items()
            for part in ("day", "month", "year")
        }

    text = client.post(reverse("report-add"), typed()).content.decode()
    assert "The board must meet after the period ends" in text
    assert 'value="30"' in text
    dates["to_date"] = date(2026, 4, 10)
    assert "at least four weeks long" in client.post(reverse("report-add"), typed()).content.decode()
    dates |= {"to_date": date(2026, 9, 30), "meeting_date": date(2026, 11, 26)}
    client.post(reverse("report-add"), typed())
    assert Report.objects.get().front_sheet.ask == ""


def test_report_add_is_nothing_for_people_without_an_organisation(cast: Cast, signed_in: SignIn):
    assert signed_in(cast.national_admin).get(reverse("report-add")).status_code == 404


def test_report_show_has_assembled_itself(cast: Cast, report: Report, signed_in: SignIn):
    text = signed_in(cast.lead).get(page("report-show", report)).content.decode()
    assert "Offer help to stop smoking" in text
    assert "Seen within four hours" in text
    assert "data:image/svg+xml" in text
    assert "78.00%" in text
    assert "Say on the front sheet what the board is asked to do." in text


def test_the_whole_way_from_front_sheet_to_export(cast: Cast, report: Report, signed_in: SignIn):
    secretary, lead = signed_in(cast.secretary), signed_in(cast.lead)
    assert "Fill in the front sheet" in secretary.get(page("report-show", report)).content.decode()
    secretary.post(page("front-sheet-edit", report), SHEET)
    assert "Write the narrative" in secretary.get(page("report-show", report)).content.decode()
    secretary.post(page("narrative-edit", report), WORDS)
    assert "Freeze the report" in secretary.get(page("report-freeze", report)).content.decode()
    secretary.post(page("report-freeze", report))
    assert "there is nothing to freeze" in secretary.get(page("report-freeze", report)).content.decode()
    assert "Sign the report" in lead.get(page("report-sign", report)).content.decode()
    lead.post(page("report-sign", report))
    assert "there is nothing to sign" in lead.get(page("report-sign", report)).content.decode()
    text = secretary.get(page("report-show", report)).content.decode()
    assert "by Leila Lead" in text
    assert "Take assurance and note" in text
    answer = secretary.post(reverse("report-export", args=[report.public_id, "xlsx"]))
    assert (
        'filename="RAV-health-inequalities-assurance-report-2026-09-30.xlsx"' in answer["Content-Disposition"]
    )


def test_the_lead_has_nothing_to_press_while_the_secretary_has_yet_to_freeze(
    cast: Cast, report: Report, signed_in: SignIn
):
    secretary, lead = signed_in(cast.secretary), signed_in(cast.lead)
    secretary.post(page("front-sheet-edit", report), SHEET)
    secretary.post(page("narrative-edit", report), WORDS)
    assert "Freeze the report" not in lead.get(page("report-show", report)).content.decode()


def test_a_chair_reads_the_report_without_being_asked_for_anything(
    cast: Cast, report: Report, signed_in: SignIn
):
    chair = appointed("Cass Chair", Role.CHAIR, cast.trust)
    text = signed_in(chair).get(page("report-show", report)).content.decode()
    assert "Where it stands: being prepared" in text
    assert "Fill in the front sheet" not in text


def test_report_freeze_lists_what_is_missing(cast: Cast, report: Report, signed_in: SignIn):
    client = signed_in(cast.secretary)
    assert "Before you can freeze it" in client.get(page("report-freeze", report)).content.decode()
    answer = client.post(page("report-freeze", report))
    assert answer.status_code == 409
    assert "Write what the board should know." in answer.content.decode()


def test_an_unknown_file_format_is_not_found(cast: Cast, report: Report, signed_in: SignIn):
    address = reverse("report-export", args=[report.public_id, "odt"])
    assert signed_in(cast.secretary).post(address).status_code == 404


REFUSALS = [
    (
        "report-show",
        {"lead": 200, "secretary": 200, "lead_elsewhere": 404, "national_admin": 404, "leaver": 404},
    ),
    ("front-sheet-edit", {"lead": 200, "deputy": 200, "lead_elsewhere": 404, "stranger": 404, "leaver": 404}),
    ("narrative-edit", {"lead": 200, "secretary": 200, "lead_elsewhere": 404, "leaver": 404}),
    ("report-freeze", {"secretary": 200, "lead": 403, "deputy": 403, "stranger": 404}),
    ("report-sign", {"lead": 200, "deputy": 403, "secretary": 403, "lead_elsewhere": 404}),
]


@pytest.mark.parametrize(("name", "answers"), REFUSALS)
def test_who_gets_which_page(
    cast: Cast, report: Report, signed_in: SignIn, name: str, answers: dict[str, int]
):
    found = {who: signed_in(cast.people()[who]).get(page(name, report)).status_code for who in answers}
    assert found == answers


def test_the_report_runs_the_same_queries_with_one_and_with_twenty_actions(
    cast: Cast, report: Report, signed_in: SignIn, queries_of: Callable[[Client, str], int]
):
    client = signed_in(cast.lead)
    before = queries_of(client, page("report-show", report))
    for number in range(19):
        action_of(cast.lead, cast.trust, f"Action {number}", measure=measure_of(f"measure-{number}").measure)
    assert queries_of(client, page("report-show", report)) == before
