"""Proportions, counts, rates, means, standardised rates and quantiles."""

from collections.abc import Iterator

from numpy.typing import ArrayLike

from accountability.statistics.columns import Figures
from accountability.statistics.counts import byar_limits, rate_intervals
from accountability.statistics.means import mean_interval
from accountability.statistics.proportions import Proportions, wilson_intervals
from accountability.statistics.quantiles import assign_quantiles
from accountability.statistics.standardised import (
    direct_rates,
    direct_rates_of_repeated_events,
    indirect_rates,
    indirect_ratios,
)
from tests.references.reading import Comparison, Row, column, compared, grouped, number, rows

LEVELS = (("95", 0.95), ("99_8", 0.998))

Pairs = Iterator[tuple[ArrayLike, ArrayLike]]


def told(figures: Figures | Proportions, table: list[Row], level: str) -> Pairs:
    yield figures.value, column(table, "value")
    yield figures.lower, column(table, f"lower{level}")
    yield figures.upper, column(table, f"upper{level}")


def levels(table: list[Row]) -> list[tuple[str, float]]:
    return [level for level in LEVELS if f"lower{level[0]}" in table[0]]


def proportions_and_rates(file: str) -> Comparison:
    work_out = wilson_intervals if "proportions" in file else rate_intervals

    def pairs() -> Pairs:
        for (multiplier,), part in grouped(rows(file), "multiplier").items():
            counts = column(part, "numerator"), column(part, "denominator")
            for level, confidence in levels(part):
                yield from told(work_out(*counts, confidence, float(multiplier)), part, level)

    return compared(file, pairs())


def counts(file: str = "phe_byars_wilson_counts.csv") -> Comparison:
    def pairs() -> Pairs:
        for row in rows(file):
            confidence, x = float(row["confidence"].rstrip("%")) / 100, float(row["x"])
            if row["method"] == "Byars":
                limits = byar_limits(x, confidence)
            else:
                got = wilson_intervals(x, float(row["n"]), confidence)
                limits = got.lower, got.upper
            yield limits, [number(row["lowercl"]), number(row["uppercl"])]

    return compared(file, pairs())


def means(file: str = "phe_means_expected.csv") -> Comparison:
    values = rows("phe_means_inputs.csv")

    def pairs() -> Pairs:
        for row in rows(file):
            own = [part for part in values if row["area"] in {part["area"], "No grouping"}]
            for level, confidence in (("95_0", 0.95), ("99_8", 0.998)):
                got = mean_interval(column(own, "values"), confidence)
                theirs = [float(row[name]) for name in ("value", f"lower{level}cl", f"upper{level}cl")]
                yield [got.value, *(got.interval or ())], theirs

    return compared(file, pairs())


def repeated(part: list[Row], confidence: float, multiplier: float) -> Figures:
    by_times = grouped(sorted(part, key=lambda row: row["event_frequency"]), "event_frequency")
    bands = list(by_times.values())
    people = [column(sorted(band, key=lambda row: row["ageband"]), "persons") for band in bands]
    first = sorted(bands[0], key=lambda row: row["ageband"])
    times = [float(key[0]) for key in by_times]
    return direct_rates_of_repeated_events(
        people, times, column(first, "n"), column(first, "stdpop"), confidence, multiplier
    )


def direct(file: str = "phe_dsr_expected.csv") -> Comparison:
    def pairs() -> Pairs:
        for row in rows(file):
            part = grouped(rows(row["inputs"]), "case")[(row["case"],)]
            multiplier = float(row["multiplier"])
            for level, confidence in LEVELS[: 1 if "x10 out" in row["note"] else 2]:
                if "event_frequency" in part[0]:
                    got = repeated(part, confidence, multiplier)
                else:
                    columns = [column(part, name) for name in ("x", "n", "stdpop")]
                    got = direct_rates(*columns, confidence, multiplier)
                yield from told(got, [row], level)

    return compared(file, pairs(), 1e-9)


def indirect(file: str = "phe_isr_expected.csv") -> Comparison:
    def pairs() -> Pairs:
        for row in rows(file):
            late = int(row["row"]) > 12
            inputs = rows("phe_isr_inputs_zero_population.csv" if late else "phe_isr_inputs.csv")
            part = grouped(inputs, "case")[(row["area"],)]
            columns = [column(part, name) for name in ("x", "n", "x_ref", "n_ref")]
            work_out = indirect_rates if " rate per " in row["statistic"] else indirect_ratios
            multiplier = float(row["statistic"].split()[-1])
            for level, confidence in LEVELS[: 1 if late else 2]:
                yield from told(work_out(*columns, confidence, multiplier), [row], level)

    return compared(file, pairs())


def quantiles(file: str = "phe_quantiles.csv") -> Comparison:
    sets = {"IndSexReg": ("indicator_sex", "parent_code"), "IndSex": ("indicator_sex",), "None": ()}

    def pairs() -> Pairs:
        for (name,), table in grouped(rows(file), "group_set").items():
            # The set without groups was ranked from high to low throughout, whatever its rows say.
            split = (*sets[name], "invert", "nquantiles") if sets[name] else ("nquantiles",)
            for part in grouped(table, *split).values():
                highest_first = name == "None" or part[0]["invert"] == "TRUE"
                parts = int(part[0]["nquantiles"])
                got = assign_quantiles(column(part, "value"), parts, highest_first=highest_first)
                yield got, column(part, "expected_quantile")

    return compared(file, pairs(), 0.0)


def comparisons() -> Iterator[Comparison]:
    for name in ("proportions", "proportions_grouped", "rates", "rates_grouped"):
        yield proportions_and_rates(f"phe_{name}.csv")
    yield counts()
    yield means()
    yield direct()
    yield indirect()
    yield quantiles()
