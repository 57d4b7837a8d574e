"""Organisations side by side in one period: each figure or gap with its interval, never in order of size."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from accountability.statistics.estimates import DEFAULT_CONFIDENCE, Estimate
from accountability.statistics.formats import confidence_label, during, figure, interval, step
from accountability.statistics.funnels import Significance, average_rate, proportion_significance
from accountability.statistics.gap_findings import find_gap
from accountability.statistics.observations import Breakdown, Series, State, Unit
from accountability.statistics.periods import Period
from accountability.statistics.proportions import PER_CENT

FEWEST_FOR_A_FUNNEL = 5
OUTSIDE = {Significance.FAR_ABOVE, Significance.FAR_BELOW}


@dataclass(frozen=True, slots=True)
class Compared:
    """One organisation: its figure or gap, or in what state it is without one, and where it lies in a funnel.

    `events` of `people` were counted, where a funnel can be drawn.
    """

    name: str
    state: State
    estimate: Estimate | None = None
    events: float = 0
    people: float = 0
    place: Significance | None = None


@dataclass(frozen=True, slots=True)
class Comparison:
    """Organisations in one period, in the order given. `average` is that of all of them, of a funnel only."""

    title: str
    unit: Unit
    period: Period
    is_gap: bool
    rows: tuple[Compared, ...]
    average: float | None = None
    confidence: float = DEFAULT_CONFIDENCE

    @property
    def is_funnel(self) -> bool:
        """Whether chance can be told from their sizes: enough of them with counts."""
        return self.average is not None


def compare(named: Sequence[tuple[str, Series]], period: Period) -> Comparison:
    """Put these series of one measure side by side: gaps where it has groups, else everyone's figures.

    A funnel needs percentages with counts at five organisations or more. Raises ValueError for no series.
    """
    if not named:
        raise ValueError("There is nothing to compare.")
    measure = named[0][1].measure
    is_gap = measure.breakdown is not Breakdown.NONE
    rows = [_gap(name, series, period) if is_gap else _level(name, series, period) for name, series in named]
    average = None
    counted = [place for place, row in enumerate(rows) if row.people]
    if len(counted) >= FEWEST_FOR_A_FUNNEL:
        rows, average = _placed(rows, counted)
    return Comparison(
        measure.title, measure.unit, period, is_gap, tuple(rows), average, named[0][1].confidence
    )


def comparison_sentences(comparison: Comparison, own: str) -> list[str]:
    """What can be said of one of the organisations beside the others, and what must not be read into it."""
    row = next((row for row in comparison.rows if row.name == own), None)
    if row is None or row.estimate is None:
        return [f"There is no figure of {own} {during(comparison.period)} to put beside the others."]
    limits = f"{confidence_label(comparison.confidence)} {interval(row.estimate)}"
    shown = (step if comparison.is_gap else figure)(row.estimate.value, comparison.unit)
    said = [
        f"{own} {during(comparison.period)}: {'a gap of ' if comparison.is_gap else ''}{shown} ({limits})."
    ]
    if comparison.average is None or row.place is None:
        return said
    average = figure(comparison.average, comparison.unit)
    said.append(f"That is {row.place.value}; the average of the organisations compared is {average}.")
    placed = [one.place for one in comparison.rows if one.place]
    outside = sum(place in OUTSIDE for place in placed)
    if 2 * outside > len(placed):
        said.append(
            f"{outside} of {len(placed)} lie outside the 99.8% limits. Differences this common have wider "
            "causes than chance, such as who lives where, and say little about any one organisation."
        )
    return said


def _level(name: str, series: Series, period: Period) -> Compared:
    point = series.at(period).get(None)
    if point is None:
        return Compared(name, State.MISSING)
    if point.value is None:
        return Compared(name, point.state)
    if series.measure.unit is not Unit.PERCENT or point.numerator is None or not point.denominator:
        return Compared(name, point.state, point.estimate)
    return Compared(name, point.state, point.estimate, point.numerator, point.denominator)


def _gap(name: str, series: Series, period: Period) -> Compared:
    finding = find_gap(series)
    gap = next((gap for gap in finding.gaps if gap.period == period), None)
    if gap is not None:
        return Compared(name, State.VALUE, gap.absolute)
    hole = next((hole for hole in (*finding.holes, finding.blocked) if hole and hole.period == period), None)
    return Compared(name, hole.state if hole else State.MISSING)


def _placed(rows: list[Compared], counted: list[int]) -> tuple[list[Compared], float]:
    events, people = ([getattr(rows[place], name) for place in counted] for name in ("events", "people"))
    placed = list(rows)
    for place, found in zip(counted, proportion_significance(events, people), strict=True):
        placed[place] = replace(rows[place], place=Significance(found))
    return placed, PER_CENT * average_rate(events, people)
