"""What somebody can work out who reads a release, knows its rule, and can add, subtract and divide.

Exactly: a figure is safe if there is another table of whole numbers that would have been shown in just the same way, in
which that figure is different. Such tables are looked for by integer programming and checked in whole numbers.
"""

from collections.abc import Collection, Hashable, Mapping, Sequence
from dataclasses import dataclass, field

import numpy as np
from numpy.typing import NDArray
from scipy.optimize import Bounds, LinearConstraint, milp

REACH = 100_000
"""How far from the truth another table is looked for. Further off than any rule leaves room to say."""

Unknown = Hashable
Range = tuple[float, float]


@dataclass(frozen=True)
class Fact:
    """What a reader knows: these whole-number factors times the true counts add up to something in this range."""

    factors: Mapping[Unknown, int]
    low: float = 0
    high: float = 0


@dataclass(frozen=True)
class Reader:
    """True counts, between what each must lie for the reader, and the facts that tie them together.

    `others` are steps from the truth to other tables. They are kept from one question to the next, and each is
    checked again before it is believed.
    """

    truth: Mapping[Unknown, int]
    ranges: Mapping[Unknown, Range]
    facts: Sequence[Fact]
    others: list[dict[Unknown, int]] = field(default_factory=list)

    def worked_out(self, guarded: Collection[Unknown]) -> set[Unknown]:
        """Return those of the guarded that have one value only in all tables that the reader must think possible."""
        left = set(guarded)
        for steps in self.others:
            if left & steps.keys() and self._fits(steps):
                left -= steps.keys()
        for way in (1, -1):
            left -= self._moved(dict.fromkeys(left, way))
        for one in sorted(left, key=str):
            for way in (1, -1):
                if one in left:
                    left -= self._moved({one: way})
        return left

    def _moved(self, ways: Mapping[Unknown, int]) -> set[Unknown]:
        """Return what moves in the possible table that goes furthest these ways: nothing if none is to be found."""
        free = [one for one, (low, high) in self.ranges.items() if low < high]
        if not ways.keys() & set(free):
            return set()
        matrix, room = self._rows(free)
        ends = np.array([[end - self.truth[one] for end in self.ranges[one]] for one in free])
        found = milp(
            [-ways.get(one, 0) for one in free],
            integrality=np.ones(len(free)),
            bounds=Bounds(np.maximum(ends[:, 0], -REACH), np.minimum(ends[:, 1], REACH)),
            constraints=LinearConstraint(matrix, room[:, 0], room[:, 1]),
        )
        if found.x is None:
            return set()
        steps = {one: round(step) for one, step in zip(free, found.x, strict=True) if round(step)}
        if not self._fits(steps):
            return set()
        self.others.append(steps)
        return set(steps)

    def _fits(self, steps: Mapping[Unknown, int]) -> bool:
        """Whether the truth with these steps would have been shown in the same way, in whole numbers."""
        table = {one: count + steps.get(one, 0) for one, count in self.truth.items()}
        return all(low <= table[one] <= high for one, (low, high) in self.ranges.items()) and all(
            fact.low <= sum(factor * table[one] for one, factor in fact.factors.items()) <= fact.high
            for fact in self.facts
        )

    def _rows(self, free: Sequence[Unknown]) -> tuple[NDArray[np.float64], NDArray[np.float64]]:
        """Return the facts as rows over what may move, and how much less and more the sum of each may become."""
        matrix = np.array([[fact.factors.get(one, 0) for one in free] for fact in self.facts], dtype=float)
        now = [sum(factor * self.truth[one] for one, factor in fact.factors.items()) for fact in self.facts]
        room = [[fact.low - total, fact.high - total] for fact, total in zip(self.facts, now, strict=True)]
        return matrix.reshape(-1, len(free)), np.array(room, dtype=float).reshape(-1, 2)
