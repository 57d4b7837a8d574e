"""Points, groups and series: what may be said of a period, and what is refused."""

import pytest

from accountability.statistics.deprivation import deprivation_groups, deprivation_key
from accountability.statistics.observations import (
    Breakdown,
    Direction,
    Group,
    MeasureFacts,
    Point,
    Series,
    State,
    blank_point,
    counted_point,
    published_point,
    rate_point,
    with_missing_months,
)
from accountability.statistics.periods import calendar_month, financial_year
from tests.unit.accountability.series import FIFTHS, facts, referral_to_treatment, smoking

MONTH = calendar_month(2025, 1)
NO_FIGURE = [State.SUPPRESSED, State.MISSING, State.NOT_REPORTED, State.NOT_APPLICABLE]


def test_two_counts_make_a_percentage_with_its_interval() -> None:
    point = counted_point(MONTH, 20, 100, group="1")
    assert (point.state, point.value, point.numerator, point.denominator) == (State.VALUE, 20, 20, 100)
    assert point.estimate.interval == pytest.approx((13.33669333310325, 28.882916559315884))
    assert counted_point(MONTH, 20, 100, confidence=0.998).lower == pytest.approx(10.519162066711433)


def test_nobody_out_of_some_is_a_true_zero_with_an_interval() -> None:
    point = counted_point(MONTH, 0, 100)
    assert point.state is State.ZERO
    assert point.upper is not None
    assert point.upper > 0


def test_nobody_out_of_nobody_is_refused() -> None:
    with pytest.raises(ValueError, match="denominator above 0"):
        counted_point(MONTH, 0, 0)


def test_two_counts_make_a_rate_with_the_limits_of_its_count() -> None:
    point = rate_point(MONTH, 12, 4000, multiplier=1000, group="1")
    assert (point.state, point.value, point.numerator, point.group) == (State.VALUE, 3, 12, "1")
    assert point.estimate.interval == pytest.approx((1.5485, 5.2406), abs=1e-3)
    assert rate_point(MONTH, 0, 4000, multiplier=1000).state is State.ZERO
    with pytest.raises(ValueError, match="population above 0"):
        rate_point(MONTH, 1, 0, multiplier=1000)


def test_a_published_figure_keeps_the_interval_it_came_with() -> None:
    assert published_point(MONTH, 73.2).estimate.interval is None
    assert published_point(MONTH, 73.2, lower=73, upper=73.4).estimate.interval == (73, 73.4)
    assert published_point(MONTH, 0).state is State.ZERO


@pytest.mark.parametrize("state", NO_FIGURE)
def test_a_state_without_a_figure_is_never_a_number(state: State) -> None:
    point = blank_point(MONTH, state, reason="Because.")
    assert not state.has_figure
    assert (point.value, point.reason) == (None, "Because.")
    with pytest.raises(ValueError, match=f"no figure for January 2025: it is {state}"):
        _ = point.estimate
    with pytest.raises(ValueError, match="carries no numbers"):
        Point(MONTH, state, value=0)


@pytest.mark.parametrize(
    ("state", "value", "message"),
    [
        (State.VALUE, None, "needs its value"),
        (State.VALUE, 0.0, "figure of 0 is a zero"),
        (State.ZERO, 3.0, "figure of 0 is a zero"),
    ],
)
def test_a_figure_and_its_state_must_agree(state: State, value: float | None, message: str) -> None:
    with pytest.raises(ValueError, match=message):
        Point(MONTH, state, value=value)


def test_limits_must_enclose_the_figure() -> None:
    with pytest.raises(ValueError, match="do not enclose"):
        published_point(MONTH, 5, lower=6, upper=7)


def test_a_month_that_the_source_leaves_out_becomes_a_missing_point() -> None:
    series = referral_to_treatment()
    missing = [point for point in series.points if point.state is State.MISSING]
    assert [point.period.label for point in missing] == ["April 2023"]
    assert len(series.points) == 43


def test_missing_months_are_found_group_by_group_inside_each_run_only() -> None:
    points = [
        counted_point(calendar_month(2025, month), 1, 2, group=group)
        for group, month in [("a", 1), ("a", 3), ("b", 2), ("b", 3)]
    ]
    filled = with_missing_months(points)
    assert [(point.group, point.period.label, point.state) for point in filled] == [
        ("a", "January 2025", State.VALUE),
        ("a", "February 2025", State.MISSING),
        ("b", "February 2025", State.VALUE),
        ("a", "March 2025", State.VALUE),
        ("b", "March 2025", State.VALUE),
    ]


def test_missing_months_cannot_be_found_among_years() -> None:
    with pytest.raises(ValueError, match="not a calendar month"):
        with_missing_months([counted_point(financial_year(2024), 1, 2)])


def test_fifths_and_tenths_are_named_from_both_ends() -> None:
    fifths = [group.label for group in deprivation_groups(Breakdown.DEPRIVATION_QUINTILE)]
    assert fifths == [
        "Most deprived fifth",
        "Second most deprived fifth",
        "Middle fifth",
        "Second least deprived fifth",
        "Least deprived fifth",
    ]
    tenths = deprivation_groups(Breakdown.DEPRIVATION_DECILE)
    assert len({group.label for group in tenths}) == 10
    assert (tenths[4].name, tenths[5].name) == (
        "the fifth most deprived tenth",
        "the fifth least deprived tenth",
    )
    with pytest.raises(KeyError):
        deprivation_groups(Breakdown.ETHNICITY)


def test_publishers_may_count_from_either_end() -> None:
    fifth = Breakdown.DEPRIVATION_QUINTILE
    assert deprivation_key(1, fifth, one_is_most_deprived=True) == "1"
    assert deprivation_key(1, fifth, one_is_most_deprived=False) == "5"
    with pytest.raises(ValueError, match="no fifth number 6"):
        deprivation_key(6, fifth, one_is_most_deprived=True)


@pytest.mark.parametrize("statement", ["no place for it", "{value} or {value}"])
def test_a_statement_has_one_place_for_its_figure(statement: str) -> None:
    with pytest.raises(ValueError, match=r"must contain \{value\} once"):
        MeasureFacts("People seen", Direction.NEUTRAL, statement=statement)


@pytest.mark.parametrize(
    ("points", "groups", "reference", "message"),
    [
        ([counted_point(MONTH, 1, 2, group="6")], FIFTHS, None, "not listed: \\['6'\\]"),
        ([], (FIFTHS[0], FIFTHS[0]), None, "listed once each"),
        ([], FIFTHS, "6", "reference group 6"),
        ([counted_point(MONTH, 1, 2), counted_point(MONTH, 1, 3)], (), None, "two points"),
        ([counted_point(calendar_month(2025, 2), 1, 2), counted_point(MONTH, 1, 2)], (), None, "in order"),
    ],
)
def test_a_series_that_contradicts_itself_is_refused(
    points: list[Point], groups: tuple[Group, ...], reference: str | None, message: str
) -> None:
    with pytest.raises(ValueError, match=message):
        Series(facts(), tuple(points), groups, reference)


def test_a_series_answers_by_period_and_by_group() -> None:
    series = smoking()
    assert [period.label for period in series.periods] == ["2022/23", "2023/24"]
    assert len(series.of_group("1")) == 2
    assert [point.value for point in series.of_group(None)] == pytest.approx([16.674, 15.895], abs=5e-4)
    assert set(series.at(series.periods[0])) == {None, "1", "2", "3", "4", "5"}
    assert series.known_groups == FIFTHS
    assert Breakdown.DEPRIVATION_DECILE.is_ordered
    assert not Breakdown.ETHNICITY.is_ordered
