"""What a report says of the equal footing: counts, words and what to do, as the board's list stands when it is frozen."""

from collections.abc import Callable
from datetime import date

import pytest
from bs4 import BeautifulSoup

from accountability.actions.board import edit_board_measure
from accountability.actions.report import edit_front_sheet, edit_narrative, freeze_report
from accountability.models import BoardMeasure, MeasureVersion
from accountability.queries.footing import footing_record
from hileads.clock import now, today
from hileads.leads.models import User
from tests.actors import Cast
from tests.factories.boardroom import measure_of, report_of

Page = Callable[[User, str], str]
ALL = {
    "owner_title": "Chief nurse",
    "target": 0.0,
    "frequency": "monthly",
    "has_chart": True,
    "board_minutes": 5,
    "narrative": "Steady.",
}
SHEET = {"ask": "note", "ask_detail": "", "alert": "", "advise": "", "assure": ""}


def text_of(html: str) -> str:
    return " ".join(BeautifulSoup(html, "html.parser").main.get_text(" ").split())


def put_on_the_list(cast: Cast, code: str, **fields: object) -> MeasureVersion:
    """Put a measure on the trust's list: `settled` is what the board settles about it."""
    settled = fields.pop("settled", {})
    version = measure_of(code, **fields)
    edit_board_measure(by=cast.lead, organisation=cast.trust, measure=version.measure, **settled)
    return version


@pytest.fixture
def listed(cast: Cast) -> list[MeasureVersion]:
    """A core measure that has everything, an inequality measure with an owner, one in words, and a workforce one."""
    return [
        put_on_the_list(cast, "waits", settled=ALL),
        put_on_the_list(cast, "smoking", family="inequality", settled={"owner": cast.deputy}),
        put_on_the_list(cast, "questions", family="inequality", has_number=False, unit=""),
        put_on_the_list(cast, "abuse", family="workforce"),
    ]


def counts(cast: Cast) -> dict[str, tuple[int, int, int, int]]:
    record = footing_record(cast.trust, on=today())
    return {
        row["label"]: (row["inequality"], row["inequality_of"], row["core"], row["core_of"])
        for row in record["rows"]
    }


def test_each_thing_is_counted_for_inequality_and_for_core_measures(cast: Cast, listed: object):
    assert counts(cast) == {
        "An owner": (1, 3, 1, 1),
        "A target": (0, 2, 1, 1),
        "A regular look by the board": (0, 3, 1, 1),
        "A chart for the board": (0, 2, 1, 1),
        "Words of explanation": (0, 3, 1, 1),
        "Board time": (0, 3, 1, 1),
    }
    record = footing_record(cast.trust, on=today())
    assert record["sentences"][0].startswith("Some health inequality measures lack what core measures have:")
    assert record["sentences"][1].startswith(
        "Health inequality measures: 1 of 3 with an owner, 0 of 2 with a target, "
    )
    assert record["sentences"][2].startswith("Core measures: 1 of 1 with an owner, 1 of 1 with a target, ")
    assert record["next_step"].startswith("Settle what is lacking on the board view")


def test_who_has_left_answers_for_nothing_and_what_is_off_the_list_does_not_count(
    cast: Cast, listed: list[MeasureVersion]
):
    BoardMeasure.objects.filter(measure=listed[1].measure).update(owner=cast.leaver)
    BoardMeasure.objects.filter(measure=listed[2].measure).update(is_watched=False)
    listed[3].measure.retired_at = now()
    listed[3].measure.save()
    assert counts(cast)["An owner"] == (0, 1, 1, 1)


def test_where_nothing_lacks_nothing_needs_to_be_done(cast: Cast):
    put_on_the_list(cast, "waits", settled=ALL)
    put_on_the_list(cast, "smoking", family="inequality", settled=ALL)
    record = footing_record(cast.trust, on=today())
    assert record["sentences"][0].startswith("Nothing is lacking")
    assert record["next_step"] == "Nothing needs to be done. Look again before the next report."
    assert {row["to_do"] for row in record["rows"]} == {""}


def test_a_list_of_one_kind_alone_asks_for_the_other(cast: Cast):
    put_on_the_list(cast, "waits", settled=ALL)
    record = footing_record(cast.trust, on=today())
    assert "holds no health inequality measure" in record["sentences"][0]
    assert len(record["sentences"]) == 2
    assert record["next_step"].startswith("Put measures of both kinds on the board’s list")


def test_a_board_without_a_list_is_told_so_and_how_to_make_one(cast: Cast, page: Page):
    html = page(cast.lead, f"/report/{report_of(cast.trust).public_id}/")
    assert "Equal footing The board has not settled yet which measures it watches" in text_of(html)
    assert "makes one: on the board view, “Choose what the board watches”." in text_of(html)
    assert 'href="/measures/board/RAV/">Go to the board view' in html


def test_the_page_shows_it_and_the_frozen_report_keeps_it(
    cast: Cast, listed: list[MeasureVersion], page: Page
):
    report = report_of(cast.trust, paper_deadline_date=date(2026, 11, 16))
    address = f"/report/{report.public_id}/"
    html = page(cast.lead, address)
    assert "An owner 1 of 3 1 of 1 Name who answers for it to the board" in text_of(html)
    assert 'href="/measures/board/RAV/equal-footing/"' in html
    edit_front_sheet(by=cast.secretary, report=report, **SHEET)
    edit_narrative(by=cast.secretary, report=report, narrative="Steady.", learning="", next_steps="")
    freeze_report(by=cast.secretary, report=report)
    for version in listed:
        edit_board_measure(
            by=cast.lead, organisation=cast.trust, measure=version.measure, owner=cast.lead, owner_title=""
        )
    html = page(cast.lead, address)
    assert "An owner 1 of 3 1 of 1 Name who answers for it to the board" in text_of(html)
    assert "See the equal-footing check" not in html
