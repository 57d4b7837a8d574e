"""Control charts: point by point, the last point's icons, and each rule by itself."""

import json
from collections.abc import Iterator

import numpy as np

from accountability.statistics.control import (
    Assurance,
    ControlChart,
    Conventions,
    Variation,
    assurance_of,
    control_chart,
)
from accountability.statistics.control_rules import Rule, spread_back, stretch_ends, trend_ends, two_of_three
from accountability.statistics.observations import Direction
from tests.references.reading import Comparison, Row, column, compared, folder, grouped, labels_compared, rows

DIRECTIONS = {
    "increase": Direction.HIGHER_IS_BETTER,
    "decrease": Direction.LOWER_IS_BETTER,
    "neutral": Direction.NEUTRAL,
}
CAUSES = {
    (Rule.OUTSIDE, 1): "Above UCL",
    (Rule.OUTSIDE, -1): "Below LCL",
    (Rule.TREND, 1): "7 Point Trend (Increasing)",
    (Rule.TREND, -1): "7 Point Trend (Decreasing)",
    (Rule.TWO_OF_THREE, 1): "2 in 3 Above CL",
    (Rule.TWO_OF_THREE, -1): "2 in 3 Below CL",
    (Rule.RUN, 1): "7 Points Above CL",
    (Rule.RUN, -1): "7 Points Below CL",
    (None, 0): "Common Cause",
}
ICONS = {
    Variation.COMMON_CAUSE: "common_cause",
    Variation.IMPROVING_HIGH: "improvement_high",
    Variation.IMPROVING_LOW: "improvement_low",
    Variation.CONCERNING_HIGH: "concern_high",
    Variation.CONCERNING_LOW: "concern_low",
    Variation.NEUTRAL_HIGH: "neutral_high",
    Variation.NEUTRAL_LOW: "neutral_low",
}
ASSURANCES = {
    Assurance.MEETS: "consistent_pass",
    Assurance.MISSES: "consistent_fail",
    Assurance.HIT_OR_MISS: "inconsistent",
    None: "",
}


def drawn(table: list[Row]) -> ControlChart:
    first = table[0]
    return control_chart(
        column(table, "value"),
        DIRECTIONS[first["improvement_direction"]],
        target=float(first["target"]) if first["target"] else None,
        rebase_at=[place for place, row in enumerate(table) if row["rebase"] == "1"],
        fix_after=int(first["fix_after_n_points"]) if first["fix_after_n_points"] else None,
        conventions=Conventions(screened=first["screen_outliers"] == "1", fewest=3),
    )


def series() -> dict[tuple[str, ...], ControlChart]:
    return {key: drawn(table) for key, table in grouped(rows("spc_series.csv"), "series_id").items()}


def limits(file: str = "spc_computed_points.csv") -> Comparison:
    charts = series()

    def pairs() -> Iterator:
        for key, table in grouped(rows(file), "series_id").items():
            for ours, theirs in (("mean", "mean"), ("lower", "lpl"), ("upper", "upl")):
                yield getattr(charts[key], ours), column(table, theirs)

    return compared(file, pairs())


def causes(file: str = "spc_computed_points.csv") -> Comparison:
    charts = series()

    def pairs() -> Iterator[tuple[object, object]]:
        for key, table in grouped(rows(file), "series_id").items():
            chart = charts[key]
            for rule, side, row in zip(chart.rule, chart.side, table, strict=True):
                yield CAUSES[rule, int(side)], row["special_cause_type"]
                yield rule is not None, row["special_cause_flag"] == "1"

    return labels_compared(f"{file} (labels)", pairs())


def icons(file: str = "spc_computed_points_summary.csv") -> Comparison:
    charts = series()

    def pairs() -> Iterator[tuple[object, object]]:
        for row in rows(file):
            chart = charts[(row["series_id"],)]
            yield ICONS.get(chart.variation), row["variation_icon"]
            yield ASSURANCES[chart.assurance], row["assurance_type"]
            yield np.sum(chart.side != 0), row["n_special"]
            yield chart.trial and len(chart.values) == 8, row["warning"] != "" and row["n"] == "8"

    return labels_compared(file, pairs())


def rules(file: str = "spc_rule_helpers.json") -> Comparison:
    place = folder()
    assert place is not None
    known = json.loads((place / file).read_text(encoding="utf-8"))

    def flags(numbers: list[int]) -> np.ndarray:
        return np.array(numbers, dtype=np.int8)

    def pairs() -> Iterator[tuple[object, object]]:
        for case in known["seven_point_one_side_mean"]:
            yield np.abs(stretch_ends(flags(case["sign_vs_mean"]), 7)).tolist(), case["expected"]
        for case in known["part_of_seven"]:
            yield np.abs(spread_back(flags(case["flag_at_end_of_run"]), 7)).tolist(), case["expected"]
        for case in known["seven_point_trend"]:
            yield trend_ends(np.array(case["y"], dtype=float), 7).tolist(), case["expected"]
        for case in known["flagged_two_in_three"]:
            near = np.array(case["close"], dtype=bool)
            yield np.abs(two_of_three(flags(case["side"]), near, near)).tolist(), case["expected"]
        for case in known["two_in_three"]:
            near = np.array(case["close"], dtype=bool)
            flagged = np.abs(two_of_three(flags(case["side"]), near, near))
            yield flagged.tolist(), (near * flags(case["expected"])).tolist()
        for case in known["assurance"]:
            facts = case["lpl"], case["upl"], case["target"], DIRECTIONS[case["direction"]]
            yield ASSURANCES[assurance_of(*facts)], case["expected"] or ""

    return labels_compared(file, pairs())


def comparisons() -> Iterator[Comparison]:
    yield limits()
    yield causes()
    yield icons()
    yield rules()
