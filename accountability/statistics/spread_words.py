"""How far groups without an order lie apart, in sentences that a board can be told."""

from accountability.statistics.estimates import DEFAULT_CONFIDENCE, Estimate
from accountability.statistics.formats import (
    confidence_label,
    decimals_for,
    during,
    estimate_cell,
    interval,
    number,
    step,
)
from accountability.statistics.observations import Unit
from accountability.statistics.phrases import sentence_case
from accountability.statistics.spread_findings import GroupAt, Spread

ITSELF = "The best figure"


def spread_sentences(spread: Spread, confidence: float = DEFAULT_CONFIDENCE) -> list[str]:
    """Return what the groups say together: the average distance, and what everyone would gain from the best."""
    average = (
        f"{sentence_case(during(spread.period))}, groups lie {number(spread.disparity)}% away from the figure of "
        "everyone on average (index of disparity, each group counted by its people)."
    )
    return [average, _gain(spread, confidence)]


def difference_cell(row: GroupAt) -> str:
    """Return for a table by how much a group differs from the best one."""
    if row.difference == Estimate(0.0, 0.0, 0.0):
        return ITSELF
    return estimate_cell(row.difference)


def _gain(spread: Spread, confidence: float) -> str:
    risk = spread.risk.risk
    if risk.value == 0:
        return (
            f"If every group had the figure of {spread.best.name}, the figure of everyone would be the same."
        )
    size, decimals = risk if risk.value > 0 else risk.turned(), decimals_for(risk)
    return (
        f"If every group did as well as {spread.best.name}, the figure of everyone would be "
        f"{step(size.value, Unit.PERCENT, decimals, long=True)} {'higher' if risk.value > 0 else 'lower'} "
        f"(population attributable risk; {confidence_label(confidence)} {interval(size, decimals)}), "
        f"which is {number(abs(spread.risk.percent.value))}% of it."
    )
