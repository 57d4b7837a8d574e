"""Organisations side by side: where each lies in a funnel, in words, and never in order of their figures."""

import re
from dataclasses import replace

import pytest

from accountability.charts import Layout
from accountability.charts.comparisons import comparison_svg
from accountability.charts.frame import LINE_HEIGHT
from accountability.statistics.comparisons import Comparison, compare, comparison_sentences
from accountability.statistics.funnels import Significance
from accountability.statistics.observations import Series, State, published_point
from accountability.statistics.periods import calendar_month, financial_year
from tests.unit.accountability.series import facts, fifths_series, level_series, published_series

MONTH, YEAR = calendar_month(2025, 1), financial_year(2019)
ALIKE = {name: level_series([(500, 1000)]) for name in ("Alder", "Birch", "Cedar", "Dogwood")}
FUNNEL: dict[str, Series] = {**ALIKE, "Elm": level_series([(620, 1000)])}


def level(series: dict[str, Series]) -> Comparison:
    return compare(list(series.items()), MONTH)


def test_a_funnel_tells_who_lies_outside_what_chance_explains():
    comparison = level(FUNNEL)
    assert comparison.is_funnel
    assert comparison.average == pytest.approx(100 * 2620 / 5000)
    assert [row.place for row in comparison.rows] == [Significance.WITHIN] * 4 + [Significance.FAR_ABOVE]


def test_rows_stay_in_the_order_given_whatever_their_figures():
    assert [row.name for row in level(FUNNEL).rows] == list(FUNNEL)


def test_four_organisations_are_too_few_for_a_funnel():
    comparison = level(ALIKE)
    assert not comparison.is_funnel
    assert comparison_sentences(comparison, "Alder") == [
        "Alder in January 2025: 50.0% (95% confidence interval 46.9 to 53.1)."
    ]


def test_the_words_name_the_average_and_where_one_lies():
    said = comparison_sentences(level(FUNNEL), "Elm")
    assert said[1] == "That is above the 99.8% limits; the average of the organisations compared is 52.4%."
    assert len(said) == 2


def test_where_most_lie_outside_the_words_warn_against_reading_too_much_into_it():
    wide = {name: level_series([(100 + 150 * place, 1000)]) for place, name in enumerate(FUNNEL)}
    said = comparison_sentences(level(wide), "Alder")
    assert said[-1].startswith("5 of 5 lie outside the 99.8% limits.") or said[-1].startswith(
        "4 of 5 lie outside"
    )
    assert "say little about any one organisation" in said[-1]


def test_who_has_no_figure_is_shown_with_the_reason():
    comparison = level({**FUNNEL, "Fir": level_series([State.NOT_REPORTED])})
    assert comparison.rows[-1].state is State.NOT_REPORTED
    assert comparison_sentences(comparison, "Fir") == [
        "There is no figure of Fir in January 2025 to put beside the others."
    ]
    assert comparison.rows[-1].place is None


def test_who_has_nothing_for_the_period_is_missing():
    later = level_series([State.MISSING, (1, 2)])
    assert compare([("Alder", later)], calendar_month(2026, 1)).rows[0].state is State.MISSING


def test_nobody_cannot_be_compared():
    with pytest.raises(ValueError, match="nothing to compare"):
        compare([], MONTH)


def test_measures_with_groups_are_compared_by_their_gap():
    narrow, wide = fifths_series([((400, 1000), (500, 1000))]), fifths_series([((200, 1000), (500, 1000))])
    comparison = compare([("Alder", narrow), ("Birch", wide)], YEAR)
    assert comparison.is_gap
    assert [row.estimate.value for row in comparison.rows if row.estimate] == pytest.approx([-10, -30])
    assert comparison_sentences(comparison, "Alder")[0].startswith(
        "Alder in 2019/20: a gap of minus 10.0 points"
    )


def test_a_gap_that_cannot_be_told_says_why():
    hidden = fifths_series([(State.SUPPRESSED, (500, 1000))])
    assert compare([("Alder", hidden)], YEAR).rows[0].state is State.SUPPRESSED
    assert compare([("Alder", hidden)], financial_year(2020)).rows[0].state is State.MISSING


def test_figures_without_counts_are_compared_without_a_funnel():
    years = {name: published_series([(70, 80)]) for name in FUNNEL}
    assert not compare(list(years.items()), YEAR).is_funnel


def test_levels_without_counts_have_no_place_in_a_funnel():
    level_of_everyone = Series(facts(), (published_point(MONTH, 78.2),))
    row = compare([("Alder", level_of_everyone)], MONTH).rows[0]
    assert row.estimate
    assert (row.estimate.value, row.people, row.place) == (78.2, 0, None)


@pytest.mark.parametrize("layout", list(Layout))
def test_a_funnel_and_rows_of_intervals_are_drawn_with_their_words(layout: Layout):
    funnel = comparison_svg(level(FUNNEL), "Elm", layout, "What it says")
    assert "What it says" in funnel
    assert "Dark diamond: Elm." in funnel
    rows = comparison_svg(
        level({**ALIKE, "Fir": level_series([State.SUPPRESSED])}), "Alder", layout, "What it says"
    )
    assert "Fir: suppressed" in rows
    assert "Alder: 50.0% (46.9 to 53.1)" in rows


@pytest.mark.parametrize("layout", list(Layout))
def test_no_line_of_the_chart_crosses_the_words_of_a_row(layout: Layout):
    svg = comparison_svg(level(ALIKE), "Alder", layout, "What it says")
    words = [float(y) for y in re.findall(r"<text[^>]*translate\([^,]*,([^)]*)\)[^>]*>\w+: 50\.0%", svg)]
    assert len(words) == len(ALIKE)
    found = re.findall(r'<line[^>]*translate\([^,]*,([^)]*)\)" x2="0" y2="([^"]*)"', svg)
    upright = [(float(start), float(length)) for start, length in found]
    assert len(upright) >= len(ALIKE)
    assert max(abs(length) for _, length in upright) < 1.5 * layout.size * LINE_HEIGHT, (
        "no longer than one row"
    )
    assert [y for y in words for start, length in upright if start < y < start + length] == []


def test_large_counts_are_told_in_thousands():
    large = {name: level_series([(60_000 + 500 * place, 120_000)]) for place, name in enumerate(FUNNEL)}
    assert "in thousands" in comparison_svg(level(large), "Elm", Layout.WIDE, "Words")


def test_figures_without_intervals_are_drawn_without_whiskers():
    years = {name: published_series([(70, 80)]) for name in ("Alder", "Birch")}
    assert "Alder: minus 10.0 years" in comparison_svg(
        compare(list(years.items()), YEAR), "Alder", Layout.WIDE, "Words"
    )
    level_only = compare([("Alder", replace(ALIKE["Alder"]))], MONTH)
    assert "Alder: 50.0%" in comparison_svg(level_only, "Alder", Layout.WIDE, "Words")
