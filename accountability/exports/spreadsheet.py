"""The report as a workbook that follows the Analysis Function's rules for accessible spreadsheets.

Cover, contents and notes come first; then one table a sheet from cell A1's title down, with one header
row, no empty cell, no merged cell and no meaning by colour.
"""

from datetime import UTC, date, datetime, time
from io import BytesIO
from typing import Any

from openpyxl import Workbook
from openpyxl.styles import Alignment, Font
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.table import Table, TableStyleInfo
from openpyxl.worksheet.worksheet import Worksheet

from accountability.exports.document import Document
from accountability.exports.figures import EVERYONE, long_date, series_from, table_heading
from accountability.exports.footing import FOOTING_HEADING, footing_rows
from accountability.statistics.formats import STATE_LABELS
from accountability.statistics.observations import Point, Series

WIDEST = 60
DANGEROUS_STARTS = ("=", "+", "-", "@", "\t", "\r")
NOT_STATED = "Not stated"


def render(document: Document) -> bytes:
    """Return the workbook of a frozen document, with numbers as numbers and states in words."""
    workbook = Workbook()
    workbook.remove(workbook.active)
    sheets = [("Actions", "What we are doing", ACTION_HEADING, _action_rows(document))]
    sheets += [
        (f"Measure {number}", measure["series"]["facts"]["title"], *_figures(measure))
        for number, measure in enumerate(document["measures"], start=1)
    ]
    if document["footing"]["rows"]:
        sheets.append(("Equal footing", "Equal footing", FOOTING_HEADING, footing_rows(document)))
    if document["told"]:
        sheets.append(
            (
                "Told in words",
                "What was seen of measures without a figure",
                TOLD_HEADING,
                _told_rows(document),
            )
        )
    _cover(workbook, document)
    _contents(workbook, [(name, title) for name, title, _, _ in sheets])
    _notes(workbook, document)
    for name, title, heading, rows in sheets:
        _table_sheet(workbook, name, title, heading, rows)
    workbook.properties.title = f"{document['title']}: {document['organisation']['name']}"
    workbook.properties.creator = document["organisation"]["name"]
    workbook.properties.language = "en-GB"
    workbook.properties.created = datetime.combine(
        date.fromisoformat(document["frozen_date"]), time(), tzinfo=UTC
    ).replace(tzinfo=None)
    saved = BytesIO()
    workbook.save(saved)
    return saved.getvalue()


ACTION_HEADING = [
    "What",
    "Where it stands",
    "Who",
    "By when",
    "Board's job",
    "When we expect to see it",
    "How we will know",
    "Where it came from",
    "Evidence",
    "Why it was closed",
]


def _action_rows(document: Document) -> list[list[Any]]:
    return [
        [
            action["title"],
            action["state_label"],
            action["owner"],
            long_date(action["due_date"]),
            action["quadrant_label"],
            action["horizon_label"],
            action["measure"],
            action["origin"],
            "; ".join(item["title"] for item in action["evidence"]) or "None cited",
            action["closed_because"],
        ]
        for action in document["actions"]
    ]


TOLD_HEADING = ["Measure", "From", "To", "What was seen", "Known from"]
NOTHING_TOLD = "Nothing was told of it in this period"


def _told_rows(document: Document) -> list[list[Any]]:
    return [
        [item["title"], long_date(one["from"]), long_date(one["to"]), one["seen"], one["known_by"]]
        for item in document["told"]
        for one in item["words"]
    ] + [
        [item["title"], "Not told", "Not told", NOTHING_TOLD, "Not told"]
        for item in document["told"]
        if not item["words"]
    ]


def _figures(measure: dict[str, Any]) -> tuple[list[str], list[list[Any]]]:
    series = series_from(measure["series"])
    value = table_heading(series)[2]
    heading = ["Period", "Group", "State", value, "Lower limit", "Upper limit", "Counted", "Out of"]
    newest_first = sorted(series.points, key=lambda point: point.period, reverse=True)
    return heading, [_figure_row(series, point) for point in newest_first]


def _figure_row(series: Series, point: Point) -> list[Any]:
    labels = {group.key: group.label for group in series.groups}
    numbers = [point.value, point.lower, point.upper, point.numerator, point.denominator]
    blank = "[x]" if point.state.has_figure else f"[{STATE_LABELS[point.state].lower()}]"
    cells = [blank if number is None else number for number in numbers]
    return [point.period.label, labels.get(point.group or "", EVERYONE), STATE_LABELS[point.state], *cells]


def _cover(workbook: Workbook, document: Document) -> None:
    period = document["period"]
    lines = [
        f"{document['title']}: {document['organisation']['name']}",
        f"{long_date(period['from'])} to {long_date(period['to'])}.",
        f"For the board meeting on {long_date(document['meeting_date'])}.",
        f"Figures as they were frozen on {long_date(document['frozen_date'])}.",
        f"The board is asked to: {document['front_sheet']['ask_label'] or NOT_STATED}.",
        document["demo_note"],
    ]
    _text_sheet(workbook, "Cover", [line for line in lines if line])


def _contents(workbook: Workbook, sheets: list[tuple[str, str]]) -> None:
    sheet = _text_sheet(workbook, "Contents", ["Contents", "Each sheet below holds one table."])
    for row, (name, title) in enumerate([("Notes", "Notes and sources"), *sheets], start=3):
        cell = sheet.cell(row=row, column=1, value=safe(f"{name}: {title}"))
        cell.hyperlink = f"#'{name}'!A1"
        cell.style = "Hyperlink"


def _notes(workbook: Workbook, document: Document) -> None:
    lines = [
        "Notes and sources",
        "[x] means that the source gives no number here. Other words in brackets say why there is no figure.",
        "Limits are those of a 95% confidence interval.",
    ]
    lines += [line for line in (*document["footing"]["sentences"], document["footing"]["next_step"]) if line]
    for number, measure in enumerate(document["measures"], start=1):
        source = measure["source"]
        lines.append(
            f"Measure {number}: {source['title']}, {source['publisher']}. {source['published']} {source['credit']}"
        )
        lines += [line for line in (*measure["finding"]["notes"], measure["caveats"]) if line]
    _text_sheet(workbook, "Notes", lines)


def _text_sheet(workbook: Workbook, name: str, lines: list[str]) -> Worksheet:
    sheet: Worksheet = workbook.create_sheet(name)
    for row, line in enumerate(lines, start=1):
        cell = sheet.cell(row=row, column=1, value=safe(line))
        cell.alignment = Alignment(wrap_text=True, vertical="top")
    sheet["A1"].font = Font(bold=True, size=14)
    sheet.column_dimensions["A"].width = 100
    return sheet


def _table_sheet(
    workbook: Workbook, name: str, title: str, heading: list[str], rows: list[list[Any]]
) -> None:
    sheet: Worksheet = workbook.create_sheet(name)
    sheet["A1"] = safe(title)
    sheet["A1"].font = Font(bold=True, size=14)
    sheet["A2"] = f"This sheet holds one table with {len(rows)} rows. Notes are on the sheet called Notes."
    for column, words in enumerate(heading, start=1):
        sheet.cell(row=3, column=column, value=words).font = Font(bold=True)
    for row, cells in enumerate(rows or [["None"] * len(heading)], start=4):
        for column, value in enumerate(cells, start=1):
            cell = sheet.cell(row=row, column=column, value=safe(value))
            cell.alignment = Alignment(wrap_text=True, vertical="top")
    _fit(sheet, heading, rows)
    last = f"{get_column_letter(len(heading))}{3 + max(1, len(rows))}"
    table = Table(displayName=name.replace(" ", "_").lower(), ref=f"A3:{last}")
    table.tableStyleInfo = TableStyleInfo(name="TableStyleLight1", showRowStripes=False)
    sheet.add_table(table)


def _fit(sheet: Worksheet, heading: list[str], rows: list[list[Any]]) -> None:
    for column in range(len(heading)):
        longest = max(len(str(row[column])) for row in [heading, *rows])
        sheet.column_dimensions[get_column_letter(column + 1)].width = min(WIDEST, longest + 3)


def safe(value: Any) -> Any:
    """Return a cell that no spreadsheet takes for a formula, and that is never empty."""
    if not isinstance(value, str):
        return value
    text = value or NOT_STATED
    return f"'{text}" if text.startswith(DANGEROUS_STARTS) else text
