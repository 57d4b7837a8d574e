"""A drawing that a strict page may carry: no styles, no scripts, one name and one description."""

from xml.etree import ElementTree as ET

import pytest

from accountability.charts.svg import inline_svg

SVG = "{http://www.w3.org/2000/svg}"
DRAWING = """
<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" class="marks" onload="go()">
  <style>text { fill: red }</style>
  <g class="root" role="graphics-object" aria-label="group">
    <script>go()</script>
    <path style="fill: #005eb8; stroke-width:2;" clip-path="url(#clip9)" xlink:href="#a" d="M0,0"/>
    <text aria-hidden="true" style="">Fish &amp; chips</text>
  </g>
  <defs><clipPath id="clip9"><rect id="box" width="1"/></clipPath></defs>
</svg>
"""


@pytest.fixture
def root() -> ET.Element:
    return ET.fromstring(inline_svg(DRAWING, name="A & B", description="What <is> seen.", prefix="gap"))  # noqa: S314


def test_styles_become_attributes(root: ET.Element) -> None:
    path = root.find(f".//{SVG}path")
    assert path is not None
    assert (path.get("fill"), path.get("stroke-width"), path.get("d")) == ("#005eb8", "2", "M0,0")


def test_nothing_is_left_that_a_strict_page_forbids(root: ET.Element) -> None:
    assert {element.tag.removeprefix(SVG) for element in root.iter()} == {
        "svg",
        "title",
        "desc",
        "g",
        "path",
        "text",
        "defs",
        "clipPath",
        "rect",
    }
    attributes = {key for element in root.iter() for key in element.attrib}
    assert not attributes & {"style", "class", "onload", "aria-label", "aria-hidden"}
    assert not any("xlink" in key for key in attributes)


def test_it_is_one_picture_with_a_name_and_a_description(root: ET.Element) -> None:
    assert root.get("role") == "img"
    assert root.get("aria-labelledby") == "gap-name gap-description"
    assert [(child.tag, child.get("id"), child.text) for child in root[:2]] == [
        (f"{SVG}title", "gap-name", "A & B"),
        (f"{SVG}desc", "gap-description", "What <is> seen."),
    ]
    assert [element.get("role") for element in root.iter() if element.get("role")] == ["img"]


def test_ids_carry_the_prefix_and_references_follow_them(root: ET.Element) -> None:
    path, clip = root.find(f".//{SVG}path"), root.find(f".//{SVG}clipPath")
    assert path is not None
    assert clip is not None
    assert clip.get("id") == "gap-1"
    assert path.get("clip-path") == "url(#gap-1)"


def test_what_is_not_xml_is_refused() -> None:
    with pytest.raises(ET.ParseError):
        inline_svg("<svg>", name="", description="", prefix="gap")
