"""A series as a control chart: the figures of everyone in order of time, and what the last one says."""

from dataclasses import dataclass

from accountability.statistics.control import USUAL, ControlChart, control_chart
from accountability.statistics.control_words import chart_sentences, convention_sentences
from accountability.statistics.observations import Breakdown, Series
from accountability.statistics.periods import Period


@dataclass(frozen=True, slots=True, eq=False)
class ControlFinding:
    """A chart with one place for each of `periods`, by the usual conventions."""

    periods: tuple[Period, ...]
    chart: ControlChart

    @property
    def sentences(self) -> tuple[str, ...]:
        """What the chart says."""
        return chart_sentences(self.chart)

    @property
    def conventions(self) -> tuple[str, ...]:
        """By which of the conventions that tools differ in."""
        return convention_sentences(USUAL)


def find_control(series: Series, target: float | None = None) -> ControlFinding | None:
    """The control chart of a series without groups; None for one with groups, or with too few figures for limits.

    A running total would be read as a trend, and so would the figures of groups put one after the other.
    """
    if series.measure.breakdown is not Breakdown.NONE:
        return None
    points = series.of_group(None)
    if sum(point.value is not None for point in points) < USUAL.fewest:
        return None
    values = [float("nan") if point.value is None else point.value for point in points]
    return ControlFinding(
        tuple(point.period for point in points),
        control_chart(values, series.measure.direction, target=target),
    )
