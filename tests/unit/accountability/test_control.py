"""Control charts: what stands out from chance, and whether a target can be expected to be met."""

import numpy as np
import pytest

from accountability.statistics.control import (
    Assurance,
    Conventions,
    Variation,
    assurance_of,
    control_chart,
    variation_of,
)
from accountability.statistics.control_rules import Rule
from accountability.statistics.observations import Direction

HIGHER, LOWER, NEUTRAL = Direction
STEADY = [10, 12, 11, 9, 10, 12, 9, 11, 10, 11, 9, 12, 10, 11]
RISING = [*STEADY, 12, 13, 14, 15, 16, 17, 18]


def test_limits_lie_two_and_two_thirds_mean_moving_ranges_from_the_mean():
    got = control_chart([1, 3, 2, 4, 3, 5])
    assert got.mean[0] == 3
    assert [got.lower[0], got.upper[0]] == pytest.approx([3 - 2.66 * 1.6, 3 + 2.66 * 1.6])


def test_a_steady_series_shows_common_cause_and_settled_limits():
    got = control_chart(STEADY, HIGHER)
    assert set(got.rule) == {None}
    assert got.variation is Variation.COMMON_CAUSE
    assert got.assurance is None
    assert not got.trial


def test_one_great_jump_is_screened_out_of_the_limits_but_not_out_of_the_signals():
    values = [*STEADY, 40, *STEADY]
    screened = control_chart(values)
    plain = control_chart(values, conventions=Conventions(screened=False))
    assert screened.upper[0] < plain.upper[0]
    assert screened.rule[len(STEADY)] is Rule.OUTSIDE


def test_seven_rising_points_are_a_trend_and_six_are_one_only_where_that_is_the_rule():
    six = [*STEADY[:-1], 9, 9.5, 10, 10.5, 11, 11.5]
    assert Rule.TREND not in set(control_chart(six).rule)
    got = control_chart(six, conventions=Conventions(trend=6))
    assert list(got.rule[-6:]) == [Rule.TREND] * 6
    assert list(got.side[-6:]) == [1] * 6


def test_a_peak_between_two_trends_belongs_to_the_one_that_follows():
    values = [7, 8, 9, 10, 11, 12, 13, 12, 11, 10, 9, 8, 7]
    got = control_chart(values, conventions=Conventions(screened=False))
    trends = [side for rule, side in zip(got.rule, got.side, strict=True) if rule is Rule.TREND]
    assert got.side[5] == 1
    assert got.side[7] == -1
    assert got.side[6] == -1 or got.rule[6] is Rule.OUTSIDE
    assert trends


def test_seven_points_on_one_side_are_a_run_that_a_point_on_the_mean_breaks():
    low, high = [0, 2] * 4, [6, 8, 6, 8, 6, 8, 6]
    assert Rule.RUN in set(control_chart([*low, *high], conventions=Conventions(screened=False)).rule)
    even = [1, -1, 1, -1, 1, 1.2, 1, 0, 1, 1.2, -2, -1, -2, -1.2]
    assert np.mean(even) == pytest.approx(-0.0, abs=0.2)
    assert Rule.RUN not in set(control_chart(even).rule)


def test_two_of_three_near_a_limit_are_flagged_and_points_beyond_count_only_where_they_should():
    values = np.array([0, 1, 0, 1, 0, 1, 0, 1, 0, 1, 0, 1, 0.0])
    base = control_chart(values)
    near = base.mean[0] + 0.8 * (base.upper[0] - base.mean[0])
    beyond = base.upper[0] + 1
    fixed = {"fix_after": 12}
    assert list(control_chart([*values, 0.6, near, near], **fixed).rule[-2:]) == [Rule.TWO_OF_THREE] * 2
    package = control_chart([*values, 0.6, beyond, near], **fixed)
    team = control_chart([*values, 0.6, beyond, near], **fixed, conventions=Conventions(outside_counts=True))
    assert list(package.rule[-2:]) == [Rule.OUTSIDE, None]
    assert list(team.rule[-2:]) == [Rule.OUTSIDE, Rule.TWO_OF_THREE]


def test_a_series_that_never_changes_has_limits_on_its_mean_and_nothing_stands_out():
    got = control_chart([5.0] * 15, HIGHER, target=4)
    assert [got.mean[0], got.lower[0], got.upper[0]] == [5, 5, 5]
    assert set(got.rule) == {None}
    assert got.variation is Variation.COMMON_CAUSE
    assert got.assurance is Assurance.MEETS


def test_a_change_after_a_constant_baseline_stands_out():
    assert control_chart([5.0] * 12 + [6], fix_after=12).rule[-1] is Rule.OUTSIDE


def test_a_missing_month_breaks_nothing_and_adds_nothing():
    gap = [*RISING[:17], np.nan, *RISING[17:]]
    got, whole = control_chart(gap, HIGHER), control_chart(RISING, HIGHER)
    assert got.upper[17] == whole.upper[0]
    assert got.rule[17] is None
    assert list(np.delete(got.rule, 17)) == list(whole.rule)
    assert control_chart([*RISING, np.nan], HIGHER).variation is whole.variation


def test_new_limits_start_where_they_are_asked_for():
    got = control_chart([*STEADY, *[value + 50 for value in STEADY]], rebase_at=[14])
    assert got.mean[14] == got.mean[13] + 50
    assert set(got.rule) == {None}


def test_a_stretch_without_any_known_point_takes_nothing_from_the_one_before():
    got = control_chart([*STEADY, np.nan, np.nan], HIGHER, target=5, rebase_at=[14])
    assert np.isnan(got.mean[14:]).all()
    assert got.variation is Variation.COMMON_CAUSE


def test_limits_below_thirteen_points_are_on_trial_and_below_the_stated_fewest_there_are_none():
    twelve, five = control_chart(STEADY[:12], HIGHER), control_chart(STEADY[:5], HIGHER, target=1)
    assert twelve.trial
    assert not control_chart(STEADY[:13]).trial
    assert np.isnan(five.upper).all()
    assert five.mean[0] == np.mean(STEADY[:5])
    assert (five.variation, five.assurance) == (None, None)
    assert control_chart(STEADY[:5], conventions=Conventions(fewest=3)).variation is Variation.COMMON_CAUSE


def test_icons_wait_for_thirteen_points_where_that_is_the_rule():
    waiting = Conventions(icons_from=13)
    assert control_chart(STEADY[:12], conventions=waiting).variation is None
    assert control_chart(STEADY[:13], conventions=waiting).variation is Variation.COMMON_CAUSE


@pytest.mark.parametrize(
    ("side", "direction", "expected"),
    [
        (0, HIGHER, Variation.COMMON_CAUSE),
        (1, HIGHER, Variation.IMPROVING_HIGH),
        (-1, HIGHER, Variation.CONCERNING_LOW),
        (1, LOWER, Variation.CONCERNING_HIGH),
        (-1, LOWER, Variation.IMPROVING_LOW),
        (1, NEUTRAL, Variation.NEUTRAL_HIGH),
        (-1, NEUTRAL, Variation.NEUTRAL_LOW),
    ],
)
def test_a_signal_is_good_or_bad_by_the_direction_of_its_measure(side, direction, expected):
    assert variation_of(side, direction) is expected


@pytest.mark.parametrize(
    ("target", "direction", "expected"),
    [
        (95, HIGHER, Assurance.MISSES),
        (65, HIGHER, Assurance.MEETS),
        (75, HIGHER, Assurance.HIT_OR_MISS),
        (95, LOWER, Assurance.MEETS),
        (65, LOWER, Assurance.MISSES),
        (80, HIGHER, Assurance.HIT_OR_MISS),
        (75, NEUTRAL, None),
        (None, HIGHER, None),
    ],
)
def test_a_target_within_the_limits_is_hit_or_missed_by_chance(target, direction, expected):
    assert assurance_of(70, 80, target, direction) is expected


def test_a_target_exactly_on_a_limit_is_decided_where_that_is_the_rule():
    decided = Conventions(meeting_limit_decides=True)
    assert assurance_of(70, 80, 80, HIGHER, decided) is Assurance.MISSES
    assert assurance_of(70, 80, 70, HIGHER, decided) is Assurance.MEETS


@pytest.mark.parametrize(
    ("work_out", "message"),
    [
        (lambda: control_chart([np.nan]), "at least one known value"),
        (lambda: control_chart(5.0), "one series"),
        (lambda: control_chart([1, np.inf]), "finite"),
        (lambda: control_chart([1, 2], target=np.inf), "finite"),
        (lambda: control_chart([1, 2, 3], rebase_at=[2, 1]), "in order"),
        (lambda: control_chart([1, 2, 3], rebase_at=[3]), "within the series"),
        (lambda: control_chart([1, 2, 3], rebase_at=[1, 1]), "each once"),
        (lambda: control_chart(STEADY, fix_after=11), "at least 12"),
        (lambda: Conventions(fewest=2), "at least 3"),
    ],
)
def test_what_makes_no_chart_is_refused(work_out, message: str):
    with pytest.raises(ValueError, match=message):
        work_out()
