"""What a board reads off a measure: variation and assurance, or in plain words why neither is known."""

from datetime import date
from xml.etree import ElementTree as ET

import pytest

from accountability.charts import ChartKind, chart_description, kinds_for
from accountability.charts.sparkline import sparkline
from accountability.statistics.control import Assurance, Variation, control_chart
from accountability.statistics.deprivation import deprivation_groups
from accountability.statistics.formats import NOT_KNOWN
from accountability.statistics.observations import (
    Breakdown,
    Direction,
    MeasureFacts,
    Point,
    Series,
    State,
    blank_point,
    published_point,
)
from accountability.statistics.periods import Period, calendar_month
from accountability.statistics.readings import (
    ASSURANCE_LABELS,
    NO_DIRECTION,
    NO_FIGURE,
    NO_TARGET,
    NOT_OURS,
    OVERLAPPING,
    VARIATION_LABELS,
    direction_of,
    reading,
    run_of,
)

STEADY = [80.0, 82.0, 79.0, 81.0, 80.0, 82.0, 78.0, 81.0]
NAN = float("nan")


def level(*values: float | None, direction: Direction = Direction.HIGHER_IS_BETTER) -> Series:
    months = [calendar_month(2025, number) for number in range(1, len(values) + 1)]
    points = [
        blank_point(month, State.MISSING) if value is None else published_point(month, value)
        for month, value in zip(months, values, strict=True)
    ]
    return Series(MeasureFacts("Seen in time", direction), tuple(points))


def gaps(*sizes: float) -> Series:
    """A measure in fifths whose most deprived fifth lies that much above the least deprived one."""
    points: list[Point] = []
    for number, size in enumerate(sizes, start=1):
        month = calendar_month(2025, number)
        points += [published_point(month, 10 + size, group="1"), published_point(month, 10.0, group="5")]
    facts = MeasureFacts("Smoking", Direction.LOWER_IS_BETTER, breakdown=Breakdown.DEPRIVATION_QUINTILE)
    return Series(facts, tuple(points), deprivation_groups(Breakdown.DEPRIVATION_QUINTILE))


def test_every_icon_has_its_words():
    assert set(VARIATION_LABELS) == set(Variation)
    assert set(ASSURANCE_LABELS) == set(Assurance)


def test_a_steady_run_is_no_change_and_says_whether_a_target_is_met():
    read = reading(level(*STEADY), 60)
    assert (read.variation, read.why_no_variation) == (Variation.COMMON_CAUSE, "")
    assert (read.assurance, read.why_no_assurance) == (Assurance.MEETS, "")
    assert (read.variation_label, read.assurance_label) == ("No clear change", "Will be met")


def test_a_missing_month_breaks_nothing():
    read = reading(level(*STEADY[:4], None, *STEADY[4:]))
    assert read.variation is Variation.COMMON_CAUSE
    assert [place.value for place in read.run][4] is None


@pytest.mark.parametrize(
    ("values", "words"),
    [
        ((), NO_FIGURE),
        ((80.0,), "There is 1 figure, and it takes at least 6 to tell a change from chance."),
        ((80.0, 81.0), "There are 2 figures, and it takes at least 6 to tell a change from chance."),
    ],
)
def test_too_few_figures_are_not_known_with_the_reason(values: tuple[float, ...], words: str):
    read = reading(level(*values), 60)
    assert (read.variation, read.assurance, read.chart) == (None, None, None)
    assert read.why_no_variation == read.why_no_assurance == words
    assert read.variation_label == read.assurance_label == NOT_KNOWN


def test_chart_words_and_table_of_a_page_share_one_reading(monkeypatch: pytest.MonkeyPatch):
    charted = []
    monkeypatch.setattr(
        "accountability.statistics.readings.control_chart",
        lambda values, direction, target: (
            charted.append(values) or control_chart(values, direction, target=target)
        ),
    )
    series = level(*STEADY, 77.25)
    assert ChartKind.CONTROL_OVER_TIME in kinds_for(series)
    assert reading(series).sentences[0] in chart_description(series, ChartKind.CONTROL_OVER_TIME)
    assert len(charted) == 1
    assert reading(series, 60).assurance is Assurance.MEETS
    assert len(charted) == 2


def test_without_any_figures_there_is_nothing_to_read():
    read = reading(None)
    assert (read.run, read.why_no_variation, read.why_no_assurance) == ((), NO_FIGURE, NO_TARGET)


def test_a_target_needs_to_be_set_to_be_ours_and_to_have_a_better_side():
    assert reading(level(*STEADY)).why_no_assurance == NO_TARGET
    elsewhere = reading(level(*STEADY), 60, is_own=False)
    assert (elsewhere.assurance, elsewhere.why_no_assurance) == (None, NOT_OURS)
    assert elsewhere.variation is Variation.COMMON_CAUSE
    neutral = reading(level(*STEADY, direction=Direction.NEUTRAL), 60)
    assert neutral.why_no_assurance == NO_DIRECTION


def test_periods_that_overlap_are_not_read_as_a_trend():
    years = [
        Period(date(2010 + number, 1, 1), date(2012 + number, 12, 31), str(number)) for number in range(8)
    ]
    points = tuple(published_point(year, 70.0 + number) for number, year in enumerate(years))
    read = reading(Series(MeasureFacts("Years of life", Direction.HIGHER_IS_BETTER), points))
    assert (read.variation, read.why_no_variation) == (None, OVERLAPPING)


def test_of_a_measure_with_groups_the_size_of_the_gap_is_watched_and_smaller_is_better():
    series = gaps(9, 8, 9, 8, 9, 8, 9, 2)
    assert [place.value for place in run_of(series)] == pytest.approx([9, 8, 9, 8, 9, 8, 9, 2])
    assert direction_of(series) is Direction.LOWER_IS_BETTER
    assert reading(series, 20).assurance is Assurance.MEETS
    assert reading(series).variation is Variation.IMPROVING_LOW


def shapes(svg: str) -> list[str]:
    return [element.tag.rpartition("}")[2] for element in ET.fromstring(svg)]  # noqa: S314


def test_the_small_chart_marks_what_stands_out_by_its_shape():
    drawn = shapes(sparkline([1, 2, 9], [0, 0, 1], mean=3, lower=0, upper=6))
    assert drawn == ["line", "line", "line", "polyline", "circle", "circle", "rect"]


def test_a_missing_figure_breaks_the_line_and_is_not_drawn():
    drawn = shapes(sparkline([1, 2, NAN, 2, 1, NAN, 2], [0] * 7, mean=NAN, lower=NAN, upper=NAN))
    assert drawn == ["polyline", "polyline", *["circle"] * 5]


def test_a_run_that_never_changes_is_drawn_in_the_middle():
    svg = sparkline([5, 5, 5], [0] * 3, mean=5, lower=5, upper=5)
    assert 'y1="28.0"' in svg
    assert 'cy="28.0"' in svg
