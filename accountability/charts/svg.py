"""A drawing made safe to put into a page: no styles, no scripts, one name, one description."""

import re
from xml.etree import ElementTree as ET

SVG = "http://www.w3.org/2000/svg"
XLINK = "http://www.w3.org/1999/xlink"
FORBIDDEN_TAGS = {f"{{{SVG}}}style", f"{{{SVG}}}script", f"{{{SVG}}}foreignObject"}
REFERENCE = re.compile(r"url\(#([^)]+)\)")

ET.register_namespace("", SVG)


def inline_svg(drawing: str, *, name: str, description: str, prefix: str) -> str:
    """The drawing for a page whose policy forbids inline styles and scripts.

    - Style attributes become presentation attributes; style and script elements and event attributes go.
    - Class names go, so that the page's own rules do not touch the drawing.
    - It is one picture for assistive technology: its own name and description, nothing inside it.
    - Ids begin with `prefix`, which must differ between the charts of a page.

    Raises ParseError for text that is not XML. Our own renderer made the drawing: it is not an upload.
    """
    root = ET.fromstring(drawing)  # noqa: S314
    for parent in root.iter():
        for child in [child for child in parent if child.tag in FORBIDDEN_TAGS]:
            parent.remove(child)
    ids: dict[str, str] = {}
    for element in root.iter():
        _strip(element)
        if "id" in element.attrib:
            ids[element.attrib["id"]] = element.attrib["id"] = f"{prefix}-{len(ids) + 1}"
    for element in root.iter():
        for key, value in element.attrib.items():
            element.set(key, REFERENCE.sub(lambda found: f"url(#{ids[found[1]]})", value))
    _name(root, name, description, prefix)
    return ET.tostring(root, encoding="unicode")


def _strip(element: ET.Element) -> None:
    for rule in element.attrib.pop("style", "").split(";"):
        key, colon, value = rule.partition(":")
        if colon:
            element.set(key.strip(), value.strip())
    for key in list(element.attrib):
        if key in {"class", "role"} or key.startswith(("aria-", "on", f"{{{XLINK}}}")):
            del element.attrib[key]


def _name(root: ET.Element, name: str, description: str, prefix: str) -> None:
    root.set("role", "img")
    root.set("aria-labelledby", f"{prefix}-name {prefix}-description")
    for place, (tag, words) in enumerate({"title": name, "desc": description}.items()):
        element = ET.Element(
            f"{{{SVG}}}{tag}", {"id": f"{prefix}-{'name' if tag == 'title' else 'description'}"}
        )
        element.text = words
        root.insert(place, element)
