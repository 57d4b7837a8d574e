"""What the references refuse, we refuse likewise, in our own words."""

from collections.abc import Callable, Iterator

import numpy as np

from accountability.statistics.control import control_chart
from accountability.statistics.counts import rate_intervals
from accountability.statistics.group_gaps import gaps_to
from accountability.statistics.links import Link, errors_from_limits
from accountability.statistics.proportions import wilson_intervals
from accountability.statistics.quantiles import assign_quantiles
from accountability.statistics.slopes import Simulation, slope_index
from accountability.statistics.standardised import direct_rates, indirect_ratios
from tests.references.reading import Comparison, Row, column, grouped, labels_compared, rows

FIVE = np.full(5, 0.2)
NAN = float("nan")
Call = Callable[[], object]


def refused(call: Call) -> bool:
    """Whether it raises a ValueError that says why."""
    try:
        call()
    except ValueError as error:
        return bool(str(error))
    return False


def slope(n: object = FIVE, y: object = FIVE, e: object = FIVE, **options: object) -> Call:
    return lambda: slope_index(y, n, e, **options)


def direct(x: object = 20.0, n: object = 100.0, w: object = 10.0, **options: float) -> Call:
    return lambda: direct_rates([x, 20], [n, 100], [w, 10], **options)


REFUSALS: dict[tuple[str, str], Call] = {
    ("proportion", "numerator < 0"): lambda: wilson_intervals(-1, 10),
    ("proportion", "denominator <= 0"): lambda: wilson_intervals(0, 0),
    ("proportion", "numerator > denominator"): lambda: wilson_intervals(11, 10),
    ("rate", "numerator < 0"): lambda: rate_intervals(-1, 10),
    ("rate", "denominator <= 0"): lambda: rate_intervals(1, 0),
    ("dsr", "missing n"): direct(n=NAN),
    ("dsr", "missing stdpop"): direct(w=NAN),
    ("dsr", "any x < 0"): direct(x=-1),
    ("dsr", "any n <= 0"): direct(n=0),
    ("dsr", "any stdpop < 0"): direct(w=-1),
    ("dsr", "confidence outside range"): direct(confidence=2),
    ("dsr", "multiplier not numeric"): direct(multiplier=NAN),
    ("dsr", "multiplier <= 0"): direct(multiplier=0),
    ("isr", "groups of unequal length"): lambda: indirect_ratios([1, 2], [9, 9], [1, 2, 3], [9, 9, 9]),
    ("isr", "n < 0"): lambda: indirect_ratios([1, 2], [-9, 9], [1, 2], [9, 9]),
    ("isr", "x < 0"): lambda: indirect_ratios([-5, 2], [9, 9], [1, 2], [9, 9]),
    ("sii", "repetitions < 1000"): lambda: Simulation(repetitions=999),
    ("sii", "transform with value_type 0"): slope(transform=True),
    ("sii", "population zero, negative or missing"): slope(n=[1, 1, 0, 1, 1]),
    ("sii", "se negative or missing"): slope(e=[1, 1, NAN, 1, 1]),
    ("sii", "a limit missing"): lambda: slope_index(FIVE, FIVE, errors_from_limits([0.1] * 5, [NAN] * 5)),
    ("sii", "no value and no x"): slope(y=[NAN] * 5),
    ("sii", "no se and not both limits"): slope(e=[NAN] * 5),
    ("sii", "value_type 2 and value outside [0,1]"): slope(y=[0.2, 0.2, 1.2, 0.2, 0.2], spread=Link.LOGIT),
    ("sii", "value_type 2 and a limit outside [0,1]"): lambda: errors_from_limits(0.9, 1.1, Link.LOGIT),
    ("sii", "value_type 2 from x and x <= 0"): slope(y=[0.2, 0.2, 0, 0.2, 0.2], spread=Link.LOGIT),
    ("sii", "fewer than 5 or more than 100 quantiles"): slope(FIVE[:4], FIVE[:4], FIVE[:4]),
    ("sii", "non-numeric input column"): slope(y=["some"] * 5),
    ("quantile", "value not numeric"): lambda: assign_quantiles(["some", "none"], 2),
    ("spc", "value column not numeric"): lambda: control_chart(["some", "none"]),
    ("spc", "fix_after_n_points < 12"): lambda: control_chart(np.arange(20.0), fix_after=11),
    ("healthequal", "2 or fewer subgroups"): lambda: gaps_to([1, 2], [1, 1], 0),
}


def by_condition(file: str = "validation_behaviour.csv") -> Comparison:
    """Those that can reach a function of ours; most others are types, which the type checker refuses."""
    errors = {(row["function"], row["condition"]) for row in rows(file) if row["kind"] == "error"}
    assert set(REFUSALS) <= errors
    return labels_compared(file, ((refused(call), True) for call in REFUSALS.values()))


def slope_of(table: list[Row]) -> Call:
    people, values = column(table, "population"), column(table, "value")
    description = table[0]["description"]
    if "invalid proportion" in description:
        return lambda: errors_from_limits(column(table, "lower95"), column(table, "upper95"), Link.LOGIT)
    return lambda: slope_index(values, people, column(table, "standard_error"))


def slopes(file: str = "phe_sii_invalid_inputs.csv") -> Comparison:
    """Groups that are too many for comfort are taken; everything else must be refused."""

    def pairs() -> Iterator[tuple[object, object]]:
        for (description,), table in grouped(rows(file), "description").items():
            yield refused(slope_of(table)), "large number" not in description

    return labels_compared(file, pairs())


def comparisons() -> Iterator[Comparison]:
    yield by_condition()
    yield slopes()
