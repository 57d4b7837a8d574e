"""A measure without groups: its latest figure, and whether it has clearly moved."""

import pytest

from accountability.statistics.findings import find, find_level
from accountability.statistics.observations import Direction, Series, State, published_point
from accountability.statistics.periods import calendar_month
from accountability.statistics.results import STATE_KINDS, FindingKind, Movement
from tests.unit.accountability.series import facts, level_series, referral_to_treatment

UP = [(500, 1000), (550, 1000), (600, 1000)]
DOWN = UP[::-1]
STILL = [(500, 1000)] * 3
HIGHER, LOWER, NEUTRAL = Direction


@pytest.mark.parametrize(
    ("counts", "direction", "kind"),
    [
        (UP, HIGHER, FindingKind.IMPROVING),
        (UP, LOWER, FindingKind.WORSENING),
        (UP, NEUTRAL, FindingKind.RISING),
        (DOWN, HIGHER, FindingKind.WORSENING),
        (DOWN, LOWER, FindingKind.IMPROVING),
        (DOWN, NEUTRAL, FindingKind.FALLING),
        (STILL, HIGHER, FindingKind.NO_CLEAR_CHANGE),
        ([(500, 1000), (1, 2), (510, 1000)], HIGHER, FindingKind.NO_CLEAR_CHANGE),
        (UP[:2], HIGHER, FindingKind.TWO_POINTS_ONLY),
        (UP[:1], HIGHER, FindingKind.SINGLE_POINT),
        ([(0, 1000), (0, 1000), (0, 1000)], LOWER, FindingKind.NO_CLEAR_CHANGE),
        ([], HIGHER, FindingKind.MISSING),
    ],
)
def test_what_is_found(counts: list[tuple[int, int]], direction: Direction, kind: FindingKind) -> None:
    assert find(level_series(counts, direction)).kind is kind


def test_the_change_is_that_of_the_first_and_the_latest_with_its_interval() -> None:
    finding = find_level(level_series(UP))
    assert finding.change is not None
    assert finding.change.movement is Movement.UP
    assert finding.change.step.value == pytest.approx(10)
    assert finding.change.step.interval == pytest.approx((5.6, 14.3), abs=0.1)


@pytest.mark.parametrize("state", list(STATE_KINDS))
def test_a_latest_period_without_a_figure_is_named_and_the_last_figure_kept(state: State) -> None:
    finding = find_level(level_series([*UP, state]))
    assert finding.kind is STATE_KINDS[state]
    assert finding.blocked is not None
    assert finding.blocked.period.label == "April 2025"
    assert finding.latest is not None
    assert finding.latest.period.label == "March 2025"
    assert finding.holes == ()


def test_a_measure_that_never_applied_has_no_latest_figure() -> None:
    finding = find_level(level_series([State.NOT_APPLICABLE] * 3))
    assert finding.kind is FindingKind.NOT_APPLICABLE
    assert finding.latest is None
    assert len(finding.holes) == 2


def test_figures_without_intervals_cannot_be_called_better_or_worse() -> None:
    points = tuple(published_point(calendar_month(2025, month), 70 + month) for month in (1, 2, 3))
    finding = find_level(Series(facts(), points))
    assert finding.kind is FindingKind.NO_INTERVALS
    assert finding.change is not None
    assert finding.change.movement is Movement.UP


def test_waits_in_west_yorkshire_with_a_month_missing_at_source() -> None:
    finding = find_level(referral_to_treatment())
    assert finding.kind is FindingKind.IMPROVING
    assert [hole.period.label for hole in finding.holes] == ["April 2023"]
    assert len(finding.points) == 42
    assert finding.latest is not None
    assert round(finding.latest.estimate.value, 2) == 70.01
