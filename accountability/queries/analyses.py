"""What is worked out from a measure's figures: the slope, the spread of its groups, its control chart."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial

from accountability.charts import ChartKind, kinds_for
from accountability.queries.charts import Picture, picture_of
from accountability.queries.figures import Figures
from accountability.queries.tables import Table
from accountability.statistics.control import USUAL, ControlChart
from accountability.statistics.control_words import RULE_SENTENCES, convention_sentences
from accountability.statistics.estimates import Estimate
from accountability.statistics.formats import NOT_KNOWN, estimate_cell, figure, point_cell, step, times_cell
from accountability.statistics.gap_findings import find_gap
from accountability.statistics.observations import Breakdown
from accountability.statistics.readings import Place, reading
from accountability.statistics.results import GapAt
from accountability.statistics.slope_findings import SlopeAt, find_slopes
from accountability.statistics.slope_words import slope_sentences
from accountability.statistics.spread_findings import Spread, find_spread
from accountability.statistics.spread_words import difference_cell, spread_sentences

NO_FIGURE = "No figure"
OF_THE_GAP = "What is looked at is the size of the gap, and smaller is better."
PERIODS_SHOWN = 12
HOW_A_SLOPE = (
    "A straight line is fitted to the groups, each as wide as its share of the people. The slope index is how much "
    "higher the line stands at the most deprived end than at the least deprived end, the relative index how many times "
    "as high. In brackets: 95% confidence intervals."
)


@dataclass(frozen=True)
class Analysis:
    """One thing worked out: its words, its picture if it has one, its table, and how it was worked out."""

    heading: str
    sentences: Sequence[str]
    picture: Picture | None
    table: Table | None
    methods: Sequence[str]


def analyses(figures: Figures) -> list[Analysis]:
    """Return what can be worked out from these figures, in the order of the page."""
    found = (_slope(figures), _spread(figures), _control(figures))
    return [one for one in found if one is not None]


def _slope(figures: Figures) -> Analysis | None:
    series, slopes = figures.series, find_slopes(figures.series)
    if not series.measure.breakdown.is_ordered or not figures.applies:
        return None
    return Analysis(
        heading="Across the whole population",
        sentences=slope_sentences(series, slopes),
        picture=_drawn(figures, ChartKind.SLOPE_OVER_TIME),
        table=_slope_table(figures, slopes) if slopes else None,
        methods=(HOW_A_SLOPE,) if slopes else (),
    )


def _slope_table(figures: Figures, slopes: Sequence[SlopeAt]) -> Table:
    gaps = {gap.period: gap for gap in find_gap(figures.series).gaps}
    rows = [
        [
            one.period.label,
            *_gap_cells(gaps.get(one.period)),
            estimate_cell(one.slope),
            times_cell(one.times),
        ]
        for one in reversed(slopes)
    ]
    return Table(["Period", "Gap", "Ratio", "Slope index", "Relative index"], rows, range(1, 5))


def _gap_cells(gap: GapAt | None) -> list[str]:
    if gap is None:
        return [NOT_KNOWN, NOT_KNOWN]
    ratio, limits = gap.relative.ratio, gap.relative.interval
    times = None if ratio is None else Estimate(ratio, *(limits or ()))
    return [estimate_cell(gap.absolute), times_cell(times)]


def _spread(figures: Figures) -> Analysis | None:
    spread = find_spread(figures.series)
    if spread is None:
        return None
    return Analysis(
        heading="How far the groups lie apart",
        sentences=spread_sentences(spread, figures.series.confidence),
        picture=None,
        table=_spread_table(figures, spread),
        methods=(
            f"Each group is compared with {spread.best.name}, whose figure is the best.",
            f"Between-group variance: {estimate_cell(spread.variance)} squared percentage points.",
            "Groups whose people are not known are shown with the figures and take no part here.",
        ),
    )


def _spread_table(figures: Figures, spread: Spread) -> Table:
    unit = figures.series.measure.unit
    rows = [
        [row.group.label, point_cell(row.point, unit), difference_cell(row), times_cell(row.ratio)]
        for row in spread.groups
    ]
    return Table(["Group", "Figure", "Difference from the best", "Times the best"], rows, range(1, 4))


def _control(figures: Figures) -> Analysis | None:
    if not figures.applies:
        return None
    read = reading(figures.series)
    is_gap = figures.series.measure.breakdown is not Breakdown.NONE
    return Analysis(
        heading="Has the gap changed by more than chance?"
        if is_gap
        else "Has it changed by more than chance?",
        sentences=[*([OF_THE_GAP] if is_gap and read.chart else []), *read.sentences],
        picture=_drawn(figures, ChartKind.CONTROL_OVER_TIME),
        table=_control_table(figures, read.run, read.chart) if read.chart else None,
        methods=convention_sentences(USUAL) if read.chart else (),
    )


def _control_table(figures: Figures, run: Sequence[Place], chart: ControlChart) -> Table:
    """The latest periods: each figure beside its average and limits, and why it stands out where it does."""
    said = partial(step if figures.series.groups else figure, unit=figures.series.measure.unit)
    rows = [
        [
            place.period.label,
            NO_FIGURE if place.value is None else said(place.value),
            *(said(float(line[number])) for line in (chart.mean, chart.lower, chart.upper)),
            RULE_SENTENCES[chart.rule[number]] if chart.rule[number] else "",
        ]
        for number, place in reversed(list(enumerate(run)))
    ]
    head = ["Period", "Figure", "Average", "Lower limit", "Upper limit", "What stands out"]
    return Table(head, rows[:PERIODS_SHOWN], range(1, 5))


def _drawn(figures: Figures, kind: ChartKind) -> Picture | None:
    return picture_of(figures.series, kind) if kind in kinds_for(figures.series) else None
