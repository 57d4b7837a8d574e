"""The slope of a series in words: how far the figure rises or falls across the whole population."""

from collections.abc import Sequence

from accountability.statistics.estimates import Estimate
from accountability.statistics.formats import (
    RATIO_DECIMALS,
    confidence_label,
    decimals_for,
    during,
    interval,
    step,
    times,
)
from accountability.statistics.observations import Series, Unit
from accountability.statistics.phrases import sentence_case
from accountability.statistics.slope_findings import SlopeAt


def slope_sentences(series: Series, slopes: Sequence[SlopeAt]) -> list[str]:
    """Return what the latest slope says, what the first one was, and which groups it rests on.

    Where counts are not held there is no slope, and the one sentence says so; nothing for groups without an order.
    """
    if not series.measure.breakdown.is_ordered:
        return []
    if not slopes:
        return ["No slope can be worked out: that needs the number of people in three groups at least."]
    latest, first = slopes[-1], slopes[0]
    said = [_latest(series, latest), _in_proportion(latest, series.confidence), _rests_on(latest)]
    if first is not latest:
        said.append(f"{sentence_case(during(first.period))} it was {_size(first)} {_end(first.slope)}.")
    return [text for text in said if text]


def _latest(series: Series, one: SlopeAt) -> str:
    limits = f"{confidence_label(series.confidence)} {interval(_sized(one.slope), decimals_for(one.slope))}"
    chance = ", which could be chance" if one.slope.excludes(0) is False else ""
    return (
        f"Across the whole population {during(one.period)}, the figure is {_size(one)} {_end(one.slope)} "
        f"(slope index of inequality; {limits}){chance}."
    )


def _in_proportion(one: SlopeAt, confidence: float) -> str:
    if one.times is None:
        return ""
    decimals = decimals_for(one.times, coarsest=RATIO_DECIMALS, nothing=1.0)
    return (
        f"At the most deprived end it is {times(one.times.value, decimals)} that at the least deprived end "
        f"(relative index of inequality; {confidence_label(confidence)} {interval(one.times, decimals)})."
    )


def _rests_on(one: SlopeAt) -> str:
    if not one.without:
        return ""
    missing = " and ".join(group.name for group in one.without)
    return f"The slope rests on {len(one.groups)} groups: there is no figure for {missing}, so it says nothing about them."


def _size(one: SlopeAt) -> str:
    return step(_sized(one.slope).value, Unit.PERCENT, decimals_for(one.slope), long=True)


def _end(slope: Estimate) -> str:
    return (
        f"{'higher' if slope.value >= 0 else 'lower'} at the most deprived end than at the least deprived end"
    )


def _sized(slope: Estimate) -> Estimate:
    return slope if slope.value >= 0 else slope.turned()
