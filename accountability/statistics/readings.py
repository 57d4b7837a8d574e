"""What a board reads off a measure at a glance: has it changed, will the target be met, or why nobody can say.

One run of figures for each measure: its level, or the size of its gap where it is broken down by group.
"""

from dataclasses import dataclass
from itertools import pairwise

from accountability.statistics.control import (
    USUAL,
    Assurance,
    ControlChart,
    Variation,
    control_chart,
)
from accountability.statistics.control_words import chart_sentences
from accountability.statistics.formats import NOT_KNOWN
from accountability.statistics.gap_findings import find_gap
from accountability.statistics.observations import Breakdown, Direction, Series
from accountability.statistics.once import once
from accountability.statistics.periods import Period

VARIATION_LABELS = {
    Variation.COMMON_CAUSE: "No clear change",
    Variation.IMPROVING_HIGH: "Improving, high",
    Variation.IMPROVING_LOW: "Improving, low",
    Variation.CONCERNING_HIGH: "Concern, high",
    Variation.CONCERNING_LOW: "Concern, low",
    Variation.NEUTRAL_HIGH: "High, neither way is better",
    Variation.NEUTRAL_LOW: "Low, neither way is better",
}
ASSURANCE_LABELS = {
    Assurance.MEETS: "Will be met",
    Assurance.MISSES: "Will be missed",
    Assurance.HIT_OR_MISS: "Met at times, by chance",
}
NO_FIGURE = "There is no figure yet."
IN_WORDS = "It is told in words."
NO_TARGET = "No target is set."
NOT_OURS = "The target is for our own figures, and these are not ours."
NO_DIRECTION = "Neither way is better for this measure, so no target can be met or missed."
OVERLAPPING = "Its periods overlap: each figure repeats part of the one before, which a control chart would take for a trend."


@dataclass(frozen=True, slots=True)
class Place:
    """One period of a run, with its figure, or without one."""

    period: Period
    value: float | None


@dataclass(frozen=True, slots=True)
class Reading:
    """A run with its control chart and what both icons say. A `why_` is empty exactly where its icon speaks."""

    run: tuple[Place, ...]
    chart: ControlChart | None
    variation: Variation | None
    why_no_variation: str
    assurance: Assurance | None
    why_no_assurance: str

    @property
    def variation_label(self) -> str:
        """Say in few words what has changed, or that it is not known."""
        return VARIATION_LABELS[self.variation] if self.variation else NOT_KNOWN

    @property
    def sentences(self) -> tuple[str, ...]:
        """Say in sentences what the chart says, or why there is none."""
        return chart_sentences(self.chart) if self.chart else (self.why_no_variation,)

    @property
    def assurance_label(self) -> str:
        """Say in few words what becomes of the target, or that it is not known."""
        return ASSURANCE_LABELS[self.assurance] if self.assurance else NOT_KNOWN


@once
def reading(series: Series | None, target: float | None = None, *, is_own: bool = True) -> Reading:
    """Return what a board reads off these figures. `target` is in the measure's unit, for the gap where there is one.

    Nothing is said of fewer figures than limits are worked out from, nor of periods that overlap, and nothing of a target
    from figures that are not its own (`is_own`).
    """
    run = run_of(series) if series else ()
    why = _why_silent(run)
    if series is None or why:
        return Reading(run, None, None, why, None, _why_no_target(target, is_own=is_own) or why)
    values = [float("nan") if place.value is None else place.value for place in run]
    chart = control_chart(values, direction_of(series), target=target if is_own else None)
    missing = _why_no_target(target, is_own=is_own) or NO_DIRECTION
    return Reading(run, chart, chart.variation, "", chart.assurance, "" if chart.assurance else missing)


def run_of(series: Series) -> tuple[Place, ...]:
    """Return the run that is watched: the whole population's figure, or how far apart the compared groups are."""
    if series.measure.breakdown is Breakdown.NONE:
        return tuple(Place(point.period, point.value) for point in series.of_group(None))
    sizes = {gap.period: abs(gap.absolute.value) for gap in find_gap(series).gaps}
    return tuple(Place(period, sizes.get(period)) for period in series.periods)


def direction_of(series: Series) -> Direction:
    """Return which way is better for the run. A gap is better the smaller it is."""
    is_level = series.measure.breakdown is Breakdown.NONE
    return series.measure.direction if is_level else Direction.LOWER_IS_BETTER


def _why_no_target(target: float | None, *, is_own: bool) -> str:
    if target is None:
        return NO_TARGET
    return "" if is_own else NOT_OURS


def _why_silent(run: tuple[Place, ...]) -> str:
    known = sum(place.value is not None for place in run)
    if not known:
        return NO_FIGURE
    if known < USUAL.fewest:
        held = "There is 1 figure" if known == 1 else f"There are {known} figures"
        return f"{held}, and it takes at least {USUAL.fewest} to tell a change from chance."
    if any(later.period.start <= earlier.period.end for earlier, later in pairwise(run)):
        return OVERLAPPING
    return ""
