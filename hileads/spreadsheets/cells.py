"""What stands in one cell of a list, whatever kind of file it came in."""

import re
import unicodedata
from dataclasses import dataclass
from datetime import date
from typing import Any

MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
YEAR_DIGITS = 4
UNSHOWABLE = ("Cc", "Co", "Cn")

Cell = str | date


class UnreadableError(Exception):
    """A file that cannot be read, with the reason and what to do."""

    def __init__(self, reason: str) -> None:
        super().__init__(reason)
        self.reason = reason


@dataclass(frozen=True)
class Formula:
    """A cell that is calculated: what it shows depends on who opens the file."""


@dataclass(frozen=True)
class Fault:
    """A cell that holds an error of the spreadsheet program."""

    text: str


def checked(heading: str, cell: Any) -> tuple[Cell, str]:
    """Return a cell's value, and what is wrong with it if something is."""
    if isinstance(cell, Formula) or (isinstance(cell, str) and cell.startswith("=")):
        return "", f"“{heading}” holds a formula. Copy the column and paste it as values."
    if isinstance(cell, Fault):
        return "", f"“{heading}” holds the error {cell.text}."
    if not isinstance(cell, str):
        return cell, ""
    if not cell.isprintable() and any(unicodedata.category(letter) in UNSHOWABLE for letter in cell):
        return "", f"“{heading}” holds a character that cannot be shown."
    return ("", f"“{heading}” holds letters that came through garbled.") if "�" in cell else (cell, "")


def shown_number(value: float, *, is_percentage: bool = False) -> str:
    """Return a number as one would type it: 5 for 5.0, and 12.5% for 0.125 where the cell shows percentages."""
    if is_percentage:
        return f"{value * 100:.10g}%"
    return str(int(value)) if float(value).is_integer() else repr(float(value))


def read_day(text: str) -> date:
    """Return the day of "3 April 2026", "03/04/2026" (day first) or "2026-04-03". Raises ValueError."""
    parts = re.split(r"[\s/.\-]+", text.strip())
    if len(parts) != len(("day", "month", "year")):
        raise ValueError(text)
    if len(parts[0]) == YEAR_DIGITS:
        parts.reverse()
    day, month, year = parts
    if len(year) != YEAR_DIGITS:
        raise ValueError(text)
    number = int(month) if month.isdigit() else MONTHS.index(month[:3].lower()) + 1
    return date(int(year), number, int(day))
