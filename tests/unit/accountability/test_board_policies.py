"""The equal-footing check: what inequality measures lack against core ones, and what to do."""

import pytest

from accountability.models import BoardFrequency, FigureRequest, FigureRequestState
from accountability.policies.board import (
    REQUEST_CHANGES,
    Aspect,
    Standing,
    ensure_may_close,
    ensure_something_watched,
    footing,
    shares,
)
from hileads.frame.refusals import NotNow

ALL = frozenset(Aspect)
MONTHLY, QUARTERLY = BoardFrequency.MONTHLY, BoardFrequency.QUARTERLY
WAITS = Standing("waits", "Waits", ALL, MONTHLY)
SMOKING = Standing("smoking", "Smoking", ALL, MONTHLY)


def test_nothing_lacks_where_inequality_measures_have_what_core_ones_have():
    found = footing([SMOKING], [WAITS])
    assert found.lacks == []
    assert found.sentence.startswith("Nothing is lacking: each health inequality measure has an owner")


@pytest.mark.parametrize("aspect", Aspect)
def test_whatever_lacks_is_named_with_what_to_do(aspect: Aspect):
    bare = Standing("smoking", "Smoking", ALL - {aspect}, None if aspect is Aspect.FREQUENCY else MONTHLY)
    found = footing([bare], [WAITS])
    [(standing, [lack])] = found.lacks
    assert (standing.code, lack.aspect, lack.is_unequal) == ("smoking", aspect, True)
    assert lack.text.endswith("That is settled for each core measure.")
    assert lack.to_do
    assert found.sentence.startswith("Some health inequality measures lack what core measures have: ")


def test_a_measure_is_seen_as_often_as_the_core_measure_that_is_seen_most():
    seldom = Standing("smoking", "Smoking", ALL, QUARTERLY)
    found = footing([seldom], [WAITS, Standing("other", "Other", ALL, BoardFrequency.YEARLY)])
    [(_, [lack])] = found.lacks
    assert lack.text == "The board sees it every three months, and a core measure every month."
    assert footing([SMOKING], [Standing("waits", "Waits", ALL, QUARTERLY)]).lacks == []


def test_what_neither_kind_has_is_told_apart_from_what_is_unequal():
    bare, no_time = (
        Standing("smoking", "Smoking", frozenset()),
        Standing("waits", "Waits", ALL - {Aspect.TIME}),
    )
    assert "Of neither kind is there board time yet." in footing([bare], [no_time]).sentence
    alike = footing([bare], [Standing("waits", "Waits", frozenset())])
    assert alike.sentence.startswith(
        "Both kinds of measure stand alike, and some lack the same: an owner, a target"
    )
    [(_, lacks)] = alike.lacks
    assert [lack.aspect for lack in lacks] == list(Aspect)
    assert lacks[0].text == "Nobody answers for it. Nor is that settled for a core measure."
    assert not any(lack.is_unequal for lack in lacks)


def test_what_only_some_core_measures_have_counts_as_unequal():
    no_owner = Standing("smoking", "Smoking", ALL - {Aspect.OWNER}, MONTHLY)
    other = Standing("other", "Other", frozenset())
    [(_, [lack])] = footing([no_owner], [WAITS, other]).lacks
    assert lack.text == "Nobody answers for it. That is settled for some core measures."


def test_a_list_with_one_kind_alone_says_that_there_is_nothing_to_compare():
    assert "holds no health inequality measure" in footing([], [WAITS]).sentence
    found = footing([Standing("smoking", "Smoking", ALL - {Aspect.OWNER})], [])
    assert "holds no core measure" in found.sentence
    [(_, [lack])] = found.lacks
    assert lack.text == "Nobody answers for it."


def test_the_check_is_never_a_score():
    sentences = [
        footing([Standing("a", "A", frozenset())], [WAITS]).sentence,
        footing([SMOKING], [WAITS]).sentence,
    ]
    assert not any(letter.isdigit() for sentence in sentences for letter in sentence)


def test_each_thing_is_counted_for_either_kind_and_never_added_up():
    bare = Standing("smoking", "Smoking", frozenset({Aspect.OWNER}))
    told = Standing("told", "Told", frozenset(), spared=frozenset({Aspect.TARGET, Aspect.CHART}))
    found = {share.aspect: share for share in shares([bare, SMOKING, told], [WAITS])}
    owner, target = found[Aspect.OWNER], found[Aspect.TARGET]
    assert (owner.inequality, owner.inequality_of, owner.core, owner.core_of) == (2, 3, 1, 1)
    assert owner.to_do == "Name who answers for it to the board"
    assert (target.inequality, target.inequality_of) == (1, 2)
    assert shares([SMOKING], [WAITS])[0].to_do == ""


def test_what_is_told_in_words_neither_lacks_nor_sets_an_example_of_a_target():
    told = Standing("told", "Told", ALL - {Aspect.TARGET}, MONTHLY, spared=frozenset({Aspect.TARGET}))
    assert footing([told], [WAITS]).lacks == []
    [(_, [lack])] = footing([Standing("smoking", "Smoking", ALL - {Aspect.TARGET}, MONTHLY)], [told]).lacks
    assert lack.text == "It has no target."


def test_frequencies_are_in_order():
    assert [frequency.months for frequency in BoardFrequency] == [1, 2, 3, 6, 12]


def test_a_board_watches_something():
    ensure_something_watched(["waits"])
    with pytest.raises(NotNow, match="Choose at least one measure"):
        ensure_something_watched([])


@pytest.mark.parametrize("state", [FigureRequestState.ANSWERED, FigureRequestState.WITHDRAWN])
def test_only_an_open_request_is_closed(state: FigureRequestState):
    for other in REQUEST_CHANGES[FigureRequestState.OPEN]:
        ensure_may_close(FigureRequest(), other)
        with pytest.raises(NotNow, match="already, so nothing was changed"):
            ensure_may_close(FigureRequest(state=state), other)
