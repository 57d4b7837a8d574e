"""The template to fill in, in three kinds of file, and rows to mend."""

from collections.abc import Callable, Iterable, Mapping, Sequence

from accountability.figurefiles.columns import LAYOUT
from accountability.figurefiles.known import KnownMeasure
from hileads.spreadsheets import writing
from hileads.spreadsheets.cells import Cell
from hileads.spreadsheets.writing import Explained

CSV = "text/csv; charset=utf-8"
XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
ODS = "application/vnd.oasis.opendocument.spreadsheet"
TYPES = {"csv": CSV, "xlsx": XLSX, "ods": ODS}


def template(file_format: str, measures: Sequence[KnownMeasure]) -> bytes:
    """Return an empty file in the format "csv", "xlsx" or "ods". Any other raises KeyError."""
    makers: Mapping[str, Callable[[], bytes]] = {
        "csv": lambda: writing.template_text(LAYOUT),
        "xlsx": lambda: writing.template_workbook(LAYOUT, measures_explained(measures)),
        "ods": lambda: writing.template_opendocument(LAYOUT, measures_explained(measures)),
    }
    return makers[file_format]()


def measures_explained(measures: Sequence[KnownMeasure]) -> Explained:
    """Return a line for each measure: its code, what it is, and what to write for each group."""
    lines = [
        (measure.code, f"{measure.title}: {measure.unit_name}", groups_explained(measure))
        for measure in measures
    ]
    return [("Measure", "What it is", "Groups"), *lines]


def groups_explained(measure: KnownMeasure) -> str:
    """Return what to write for each group of a measure."""
    if not measure.groups:
        return "No groups"
    named = (
        group.key if group.key == group.label else f"{group.key} ({group.label})" for group in measure.groups
    )
    return f"all (everyone), {', '.join(named)}"


def rows_to_mend(rows: Iterable[tuple[Sequence[Cell], str]]) -> bytes:
    """Return rows as they stood, each with what is wrong with it in a last column, as a workbook."""
    return writing.rows_to_mend(LAYOUT, rows)
