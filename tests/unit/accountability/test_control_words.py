"""A control chart in words that a board can read aloud."""

import pytest

from accountability.statistics.control import Assurance, Conventions, Variation, control_chart
from accountability.statistics.control_rules import Rule
from accountability.statistics.control_words import (
    ASSURANCE_SENTENCES,
    NO_VARIATION,
    RULE_SENTENCES,
    TRIAL,
    VARIATION_SENTENCES,
    chart_sentences,
    convention_sentences,
)
from accountability.statistics.observations import Direction
from tests.unit.accountability.test_control import STEADY


@pytest.mark.parametrize(
    ("kind", "sentences"),
    [(Variation, VARIATION_SENTENCES), (Assurance, ASSURANCE_SENTENCES), (Rule, RULE_SENTENCES)],
)
def test_every_icon_and_rule_has_a_sentence_of_its_own(kind, sentences):
    assert set(sentences) == set(kind)
    assert len(set(sentences.values())) == len(kind)


def test_a_chart_says_whether_it_changed_and_whether_the_target_will_be_met():
    got = control_chart(STEADY, Direction.HIGHER_IS_BETTER, target=50)
    assert chart_sentences(got) == (
        "No clear change: the figure moves only as much as chance explains.",
        "The target will be missed unless something changes.",
    )


def test_trial_limits_say_so_and_too_few_figures_say_nothing_more():
    assert "fewer than 13 figures" in TRIAL
    assert chart_sentences(control_chart(STEADY[:12]))[-1] == TRIAL
    assert TRIAL not in chart_sentences(control_chart(STEADY[:13]))
    assert chart_sentences(control_chart(STEADY[:5])) == (NO_VARIATION,)


def test_the_conventions_are_told_as_they_were_chosen():
    usual = convention_sentences(Conventions())
    other = convention_sentences(
        Conventions(
            screened=False, outside_counts=True, run=6, icons_from=13, meeting_limit_decides=True, fewest=7
        )
    )
    assert len(usual) == len(other) == 5
    assert not set(usual) & set(other)
    assert usual[2] == "A run is 7 points and a trend is 7."
    assert other[3] == "Limits need at least 7 figures, and icons at least 13."
