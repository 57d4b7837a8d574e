"""What was found in a series, as data. The words and the charts are built from these and nothing else."""

from dataclasses import dataclass
from enum import StrEnum

from accountability.statistics.estimates import Estimate
from accountability.statistics.gaps import RelativeGap
from accountability.statistics.observations import Group, MeasureFacts, Point, State
from accountability.statistics.periods import Period

TWO_POINTS = 2
"""So few periods that they say something, but are no trend."""


class FindingKind(StrEnum):
    """What can be said. The last four say why nothing can be said of the latest period."""

    NARROWING = "narrowing"
    WIDENING = "widening"
    REVERSED = "reversed"
    IMPROVING = "improving"
    WORSENING = "worsening"
    RISING = "rising"
    FALLING = "falling"
    NO_CLEAR_CHANGE = "no_clear_change"
    TWO_POINTS_ONLY = "two_points_only"
    SINGLE_POINT = "single_point"
    NO_INTERVALS = "no_intervals"
    SUPPRESSED = "suppressed"
    MISSING = "missing"
    NOT_REPORTED = "not_reported"
    NOT_APPLICABLE = "not_applicable"


class Movement(StrEnum):
    """How a figure, or the size of a gap, has moved since the first period."""

    UP = "up"
    DOWN = "down"
    REVERSED = "reversed"
    NOT_CLEAR = "not_clear"


class Basis(StrEnum):
    """Why these two groups are compared and no others."""

    ENDS_OF_ORDER = "ends_of_order"
    REFERENCE = "reference"
    FURTHEST_APART = "furthest_apart"


@dataclass(frozen=True, slots=True)
class Hole:
    """A period without a figure, or without a gap because a compared group has none."""

    period: Period
    state: State
    group: Group | None = None
    reason: str = ""


@dataclass(frozen=True, slots=True)
class Change:
    """The step from the first period to the latest, in the measure's unit.

    For a gap, `step` is the change of its size: above 0 when the gap has grown. `times` is the same
    step in proportion: how many times the first ratio the latest is, turned so that above 1 is growth.
    `movement` and `times_movement` are NOT_CLEAR when the interval leaves room for no change; without
    an interval they follow the figures alone, and the finding's kind says so.
    """

    step: Estimate
    movement: Movement
    times: RelativeGap | None = None
    times_movement: Movement = Movement.NOT_CLEAR


@dataclass(frozen=True, slots=True)
class GapAt:
    """Two groups in one period: the first less the second, and the first over the second."""

    period: Period
    first_group: Group
    second_group: Group
    first: Point
    second: Point
    absolute: Estimate
    relative: RelativeGap


@dataclass(frozen=True, slots=True)
class GapFinding:
    """The gap between two groups: latest, first, and what became of it.

    `gaps` runs in order of time over the periods where both groups have figures. `blocked` is set when
    the latest period is not among them. `unknown_share` is the share (0 to 1) of people whose group is
    not known, in the latest compared period. `left_out` are known groups without a figure then.
    """

    kind: FindingKind
    measure: MeasureFacts
    confidence: float
    basis: Basis
    pair: tuple[Group, Group] | None = None
    gaps: tuple[GapAt, ...] = ()
    change: Change | None = None
    blocked: Hole | None = None
    holes: tuple[Hole, ...] = ()
    unknown_share: float | None = None
    left_out: tuple[Hole, ...] = ()

    @property
    def latest(self) -> GapAt | None:
        """The last period with a gap."""
        return self.gaps[-1] if self.gaps else None


@dataclass(frozen=True, slots=True)
class LevelFinding:
    """One figure: latest, first, and what became of it. `points` are those with a figure, in order."""

    kind: FindingKind
    measure: MeasureFacts
    confidence: float
    points: tuple[Point, ...] = ()
    change: Change | None = None
    blocked: Hole | None = None
    holes: tuple[Hole, ...] = ()

    @property
    def latest(self) -> Point | None:
        """The last period with a figure."""
        return self.points[-1] if self.points else None


Finding = GapFinding | LevelFinding

STATE_KINDS = {
    State.SUPPRESSED: FindingKind.SUPPRESSED,
    State.MISSING: FindingKind.MISSING,
    State.NOT_REPORTED: FindingKind.NOT_REPORTED,
    State.NOT_APPLICABLE: FindingKind.NOT_APPLICABLE,
}
