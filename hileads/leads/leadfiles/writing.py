"""The template to fill in, and rows to mend, as files."""

from collections.abc import Iterable, Sequence

from hileads.leads.leadfiles.columns import LAYOUT
from hileads.spreadsheets import writing
from hileads.spreadsheets.cells import Cell


def template_workbook(roles: Sequence[str]) -> bytes:
    """Return an empty list with its headings, and a second sheet that says what belongs where."""
    return writing.template_workbook(LAYOUT, [("Roles", "", ""), *((role, "", "") for role in roles)])


def template_text() -> bytes:
    """Return the headings as a comma-separated file that Excel opens with all letters right."""
    return writing.template_text(LAYOUT)


def rows_to_mend(rows: Iterable[tuple[Sequence[Cell], str]]) -> bytes:
    """Return rows as they stood, each with what is wrong with it in a last column, to be mended and imported."""
    return writing.rows_to_mend(LAYOUT, rows)
