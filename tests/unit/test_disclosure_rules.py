"""How each data set's counts are shown, and the states of a figure."""

import pytest

from accountability.statistics.observations import State
from accountability.statistics.wording import STATE_SENTENCES
from hileads.disclosure.figures import SENTENCES, SUPPRESSED, FigureState, Shown
from hileads.disclosure.rules import HES, MHSDS, NATIONAL, OPENSAFELY, OURS, RULES, Rule


@pytest.mark.parametrize(
    ("rule", "displays"),
    [
        (HES, {0: "0", 1: "*", 7: "*", 8: "10", 12: "10", 13: "15", 10023: "10025"}),
        (MHSDS, {0: "*", 4: "*", 5: "5", 7: "5", 8: "10"}),
        (OPENSAFELY, {0: "*", 7: "*", 8: "10", 22: "20"}),
        (NATIONAL, {0: "0", 1: "1", 7: "7", 1234567: "1234567"}),
        (OURS, {0: "0", 1: "*", 4: "*", 5: "5", 6: "6"}),
    ],
    ids=["hes", "mhsds", "opensafely", "national", "ours"],
)
def test_each_data_set_shows_counts_as_its_publisher_asks(rule: Rule, displays: dict[int, str]):
    assert {count: rule.shown(count).text for count in displays} == displays


@pytest.mark.parametrize("rule", RULES.values(), ids=RULES)
def test_what_a_reader_thinks_possible_is_every_count_that_is_shown_so(rule: Rule):
    for count in range(60):
        shown = rule.shown(count)
        low, high = rule.possible(shown)
        alike = [other for other in range(90) if rule.shown(other) == shown]
        assert low == min(alike)
        assert high == (float("inf") if shown == SUPPRESSED else max(alike))


def test_nothing_is_known_of_a_figure_that_was_not_reported():
    assert HES.possible(Shown(FigureState.NOT_REPORTED)) == (0, float("inf"))


@pytest.mark.parametrize("count", [-1, 4.2, float("nan"), float("inf")])
def test_what_is_no_count_is_refused(count: float):
    with pytest.raises(ValueError, match="whole number"):
        HES.shown(count)


def test_percentages_are_of_the_counts_as_shown_and_held_back_with_either():
    assert HES.percentage(HES.shown(12), HES.shown(33)).text == "28.6"
    assert MHSDS.percentage(MHSDS.shown(12), MHSDS.shown(33)).text == "29"
    assert HES.percentage(HES.shown(3), HES.shown(33)) == SUPPRESSED
    assert HES.percentage(HES.shown(0), HES.shown(3)) == SUPPRESSED
    assert HES.percentage(HES.shown(0), HES.shown(33)) == Shown.of(0)
    assert HES.percentage(HES.shown(0), HES.shown(0)).state is FigureState.NOT_APPLICABLE
    absent = Shown(FigureState.NOT_REPORTED)
    assert HES.percentage(absent, HES.shown(33)) == HES.percentage(HES.shown(10), absent) == absent


def test_averages_of_few_people_are_held_back():
    assert HES.average(4.5, 7) == SUPPRESSED
    assert HES.average(4.5, 8).text == "4.5"


def test_the_states_are_those_of_measures_each_with_its_own_sentence():
    assert [state.value for state in FigureState] == [state.value for state in State]
    assert len(set(SENTENCES.values())) == len(STATE_SENTENCES) == 6
    assert all(sentence.count(".") == 1 and sentence.endswith(".") for sentence in SENTENCES.values())


@pytest.mark.parametrize(
    ("state", "number"), [(FigureState.SUPPRESSED, 3), (FigureState.VALUE, None), (FigureState.ZERO, 2)]
)
def test_a_state_that_does_not_fit_its_number_is_refused(state: FigureState, number: float | None):
    with pytest.raises(ValueError, match="zero"):
        Shown(state, number)
