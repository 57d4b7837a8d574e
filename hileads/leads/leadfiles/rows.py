"""What a row of the spreadsheet asks for, checked by itself."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from django.core.exceptions import ValidationError
from django.core.validators import validate_email

from hileads.leads.leadfiles.columns import BY_KEY, KEEPS
from hileads.leads.models import Role
from hileads.spreadsheets.cells import read_day
from hileads.spreadsheets.layout import RawRow
from hileads.wording import long_date

TITLES = re.compile(r"^(dr|prof|professor|mr|mrs|ms|miss|sir|dame)\.? ", re.IGNORECASE)
YES_OR_NO = {"yes": True, "y": True, "no": False, "n": False, "": None}
LONGEST = {"name": 150, "post_title": 150, "email": 254}


@dataclass(frozen=True)
class Wanted:
    """One row: who, in which role, where, and since when. None and "" mean that the row does not say."""

    number: int
    code: str
    role: Role
    name: str
    email: str
    post_title: str
    from_date: date | None
    last_day: date | None
    is_interim: bool | None
    is_job_share: bool | None
    leaves: str

    @property
    def key(self) -> tuple[str, Role, str]:
        """Return what makes two rows speak of the same post: address, role and place."""
        return self.email, self.role, self.code


def same_name(one: str, other: str) -> bool:
    """Say whether two spellings are one name: without case and title."""
    return _bare(one) == _bare(other)


def understood(row: RawRow, roles: Mapping[str, Role]) -> tuple[Wanted | None, tuple[str, ...]]:
    """Return what a row asks for, or everything that is wrong with it. `roles` are known by name without case."""
    faults = list(row.faults)
    texts = {key: row.text(key).strip() for key in BY_KEY}
    faulty = {key for key in BY_KEY if any(f"“{BY_KEY[key].heading}”" in fault for fault in row.faults)}
    for key in ("code", "name", "email", "role"):
        if not texts[key] and key not in faulty:
            faults.append(f"“{BY_KEY[key].heading}” is empty.")
    for key, longest in LONGEST.items():
        if len(texts[key]) > longest:
            faults.append(f"“{BY_KEY[key].heading}” is longer than {longest} letters.")
    role = roles.get(texts["role"].casefold())
    if texts["role"] and role is None:
        faults.append(f"No role is called “{texts['role']}”. The template lists them.")
    if texts["email"] and not _is_address(texts["email"]):
        faults.append(f"“{texts['email']}” is not an email address.")
    answers = {key: _yes_or_no(key, texts[key], faults) for key in ("is_interim", "is_job_share")}
    days = {key: _day(key, row, faults) for key in ("from_date", "last_day")}
    _check_order(days, faults)
    if faults or role is None:
        return None, tuple(faults)
    leaves = KEEPS if texts["leaves"].casefold() == KEEPS else texts["leaves"].upper()
    return Wanted(
        number=row.number,
        code=texts["code"].upper(),
        role=role,
        name=texts["name"],
        email=texts["email"].lower(),
        post_title=texts["post_title"],
        leaves=leaves,
        from_date=days["from_date"],
        last_day=days["last_day"],
        is_interim=answers["is_interim"],
        is_job_share=answers["is_job_share"],
    ), ()


def _check_order(days: dict[str, date | None], faults: list[str]) -> None:
    from_date, last_day = days["from_date"], days["last_day"]
    if from_date and last_day and last_day < from_date:
        faults.append(f"The last day, {long_date(last_day)}, is before the first, {long_date(from_date)}.")


def _bare(name: str) -> str:
    return TITLES.sub("", " ".join(name.split())).casefold()


def _is_address(text: str) -> bool:
    try:
        validate_email(text)
    except ValidationError:
        return False
    return True


def _yes_or_no(key: str, text: str, faults: list[str]) -> bool | None:
    if text.casefold() not in YES_OR_NO:
        faults.append(f"“{BY_KEY[key].heading}” says “{text}”. Write yes or no.")
    return YES_OR_NO.get(text.casefold())


def _day(key: str, row: RawRow, faults: list[str]) -> date | None:
    cell = row.cells.get(key, "")
    if isinstance(cell, date) or not cell:
        return cell or None
    try:
        day = read_day(cell)
    except ValueError:
        faults.append(
            f"“{BY_KEY[key].heading}” says “{cell}”. Write a date such as 3 April 2026 or 03/04/2026."
        )
        return None
    return day
