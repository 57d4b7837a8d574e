"""Figures of few people that an organisation handed in are held back wherever they would be read."""

from collections.abc import Callable

import pytest
from django.test import Client
from django.urls import reverse

from accountability.actions.figureimports import undo_figures
from accountability.models import FigureImport, MeasureVersion
from accountability.queries.disclosing import HELD_BACK, Stand, rule_of, safe_points
from accountability.statistics.observations import (
    Point,
    State,
    Unit,
    counted_point,
    published_point,
    rate_point,
)
from accountability.statistics.periods import financial_year
from hileads.disclosure.rules import HES, OURS
from hileads.leads.models import User
from tests.actors import Cast
from tests.factories.boardroom import measure_of
from tests.factories.figurefiles import figure_row, imported

YEAR = financial_year(2024)
Counts = dict[str | None, tuple[int, int]]


def points(counts: Counts) -> list[Point]:
    return [counted_point(YEAR, *pair, group=group) for group, pair in counts.items()]


def shown(counts: Counts, rule=OURS) -> dict[str | None, tuple[float | None, float | None]]:
    return shown_after([], counts, rule)


def shown_after(
    earlier: list[Counts], counts: Counts, rule=OURS, *, published: bool = False
) -> dict[str | None, tuple[float | None, float | None]]:
    stands = [Stand(points(one), is_published=published) for one in earlier] + [Stand(points(counts))]
    return {point.group: (point.numerator, point.denominator) for point in safe_points(stands, rule)}


def hidden(found: dict[str | None, tuple[float | None, float | None]]) -> set[str | None]:
    return {group for group, pair in found.items() if pair == (None, None)}


def test_figures_of_many_people_are_shown_as_they_are():
    counts: Counts = {"1": (30, 100), "2": (40, 200), None: (70, 300)}
    assert shown(counts) == counts


def test_a_figure_of_few_people_is_held_back_and_another_so_that_it_cannot_be_worked_out(db: None):
    found = shown({"1": (3, 40), "2": (12, 300), "3": (40, 500), None: (55, 840)})
    assert found["1"] == (None, None)
    assert sum(pair == (None, None) for pair in found.values()) == 2


def test_few_people_without_the_event_are_as_few(db: None):
    assert shown({"1": (38, 40), "2": (12, 300)})["1"] == (None, None)


def test_few_people_in_no_group_are_protected_too(db: None):
    found = shown({"1": (30, 100), "2": (40, 200), None: (72, 303)})
    assert (None, None) in found.values()


def test_a_figure_that_is_held_back_says_so_and_is_never_nought(db: None):
    (point,) = safe_points([Stand(points({None: (3, 40)}))], OURS)
    assert (point.state, point.reason) == (State.SUPPRESSED, HELD_BACK)


def test_what_is_not_in_any_group_may_be_more_than_everyone(db: None):
    assert shown({"1": (30, 100), "2": (3, 200), None: (20, 90)})["2"] == (None, None)


def test_a_rule_that_rounds_rounds_what_is_shown(db: None):
    assert shown({None: (83, 204)}, HES) == {None: (85, 205)}


def test_of_a_rate_the_events_alone_are_few_and_it_stays_a_rate(db: None):
    few, many = (rate_point(YEAR, events, 40, multiplier=1_000.0, group=str(events)) for events in (3, 60))
    first, second = safe_points([Stand([few, many])], OURS, Unit.PER_1000)
    assert first.state is State.SUPPRESSED
    assert second == many


def test_figures_without_counts_stay_as_they_were_published(db: None):
    figure = published_point(YEAR, 78.2)
    assert safe_points([Stand([figure, *points({"1": (3, 40)})])], OURS)[0] == figure


def test_a_measure_that_counts_people_has_few_of_them_held_back_too(db: None):
    counted = [published_point(YEAR, value, group=str(value)) for value in (3.0, 60.0, 2.5)]
    few, many, average = safe_points([Stand(counted)], OURS, Unit.COUNT)
    assert (few.state, few.reason) == (State.SUPPRESSED, HELD_BACK)
    assert (many.value, average.value) == (60, 2.5)


SMALL: Counts = {"1": (3, 40), "2": (12, 300), "3": (40, 500), None: (55, 840)}
CORRECTED: Counts = SMALL | {"1": (13, 40), None: (65, 840)}


def test_a_correction_does_not_give_away_what_was_held_back_before_it(db: None):
    assert hidden(shown(SMALL)) == {"1", "2"}
    assert hidden(shown(CORRECTED)) == set(), "it holds nothing small by itself"
    after = hidden(shown_after([SMALL], CORRECTED))
    assert after == {"1", "2"}, "with either of them shown, everyone less the others would be the 3"


def test_a_correction_of_another_group_changes_nothing_for_those_that_stay(db: None):
    other = SMALL | {"3": (50, 500), None: (65, 840)}
    assert hidden(shown_after([SMALL, SMALL], other)) == {"1", "2"}


def test_what_was_published_before_cannot_be_taken_back_and_hides_nothing_more(db: None):
    assert hidden(shown_after([SMALL], SMALL, published=True)) == {"1"}


def test_what_was_shown_once_is_known_whatever_was_held_back_since(db: None):
    large = SMALL | {"1": (30, 40), None: (82, 840)}
    found = shown_after([large, SMALL], SMALL)
    assert hidden(found) == {"1", None}, (
        "the other groups are known, so that only everyone is left to hold back"
    )


def test_a_measure_whose_data_set_asks_for_nothing_has_the_portals_own_rule():
    assert rule_of("national") is OURS
    assert rule_of("hes") is HES


@pytest.fixture
def own(cast: Cast) -> MeasureVersion:
    version = measure_of("smoking", title="Smoking", breakdown="deprivation_quintile")
    rows = [(3, 40), (25, 300), (40, 500), (22, 310), (19, 120)]
    imported(
        cast.lead,
        cast.trust,
        *(
            figure_row(measure="smoking", group=str(group), numerator=str(counted), denominator=str(people))
            for group, (counted, people) in enumerate(rows, start=1)
        ),
    )
    return version


@pytest.mark.parametrize("name", ["measure-show", "measure-download"])
def test_page_and_download_hold_it_back(
    own: MeasureVersion, cast: Cast, signed_in: Callable[[User], Client], name: str
):
    text = signed_in(cast.lead).get(reverse(name, kwargs={"code": "smoking"})).content.decode()
    assert HELD_BACK in text
    assert "7.50%" not in text
    assert ",3,40," not in text
    assert "8.33" in text


def bring(cast: Cast, counts: Counts) -> FigureImport:
    rows = (
        figure_row(measure="smoking", group=group or "", numerator=str(counted), denominator=str(people))
        for group, (counted, people) in counts.items()
    )
    return imported(cast.lead, cast.trust, *rows)


def test_pages_after_a_correction_and_after_undoing_it_hold_back_what_earlier_ones_did(
    cast: Cast, signed_in: Callable[[User], Client]
):
    measure_of("smoking", title="Smoking", breakdown="deprivation_quintile")

    def page() -> str:
        client = signed_in(cast.lead)
        return client.get(reverse("measure-download", kwargs={"code": "smoking"})).content.decode()

    bring(cast, SMALL)
    assert "12,300" not in page()
    correction = bring(cast, CORRECTED)
    assert "65,840" in page()
    assert "12,300" not in page()
    undo_figures(by=cast.lead, run=correction)
    assert "12,300" not in page()
    assert "40,500" in page()
