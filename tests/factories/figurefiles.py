"""Files of figures to test with."""

import csv
import io
from calendar import monthrange
from datetime import date

from django.core.files.uploadedfile import SimpleUploadedFile

from accountability.actions.figurefiles import check_figure_file, keep_figure_file
from accountability.actions.figureimports import apply_figures
from accountability.figurefiles.columns import BY_KEY, COLUMNS
from accountability.models import FigureImport
from hileads.leads.models import User
from hileads.organisations.models import Organisation

CODE = "RAV"


def figure_row(month: int = 1, **cells: str) -> dict[str, str]:
    """Return a row for one month of 2025 at the trust: 700 of 1,000, unless said otherwise."""
    first, last = date(2025, month, 1), date(2025, month, monthrange(2025, month)[1])
    return {
        "measure": "a-measure",
        "code": CODE,
        "period": f"{first:%B %Y}",
        "period_start": f"{first:%d/%m/%Y}",
        "period_end": f"{last:%d/%m/%Y}",
        "numerator": "700",
        "denominator": "1,000",
    } | cells


def blank_row(month: int = 1, **cells: str) -> dict[str, str]:
    """Return a row for one month of 2025 in which there is no figure."""
    return figure_row(month, **{"numerator": "", "denominator": "", "state": "suppressed"} | cells)


def figures_csv(*rows: dict[str, str]) -> bytes:
    """Return a file of figures as comma-separated text."""
    text = io.StringIO()
    writer = csv.DictWriter(text, [column.key for column in COLUMNS])
    writer.writerow({key: column.heading for key, column in BY_KEY.items()})
    writer.writerows(rows)
    return text.getvalue().encode()


FOREIGN = ("Indicator", "Month", "From", "Until", "Quintile", "Cases", "Population", "Comment")


def foreign_csv(*rows: tuple[str, ...], headings: tuple[str, ...] = FOREIGN) -> bytes:
    """Return a file of another system's, with headings of its own."""
    text = io.StringIO()
    csv.writer(text).writerows([headings, *rows])
    return text.getvalue().encode()


def foreign_row(group: str, cases: int, measure: str = "a-measure") -> tuple[str, ...]:
    """Return a row of such a file, for January 2025: so many of 1,000."""
    return (measure, "January 2025", "01/01/2025", "31/01/2025", group, str(cases), "1000", "Checked")


def asking(by: User, organisation: Organisation) -> FigureImport:
    """Return a file that waits to be told what its columns are."""
    content = foreign_csv(foreign_row("", 700))
    return check_figure_file(by=by, run=handed_in(by, organisation, content, "from-our-system.csv"))


def handed_in(
    by: User, organisation: Organisation, content: bytes, file_name: str = "figures.csv"
) -> FigureImport:
    """Return a file that somebody has handed in, and that waits to be checked."""
    file = SimpleUploadedFile(file_name, content)
    return keep_figure_file(by=by, organisation=organisation, file_name=file_name, file=file)


def checked(by: User, organisation: Organisation, *rows: dict[str, str]) -> FigureImport:
    """Return a file with these rows that has been checked."""
    return check_figure_file(by=by, run=handed_in(by, organisation, figures_csv(*rows)))


def imported(by: User, organisation: Organisation, *rows: dict[str, str]) -> FigureImport:
    """Return a file with these rows that has been imported."""
    run = checked(by, organisation, *rows)
    return apply_figures(by=by, run=run, seen=run.checked_at.isoformat() if run.checked_at else "")
