"""The drawing of coverage over time holds what the table holds, and its words stay apart."""

from base64 import b64decode
from datetime import date
from xml.etree import ElementTree as ET

import pytest

from hileads.organisations.charts import (
    NARROW,
    WIDE,
    Layout,
    address_of,
    apart,
    axis_ticks,
    coverage_chart,
    named_places,
)

SVG = "{http://www.w3.org/2000/svg}"
DAYS = [date(2026, 8, 31), date(2026, 9, 30), date(2026, 10, 31)]


@pytest.mark.parametrize("layout", [WIDE, NARROW])
def test_it_draws_two_lines_with_their_names_inside_the_picture(layout: Layout):
    root = ET.fromstring(coverage_chart(DAYS, [235, 235, 235], [0, 120, 233], layout))  # noqa: S314
    lines = root.findall(f"{SVG}polyline")
    assert [len(line.attrib["points"].split()) for line in lines] == [3, 3]
    words = [element.text for element in root.findall(f"{SVG}text")]
    assert {"Expected 235", "Have one 233", "Aug 2026", "Oct 2026", "0", "250"} <= set(words)
    for line in lines:
        for point in line.attrib["points"].split():
            x, y = map(float, point.split(","))
            assert 0 <= x <= layout.width
            assert 0 <= y <= layout.height
    labels = [element for element in root.findall(f"{SVG}text") if " 23" in (element.text or "")]
    first, second = (float(label.attrib["y"]) for label in labels)
    assert abs(first - second) >= 1.3 * layout.size - 0.2


def test_its_address_holds_the_picture_itself():
    address = address_of(DAYS, [1, 1, 1], [0, 0, 1], WIDE)
    kind, _, content = address.partition(",")
    assert kind == "data:image/svg+xml;base64"
    assert b64decode(content).startswith(b"<svg")


@pytest.mark.parametrize(
    ("top", "ticks"),
    [
        (1, [0, 1]),
        (5, [0, 1, 2, 3, 4, 5]),
        (6, [0, 2, 4, 6]),
        (235, [0, 50, 100, 150, 200, 250]),
        (1500, [0, 500, 1000, 1500]),
    ],
)
def test_the_axis_has_round_numbers(top: int, ticks: list[int]):
    assert axis_ticks(top) == ticks


@pytest.mark.parametrize(
    ("count", "wanted", "places"),
    [(24, 5, [0, 6, 12, 17, 23]), (3, 5, [0, 1, 2]), (24, 2, [0, 23]), (1, 5, [0])],
)
def test_the_first_and_the_last_day_are_named(count: int, wanted: int, places: list[int]):
    assert named_places(count, wanted) == places


def test_labels_move_apart_only_as_far_as_they_must():
    assert apart([10, 50], 20) == [10, 50]
    assert apart([10, 20], 20) == [5, 25]
    assert apart([20, 10], 20) == [25, 5]
    assert apart([10, 10], 20) == [0, 20]
