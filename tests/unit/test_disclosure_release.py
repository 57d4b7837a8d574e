"""What is held back of a release cannot be worked out from anything that readers know, and what is shown is right."""

import pytest
from hypothesis import HealthCheck, given, settings

from hileads.disclosure.figures import SENTENCES, SUPPRESSED, FigureState, Shown
from hileads.disclosure.release import Before, Rate, Release, shown_of
from hileads.disclosure.rules import HES, MHSDS, NATIONAL, OURS
from hileads.disclosure.tables import Sum
from tests.unit.releases import ALL, DISPLAYS, REST, learnt, releases, table

LEFT, RIGHT, TOTAL = ("a", "left"), ("a", "right"), ("a", ALL)
ONE_ROW = [Sum(TOTAL, (LEFT, RIGHT))]


def texts(release: Release) -> dict[tuple[str, str], str]:
    return {cell: one.text for cell, one in shown_of(release).items()}


@given(release=releases())
@settings(max_examples=100, deadline=None, suppress_health_check=[HealthCheck.too_slow])
def test_nothing_held_back_is_learnt_and_what_is_shown_follows_the_rule(release: Release):
    shown = shown_of(release)
    assert learnt(release, shown) == set()
    for cell, one in shown.items():
        display = DISPLAYS[NATIONAL if cell in release.national else release.rule]
        by_rule = display(release.figures[cell])
        assert one.text in {by_rule, "*"}
        assert shown.keys() == release.figures.keys() - release.untold


@pytest.mark.parametrize(
    ("release", "secret"),
    [
        (Release({LEFT: 3, RIGHT: 20, TOTAL: 23}, OURS, ONE_ROW), LEFT),
        (Release({LEFT: 18, RIGHT: 2, TOTAL: 20}, OURS, ONE_ROW, untold={RIGHT}), RIGHT),
        (Release({LEFT: 3, TOTAL: 40}, OURS, rates=[Rate(LEFT, TOTAL, 7.5)]), LEFT),
        (
            Release(
                {LEFT: 3, RIGHT: 9, TOTAL: 12},
                OURS,
                ONE_ROW,
                earlier={RIGHT: SUPPRESSED, TOTAL: Shown.of(12)},
            ),
            LEFT,
        ),
        (Release({LEFT: 22}, OURS, before={LEFT: Before(20, Shown.of(20))}), ("new", LEFT)),
        (Release({LEFT: 3, RIGHT: 0, TOTAL: 3}, HES, ONE_ROW, national={TOTAL}), LEFT),
    ],
    ids=["total", "complement", "rate", "earlier release", "running total", "national total"],
)
def test_the_attacker_finds_what_the_rule_alone_would_give_away(release: Release, secret: object):
    by_rule = {
        cell: release.rule_of(cell).shown(count)
        for cell, count in release.figures.items()
        if cell not in release.untold
    }
    assert secret in learnt(release, by_rule)
    assert learnt(release, shown_of(release)) == set()


def test_rounded_totals_protect_a_small_count_by_themselves():
    counts, sums = table([[3, 20], [40, 61]], [0, 0])
    shown = texts(Release(counts, HES, sums, untold={cell for cell in counts if REST in cell}))
    assert shown["row 0", "column 0"] == "*"
    assert list(shown.values()).count("*") == 1
    assert shown[ALL, ALL] == "125"


def test_national_counts_are_shown_as_they_are():
    shown = texts(Release({LEFT: 33, RIGHT: 70, TOTAL: 103}, HES, ONE_ROW, national={TOTAL}))
    assert shown == {LEFT: "35", RIGHT: "70", TOTAL: "103"}


def test_what_an_earlier_release_has_shown_is_out_and_hides_nothing_more():
    earlier = {LEFT: Shown.of(8), RIGHT: Shown.of(12), TOTAL: Shown.of(20)}
    shown = texts(Release({LEFT: 8, RIGHT: 12, TOTAL: 20}, OURS, ONE_ROW, earlier=earlier))
    assert shown == {LEFT: "8", RIGHT: "12", TOTAL: "20"}


def test_an_earlier_figure_that_was_of_another_count_tells_nothing():
    earlier = {LEFT: Shown.of(30)}
    assert texts(Release({LEFT: 3}, OURS, earlier=earlier)) == {LEFT: "*"}


def test_the_six_states_stay_apart():
    figures = {(state.value, ""): state for state in list(FigureState)[2:]} | {
        ("value", ""): 12,
        ("zero", ""): 0,
    }
    shown = shown_of(Release(figures, OURS))
    assert {cell[0]: one.state.value for cell, one in shown.items()} == {
        state.value: state.value for state in FigureState
    }
    assert shown["not_reported", ""].text == "not reported"
    assert len({one.sentence for one in shown.values()}) == len(SENTENCES) == 6


def test_a_figure_without_a_count_is_nought_in_sums_and_one_held_back_elsewhere_leaves_its_sums_out():
    absent = Release({LEFT: FigureState.NOT_REPORTED, RIGHT: 9, TOTAL: 9}, OURS, ONE_ROW)
    assert texts(absent) == {LEFT: "not reported", RIGHT: "9", TOTAL: "9"}
    held_back = Release({LEFT: FigureState.SUPPRESSED, RIGHT: 9, TOTAL: 12}, OURS, ONE_ROW)
    assert texts(held_back) == {LEFT: "*", RIGHT: "9", TOTAL: "12"}


@pytest.mark.parametrize(
    ("impossible", "message"),
    [
        ({"figures": {LEFT: 1, RIGHT: 1, TOTAL: 3}, "sums": ONE_ROW}, "do not go together"),
        ({"figures": {LEFT: 1, TOTAL: 3}, "rates": [Rate(LEFT, TOTAL, 40.0)]}, "do not go together"),
        ({"figures": {LEFT: 1}, "before": {LEFT: Before(2, SUPPRESSED)}}, "cannot fall"),
        ({"figures": {LEFT: -1}}, "whole number"),
    ],
)
def test_what_cannot_be_true_is_refused(impossible: dict[str, object], message: str):
    with pytest.raises(ValueError, match=message):
        shown_of(Release(**({"rule": MHSDS} | impossible)))
