"""Counts of few people: which cells of a table may be shown, so that no small count can be worked out.

A cell from 1 to 4 is hidden. Whoever reads the table knows the rules and can add and subtract, so further cells are
hidden until none that is hidden follows from those that are shown: neither from a sum, nor from several sums taken
together, nor because nothing else fits. A zero is shown, except beside a small total: there it would tell where the
few stand.
"""

from collections.abc import Collection, Mapping, Sequence, Set
from dataclasses import dataclass, field
from functools import cached_property

FEWEST = 5
"""The smallest count, other than none, that is shown."""
PRIME = 2**61 - 1
MANY = 10**9
"""More than anything that is counted."""

Cell = tuple[str, str]
"""A cell by its row and its column."""


@dataclass(frozen=True)
class Sum:
    """A total, and the parts that add up to it."""

    total: Cell
    parts: tuple[Cell, ...]

    @property
    def cells(self) -> tuple[Cell, ...]:
        return (*self.parts, self.total)

    @cached_property
    def members(self) -> frozenset[Cell]:
        return frozenset(self.cells)


@dataclass
class Table:
    """The true counts and how they add up. `rests` are in no table, and are known to whoever subtracts.

    `beside` names for a cell the total whose smallness hides it, even if it is a zero. Cells of the rows in `kept` are
    hidden to protect others only where nothing else helps.
    """

    counts: Mapping[Cell, int]
    sums: Sequence[Sum]
    rests: Collection[Cell] = frozenset()
    beside: Mapping[Cell, Cell] = field(default_factory=dict)
    kept: Collection[str] = ()

    @cached_property
    def totals(self) -> frozenset[Cell]:
        return frozenset(one.total for one in self.sums)

    @cached_property
    def sums_of(self) -> dict[Cell, list[Sum]]:
        return {cell: [one for one in self.sums if cell in one.cells] for cell in self.counts}

    def is_small(self, cell: Cell) -> bool:
        return 0 < self.counts[cell] < FEWEST


def safe_to_show(table: Table) -> dict[Cell, int | None]:
    """Return each count of the table that may be shown, and None for one that is hidden. `rests` stay away.

    Cells are hidden one by one until nothing can be worked out; then those are shown again that were hidden in vain.
    """
    hidden = {cell for cell in table.counts if table.is_small(cell)} | set(table.rests)
    hidden |= {cell for cell, total in table.beside.items() if table.is_small(total)}
    guarded = {cell for cell in hidden if cell not in table.rests or table.is_small(cell)}
    beside: list[Cell] = []
    while known := guarded & worked_out(table, hidden):
        more = _next_to_hide(table, hidden, known)
        if more is None:
            break
        hidden.add(more)
        guarded.add(more)
        beside.append(more)
    for cell in sorted(beside, key=lambda cell: _rank(table, hidden, cell), reverse=True):
        if not (guarded - {cell}) & worked_out(table, hidden - {cell}):
            hidden.remove(cell)
            guarded.remove(cell)
    return {
        cell: None if cell in hidden else count
        for cell, count in table.counts.items()
        if cell not in table.rests
    }


def worked_out(table: Table, hidden: Collection[Cell]) -> set[Cell]:
    """Return hidden cells that follow from the shown ones, for somebody who knows the rules: none if none does."""
    sums = [_Unknowns.of(table, one, hidden) for one in table.sums]
    solved = _solved(sums)
    if solved - set(table.rests):
        return solved
    bounds = {cell: _known_beforehand(table, cell) for cell in hidden}
    _narrow(bounds, sums)
    fixed = {cell for cell, (least, most) in bounds.items() if least == most}
    return fixed | solved


@dataclass(frozen=True)
class _Unknowns:
    """What a sum says of its hidden cells: with these factors (1, or -1 for the total) they add up to `rest`."""

    factors: Mapping[Cell, int]
    rest: int

    @classmethod
    def of(cls, table: Table, one: Sum, hidden: Collection[Cell]) -> "_Unknowns":
        signs = {cell: -1 if cell == one.total else 1 for cell in one.cells}
        shown = sum(sign * table.counts[cell] for cell, sign in signs.items() if cell not in hidden)
        return cls({cell: sign for cell, sign in signs.items() if cell in hidden}, -shown)


def _known_beforehand(table: Table, cell: Cell) -> tuple[int, int]:
    """Return what a hidden cell can be by the rules alone: zeros are shown, and beside a small total nothing is."""
    if cell in table.rests:
        return 0, MANY
    if cell in table.beside and table.is_small(table.beside[cell]):
        return 0, FEWEST - 1
    if cell in table.beside.values() and table.is_small(cell):
        return 1, FEWEST - 1
    return 1, MANY


def _narrow(bounds: dict[Cell, tuple[int, int]], sums: Sequence[_Unknowns]) -> None:
    """Narrow what each hidden cell can be, by each sum in turn, until nothing changes."""
    changed = True
    while changed:
        changed = False
        for one in sums:
            ends = {cell: _signed(bounds[cell], factor) for cell, factor in one.factors.items()}
            lows, highs = sum(low for low, _ in ends.values()), sum(high for _, high in ends.values())
            for cell, factor in one.factors.items():
                low, high = ends[cell]
                least, most = _signed((one.rest - (highs - high), one.rest - (lows - low)), factor)
                found = max(bounds[cell][0], least), min(bounds[cell][1], most)
                changed = changed or found != bounds[cell]
                bounds[cell] = found


def _signed(ends: tuple[int, int], factor: int) -> tuple[int, int]:
    return ends if factor > 0 else (-ends[1], -ends[0])


def _solved(sums: Sequence[_Unknowns]) -> set[Cell]:
    """Return the cells that the sums taken together leave only one value for, by elimination modulo a large prime.

    Whole numbers of that size stand for fractions, and are added faster.
    """
    rows: dict[Cell, dict[Cell, int]] = {}
    for one in sums:
        row = dict(one.factors)
        for pivot in [cell for cell in row if cell in rows]:
            _subtract(row, rows[pivot], row[pivot])
        if row:
            pivot = next(iter(row))
            inverse = pow(row[pivot], -1, PRIME)
            row = {cell: value * inverse % PRIME for cell, value in row.items()}
            for other in rows.values():
                if pivot in other:
                    _subtract(other, row, other[pivot])
            rows[pivot] = row
    return {pivot for pivot, row in rows.items() if len(row) == 1}


def _subtract(row: dict[Cell, int], other: Mapping[Cell, int], times: int) -> None:
    for cell, value in other.items():
        left = (row.get(cell, 0) - times * value) % PRIME
        if left:
            row[cell] = left
        else:
            row.pop(cell, None)


def _next_to_hide(table: Table, hidden: Set[Cell], known: Set[Cell]) -> Cell | None:
    """Return which cell to hide beside those that could be worked out: one in the sum that hides fewest."""
    exposed = [one for one in table.sums if known & one.members]
    exposed.sort(key=lambda one: sum(cell in hidden for cell in one.cells))
    for cells in (*(one.cells for one in exposed), table.counts):
        free = [cell for cell in cells if cell not in hidden and table.counts[cell]]
        if free:
            return min(free, key=lambda cell: _rank(table, hidden, cell))
    return None


def _rank(table: Table, hidden: Set[Cell], cell: Cell) -> tuple[bool, bool, int, int, Cell]:
    """Return by what cells are hidden for others' sake, the lowest first.

    A cell that is alone in another sum would need one more beside it there.
    """
    alone = sum(not hidden & one.members for one in table.sums_of[cell])
    return cell[0] in table.kept, cell in table.totals, alone, table.counts[cell], cell
