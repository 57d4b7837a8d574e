"""Figures of few people that an organisation handed in are held back wherever they would be read."""

from collections.abc import Callable

import pytest
from django.test import Client
from django.urls import reverse

from accountability.models import MeasureVersion
from accountability.queries.disclosing import HELD_BACK, rule_of, safe_points
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
    return {point.group: (point.numerator, point.denominator) for point in safe_points(points(counts), rule)}


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
    (point,) = safe_points(points({None: (3, 40)}), OURS)
    assert (point.state, point.reason) == (State.SUPPRESSED, HELD_BACK)


def test_what_is_not_in_any_group_may_be_more_than_everyone(db: None):
    assert shown({"1": (30, 100), "2": (3, 200), None: (20, 90)})["2"] == (None, None)


def test_a_rule_that_rounds_rounds_what_is_shown(db: None):
    assert shown({None: (83, 204)}, HES) == {None: (85, 205)}


def test_of_a_rate_the_events_alone_are_few_and_it_stays_a_rate(db: None):
    few, many = (rate_point(YEAR, events, 40, multiplier=1_000.0, group=str(events)) for events in (3, 60))
    first, second = safe_points([few, many], OURS, Unit.PER_1000)
    assert first.state is State.SUPPRESSED
    assert second == many


def test_figures_without_counts_stay_as_they_were_published(db: None):
    figure = published_point(YEAR, 78.2)
    assert safe_points([figure, *points({"1": (3, 40)})], OURS)[0] == figure


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
