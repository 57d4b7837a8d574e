"""What is worked out from a series for its page: the slope, the spread of groups, the control chart, and their words."""

import pytest

from accountability.charts import ChartKind, Layout, chart_description, chart_svg, kinds_for
from accountability.charts.control import control_over_time
from accountability.charts.kinds import chart_spec
from accountability.statistics.deprivation import deprivation_groups
from accountability.statistics.observations import (
    Breakdown,
    Direction,
    Series,
    State,
    blank_point,
    counted_point,
)
from accountability.statistics.periods import financial_year
from accountability.statistics.slope_findings import find_slopes, fitted
from accountability.statistics.slope_words import slope_sentences
from accountability.statistics.spread_findings import find_spread
from accountability.statistics.spread_words import difference_cell, spread_sentences
from tests.unit.accountability.series import (
    FIFTHS,
    ethnicity_series,
    facts,
    level_series,
    published_series,
    referral_to_treatment,
    smoking,
)

THIRDS = {"asian": (500, 1000), "black": (400, 1000), "white": (800, 2000), "unknown": (1, 10)}


def of_fifths(*years: tuple[int | None, ...]) -> Series:
    """Counts out of 1,000 in each fifth, the most deprived first; None where a fifth has no figure."""
    points = [
        blank_point(financial_year(2019 + year), State.MISSING, group=str(number))
        if count is None
        else counted_point(financial_year(2019 + year), count, 1000, group=str(number))
        for year, counts in enumerate(years)
        for number, count in enumerate(counts, start=1)
    ]
    return Series(facts(Breakdown.DEPRIVATION_QUINTILE), tuple(points), FIFTHS)


def said_of(series: Series) -> str:
    return " ".join(slope_sentences(series, find_slopes(series)))


def test_a_straight_fall_of_ten_points_a_fifth_is_a_slope_of_fifty():
    (slope,) = find_slopes(of_fifths((500, 400, 300, 200, 100)))
    assert slope.slope.value == pytest.approx(50)
    assert slope.times
    assert slope.times.value == pytest.approx((0.3 + 0.25) / (0.3 - 0.25))
    assert slope.without == ()


def test_groups_of_nobody_and_of_everybody_have_a_slope_like_any_other():
    (slope,) = find_slopes(of_fifths((1000, 750, 500, 250, 0)))
    assert slope.slope.value == pytest.approx(125)


def test_the_tenth_of_ten_groups_is_the_last_though_its_number_begins_like_the_first():
    year, keys = financial_year(2019), sorted(str(number) for number in range(1, 11))
    assert keys[1] == "10"
    points = tuple(counted_point(year, 1000 - 50 * int(key), 1000, group=key) for key in keys)
    tenths = Breakdown.DEPRIVATION_DECILE
    (slope,) = find_slopes(Series(facts(tenths), points, deprivation_groups(tenths)))
    assert slope.slope.value == pytest.approx(50)


def test_the_slope_is_below_nought_where_the_most_deprived_have_less():
    said = said_of(of_fifths((100, 200, 300, 400, 500)))
    assert "the figure is 50.0 percentage points lower at the most deprived end" in said


def test_the_slope_of_west_yorkshires_smoking_is_told_for_both_years():
    said = said_of(smoking())
    assert "in 2023/24, the figure is 13.4 percentage points higher at the most deprived end" in said
    assert "it is 2.46 times that at the least deprived end" in said
    assert said.endswith(
        "In 2022/23 it was 14.2 percentage points higher at the most deprived end than at the least deprived end."
    )


def test_a_slope_says_which_groups_it_does_not_rest_on():
    said = said_of(of_fifths((None, 400, 300, 200, 100)))
    assert "The slope rests on 4 groups: there is no figure for the most deprived fifth" in said


def test_fewer_than_three_groups_have_no_slope_and_the_words_say_what_is_needed():
    assert said_of(of_fifths((None, None, None, 200, 100))).startswith("No slope can be worked out")
    assert said_of(published_series([(70, 80)])).startswith("No slope can be worked out")


def test_groups_without_an_order_have_no_slope():
    series = ethnicity_series([THIRDS])
    assert find_slopes(series) == ()
    assert slope_sentences(series, ()) == []


def test_a_slope_that_chance_may_explain_says_so():
    assert "which could be chance" in said_of(of_fifths((301, 300, 300, 300, 299)))


def test_no_relative_index_is_told_where_the_line_ends_at_nought():
    (slope,) = find_slopes(of_fifths((40, 30, 20, 10, 0)))
    assert slope.times is None
    assert "relative index" not in said_of(of_fifths((40, 30, 20, 10, 0)))


def test_a_line_needs_three_groups():
    with pytest.raises(ValueError, match="A slope needs 3 to 100 groups"):
        fitted([1, 2], [10, 10])


def test_each_group_is_compared_with_the_best_and_those_not_known_take_no_part():
    spread = find_spread(ethnicity_series([THIRDS]))
    assert spread
    assert spread.best.key == "asian"
    assert [row.group.key for row in spread.groups] == ["asian", "black", "white"]
    assert [row.difference.value for row in spread.groups] == pytest.approx([0, -10, -10])
    assert difference_cell(spread.groups[0]) == "The best figure"
    # Everyone: 1,700 of 4,000, that is 42.5%; from it the groups lie 7.5, 2.5 and 2.5 points away.
    assert spread.disparity == pytest.approx(100 * (7.5 / 4 + 2.5 / 4 + 2.5 / 2) / 42.5)
    assert spread.risk.risk.value == pytest.approx(7.5)


def test_the_spread_is_told_in_two_sentences():
    spread = find_spread(ethnicity_series([THIRDS]))
    assert spread
    average, gain = spread_sentences(spread)
    assert average.startswith("In 2019/20, groups lie 8.8% away from the figure of everyone on average")
    assert "as well as the Asian group, the figure of everyone would be 7.5 percentage points higher" in gain
    assert gain.endswith("which is 17.6% of it.")


def test_where_less_is_better_everyone_would_have_less():
    spread = find_spread(ethnicity_series([THIRDS], direction=Direction.LOWER_IS_BETTER))
    assert spread
    assert "2.5 percentage points lower" in spread_sentences(spread)[1]


def test_groups_that_are_all_alike_have_nothing_to_gain():
    alike = ethnicity_series([{"asian": (400, 1000), "black": (400, 1000), "white": (800, 2000)}])
    spread = find_spread(alike)
    assert spread
    assert spread_sentences(spread)[1] == (
        "If every group had the figure of the Asian group, the figure of everyone would be the same."
    )


def test_a_best_figure_of_nought_gives_no_ratio():
    spread = find_spread(
        ethnicity_series([{**THIRDS, "black": (0, 1000)}], direction=Direction.LOWER_IS_BETTER)
    )
    assert spread
    assert spread.groups[0].ratio is None


def test_the_spread_is_of_the_latest_period_in_which_every_group_is_known():
    spread = find_spread(ethnicity_series([THIRDS, {**THIRDS, "black": State.SUPPRESSED}]))
    assert spread
    assert spread.period == financial_year(2019)


@pytest.mark.parametrize(
    "series",
    [
        smoking(),
        level_series([(1, 2)]),
        ethnicity_series([THIRDS], direction=Direction.NEUTRAL),
        ethnicity_series([{"asian": (0, 10), "black": (0, 10), "white": (0, 10)}]),
    ],
)
def test_no_spread_is_told_where_it_would_say_nothing(series: Series):
    assert find_spread(series) is None


def test_groups_of_few_periods_and_few_figures_have_no_control_chart():
    for series in (smoking(), level_series([(1, 2)] * 5)):
        assert ChartKind.CONTROL_OVER_TIME not in kinds_for(series)
        with pytest.raises(ValueError, match="has no control chart"):
            control_over_time(series, "People seen", Layout.WIDE)


def test_the_size_of_a_gap_has_a_control_chart_of_its_own():
    gaps = of_fifths(*[(500 - 7 * (year % 3), 400, 300, 200, 100) for year in range(8)])
    drawn = str(chart_spec_of(gaps))
    assert "The size of the gap." in drawn
    assert "Average 39." in drawn


def test_figures_that_stand_out_are_triangles_pointing_their_way():
    assert chart_svg(referral_to_treatment(), ChartKind.CONTROL_OVER_TIME)
    drawn = str(chart_spec_of(referral_to_treatment()))
    assert "triangle-up" in drawn
    assert "triangle-down" in drawn
    assert "Upper limit 67.1%" in drawn


def chart_spec_of(series: Series) -> object:
    return chart_spec(series, ChartKind.CONTROL_OVER_TIME, Layout.WIDE)


def test_a_constant_series_has_limits_on_its_average_and_no_triangles():
    assert "triangle" not in str(chart_spec_of(level_series([(1, 2)] * 14)))


def test_charts_say_in_words_what_was_worked_out():
    assert "slope index of inequality" in chart_description(smoking(), ChartKind.SLOPE_OVER_TIME)
    assert "by more than chance explains" in chart_description(
        referral_to_treatment(), ChartKind.CONTROL_OVER_TIME
    )


def test_a_slope_over_three_years_is_a_line():
    years = of_fifths(*[(500 - 10 * year, 400, 300, 200, 100) for year in range(3)])
    assert ChartKind.SLOPE_OVER_TIME in kinds_for(years)
    assert chart_svg(years, ChartKind.SLOPE_OVER_TIME)
