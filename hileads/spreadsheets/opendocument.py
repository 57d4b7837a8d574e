"""OpenDocument spreadsheets (.ods), read row by row.

Names of elements and attributes are those of the Open Document Format, version 1.3, part 3.
"""

import zipfile
from collections.abc import Iterator
from datetime import date
from typing import Any, BinaryIO
from xml.etree.ElementTree import Element, ParseError

from defusedxml import DefusedXmlException
from defusedxml.ElementTree import iterparse

from hileads.spreadsheets.cells import Formula, UnreadableError, shown_number
from hileads.spreadsheets.layout import Line
from hileads.spreadsheets.workbooks import BROKEN

CONTENT = "content.xml"
OFFICE = "{urn:oasis:names:tc:opendocument:xmlns:office:1.0}"
TABLE = "{urn:oasis:names:tc:opendocument:xmlns:table:1.0}"
TEXT = "{urn:oasis:names:tc:opendocument:xmlns:text:1.0}"
CELLS = (f"{TABLE}table-cell", f"{TABLE}covered-table-cell")
MOST_COLUMNS = 1_000
DAMAGED = "The spreadsheet is damaged. Open it in your spreadsheet program and save it again as .ods."


def opendocument_lines(file: BinaryIO) -> Iterator[Line]:
    """Yield the filled lines of the first sheet. Raises UnreadableError.

    A repeated empty line only counts; how often a filled one is repeated is kept to what the file says.
    """
    lines = _lines(file)
    while True:
        try:
            line = next(lines, None)
        except (DefusedXmlException, ParseError, *BROKEN) as error:
            raise UnreadableError(DAMAGED) from error
        if line is None:
            return
        yield line


def _lines(file: BinaryIO) -> Iterator[Line]:
    with zipfile.ZipFile(file) as package, package.open(CONTENT) as content:
        number = 1
        for row in _rows(content):
            cells = _cells(row)
            times = int(row.get(f"{TABLE}number-rows-repeated", "1"))
            for place in range(times) if any(cell != "" for cell in cells) else ():
                yield number + place, cells
            number += times
            row.clear()


def _rows(content: Any) -> Iterator[Element]:
    """Yield the rows of the first sheet, and let go of each once it has been read."""
    sheet: list[Element] = []
    for event, element in iterparse(content, events=("start", "end")):
        if event == "start" and element.tag == f"{TABLE}table":
            sheet.append(element)
        elif event == "end" and element.tag == f"{TABLE}table-row":
            yield element
            sheet[-1].clear()
        elif event == "end" and element.tag == f"{TABLE}table":
            return


def _cells(row: Element) -> list[Any]:
    found: list[Any] = []
    for cell in row:
        if cell.tag in CELLS:
            times = int(cell.get(f"{TABLE}number-columns-repeated", "1"))
            found += [_value(cell)] * min(times, MOST_COLUMNS)
    while found and found[-1] == "":
        found.pop()
    return found


def _value(cell: Element) -> Any:
    if cell.get(f"{TABLE}formula"):
        return Formula()
    kind, value = cell.get(f"{OFFICE}value-type", ""), cell.get(f"{OFFICE}value", "")
    if kind in ("float", "percentage", "currency"):
        return shown_number(float(value), is_percentage=kind == "percentage")
    if kind == "date":
        return date.fromisoformat(cell.get(f"{OFFICE}date-value", "")[:10])
    if kind == "boolean":
        return "yes" if cell.get(f"{OFFICE}boolean-value") == "true" else "no"
    paragraphs = (" ".join("".join(part.itertext()).split()) for part in cell.iter(f"{TEXT}p"))
    return " ".join(filter(None, paragraphs))
