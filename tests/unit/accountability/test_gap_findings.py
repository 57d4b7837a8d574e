"""The gap between two groups: which two, how large, and whether it has clearly moved."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from accountability.statistics.findings import find
from accountability.statistics.gap_findings import find_gap
from accountability.statistics.gaps import RatioProblem
from accountability.statistics.observations import Direction, Series, State, counted_point
from accountability.statistics.periods import financial_year
from accountability.statistics.results import STATE_KINDS, Basis, FindingKind, GapFinding, Movement
from tests.unit.accountability.series import (
    FIFTHS,
    ethnicity_series,
    fifths_series,
    lipid_therapy,
    published_series,
    smoking,
)

WIDE = ((500, 1000), (700, 1000))
NARROW = ((600, 1000), (700, 1000))
NONE = ((700, 1000), (700, 1000))
OTHER_WAY = ((700, 1000), (500, 1000))
SOME = st.integers(1, 999).map(lambda count: (count, 1000))


def change_of(finding: GapFinding) -> tuple[float, Movement, Movement]:
    assert finding.change is not None
    return finding.change.step.value, finding.change.movement, finding.change.times_movement


@pytest.mark.parametrize(
    ("ends", "kind"),
    [
        ([WIDE, WIDE, NARROW], FindingKind.NARROWING),
        ([NARROW, NARROW, WIDE], FindingKind.WIDENING),
        ([NONE, NONE, WIDE], FindingKind.WIDENING),
        ([NONE, NONE, OTHER_WAY], FindingKind.WIDENING),
        ([WIDE, WIDE, NONE], FindingKind.NARROWING),
        ([WIDE, NONE, OTHER_WAY], FindingKind.REVERSED),
        ([OTHER_WAY, NONE, WIDE], FindingKind.REVERSED),
        ([WIDE, NARROW, WIDE], FindingKind.NO_CLEAR_CHANGE),
        ([NONE, NONE, NONE], FindingKind.NO_CLEAR_CHANGE),
        ([WIDE, NARROW], FindingKind.TWO_POINTS_ONLY),
        ([WIDE], FindingKind.SINGLE_POINT),
        ([], FindingKind.MISSING),
    ],
)
@pytest.mark.parametrize("direction", list(Direction))
def test_what_is_found_does_not_hang_on_which_way_is_better(
    ends: list[tuple[tuple[int, int], tuple[int, int]]], kind: FindingKind, direction: Direction
) -> None:
    assert find(fifths_series(ends, direction)).kind is kind


def test_a_gap_narrows_in_size_whichever_side_it_lies_on() -> None:
    step, movement, times = change_of(find_gap(fifths_series([WIDE, WIDE, NARROW])))
    assert step == pytest.approx(-10)
    assert (movement, times) == (Movement.DOWN, Movement.DOWN)
    mirrored = [(least, most) for most, least in (WIDE, WIDE, NARROW)]
    step, movement, times = change_of(find_gap(fifths_series(mirrored)))
    assert step == pytest.approx(-10)
    assert (movement, times) == (Movement.DOWN, Movement.DOWN)


def test_points_and_proportion_may_move_apart() -> None:
    halved = fifths_series(
        [((400, 10000), (200, 10000)), ((200, 10000), (60, 10000))], Direction.LOWER_IS_BETTER
    )
    step, movement, times = change_of(find_gap(halved))
    assert step == pytest.approx(-0.6)
    assert (movement, times) == (Movement.DOWN, Movement.UP)


def test_smoking_in_west_yorkshire_to_the_digit() -> None:
    finding = find_gap(smoking())
    assert finding.kind is FindingKind.TWO_POINTS_ONLY
    assert [round(gap.absolute.value, 2) for gap in finding.gaps] == [12.12, 11.46]
    assert [round(gap.relative.ratio or 0, 2) for gap in finding.gaps] == [2.43, 2.41]
    step, movement, times = change_of(finding)
    assert round(step, 2) == -0.66
    assert (movement, times) == (Movement.DOWN, Movement.NOT_CLEAR)


def test_lipid_therapy_lies_the_other_way_round() -> None:
    finding = find_gap(lipid_therapy())
    assert finding.kind is FindingKind.SINGLE_POINT
    assert finding.latest is not None
    assert [round(point.estimate.value, 2) for point in (finding.latest.first, finding.latest.second)] == [
        70.10,
        61.82,
    ]
    assert finding.latest.absolute.excludes(0) is True


@pytest.mark.parametrize("state", list(STATE_KINDS))
def test_a_latest_period_without_a_gap_is_named_and_the_last_gap_kept(state: State) -> None:
    finding = find_gap(fifths_series([WIDE, NARROW, (state, NARROW[1])]))
    assert finding.kind is STATE_KINDS[state]
    assert finding.blocked is not None
    assert finding.blocked.group == FIFTHS[0]
    assert finding.latest is not None
    assert finding.latest.period.label == "2020/21"


def test_the_gravest_of_two_reasons_is_given() -> None:
    finding = find_gap(
        fifths_series([(State.MISSING, State.NOT_APPLICABLE), (State.MISSING, State.SUPPRESSED)])
    )
    assert finding.blocked is not None
    assert (finding.blocked.state, finding.blocked.group) == (State.SUPPRESSED, FIFTHS[4])
    assert [hole.state for hole in finding.holes] == [State.NOT_APPLICABLE]
    assert finding.latest is None


def test_a_period_in_which_a_compared_group_is_absent_is_missing() -> None:
    whole = fifths_series([WIDE, WIDE])
    only_all = counted_point(financial_year(2021), 600, 1000)
    finding = find_gap(Series(whole.measure, (*whole.points, only_all), FIFTHS))
    assert finding.kind is FindingKind.MISSING
    assert finding.blocked is not None
    assert finding.blocked.group == FIFTHS[0]


def test_one_group_alone_makes_no_gap() -> None:
    series = fifths_series([WIDE])
    assert find(Series(series.measure, series.of_group("1"), FIFTHS[:1])).kind is FindingKind.MISSING


def test_figures_without_intervals_show_which_way_they_go_but_not_how_surely() -> None:
    finding = find_gap(published_series([(73.9, 83.1), (73.2, 83.6)]))
    assert finding.kind is FindingKind.NO_INTERVALS
    step, movement, times = change_of(finding)
    assert step == pytest.approx(1.2)
    assert (movement, times) == (Movement.UP, Movement.NOT_CLEAR)
    assert finding.gaps[0].relative.problem is RatioProblem.NO_COUNTS
    assert change_of(find_gap(published_series([(70, 80), (80, 70)])))[1] is Movement.REVERSED
    assert change_of(find_gap(published_series([(70, 80), (71, 81)])))[1] is Movement.NOT_CLEAR


def test_a_zero_is_a_figure_like_any_other() -> None:
    finding = find_gap(fifths_series([((0, 500), (50, 500))]))
    assert finding.latest is not None
    assert finding.latest.absolute.value == -10
    assert finding.latest.relative.problem is RatioProblem.NUMERATOR_ZERO


ETHNIC = {"asian": (600, 1000), "black": (500, 1000), "white": (900, 1000), "unknown": (10, 1000)}


@pytest.mark.parametrize(
    ("direction", "pair"),
    [
        (Direction.HIGHER_IS_BETTER, ("black", "white")),
        (Direction.LOWER_IS_BETTER, ("white", "black")),
        (Direction.NEUTRAL, ("white", "black")),
    ],
)
def test_unordered_groups_compare_the_two_furthest_apart_the_worse_off_first(
    direction: Direction, pair: tuple[str, str]
) -> None:
    finding = find_gap(ethnicity_series([ETHNIC], direction=direction))
    assert finding.basis is Basis.FURTHEST_APART
    assert finding.pair is not None
    assert tuple(group.key for group in finding.pair) == pair


@pytest.mark.parametrize(("reference", "furthest"), [("asian", "white"), ("white", "black")])
def test_with_a_reference_group_the_furthest_from_it_is_compared(reference: str, furthest: str) -> None:
    finding = find_gap(ethnicity_series([ETHNIC], reference))
    assert finding.basis is Basis.REFERENCE
    assert finding.pair is not None
    assert tuple(group.key for group in finding.pair) == (furthest, reference)


def test_unknown_is_counted_but_never_compared() -> None:
    finding = find_gap(ethnicity_series([ETHNIC]))
    assert finding.unknown_share == 0.25
    assert finding.pair is not None
    assert all(group.is_known for group in finding.pair)
    known = {key: counts for key, counts in ETHNIC.items() if key != "unknown"}
    assert find_gap(ethnicity_series([known])).unknown_share is None


def test_groups_without_a_figure_are_left_out_by_name() -> None:
    finding = find_gap(ethnicity_series([{**ETHNIC, "black": State.SUPPRESSED}]))
    assert [hole.group.key for hole in finding.left_out if hole.group] == ["black"]
    assert finding.pair is not None
    assert [group.key for group in finding.pair] == ["asian", "white"]


def test_when_nothing_can_be_compared_any_longer_the_last_gap_is_kept() -> None:
    hidden = {"asian": State.SUPPRESSED, "black": State.MISSING, "white": (900, 1000)}
    finding = find_gap(ethnicity_series([ETHNIC, hidden]))
    assert finding.kind is FindingKind.MISSING
    assert finding.latest is not None
    assert finding.latest.period.label == "2019/20"


def test_when_nothing_could_ever_be_compared_the_gravest_reason_is_given() -> None:
    finding = find_gap(ethnicity_series([{"asian": State.SUPPRESSED, "white": (900, 1000)}]))
    assert (finding.kind, finding.pair, finding.latest) == (FindingKind.SUPPRESSED, None, None)
    assert find_gap(ethnicity_series([{"white": (900, 1000)}])).kind is FindingKind.MISSING
    assert find_gap(ethnicity_series([])).kind is FindingKind.MISSING


@given(SOME, SOME, SOME, SOME)
def test_a_gap_is_called_narrower_only_when_its_interval_leaves_out_no_change(
    most: tuple[int, int], least: tuple[int, int], most_now: tuple[int, int], least_now: tuple[int, int]
) -> None:
    finding = find_gap(fifths_series([(most, least), (most, least), (most_now, least_now)]))
    assert finding.change is not None
    clear = finding.kind is not FindingKind.NO_CLEAR_CHANGE
    assert clear == (finding.change.step.excludes(0) is True)
    if finding.kind is FindingKind.NARROWING:
        assert finding.change.step.value < 0
    if finding.kind is FindingKind.WIDENING:
        assert finding.change.step.value > 0
