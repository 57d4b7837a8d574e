"""Numbers and periods as people read them, the same in sentence, table and chart."""

from accountability.statistics.estimates import Estimate
from accountability.statistics.observations import Point, State, Unit
from accountability.statistics.periods import Period
from accountability.statistics.proportions import PER_CENT

FINEST = 4
RATIO_DECIMALS = 2
NOT_KNOWN = "Not known"
FIGURE_ENDINGS = {
    Unit.PERCENT: "%",
    Unit.YEARS: " years",
    Unit.PER_1000: " per 1,000",
    Unit.PER_100000: " per 100,000",
    Unit.RATIO: "",
    Unit.COUNT: "",
    Unit.MINUTES: " minutes",
    Unit.SCORE: "",
}
SHORT_STEPS = FIGURE_ENDINGS | {Unit.PERCENT: " points", Unit.SCORE: " points"}
LONG_STEPS = SHORT_STEPS | {Unit.PERCENT: " percentage points"}
UNIT_NAMES = {
    Unit.PERCENT: "Per cent",
    Unit.YEARS: "Years",
    Unit.PER_1000: "Rate per 1,000",
    Unit.PER_100000: "Rate per 100,000",
    Unit.RATIO: "Ratio",
    Unit.COUNT: "Number",
    Unit.MINUTES: "Minutes",
    Unit.SCORE: "Score",
}
"""What a column, an axis and a list of measures call the unit."""
STATE_LABELS = {
    State.VALUE: "Figure published",
    State.ZERO: "Zero",
    State.SUPPRESSED: "Suppressed",
    State.MISSING: "Missing at source",
    State.NOT_REPORTED: "Not reported",
    State.NOT_APPLICABLE: "Not applicable",
}


def number(value: float, decimals: int = 1) -> str:
    """A number to be read aloud: rounded, with "minus" as a word and never "minus 0"."""
    text = f"{abs(value):,.{decimals}f}"
    return f"minus {text}" if value < 0 and round(value, decimals) else text


def figure(value: float, unit: Unit, decimals: int = 1) -> str:
    """A figure with its unit: "19.6%", "73.2 years".

    A figure that is nearly none or nearly all gets more decimals, so that it does not look like none
    or all.
    """
    decimals = places(value, unit, decimals)
    while decimals < FINEST and _misleads(value, decimals):
        decimals += 1
    text = number(value, decimals) if value else "0"
    return f"{text}{FIGURE_ENDINGS[unit]}"


def places(value: float, unit: Unit, decimals: int) -> int:
    """The decimals that suit a unit: none for whole numbers that were counted, two at least for ratios."""
    if unit is Unit.COUNT and float(value).is_integer():
        return 0
    return max(decimals, RATIO_DECIMALS) if unit is Unit.RATIO else decimals


def _misleads(value: float, decimals: int) -> bool:
    return round(value, decimals) in {0.0, PER_CENT} and value not in {0.0, PER_CENT}


def step(value: float, unit: Unit, decimals: int = 1, *, long: bool = False) -> str:
    """A difference with its unit: "11.5 points", in full "11.5 percentage points"."""
    return f"{number(value, places(value, unit, decimals))}{(LONG_STEPS if long else SHORT_STEPS)[unit]}"


def times(ratio: float, decimals: int = RATIO_DECIMALS) -> str:
    """How many times as much: "2.43 times"."""
    return f"{number(ratio, decimals)} times"


def interval(estimate: Estimate, decimals: int = 1) -> str:
    """The two limits: "11.3 to 11.6", or "not published"."""
    if estimate.interval is None:
        return "not published"
    lower, upper = estimate.interval
    return f"{number(lower, decimals)} to {number(upper, decimals)}"


def decimals_for(estimate: Estimate, coarsest: int = 1, *, nothing: float = 0.0) -> int:
    """The fewest decimals, from `coarsest` on, that keep the two limits apart when shown.

    They are also kept apart from `nothing`, the number that stands for no difference: 0, or 1 for ratios.
    """
    if estimate.interval is None:
        return coarsest
    apart = {*estimate.interval, nothing}
    for decimals in range(coarsest, FINEST):
        if len({number(limit, decimals) for limit in apart}) == len(apart):
            return decimals
    return FINEST


def estimate_cell(estimate: Estimate) -> str:
    """What a table shows for a difference: "13.4 (13.3 to 13.5)", without brackets where there is no interval."""
    decimals = decimals_for(estimate)
    return _with_limits(estimate, decimals)


def times_cell(ratio: Estimate | None) -> str:
    """What a table shows for a ratio: "2.43 (2.41 to 2.45)", or that it is not known."""
    if ratio is None:
        return NOT_KNOWN
    return _with_limits(ratio, decimals_for(ratio, coarsest=RATIO_DECIMALS, nothing=1.0))


def _with_limits(estimate: Estimate, decimals: int) -> str:
    figure = number(estimate.value, decimals)
    return f"{figure} ({interval(estimate, decimals)})" if estimate.interval else figure


def confidence_label(confidence: float) -> str:
    """ "95% confidence interval", for whatever level was used."""
    return f"{confidence * PER_CENT:g}% confidence interval"


def during(period: Period) -> str:
    """The period with its preposition: "in 2023/24", "on 31 May 2022", "in the period to March 2026"."""
    if period.days == 1:
        return f"on {period.label}"
    if period.label.startswith("To "):
        return f"in the period to {period.label.removeprefix('To ')}"
    return f"in {period.label}"


def point_cell(point: Point, unit: Unit, decimals: int = 1) -> str:
    """What a table shows for a point: its figure, or its state in words."""
    if point.value is None:
        return STATE_LABELS[point.state]
    return figure(point.value, unit, decimals)


def interval_cell(point: Point, decimals: int = 1) -> str:
    """What a table shows for a point's interval; nothing where there is no figure."""
    return interval(point.estimate, decimals) if point.state.has_figure else ""
