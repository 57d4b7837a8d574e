"""What may be shown of a table at once, so that no count that is held back can be worked out from the rest.

First each count by its data set's rule, then whatever else must be held back: because of totals and complements, because
of percentages that readers know from elsewhere, or because of what an earlier release has shown.
"""

from collections.abc import Collection, Iterator, Mapping, Sequence, Set
from dataclasses import dataclass, field
from functools import cached_property
from math import inf

from hileads.disclosure.figures import SUPPRESSED, FigureState, Shown
from hileads.disclosure.readers import Fact, Range, Reader, Unknown
from hileads.disclosure.rules import NATIONAL, PER_CENT, Rule, require_count
from hileads.disclosure.tables import Cell, Sum

ANY_COUNT: Range = (0, inf)


@dataclass(frozen=True)
class Rate:
    """A percentage that readers know from elsewhere, printed to so many decimals."""

    part: Cell
    whole: Cell
    percent: float
    decimals: int = 1


@dataclass(frozen=True)
class Before:
    """Of a running total: what it was at the release before this one, and what was shown of it."""

    count: int
    shown: Shown


@dataclass(frozen=True)
class Release:
    """What is about to be shown. `figures` holds true counts, or in what other state a figure is.

    `national` counts are shown as they are. `untold` ones stand in no table, and are known to whoever subtracts.
    `earlier` is what an earlier release showed of these very counts; one that cannot be of the count was of another,
    and tells nothing. `before` is for counts so far, of which readers know the last: what came since is a count too.

    A figure without a count is nought in sums, whose totals are then of those who reported. Sums with a figure that
    the publisher held back are left out: we do not know it either. Raises ValueError for what is no count, for
    sums and percentages that are not true of the counts, and for a running total that has fallen.
    """

    figures: Mapping[Cell, int | FigureState]
    rule: Rule
    sums: Sequence[Sum] = ()
    national: Collection[Cell] = frozenset()
    untold: Collection[Cell] = frozenset()
    rates: Sequence[Rate] = ()
    earlier: Mapping[Cell, Shown] = field(default_factory=dict)
    before: Mapping[Cell, Before] = field(default_factory=dict)

    def __post_init__(self) -> None:
        for fact in self.facts:
            now = sum(factor * self.truth[one] for one, factor in fact.factors.items())
            if not fact.low <= now <= fact.high:
                names = ", ".join(str(one) for one in fact.factors)
                raise ValueError(f"These counts do not go together, so nothing was shown: {names}.")
        if any(self.truth[_since(cell)] < 0 for cell in self.before):
            raise ValueError(
                "A running total cannot fall. Correct the earlier release first; nothing was shown."
            )

    @cached_property
    def counts(self) -> dict[Cell, int]:
        """The figures that have a count."""
        return {
            cell: require_count(count)
            for cell, count in self.figures.items()
            if not isinstance(count, FigureState)
        }

    @cached_property
    def truth(self) -> dict[Unknown, int]:
        """All that a reader would like to know."""
        known = dict[Unknown, int](self.counts.items())
        for cell, then in self.before.items():
            known |= {_before(cell): then.count, _since(cell): self.counts[cell] - then.count}
        return known

    @cached_property
    def facts(self) -> list[Fact]:
        """What ties the counts together."""
        held_back = {cell for cell, count in self.figures.items() if count == FigureState.SUPPRESSED}
        tied = [self._adds_up(one) for one in self.sums if not held_back & one.members]
        running = [Fact({cell: 1, _before(cell): -1, _since(cell): -1}) for cell in self.before]
        return [*tied, *running, *(fact for rate in self.rates for fact in _sides(rate))]

    def _adds_up(self, one: Sum) -> Fact:
        factors = dict.fromkeys(one.parts, 1) | {one.total: -1}
        return Fact({cell: factor for cell, factor in factors.items() if cell in self.counts})

    def rule_of(self, cell: Cell) -> Rule:
        """National counts have a rule of their own."""
        return NATIONAL if cell in self.national else self.rule

    def small(self) -> set[Unknown]:
        """What must not be learnt because it is small: counts, and what came since the last release."""
        small = {cell for cell, count in self.counts.items() if self.rule_of(cell).hides(count)}
        return small | {
            _since(cell) for cell in self.before if self.rule_of(cell).hides(self.truth[_since(cell)])
        }

    def can_hide(self, cell: Unknown) -> bool:
        """Whether a star in its place could stand for the count: for nought only where noughts are stars too."""
        return (
            cell in self.counts and cell not in self.untold and (self.truth[cell] > 0 or self.rule.hides(0))
        )

    def reader(self, hidden: Set[Cell], others: list[dict[Unknown, int]]) -> Reader:
        """Somebody who sees the release with these cells hidden, and everything else that they may know."""
        ranges: dict[Unknown, Range] = {cell: self._range(cell, hidden) for cell in self.counts}
        for cell, then in self.before.items():
            ranges |= {_before(cell): self.rule_of(cell).possible(then.shown), _since(cell): ANY_COUNT}
        return Reader(self.truth, ranges, self.facts, others)

    def _range(self, cell: Cell, hidden: Set[Cell]) -> Range:
        count, rule, known = self.counts[cell], self.rule_of(cell), [ANY_COUNT]
        if cell not in self.untold:
            known.append(
                self.rule.possible(SUPPRESSED) if cell in hidden else rule.possible(rule.shown(count))
            )
        if cell in self.earlier:
            low, high = rule.possible(self.earlier[cell])
            known += [(low, high)] if low <= count <= high else []
        return max(low for low, _ in known), min(high for _, high in known)


def shown_of(release: Release) -> dict[Cell, Shown]:
    """Return what may be shown of each figure; untold ones stay away.

    Cells are hidden one by one until nothing that is held back can be worked out; then those are shown again that were
    hidden in vain. What readers know already, whatever is held back now, cannot be taken back and is not guarded.
    """
    hidden = _hidden(release)
    return {
        cell: _shown(release, cell, count, is_hidden=cell in hidden)
        for cell, count in release.figures.items()
        if cell not in release.untold
    }


def _shown(release: Release, cell: Cell, count: int | FigureState, *, is_hidden: bool) -> Shown:
    if isinstance(count, FigureState):
        return Shown(count)
    return SUPPRESSED if is_hidden else release.rule_of(cell).shown(count)


def _hidden(release: Release) -> set[Cell]:
    small, others = release.small(), list[dict[Unknown, int]]()
    everything = {cell for cell in release.counts if release.can_hide(cell)}
    out = release.reader(everything, others).worked_out(small | everything)
    hidden = everything & small
    beside: list[Cell] = []
    while known := release.reader(hidden, others).worked_out((small | hidden) - out):
        beside.append(_next_to_hide(release, hidden, everything - hidden, known))
        hidden.add(beside[-1])
    for cell in sorted(beside, key=lambda cell: _rank(release, hidden, cell), reverse=True):
        fewer = hidden - {cell}
        if not release.reader(fewer, others).worked_out((small | fewer) - out):
            hidden = fewer
    return hidden


def _next_to_hide(release: Release, hidden: Set[Cell], free: Set[Cell], known: Set[Unknown]) -> Cell:
    """Return which of the free cells to hide beside those that could be worked out: a tied one, if there is one."""
    tied = [free & fact.factors.keys() for fact in release.facts if known & fact.factors.keys()]
    near = max(filter(None, tied), key=len, default=free)
    return min(near, key=lambda cell: _rank(release, hidden, cell))


def _rank(release: Release, hidden: Set[Cell], cell: Cell) -> tuple[bool, bool, int, int, Cell]:
    """Return by what cells are hidden for others' sake, the lowest first: national counts last, then totals.

    A cell that is alone in another sum would need one more beside it there.
    """
    sums = [one for one in release.sums if cell in one.members]
    is_total = any(one.total == cell for one in sums)
    alone = sum(not (hidden - {cell}) & one.members for one in sums)
    return cell in release.national, is_total, alone, release.counts[cell], cell


def _before(cell: Cell) -> Unknown:
    return "before", cell


def _since(cell: Cell) -> Unknown:
    return "since", cell


def _sides(rate: Rate) -> Iterator[Fact]:
    """A printed percentage P of part in whole lies within half of its last digit: two facts in whole numbers."""
    fine = 10**rate.decimals
    twice, part = 2 * round(rate.percent * fine), 2 * PER_CENT * fine
    yield Fact({rate.part: part, rate.whole: -(twice - 1)}, 0, inf)
    yield Fact({rate.part: part, rate.whole: -(twice + 1)}, -inf, 0)
