"""The turns of phrase that a gap and a level share."""

from collections.abc import Sequence

from accountability.statistics.estimates import Estimate
from accountability.statistics.formats import during, figure, number, step
from accountability.statistics.observations import VALUE_MARK, MeasureFacts, State, Unit
from accountability.statistics.periods import Period, plural_noun
from accountability.statistics.results import TWO_POINTS, Hole

FEW = 3
WHY_BLANK = {
    State.SUPPRESSED: "the figure is suppressed, because small numbers could identify people",
    State.MISSING: "the figure is missing from the source",
    State.NOT_REPORTED: "the figure was not reported",
    State.NOT_APPLICABLE: "the measure does not apply",
}


def opening(measure: MeasureFacts, period: Period) -> str:
    """Whose figure and when, as a sentence begins: "In West Yorkshire in 2023/24"."""
    return sentence_case(f"{measure.place} {during(period)}".strip())


def sentence_case(text: str) -> str:
    """The text with its first letter as a capital and the others left alone."""
    return text[:1].upper() + text[1:]


def statement(measure: MeasureFacts, value: float, decimals: int) -> str:
    """The measure's clause with the figure in its place."""
    return measure.statement.replace(VALUE_MARK, figure(value, measure.unit, decimals))


def between(change: Estimate, unit: Unit, decimals: int, *, long: bool = False) -> str:
    """How far a clear change reaches, without its sign: "0.4 and 0.9 points".

    Raises ValueError for a change without an interval.
    """
    if change.interval is None:
        raise ValueError("A change without an interval has no range.")
    nearest, furthest = sorted(map(abs, change.interval))
    return f"{number(nearest, decimals)} and {step(furthest, unit, decimals, long=long)}"


def caveat(periods: Sequence[Period], *, has_interval: bool) -> str:
    """What may not be read into the figures."""
    count = len(periods)
    chance = "" if has_interval else "no confidence interval was published, so chance cannot be ruled out"
    trend = ""
    if count == TWO_POINTS:
        trend = f"two {plural_noun(periods)} are not a trend"
    elif count > TWO_POINTS:
        trend = f"this compares only the first and the latest of {count} {plural_noun(periods)}"
    words = ", and ".join(filter(None, [trend, chance]))
    return f"{sentence_case(words)}." if words else ""


def holes_notes(holes: Sequence[Hole], *, unless: Hole | None = None) -> list[str]:
    """One sentence for each reason why periods of the series have no figure.

    The reason of `unless` is left out: it has been given already.
    """
    notes = []
    for state, why in WHY_BLANK.items():
        periods = [hole.period for hole in holes if hole.state is state]
        if periods and (unless is None or unless.state is not state):
            notes.append(f"For {_listed(periods)} {why}.")
    return notes


def _listed(periods: Sequence[Period]) -> str:
    labels = [period.label for period in periods]
    if len(labels) > FEW:
        return f"{len(labels)} {plural_noun(periods)}, the first {labels[0]} and the last {labels[-1]},"
    return " and ".join(filter(None, [", ".join(labels[:-1]), labels[-1]]))
