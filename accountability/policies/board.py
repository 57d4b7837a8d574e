"""Do inequality measures stand on an equal footing with core ones? And may a figure be asked for now?

The check lists what is lacking and what to do; a report also counts it, thing by thing. Nothing is added up to a score,
and no organisations are compared.
"""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from accountability.models import BoardFrequency, FigureRequest, FigureRequestState, MeasureVersion
from accountability.policies.measure import why_not_used
from hileads.frame.refusals import NotNow
from hileads.organisations.models import Organisation
from hileads.wording import listed, long_date, lower_first

State = FigureRequestState
REQUEST_CHANGES: dict[FigureRequestState, frozenset[FigureRequestState]] = {
    State.OPEN: frozenset({State.ANSWERED, State.WITHDRAWN}),
    State.ANSWERED: frozenset(),
    State.WITHDRAWN: frozenset(),
}
"""What becomes of a request for a figure. One that is closed stays so: ask again instead."""

FIGURE_ASKED = "figure-asked"
"""What the message is called that asks for a figure."""


class Aspect(StrEnum):
    """What a measure needs to be taken seriously by a board. The value is the field that gives it."""

    OWNER = "owner"
    TARGET = "target"
    FREQUENCY = "frequency"
    CHART = "has_chart"
    NARRATIVE = "narrative"
    TIME = "board_minutes"


CALLED = {
    Aspect.OWNER: "an owner",
    Aspect.TARGET: "a target",
    Aspect.FREQUENCY: "a regular look by the board",
    Aspect.CHART: "a chart for the board",
    Aspect.NARRATIVE: "words of explanation",
    Aspect.TIME: "board time",
}
LACKING = {
    Aspect.OWNER: "Nobody answers for it.",
    Aspect.TARGET: "It has no target.",
    Aspect.FREQUENCY: "How often the board sees it is not agreed.",
    Aspect.CHART: "No chart of it goes to the board.",
    Aspect.NARRATIVE: "Nothing is written about it.",
    Aspect.TIME: "It has no time on the agenda.",
}
TO_DO = {
    Aspect.OWNER: "Name who answers for it to the board",
    Aspect.TARGET: "Set a target, and by when",
    Aspect.FREQUENCY: "Agree how often the board sees it",
    Aspect.CHART: "Put its chart into the board’s papers",
    Aspect.NARRATIVE: "Write what the figure means and what is being done",
    Aspect.TIME: "Give it minutes on the agenda",
}


@dataclass(frozen=True)
class Standing:
    """How a board treats one measure: what it has, how often the board sees it, and what is `spared` it, not asked of it."""

    code: str
    title: str
    has: frozenset[Aspect]
    frequency: BoardFrequency | None = None
    spared: frozenset[Aspect] = frozenset()


@dataclass(frozen=True)
class Lack:
    """Something that an inequality measure lacks. `is_unequal`: core measures have it."""

    aspect: Aspect
    text: str
    is_unequal: bool

    @property
    def to_do(self) -> str:
        """Return what to do about it."""
        return TO_DO[self.aspect]


@dataclass(frozen=True)
class Footing:
    """What each inequality measure lacks, in the list's order, and the whole in a sentence."""

    sentence: str
    lacks: Sequence[tuple[Standing, Sequence[Lack]]]


@dataclass(frozen=True)
class Share:
    """How many measures of each kind have one thing, out of those that it is asked of."""

    aspect: Aspect
    inequality: int
    inequality_of: int
    core: int
    core_of: int

    @property
    def called(self) -> str:
        return CALLED[self.aspect]

    @property
    def to_do(self) -> str:
        """Return what to do about it; empty where no inequality measure lacks it."""
        return TO_DO[self.aspect] if self.inequality < self.inequality_of else ""


def shares(inequality: Sequence[Standing], core: Sequence[Standing]) -> list[Share]:
    """Return for each thing how many measures of either kind have it."""
    return [Share(aspect, *_having(aspect, inequality), *_having(aspect, core)) for aspect in Aspect]


def _having(aspect: Aspect, standings: Sequence[Standing]) -> tuple[int, int]:
    asked = [one for one in standings if aspect not in one.spared]
    return sum(aspect in one.has for one in asked), len(asked)


def footing(inequality: Sequence[Standing], core: Sequence[Standing]) -> Footing:
    """Return what inequality measures lack: what core measures have first of all, and what neither has."""
    found = [(one, lacks) for one in inequality if (lacks := _lacks(one, core))]
    return Footing(_sentence(inequality, core, [lack for _, lacks in found for lack in lacks]), found)


def _lacks(one: Standing, core: Sequence[Standing]) -> list[Lack]:
    missing = [_missing(aspect, core) for aspect in Aspect if aspect not in one.has | one.spared]
    often = [other.frequency for other in core if other.frequency]
    most = min(often, key=lambda frequency: frequency.months, default=None)
    if one.frequency and most and one.frequency.months > most.months:
        seen, others = lower_first(one.frequency.label), lower_first(most.label)
        text = f"The board sees it {seen}, and a core measure {others}."
        missing.append(Lack(Aspect.FREQUENCY, text, is_unequal=True))
    order = list(Aspect)
    return sorted(missing, key=lambda lack: order.index(lack.aspect))


def _missing(aspect: Aspect, core: Sequence[Standing]) -> Lack:
    having, asked = _having(aspect, core)
    if not having:
        beside = "Nor is that settled for a core measure." if asked else ""
    else:
        beside = f"That is settled for {'each core measure' if having == asked else 'some core measures'}."
    return Lack(aspect, f"{LACKING[aspect]} {beside}".strip(), is_unequal=having > 0)


def _sentence(inequality: Sequence[Standing], core: Sequence[Standing], lacks: Sequence[Lack]) -> str:
    if not inequality:
        return (
            "The board’s list holds no health inequality measure, so nothing stands beside its core measures."
        )
    if not core:
        return (
            "The board’s list holds no core measure, so there is nothing to compare inequality measures with."
        )
    if not lacks:
        return (
            "Nothing is lacking: each health inequality measure has an owner, a target, a chart, words of explanation "
            "and board time, and the board sees it as often as its core measures."
        )
    unequal = {lack.aspect for lack in lacks if lack.is_unequal}
    alike = {lack.aspect for lack in lacks} - unequal
    if not unequal:
        return f"Both kinds of measure stand alike, and some lack the same: {_named(alike)}."
    first = f"Some health inequality measures lack what core measures have: {_named(unequal)}."
    return f"{first} Of neither kind is there {_named(alike)} yet." if alike else first


def _named(aspects: Collection[Aspect]) -> str:
    return listed([CALLED[aspect] for aspect in Aspect if aspect in aspects])


def ensure_something_watched(codes: Collection[str]) -> None:
    """Refuse an empty list."""
    if not codes:
        raise NotNow("Choose at least one measure: a board that watches nothing has nothing to ask about.")


def why_not_ask_for(version: MeasureVersion, organisation: Organisation, day: date) -> str:
    """Return why nobody can be asked for a figure of this measure at an organisation; "" where somebody can."""
    if not version.has_number:
        return (
            f"“{version.title}” is told in words and has no figure, so nobody was asked for one. Say what was seen on "
            "the measure’s page instead."
        )
    if not version.is_asked_of(organisation):
        return (
            f"“{version.title}” is measured for {version.measured_for}, so {organisation.name} has no figure of it and "
            "nobody was asked. Choose another measure on the board view."
        )
    return why_not_used(version, organisation, day)


def refuse_to_ask_for(version: MeasureVersion, organisation: Organisation, day: date) -> None:
    """Refuse to ask for a figure that there cannot be."""
    reason = why_not_ask_for(version, organisation, day)
    if reason:
        raise NotNow(reason)


def ensure_not_asked(waiting: FigureRequest | None) -> None:
    """Refuse to ask twice for the same figure while the first request waits."""
    if waiting is not None:
        raise NotNow(
            f"{waiting.asked_of.name} was asked for this figure on {long_date(waiting.asked_at)}, and the request is "
            "still open. Nothing was sent. Withdraw that request first if somebody else should be asked."
        )


def ensure_may_close(request: FigureRequest, state: FigureRequestState) -> None:
    """Refuse to close what is closed."""
    if state not in REQUEST_CHANGES[FigureRequestState(request.state)]:
        raise NotNow(
            f"This request is {lower_first(request.get_state_display())} already, so nothing was changed. If a figure "
            "is still wanted, ask for it again on the board view."
        )
