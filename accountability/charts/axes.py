"""Where an axis starts, where it ends and what is written along it."""

import json
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from math import ceil, floor, isclose, log10
from typing import Any

from accountability.statistics.observations import Unit
from accountability.statistics.periods import MONTHS, Period, is_calendar_month

STEPS = (1, 2, 5, 10)
TICKS = 5
FROM_ZERO_BELOW = 0.5
MONTHLY_STRIDES = (1, 2, 3, 6, 12, 24)


@dataclass(frozen=True, slots=True)
class Axis:
    """A straight axis from `low` to `high`, with its ticks and what is written after their numbers."""

    low: float
    high: float
    ticks: tuple[float, ...] = ()
    suffix: str = ""

    @property
    def starts_at_zero(self) -> bool:
        """Whether lengths along it can be compared with the eye."""
        return self.low <= 0

    def drawn(self, *, grid: bool = True) -> dict[str, Any]:
        """The axis as Vega-Lite wants it, every tick written in full."""
        labels = {f"{tick:g}": f"{tick:g}{self.suffix}" for tick in self.ticks}
        return {
            "values": list(self.ticks),
            "labelExpr": f"{json.dumps(labels)}[datum.value]",
            "grid": grid,
            "domain": False,
            "ticks": False,
        }


def figure_axis(values: Sequence[float], unit: Unit, *, from_zero: bool = False) -> Axis:
    """An axis for figures. It starts at 0 when asked to, or when the smallest is not half the largest.

    Otherwise it starts higher, and the chart has to say so. Its round ends never pass 100 per cent.
    """
    low, high = min(values), max(values)
    if from_zero or low < FROM_ZERO_BELOW * high:
        low, high = min(low, 0.0), max(high, 0.0)
    ticks = _ticks(low, high)
    return Axis(ticks[0], ticks[-1], ticks, "%" if unit is Unit.PERCENT else "")


def difference_axis(values: Sequence[float]) -> Axis:
    """An axis for differences, which always holds 0."""
    ticks = _ticks(min(*values, 0.0), max(*values, 0.0))
    return Axis(ticks[0], ticks[-1], ticks)


def _ticks(low: float, high: float) -> tuple[float, ...]:
    step = _step(high - low or abs(high) or 1.0)
    first, last = floor(low / step), ceil(high / step)
    if first == last:
        first, last = (first - 1, last) if first > 0 else (first, last + 1)
    return tuple(round(number * step, 10) for number in range(first, last + 1))


def _step(span: float) -> float:
    rough = span / TICKS
    power = 10.0 ** floor(log10(rough))
    return power * next(step for step in STEPS if step * power > rough or isclose(step * power, rough))


def middle_day(period: Period) -> int:
    """Where a period stands on the axis of time: the number of its middle day."""
    return (period.start.toordinal() + period.end.toordinal()) // 2


def short_label(period: Period) -> str:
    """A label for the axis: "Apr 2023" for a month, "30 Apr 2023" for a day, else the publisher's own."""
    month = f"{MONTHS[period.start.month - 1][:3]} {period.start.year}"
    if period.days == 1:
        return f"{period.start.day} {month}"
    return month if is_calendar_month(period) else period.label


def labelled_periods(periods: Sequence[Period], days_apart: float) -> list[Period]:
    """The periods to label along the axis of time: as many as lie `days_apart`, the latest always.

    Strides that also reach the first period go before those that do not.
    """
    steps = len(periods) - 1
    monthly = all(is_calendar_month(period) for period in periods)
    strides = [stride for stride in (MONTHLY_STRIDES if monthly else range(1, steps + 1)) if stride <= steps]
    fitting = [stride for stride in strides if _fits(periods[::-1][::stride], days_apart)]
    reaching = [stride for stride in fitting if steps % stride == 0]
    stride = next(iter([*reaching, *fitting]), len(periods))
    kept = list(periods[::-1][::stride][::-1])
    return [periods[0], *kept] if _fits([kept[0], periods[0]], days_apart) else kept


def _fits(backwards: Sequence[Period], days_apart: float) -> bool:
    return all(
        middle_day(later) - middle_day(earlier) >= days_apart for later, earlier in pairwise(backwards)
    )
