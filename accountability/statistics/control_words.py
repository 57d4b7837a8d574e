"""A control chart in plain words: each icon's meaning, each rule, and the conventions that were used."""

from accountability.statistics.control import (
    SETTLED_POINTS,
    Assurance,
    ControlChart,
    Conventions,
    Variation,
)
from accountability.statistics.control_rules import Rule

VARIATION_SENTENCES = {
    Variation.COMMON_CAUSE: "No clear change: the figure moves only as much as chance explains.",
    Variation.IMPROVING_HIGH: "The figure is improving: it is high, by more than chance explains.",
    Variation.IMPROVING_LOW: "The figure is improving: it is low, by more than chance explains.",
    Variation.CONCERNING_HIGH: "The figure is a concern: it is high, by more than chance explains.",
    Variation.CONCERNING_LOW: "The figure is a concern: it is low, by more than chance explains.",
    Variation.NEUTRAL_HIGH: "The figure is high, by more than chance explains. Neither way is better for it.",
    Variation.NEUTRAL_LOW: "The figure is low, by more than chance explains. Neither way is better for it.",
}
ASSURANCE_SENTENCES = {
    Assurance.MEETS: "The target will be met as long as nothing changes.",
    Assurance.MISSES: "The target will be missed unless something changes.",
    Assurance.HIT_OR_MISS: "The target will be met in some periods and missed in others, by chance.",
}
RULE_SENTENCES = {
    Rule.OUTSIDE: "This point lies outside the limits.",
    Rule.TREND: "This point is part of a trend: each point in a row is higher than the last, or each is lower.",
    Rule.TWO_OF_THREE: "Two of three points in a row lie near the same limit.",
    Rule.RUN: "This point is part of a run on one side of the average.",
}
NO_VARIATION = "There are too few figures to say whether anything has changed."
TRIAL = f"These limits rest on fewer than {SETTLED_POINTS} figures. They are on trial and will move with each new one."


def chart_sentences(chart: ControlChart) -> tuple[str, ...]:
    """What a chart says, in sentences: variation, assurance where there is a target, trial limits."""
    if chart.variation is None:
        return (NO_VARIATION,)
    assurance = [ASSURANCE_SENTENCES[chart.assurance]] if chart.assurance else []
    return (VARIATION_SENTENCES[chart.variation], *assurance, *([TRIAL] if chart.trial else []))


def convention_sentences(conventions: Conventions) -> tuple[str, ...]:
    """The conventions that were used, to be printed beside the chart; tools differ in each."""
    screened = "left out of" if conventions.screened else "kept in"
    counted = "count" if conventions.outside_counts else "do not count"
    decided = "is met or missed for certain" if conventions.meeting_limit_decides else "may be met or missed"
    icons = max(conventions.icons_from, conventions.fewest)
    return (
        f"Unusually large jumps from one figure to the next are {screened} the limits.",
        f"Points outside the limits {counted} towards two of three near a limit.",
        f"A run is {conventions.run} points and a trend is {conventions.trend}.",
        f"Limits need at least {conventions.fewest} figures, and icons at least {icons}.",
        f"A target exactly on a limit {decided}.",
    )
