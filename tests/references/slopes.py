"""Slope and relative index of inequality."""

from collections.abc import Iterator

import numpy as np

from accountability.statistics.links import Link, errors_from_limits
from accountability.statistics.slopes import Simulation, SlopeIndex, slope_index
from tests.references.reading import Comparison, Row, column, compared, grouped, number, rows

SPREADS = {"0": Link.IDENTITY, "1": Link.LOG, "2": Link.LOGIT}
# Of the half-width of an interval, by confidence; for 100,000 draws on both sides, and for 10,000.
ALLOWED = {0.95: 0.03, 0.98: 0.04, 0.99: 0.05}
FEWER_DRAWS = 3.2
FILE = "phe_sii_expected.csv"


def worked_out(row: Row, table: list[Row], confidence: float) -> SlopeIndex:
    spread = SPREADS[row["value_type"]]
    values, people = column(table, "value"), column(table, "population")
    given = column(table, "standard_error")
    if np.isnan(given).any() or row["transform"] != "none":
        given = errors_from_limits(column(table, "lower95"), column(table, "upper95"), spread)
    if np.isnan(values).any():
        values = column(table, "count") / people
    return slope_index(
        values,
        people,
        given,
        spread=spread,
        transform=row["transform"] != "none",
        confidence=confidence,
        multiplier=float(row["multiplier"]),
        simulation=Simulation(repetitions=int(row["repetitions"])),
    )


def cases() -> Iterator[tuple[Row, list[Row]]]:
    inputs = grouped(rows("phe_sii_inputs.csv"), "case_id", "area", "grouping1", "grouping2")
    for row in rows(FILE):
        table = inputs[tuple(row[name] for name in ("case_id", "area", "grouping1", "grouping2"))]
        yield row, sorted(table, key=lambda part: int(part["quantile"]))


def points() -> Comparison:
    def pairs() -> Iterator:
        for row, table in cases():
            got = worked_out(row, table, 0.95)
            for name, ours in (
                ("sii", got.slope.value),
                ("rii", got.ratio.value),
                ("intercept", got.intercept),
            ):
                if row[name]:
                    yield [ours], [number(row[name])]

    return compared(FILE, pairs())


def limits() -> Comparison:
    """How far each limit is off, as a share of what is allowed for it."""
    off = []
    for row, table in cases():
        for place, level in enumerate(row["confidence"].split(";"), start=1):
            got = worked_out(row, table, float(level))
            allowed = ALLOWED[float(level)] * (FEWER_DRAWS if row["repetitions"] == "10000" else 1)
            for name, ours in (("sii", got.slope), ("rii", got.ratio)):
                lower, upper = (number(row[f"{name}_{end}_{place}"]) for end in ("lower", "upper"))
                if not np.isnan(lower):
                    room = allowed * (upper - lower) / 2
                    off += [abs(ours.lower - lower) / room, abs(ours.upper - upper) / room]
    return Comparison(f"{FILE} (limits, share of allowed)", len(off), float(np.max(off)), 1.0)


def comparisons() -> Iterator[Comparison]:
    yield points()
    yield limits()
