"""The equal-footing check and the summary in icons, as pages."""

from collections.abc import Callable

import pytest
from bs4 import BeautifulSoup

from accountability.actions.board import edit_board_measure
from accountability.models import MeasureVersion
from hileads.clock import today
from hileads.leads.models import Role, User
from tests.actors import Cast
from tests.factories.boardroom import figure_of, measure_of
from tests.factories.people import appointed

Page = Callable[[User, str], str]
ALL = {
    "owner_title": "Chief nurse",
    "target": 80.0,
    "frequency": "monthly",
    "has_chart": True,
    "board_minutes": 5,
    "narrative": "Steady.",
}


@pytest.fixture
def two(cast: Cast) -> tuple[MeasureVersion, MeasureVersion]:
    """A core measure that has everything, and an inequality measure that has nothing."""
    core, other = measure_of(), measure_of("smoking", family="inequality", title="Smoking")
    for number in range(1, 9):
        figure_of(core, cast.trust, today().replace(year=2025, month=number, day=1), 700 + number % 2)
    figure_of(other, None, today().replace(day=1), 200)
    edit_board_measure(by=cast.lead, organisation=cast.trust, measure=core.measure, **ALL)
    return core, other


def address(cast: Cast, page: str) -> str:
    return f"/measures/board/{cast.trust.code}/{page}/"


def test_what_lacks_is_listed_with_a_link_to_mend_it(cast: Cast, two: object, page: Page):
    text = page(cast.lead, address(cast, "equal-footing"))
    assert "Some health inequality measures lack what core measures have: an owner, a target" in text
    soup = BeautifulSoup(text, "html.parser")
    assert soup.main.summary.get_text(strip=True) == "Smoking: 6 things to settle"
    rows = [[cell.get_text(strip=True) for cell in row.select("th, td")] for row in soup.select("tbody tr")]
    assert rows[0] == ["An owner", "0 of 1", "1 of 1", rows[0][3]]
    links = [link["href"] for link in soup.main.find_all("a") if "/edit/" in link["href"]]
    form = address(cast, "smoking/edit")
    assert links == [
        f"{form}#id_{field}"
        for field in ("owner", "target", "frequency", "has_chart", "narrative", "board_minutes")
    ]
    fields = BeautifulSoup(page(cast.lead, form), "html.parser")
    assert all(fields.find(id=link.partition("#")[2]) for link in links), "each link leads to its question"


def test_it_says_when_nothing_lacks(cast: Cast, two: tuple[MeasureVersion, MeasureVersion], page: Page):
    edit_board_measure(by=cast.lead, organisation=cast.trust, measure=two[1].measure, **ALL)
    for name in ("equal-footing", ""):
        text = page(cast.lead, f"/measures/board/{cast.trust.code}/{name}{'/' if name else ''}")
        assert "Nothing is lacking: each health inequality measure" in text


def test_whoever_cannot_settle_it_is_told_who_can(cast: Cast, two: object, page: Page):
    text = page(appointed("Tess Team", Role.TEAM_MEMBER, cast.trust), address(cast, "equal-footing"))
    assert "The lead, the deputy and the board secretary can settle these." in text
    assert "/edit/" not in text


def test_the_summary_shows_icons_with_their_words_and_leads_on(cast: Cast, two: object, page: Page):
    soup = BeautifulSoup(page(cast.lead, address(cast, "summary")), "html.parser")
    rows = [
        [cell.get_text(" ", strip=True) for cell in row.select("th, td")]
        for table in soup.select("table")
        for row in table.select("tbody tr")
    ]
    assert rows == [
        ["Seen within four hours", "Variation No clear change", "Assurance F Will be missed"],
        ["Smoking Figures of England", "Variation – Not known", "Assurance – Not known"],
    ]
    assert [link["href"] for link in soup.select("tbody a")] == ["/measures/a-measure/", "/measures/smoking/"]
    assert "feed no oversight framework" in soup.get_text()


def test_an_empty_summary_says_where_measures_are_chosen(cast: Cast, page: Page):
    assert page(cast.lead, address(cast, "summary")).count("Measures are chosen on the") == 2
