"""Spreadsheets of leads to test with."""

import csv
import io

from hileads.leads.actions.leadimports import keep_lead_file
from hileads.leads.leadfiles.columns import BY_KEY, COLUMNS
from hileads.leads.models import LeadImport, User

LEAD = "Executive lead for health inequalities"


def row_of(name: str, code: str, /, **cells: str) -> dict[str, str]:
    """Return a row that makes somebody the executive lead, unless said otherwise."""
    email = f"{name.lower().replace(' ', '.')}@nhs.example"
    return {"code": code, "role": LEAD, "name": name, "email": email} | cells


def list_of(*rows: dict[str, str]) -> bytes:
    """Return a list of leads as a comma-separated file."""
    text = io.StringIO()
    writer = csv.DictWriter(text, [column.key for column in COLUMNS])
    writer.writerow({key: column.heading for key, column in BY_KEY.items()})
    writer.writerows(rows)
    return text.getvalue().encode()


def handed_in(by: User, *rows: dict[str, str], file_name: str = "leads.csv") -> LeadImport:
    """Return a list of leads that somebody has handed in."""
    return keep_lead_file(by=by, file_name=file_name, content=list_of(*rows))
