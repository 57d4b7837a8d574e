"""Charts: what they show, what they never show, and that every word on them can be read."""

import json
import struct
import subprocess
import sys
from itertools import combinations
from typing import Any
from xml.etree import ElementTree as ET

import pytest

from accountability.charts import (
    ChartKind,
    Layout,
    chart_description,
    chart_png,
    chart_svg,
    kinds_for,
    main_kind,
)
from accountability.charts.kinds import chart_name, chart_spec
from accountability.charts.lettering import text_width
from accountability.charts.palette import BLUE, DISTINCT, INK, MUTED, QUIET_INK, WHITE, styles_for
from accountability.statistics.deprivation import deprivation_groups
from accountability.statistics.findings import find
from accountability.statistics.observations import (
    Breakdown,
    Direction,
    MeasureFacts,
    Series,
    State,
    Unit,
    published_point,
)
from accountability.statistics.periods import financial_year
from accountability.statistics.wording import words_for
from tests.unit.accountability.series import (
    ethnicity_series,
    fifths_series,
    level_series,
    lipid_therapy,
    referral_to_treatment,
    smoking,
)

SVG = "{http://www.w3.org/2000/svg}"
ETHNIC = {"asian": (600, 1000), "black": (590, 1000), "white": (605, 1000), "unknown": (100, 1000)}
WIDE, NARROW = ((500, 1000), (700, 1000)), ((600, 1000), (700, 1000))


def tenths() -> Series:
    """Invented: tenths of deprivation over ten years, without intervals."""
    breakdown = Breakdown.DEPRIVATION_DECILE
    points = tuple(
        published_point(financial_year(2013 + year), 70 + 1.2 * place - 0.1 * year, group=str(place))
        for year in range(10)
        for place in range(1, 11)
    )
    measure = MeasureFacts("Life expectancy", Direction.HIGHER_IS_BETTER, Unit.YEARS, breakdown)
    return Series(measure, points, deprivation_groups(breakdown))


SERIES = {
    "smoking": smoking(),
    "lipid therapy": lipid_therapy(),
    "waits": referral_to_treatment(),
    "tenths": tenths(),
    "ethnic groups, few years": ethnicity_series([ETHNIC] * 3),
    "ethnic groups, many years": ethnicity_series([ETHNIC] * 20),
    "some suppressed": ethnicity_series([ETHNIC, {**ETHNIC, "asian": State.SUPPRESSED}]),
    "reversed": fifths_series([WIDE, NARROW, WIDE[::-1]]),
    "broken": fifths_series([WIDE, NARROW, (State.MISSING, WIDE[1]), WIDE, WIDE, NARROW]),
}
EVERY_CHART = [
    pytest.param(series, kind, layout, id=f"{name}: {kind}, {layout.value}")
    for name, series in SERIES.items()
    for kind in kinds_for(series)
    for layout in Layout
]


def root_of(
    series: Series, kind: ChartKind, layout: Layout = Layout.WIDE, prefix: str = "chart"
) -> ET.Element:
    drawing = chart_svg(series, kind, layout=layout, prefix=prefix)
    assert drawing is not None
    return ET.fromstring(drawing)  # noqa: S314


def layers(series: Series, kind: ChartKind, mark: str) -> list[dict[str, Any]]:
    spec = chart_spec(series, kind, Layout.WIDE)
    return [layer for layer in spec["layer"] if layer["mark"]["type"] == mark]


def words_on(root: ET.Element) -> list[str]:
    return [text.text or "" for text in root.iter(f"{SVG}text")]


def boxes(
    element: ET.Element, across: float = 0, down: float = 0
) -> list[tuple[str, float, float, float, float]]:
    """Every text on a drawing with its left, right, top and bottom edge."""
    moved = element.get("transform", "translate(0,0)").removeprefix("translate(").split(")")[0].split(",")
    across, down = across + float(moved[0]), down + float(moved[1])
    found = []
    if element.tag == f"{SVG}text" and element.text:
        size = float(element.get("font-size", "0").removesuffix("px"))
        bold = element.get("font-weight") == "bold"
        width = text_width(element.text, size, bold=bold)
        left = across - {"start": 0, "middle": width / 2, "end": width}[element.get("text-anchor", "start")]
        found.append((element.text, left, left + width, down - 0.75 * size, down + 0.2 * size))
    return found + [box for child in element for box in boxes(child, across, down)]


@pytest.mark.parametrize(("series", "kind", "layout"), EVERY_CHART)
def test_no_word_is_cut_off_or_written_over_another(series: Series, kind: ChartKind, layout: Layout) -> None:
    root = root_of(series, kind, layout)
    placed = boxes(root)
    assert len(placed) > 3
    assert root.get("width") == str(layout.width)
    for words, left, right, top, bottom in placed:
        assert left >= 0, words
        assert right <= layout.width, words
        assert top >= 0, words
        assert bottom <= float(root.get("height", "0")), words
    for one, other in combinations(placed, 2):
        apart = one[2] <= other[1] or other[2] <= one[1] or one[4] <= other[3] or other[4] <= one[3]
        assert apart, (one[0], other[0])


@pytest.mark.parametrize(("series", "kind", "layout"), EVERY_CHART)
def test_no_chart_needs_a_style_or_a_script(series: Series, kind: ChartKind, layout: Layout) -> None:
    root = root_of(series, kind, layout)
    assert not {f"{SVG}style", f"{SVG}script"} & {element.tag for element in root.iter()}
    keys = {key for element in root.iter() for key in element.attrib}
    assert not keys & {"style", "class"}
    assert [element.get("role") for element in root.iter() if element.get("role")] == ["img"]


def test_a_chart_is_named_and_described_by_its_finding() -> None:
    series = smoking()
    root = root_of(series, ChartKind.LATEST_GROUPS)
    assert root[0].text == "Smoking, people aged 15 and over, in West Yorkshire, 2022/23 and 2023/24"
    assert root[1].text == f"Bar chart of each group. {words_for(find(series)).text}"
    assert chart_description(series, ChartKind.GAP_OVER_TIME).startswith(
        "Line chart of the gap over time. In West"
    )
    assert chart_name(lipid_therapy(), ChartKind.LATEST_GROUPS).endswith(
        "in England, in the period to March 2026"
    )


def test_two_charts_of_a_page_share_no_id() -> None:
    roots = [root_of(smoking(), ChartKind.LATEST_GROUPS, prefix=prefix) for prefix in ("one", "two")]
    ids = [{element.get("id") for element in root.iter()} - {None} for root in roots]
    assert ids[0]
    assert not ids[0] & ids[1]


@pytest.mark.parametrize(
    ("series", "kinds"),
    [
        (smoking(), [ChartKind.GAP_OVER_TIME, ChartKind.LATEST_GROUPS, ChartKind.SLOPE_OVER_TIME]),
        (lipid_therapy(), [ChartKind.LATEST_GROUPS]),
        (
            tenths(),
            [
                ChartKind.GAP_OVER_TIME,
                ChartKind.GROUPS_OVER_TIME,
                ChartKind.LATEST_GROUPS,
                ChartKind.CONTROL_OVER_TIME,
            ],
        ),
        (referral_to_treatment(), [ChartKind.LEVEL_OVER_TIME, ChartKind.CONTROL_OVER_TIME]),
        (level_series([(1, 2), (1, 2)]), []),
        (fifths_series([(State.SUPPRESSED, State.SUPPRESSED)]), []),
    ],
)
def test_a_series_is_shown_only_as_what_its_figures_carry(series: Series, kinds: list[ChartKind]) -> None:
    assert list(kinds_for(series)) == kinds


def test_the_main_chart_is_that_of_the_figures() -> None:
    assert main_kind(smoking()) is ChartKind.LATEST_GROUPS
    assert main_kind(tenths()) is ChartKind.GROUPS_OVER_TIME
    assert main_kind(referral_to_treatment()) is ChartKind.LEVEL_OVER_TIME


def test_where_figures_carry_no_chart_there_is_none() -> None:
    two_months = level_series([(1, 2), (1, 2)])
    assert chart_svg(two_months) is None
    assert chart_png(two_months) is None
    with pytest.raises(ValueError, match="cannot be shown as level_over_time"):
        chart_svg(two_months, ChartKind.LEVEL_OVER_TIME)


def test_a_line_breaks_where_a_month_is_missing_and_the_chart_says_so() -> None:
    series = referral_to_treatment()
    rows = layers(series, ChartKind.LEVEL_OVER_TIME, "line")[0]["data"]["values"]
    assert [row["period"] for row in rows if row["segment"] == 0][-1] == "March 2023"
    assert next(row["period"] for row in rows if row["segment"] == 1) == "May 2023"
    words = words_on(root_of(series, ChartKind.LEVEL_OVER_TIME))
    assert "A line breaks where there is no figure: April 2023." in words
    assert "The vertical axis starts at 62%, not at 0." in words


def test_many_breaks_are_counted() -> None:
    gone = [State.NOT_REPORTED] * 4
    series = level_series([(500, 1000), *gone, (520, 1000), (530, 1000)])
    words = words_on(root_of(series, ChartKind.LEVEL_OVER_TIME))
    assert "A line breaks where there is no figure: 4 months." in words
    marked = layers(series, ChartKind.LEVEL_OVER_TIME, "point")[0]["data"]["values"]
    assert len(marked) == 3


def test_a_figure_between_two_breaks_in_a_long_series_is_marked() -> None:
    alone = [State.MISSING, (500, 1000), State.MISSING]
    series = level_series([*[(500, 1000)] * 9, *alone, *[(500, 1000)] * 9])
    marked = layers(series, ChartKind.LEVEL_OVER_TIME, "point")[0]["data"]["values"]
    assert len(marked) == 2


def test_two_points_are_never_joined() -> None:
    series = smoking()
    assert layers(series, ChartKind.GAP_OVER_TIME, "line") == []
    words = words_on(root_of(series, ChartKind.GAP_OVER_TIME))
    assert {"12.1 points", "12.0 to 12.3", "11.5 points", "11.3 to 11.6"} <= set(words)
    assert "Not joined by a line: two years are not a trend." in words


def test_a_gap_and_a_bar_are_measured_from_zero() -> None:
    for kind in (ChartKind.GAP_OVER_TIME, ChartKind.LATEST_GROUPS):
        spec = chart_spec(tenths(), kind, Layout.WIDE)
        axis = "x" if kind is ChartKind.LATEST_GROUPS else "y"
        assert spec["layer"][0]["encoding"][axis]["scale"]["domain"][0] == 0
    assert "0%" in words_on(root_of(lipid_therapy(), ChartKind.LATEST_GROUPS))


def test_a_gap_is_drawn_as_the_higher_group_less_the_lower_and_says_so() -> None:
    words = words_on(root_of(tenths(), ChartKind.GAP_OVER_TIME))
    assert "The least deprived tenth less the most deprived tenth." in words
    assert "Years. No confidence intervals were published." in words
    reversed_gap = SERIES["reversed"]
    rows = layers(reversed_gap, ChartKind.GAP_OVER_TIME, "line")[0]["data"]["values"]
    assert [round(row["y"]) for row in rows] == [-20, -10, 20]
    assert len(layers(reversed_gap, ChartKind.GAP_OVER_TIME, "rule")) == 3


def test_groups_keep_their_order_and_their_looks_whatever_their_figures() -> None:
    bars = words_on(root_of(SERIES["some suppressed"], ChartKind.LATEST_GROUPS))
    assert [words for words in bars if words in {"Asian", "Black", "White", "Unknown"}] == [
        "Asian",
        "Black",
        "White",
        "Unknown",
    ]
    assert "Suppressed (2020/21)" in bars
    turned = ethnicity_series([dict(zip(ETHNIC, reversed(ETHNIC.values()), strict=True))])
    assert styles_for(turned) == styles_for(ethnicity_series([ETHNIC]))


def test_only_the_ends_of_many_ordered_groups_are_named() -> None:
    words = words_on(root_of(tenths(), ChartKind.GROUPS_OVER_TIME))
    named = [word for word in words if "tenth" in word.lower()]
    assert sorted(named) == [
        "Least deprived tenth 81.1 years",
        "Most deprived tenth 70.3 years",
        "Tenths between",
    ]


def test_lines_that_look_alike_stay_lines_of_their_own() -> None:
    spec = chart_spec(tenths(), ChartKind.GROUPS_OVER_TIME, Layout.WIDE)
    drawn = [layer for layer in spec["layer"] if layer["mark"]["type"] == "line"]
    segments = [{row["segment"] for row in layer["data"]["values"]} for layer in drawn]
    assert sum(len(found) for found in segments) == len(set().union(*segments)) == 10


def test_a_group_that_never_had_a_figure_has_no_line() -> None:
    hidden = {**ETHNIC, "black": State.SUPPRESSED}
    words = words_on(root_of(ethnicity_series([hidden] * 3), ChartKind.GROUPS_OVER_TIME))
    assert not any("Black" in word for word in words)


def test_no_two_lines_share_both_dash_and_shape() -> None:
    assert len({(style.dash, style.shape) for style in DISTINCT}) == len(DISTINCT)
    assert len({style.colour for style in DISTINCT}) == len(DISTINCT)


def luminance(colour: str) -> float:
    parts = [int(colour[place : place + 2], 16) / 255 for place in (1, 3, 5)]
    linear = [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(one: str, other: str) -> float:
    light, dark = sorted((luminance(one), luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def test_words_and_marks_stand_out_from_the_paper() -> None:
    assert contrast("#000000", WHITE) == pytest.approx(21)
    inks = {INK, QUIET_INK, BLUE} | {style.ink for style in DISTINCT}
    assert all(contrast(ink, WHITE) >= 4.5 for ink in inks)
    assert all(contrast(mark, WHITE) >= 3 for mark in {MUTED} | {style.colour for style in DISTINCT})


def test_the_picture_for_word_is_16_centimetres_at_300_dots_an_inch() -> None:
    picture = chart_png(smoking())
    assert picture is not None
    assert picture[:8] == b"\x89PNG\r\n\x1a\n"
    assert struct.unpack(">I", picture[16:20])[0] == 1890
    density = picture.index(b"pHYs") + 4
    assert struct.unpack(">I", picture[density : density + 4])[0] == pytest.approx(300 / 0.0254, rel=0.001)
    assert chart_png(smoking()) == picture


def test_the_same_series_gives_the_same_drawing() -> None:
    assert chart_svg(tenths(), prefix="a") == chart_svg(tenths(), prefix="a")
    spec = chart_spec(tenths(), ChartKind.GROUPS_OVER_TIME, Layout.WIDE)
    assert json.loads(json.dumps(spec)) == spec


def test_neither_numbers_nor_charts_need_django() -> None:
    code = (
        "import sys, accountability.charts, accountability.statistics.wording;"
        "sys.exit(any(name.split('.')[0] == 'django' for name in sys.modules))"
    )
    subprocess.run([sys.executable, "-c", code], check=True)
