"""The board view: core and inequality measures in one form, core ones through two lenses, for whoever sits there."""

from collections.abc import Callable
from datetime import date, timedelta

import pytest
from bs4 import BeautifulSoup
from django.test import Client

from accountability.actions.board import edit_board_measure
from accountability.models import BoardMeasure, Measure, MeasureSplit
from hileads.clock import today
from hileads.leads.models import Role, User
from tests.actors import Cast
from tests.factories.boardroom import figure_of, measure_of
from tests.factories.people import appointed
from tests.integration.accountability.conftest import Real

Page = Callable[[User, str], str]
SignIn = Callable[[User], Client]
MONTHS = [date(2025, number, 1) for number in range(1, 9)]


def board(organisation: object) -> str:
    return f"/measures/board/{organisation}/"


def text_of(html: str) -> str:
    """Return the words of a page, without the letters that are drawn inside icons."""
    soup = BeautifulSoup(html, "html.parser")
    for drawing in soup.find_all("svg"):
        drawing.decompose()
    return " ".join(soup.main.get_text(" ").split())


def test_a_board_begins_with_what_applies_to_it_unowned_and_nothing_is_written(real: Real, page: Page):
    html = page(real.nadia, board("RAE"))
    titles = [
        found.get_text() for found in BeautifulSoup(html, "html.parser").select("ul.portal-lines h3[id]")
    ]
    assert titles[:2] == ["A&E within four hours", "Waiting 18 weeks or less for treatment, by trust"]
    assert "Smoking, by deprivation" in titles
    assert "First COVID-19 vaccine dose at 70 to 79, by ethnicity" not in titles, "that is history"
    assert "Waiting 18 weeks or less for treatment, by integrated care board" not in titles
    assert text_of(html).count("Nobody yet") == len(titles)
    assert "Comparisons feed no oversight framework." in text_of(html)
    assert not BoardMeasure.objects.exists()


def test_a_mental_health_trust_sees_only_what_is_theirs(real: Real, page: Page):
    html = page(appointed("Mia Mind", Role.EXECUTIVE_LEAD, real["RXG"]), board("RXG"))
    assert "A&amp;E" not in BeautifulSoup(html, "html.parser").main.decode_contents()
    assert "Waiting 18 weeks or less for treatment, by trust" in html
    assert "gynaecology" not in html, "nobody waits for it there"


def test_a_network_sees_its_own_figures_and_whose_the_nearest_others_are(real: Real, page: Page):
    text = text_of(page(appointed("Pia Pcn", Role.EXECUTIVE_LEAD, real["U78361"]), board("U78361")))
    assert "Smoking, by primary care network At Bradford City PCN in 2023/24, " in text
    assert "Deprivation where registered people live" not in text, "nobody can make that better"
    assert (
        "These are NHS West Yorkshire Integrated Care Board’s figures. We hold none for Bradford City PCN."
        in text
    )
    assert "Ask your team for your own figure" in text


def test_a_core_measure_is_shown_through_two_lenses_or_says_what_to_ask(real: Real, page: Page):
    text = text_of(page(real.nadia, board("RAE")))
    lenses = text[text.index("The same metric through two lenses") :]
    assert "A&E within four hours, by deprivation We hold no figure for Bradford" in lenses
    assert "Ask your team for two counts:" in lenses
    assert (
        "gynaecology, by trust At Bradford Teaching Hospitals NHS Foundation Trust in April 2026, 73.3%"
        in lenses
    )


def test_variation_and_assurance_are_icons_with_words_or_not_known_with_the_reason(real: Real, page: Page):
    ae = Measure.objects.get(code="ae-four-hours")
    edit_board_measure(by=real.nadia, organisation=real["RAE"], measure=ae, target=50.0)
    html = page(real.nadia, board("RAE"))
    cards = {card.h3["id"]: card for card in BeautifulSoup(html, "html.parser").select("li:has(> h3[id])")}
    shown = text_of(f"<main>{cards['ae-four-hours']}</main>")
    assert "Assurance Will be met" in shown
    assert "Target At least 50.0%" in shown
    assert cards["ae-four-hours"].find("img")["alt"].startswith("Small chart of the figure, ")
    waits = text_of(f"<main>{cards['rtt-18-weeks-trust']}</main>")
    assert "Not known. There are 2 figures, and it takes at least 6" in waits
    assert cards["rtt-18-weeks-trust"].find("img") is None, "two points are no trend"
    assert "Its periods overlap" in text_of(f"<main>{cards['life-expectancy-men-deprivation']}</main>")
    assert all(len(card.find_all("svg", attrs={"aria-hidden": "true"})) == 2 for card in cards.values())


@pytest.fixture
def settled(cast: Cast) -> BoardMeasure:
    version = measure_of()
    for number, month in enumerate(MONTHS):
        figure_of(version, cast.trust, month, 700 + number % 3)
    return edit_board_measure(
        by=cast.secretary,
        organisation=cast.trust,
        measure=version.measure,
        owner=cast.lead,
        target=80.0,
        target_date=today() + timedelta(days=30),
        frequency="monthly",
        has_chart=True,
        board_minutes=10,
        narrative="It is steady.",
    )


def test_what_the_board_has_settled_stands_beside_the_figure(cast: Cast, settled: BoardMeasure, page: Page):
    text = text_of(page(cast.deputy, board(cast.trust.code)))
    for words in (
        f"Owner {cast.lead.name}",
        "Target At least 80.0% by",
        "Seen by board Every month, for 10 minutes, with a chart",
        f"It is steady. {cast.secretary.name}, ",
        "Will be missed",
    ):
        assert words in text
    assert "None" not in text


def test_an_owner_who_has_left_and_a_day_that_has_passed_are_said(
    cast: Cast, settled: BoardMeasure, page: Page
):
    BoardMeasure.objects.update(owner=cast.leaver, target_date=today() - timedelta(days=1))
    text = text_of(page(cast.lead, board(cast.trust.code)))
    assert f"{cast.leaver.name}, who has left: name somebody else" in text
    assert ", which has passed" in text


@pytest.mark.parametrize(
    ("values", "words"),
    [
        ({"direction": "neutral"}, "Target 80.0%"),
        ({"direction": "lower_is_better"}, "Target At most 80.0%"),
        ({"breakdown": "deprivation_quintile"}, "Target A gap of at most 80.0 percentage points"),
    ],
)
def test_a_target_is_said_as_it_is_meant(
    cast: Cast, settled: BoardMeasure, page: Page, values: dict[str, str], words: str
):
    settled.measure.versions.update(**values)
    if "breakdown" in values:
        settled.measure.versions.get().observations.update(group="1")
    assert words in text_of(page(cast.lead, board(cast.trust.code)))


def test_the_second_lens_is_a_table_where_there_are_figures(cast: Cast, settled: BoardMeasure, page: Page):
    version = measure_of(
        "a-split", family="inequality", title="In time, by deprivation", breakdown="deprivation_quintile"
    )
    MeasureSplit.objects.create(measure=version.measure, core=settled.measure)
    for group, seen in (("1", 610), ("5", 800)):
        figure_of(version, cast.trust, MONTHS[-1], seen, group=group)
    tables = BeautifulSoup(page(cast.lead, board(cast.trust.code)), "html.parser").select("table")
    [cells] = [[cell.get_text() for cell in table.select("tbody th, tbody td")] for table in tables]
    assert "61.0%" in cells
    assert "80.0%" in cells


def test_a_core_measure_without_a_split_in_the_catalogue_says_so(
    cast: Cast, settled: BoardMeasure, page: Page
):
    assert "The catalogue has no measure yet that shows this" in page(cast.lead, board(cast.trust.code))


def test_an_empty_kind_says_what_to_do_next(cast: Cast, settled: BoardMeasure, page: Page):
    address = board(cast.trust.code)
    assert "/choose/" in page(cast.lead, address)
    member = appointed("Tess Team", Role.TEAM_MEMBER, cast.trust)
    text = text_of(page(member, address))
    assert "The lead, the deputy or the board secretary can put some on it." in text
    assert "Choose what the board watches" not in text
    assert "Change" not in text


def test_a_closed_organisations_board_can_be_read_and_no_longer_changed(
    cast: Cast, settled: BoardMeasure, page: Page
):
    cast.trust.closed_date = today() - timedelta(days=1)
    cast.trust.save()
    text = text_of(page(cast.lead, board(cast.trust.code)))
    assert "What its board watched can be read and no longer changed." in text
    assert "Choose what the board watches" not in text


@pytest.mark.parametrize("who", ["national_admin", "curator", "facilitator", "leaver"])
def test_people_without_a_board_of_their_own_are_told_why_and_where_to_go(cast: Cast, page: Page, who: str):
    assert "You hold no post that opens an organisation’s board view." in page(
        cast.people()[who], "/measures/board/"
    )


def test_ones_own_board_opens_from_our_measures(cast: Cast, settled: BoardMeasure, page: Page):
    assert "It is steady." in page(cast.lead, "/measures/board/")
    assert 'href="/measures/board/"' in page(cast.lead, "/measures/")


def test_the_board_view_runs_the_same_queries_with_one_and_with_twenty_measures(
    cast: Cast, settled: BoardMeasure, signed_in: SignIn, queries_of: Callable[[Client, str], int]
):
    client, pages = signed_in(cast.lead), ["", "equal-footing/", "summary/", "choose/"]
    few = [queries_of(client, board(cast.trust.code) + page) for page in pages]
    for number in range(19):
        version = measure_of(f"measure-{number}", family=("core", "inequality")[number % 2])
        MeasureSplit.objects.create(measure=version.measure, core=settled.measure)
        figure_of(version, cast.trust, MONTHS[0], 700)
        edit_board_measure(by=cast.lead, organisation=cast.trust, measure=version.measure, owner=cast.deputy)
    assert [queries_of(client, board(cast.trust.code) + page) for page in pages] == few


def test_a_measure_that_is_told_in_words_lacks_no_target_and_no_chart(cast: Cast, page: Page):
    told = measure_of(
        "questions", title="More questions asked at board", family="inequality", has_number=False, unit=""
    )
    edit_board_measure(by=cast.lead, organisation=cast.trust, measure=told.measure, owner_title="Chair")
    text = text_of(page(cast.lead, board("RAV")))
    assert "Not known. It is told in words." in text
    assert "Not set yet" not in text
    edit = page(cast.lead, f"{board('RAV')}questions/edit/")
    assert "is aimed at?" not in edit
    assert "It has no target." not in page(cast.lead, f"{board('RAV')}equal-footing/")
