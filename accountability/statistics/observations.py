"""What a measure page shows: points in time, each with a figure or a plain reason for having none."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from accountability.statistics.counts import rate_intervals
from accountability.statistics.estimates import DEFAULT_CONFIDENCE, Estimate
from accountability.statistics.periods import Period, is_calendar_month, months_between
from accountability.statistics.proportions import PER_CENT, wilson_interval

VALUE_MARK = "{value}"


class State(StrEnum):
    """What is known at one point. Only the first two carry a figure; none of the others is ever zero."""

    VALUE = "value"
    ZERO = "zero"
    SUPPRESSED = "suppressed"
    MISSING = "missing"
    NOT_REPORTED = "not_reported"
    NOT_APPLICABLE = "not_applicable"

    @property
    def has_figure(self) -> bool:
        """Whether a point in this state carries a figure."""
        return self in {State.VALUE, State.ZERO}


class Direction(StrEnum):
    """Which way is better."""

    HIGHER_IS_BETTER = "higher_is_better"
    LOWER_IS_BETTER = "lower_is_better"
    NEUTRAL = "neutral"


class Breakdown(StrEnum):
    """By what the people counted are divided."""

    DEPRIVATION_QUINTILE = "deprivation_quintile"
    DEPRIVATION_DECILE = "deprivation_decile"
    ETHNICITY = "ethnicity"
    AGE = "age"
    SEX = "sex"
    SEXUAL_ORIENTATION = "sexual_orientation"
    DISABILITY = "disability"
    LEARNING_DISABILITY = "learning_disability"
    CARERS = "carers"
    INCLUSION_GROUP = "inclusion_group"
    PAY_BAND = "pay_band"
    REPRESENTATION = "representation"
    NONE = "none"

    @property
    def is_ordered(self) -> bool:
        """Whether its groups have a natural order, from most to least deprived."""
        return self in {Breakdown.DEPRIVATION_QUINTILE, Breakdown.DEPRIVATION_DECILE}


class Unit(StrEnum):
    """What the figures are counted in. A percentage runs from 0 to 100."""

    PERCENT = "percent"
    YEARS = "years"
    PER_1000 = "per_1000"
    PER_100000 = "per_100000"
    RATIO = "ratio"
    COUNT = "count"
    MINUTES = "minutes"
    SCORE = "score"

    @property
    def multiplier(self) -> float | None:
        """How many people the figure is out of, where it is worked out from two counts."""
        return {Unit.PERCENT: PER_CENT, Unit.PER_1000: 1_000.0, Unit.PER_100000: 100_000.0}.get(self)


@dataclass(frozen=True, slots=True)
class Group:
    """One group of people: its label beside a bar, its name in a sentence, and whether it is known.

    A group that is not known ("Unknown", "Not stated") is shown, as a sign of data quality, but never
    compared with another.
    """

    key: str
    label: str
    name: str
    is_known: bool = True


@dataclass(frozen=True, slots=True)
class Point:
    """What is known for one period and group. Value and limits are in the measure's unit.

    `reason` says, where somebody knows it, why there is no figure; it is a whole sentence.
    """

    period: Period
    state: State
    group: str | None = None
    value: float | None = None
    lower: float | None = None
    upper: float | None = None
    numerator: float | None = None
    denominator: float | None = None
    reason: str = ""

    def __post_init__(self) -> None:
        if self.state.has_figure:
            self._check_figure()
        elif any(number is not None for number in self._numbers):
            raise ValueError(f"A point that is {self.state} carries no numbers ({self.period.label}).")

    @property
    def _numbers(self) -> tuple[float | None, ...]:
        return self.value, self.lower, self.upper, self.numerator, self.denominator

    def _check_figure(self) -> None:
        if self.value is None:
            raise ValueError(f"A point with a figure needs its value ({self.period.label}).")
        if (self.value == 0) != (self.state is State.ZERO):
            raise ValueError(f"A figure of 0 is a zero, and nothing else is ({self.period.label}).")
        Estimate(self.value, self.lower, self.upper)

    @property
    def estimate(self) -> Estimate:
        """The figure with its interval. Raises ValueError when the point has no figure."""
        if self.value is None:
            raise ValueError(f"There is no figure for {self.period.label}: it is {self.state}.")
        return Estimate(self.value, self.lower, self.upper)


def counted_point(
    period: Period,
    numerator: float,
    denominator: float,
    *,
    group: str | None = None,
    confidence: float = DEFAULT_CONFIDENCE,
) -> Point:
    """A percentage with its Wilson interval, worked out from two counts.

    Raises ValueError when the denominator is 0: such a row is not reported or not applicable, and
    whoever loads it has to say which.
    """
    percentage = wilson_interval(numerator, denominator, confidence, PER_CENT)
    return Point(
        period=period,
        state=State.ZERO if percentage.value == 0 else State.VALUE,
        group=group,
        value=percentage.value,
        lower=percentage.lower,
        upper=percentage.upper,
        numerator=numerator,
        denominator=denominator,
    )


def point_from_counts(
    period: Period, numerator: float, denominator: float, unit: Unit, *, group: str | None = None
) -> Point:
    """A percentage, or a rate in its unit (for each person where it has none), from two counts; errors as `counted_point`."""
    if unit is Unit.PERCENT:
        return counted_point(period, numerator, denominator, group=group)
    return rate_point(period, numerator, denominator, multiplier=unit.multiplier or 1.0, group=group)


def rate_point(
    period: Period,
    numerator: float,
    denominator: float,
    *,
    multiplier: float,
    group: str | None = None,
    confidence: float = DEFAULT_CONFIDENCE,
) -> Point:
    """A rate for each `multiplier` people with the limits of its count, exact below 10 and Byar's from there.

    Raises ValueError when the denominator is 0, as `counted_point` does.
    """
    rate = rate_intervals(numerator, denominator, confidence, multiplier)
    value, lower, upper = (float(number) for number in (rate.value, rate.lower, rate.upper))
    return Point(
        period=period,
        state=State.ZERO if value == 0 else State.VALUE,
        group=group,
        value=value,
        lower=lower,
        upper=upper,
        numerator=numerator,
        denominator=denominator,
    )


def published_point(
    period: Period,
    value: float,
    *,
    group: str | None = None,
    lower: float | None = None,
    upper: float | None = None,
) -> Point:
    """A figure as its publisher gives it, with the interval only if one was published."""
    state = State.ZERO if value == 0 else State.VALUE
    return Point(period=period, state=state, group=group, value=value, lower=lower, upper=upper)


def blank_point(period: Period, state: State, *, group: str | None = None, reason: str = "") -> Point:
    """A period for which there is no figure, and why."""
    return Point(period=period, state=state, group=group, reason=reason)


def with_missing_months(points: Iterable[Point]) -> tuple[Point, ...]:
    """The same monthly points with a missing one put wherever a month inside a group's run is absent.

    Points of other lengths raise ValueError.
    """
    runs: dict[str | None, dict[date, Point]] = {}
    for point in points:
        if not is_calendar_month(point.period):
            raise ValueError(f"{point.period.label} is not a calendar month.")
        runs.setdefault(point.group, {})[point.period.start] = point
    filled = [
        run.get(month.start, blank_point(month, State.MISSING, group=group))
        for group, run in runs.items()
        for month in months_between(min(run), max(run))
    ]
    return tuple(sorted(filled, key=lambda point: point.period))


@dataclass(frozen=True, slots=True)
class MeasureFacts:
    """What the words about a measure need to know of it.

    `statement` is a clause with one {value} in it, such as "{value} of patients were seen within four
    hours". `place` says whose figure it is, with its preposition: "in West Yorkshire".
    """

    title: str
    direction: Direction
    unit: Unit = Unit.PERCENT
    breakdown: Breakdown = Breakdown.NONE
    statement: str = "the figure was {value}"
    place: str = ""

    def __post_init__(self) -> None:
        if self.statement.count(VALUE_MARK) != 1:
            raise ValueError(f"The statement of {self.title} must contain {VALUE_MARK} once.")


@dataclass(frozen=True, slots=True)
class Series:
    """One measure at one place over time: the only thing that findings and charts take.

    `groups` run from most to least deprived, or in the publisher's order where there is no natural one.
    Points run in order of time. Points without a group are the whole population.
    """

    measure: MeasureFacts
    points: tuple[Point, ...]
    groups: tuple[Group, ...] = ()
    reference_group: str | None = None
    confidence: float = DEFAULT_CONFIDENCE

    def __post_init__(self) -> None:
        keys = [group.key for group in self.groups]
        strays = {point.group for point in self.points} - {None, *keys}
        if strays or len(set(keys)) != len(keys):
            raise ValueError(f"Groups must be listed once each; not listed: {sorted(map(str, strays))}.")
        if self.reference_group is not None and self.reference_group not in keys:
            raise ValueError(f"The reference group {self.reference_group} is not one of the groups.")
        places = Counter((point.period, point.group) for point in self.points)
        if places and max(places.values()) > 1:
            raise ValueError("There are two points for one period and group.")
        periods = [point.period for point in self.points]
        if periods != sorted(periods):
            raise ValueError("Points must run in order of time.")

    @property
    def periods(self) -> tuple[Period, ...]:
        """Every period that has a point, in order of time."""
        return tuple(sorted({point.period for point in self.points}))

    @property
    def known_groups(self) -> tuple[Group, ...]:
        """The groups that may be compared."""
        return tuple(group for group in self.groups if group.is_known)

    def of_group(self, key: str | None) -> tuple[Point, ...]:
        """The points of one group, in order of time; of the whole population for None."""
        return tuple(point for point in self.points if point.group == key)

    def at(self, period: Period) -> dict[str | None, Point]:
        """The points of one period, by group."""
        return {point.group: point for point in self.points if point.period == period}
