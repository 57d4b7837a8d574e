"""People who read a table with hidden counts, know the rules, and try to work the hidden ones out."""

from math import inf

import numpy as np

from hileads.disclosure import FEWEST, Cell, Table
from hileads.disclosure.readers import Fact, Range, Reader

Shown = dict[Cell, int | None]


def attacked_by_intervals(table: Table, shown: Shown) -> dict[Cell, int]:
    """Return what somebody works out who knows that zeros are shown and narrows each cell by rows and columns."""
    small_rows = {total for total in set(table.beside.values()) if table.is_small(total)}
    least = {cell: value if value is not None else 1 for cell, value in shown.items()}
    most = {cell: value if value is not None else 10**6 for cell, value in shown.items()}
    least |= dict.fromkeys(table.rests, 0)
    most |= dict.fromkeys(table.rests, 10**6)
    for cell, total in table.beside.items():
        if total in small_rows:
            least[cell], most[total] = 0, FEWEST - 1
    for _ in range(60):
        for one in table.sums:
            parts, total = one.parts, one.total
            least[total] = max(least[total], sum(least[part] for part in parts))
            most[total] = min(most[total], sum(most[part] for part in parts))
            for part in parts:
                others = [other for other in parts if other != part]
                least[part] = max(least[part], least[total] - sum(most[other] for other in others))
                most[part] = min(most[part], most[total] - sum(least[other] for other in others))
    return {cell: least[cell] for cell in _sought(table, shown) if least[cell] == most[cell]}


def attacked_by_algebra(table: Table, shown: Shown) -> list[Cell]:
    """Return what follows from all sums taken together: cells that every solution gives the same value."""
    unknown = [cell for cell in table.counts if shown.get(cell) is None]
    if not unknown:
        return []
    matrix = np.array(
        [[(cell in one.parts) - (cell == one.total) for cell in unknown] for one in table.sums], dtype=float
    )
    _, sizes, directions = np.linalg.svd(matrix)
    rank = int((sizes > 1e-9).sum())
    free = directions[rank:]
    fixed = {cell for place, cell in enumerate(unknown) if np.allclose(free[:, place], 0, atol=1e-8)}
    return [cell for cell in _sought(table, shown) if cell in fixed]


def attacked_exactly(table: Table, shown: Shown) -> set[Cell]:
    """Return what has one value only in every table of whole numbers that would have been shown in the same way."""
    facts = [Fact(dict.fromkeys(one.parts, 1) | {one.total: -1}) for one in table.sums]
    ranges = {cell: _possible(table, shown, cell) for cell in table.counts}
    return Reader(table.counts, ranges, facts).worked_out(_sought(table, shown))


def _possible(table: Table, shown: Shown, cell: Cell) -> Range:
    """Return what a reader who knows the rules thinks possible of a cell before adding anything up."""
    if cell in table.rests:
        return 0, inf
    count = shown[cell]
    if count is not None:
        return count, count
    is_beside_few = cell in table.beside and table.is_small(table.beside[cell])
    is_few = cell in table.beside.values() and table.is_small(cell)
    return 0 if is_beside_few else 1, FEWEST - 1 if is_beside_few or is_few else inf


def _sought(table: Table, shown: Shown) -> list[Cell]:
    """Return what must not be worked out: the hidden cells, and small rests that stand in no table."""
    small_rests = [cell for cell in table.rests if table.is_small(cell)]
    return [cell for cell, value in shown.items() if value is None] + small_rests
