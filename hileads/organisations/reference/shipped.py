"""The shipped files, read, with the day on which each was true."""

from datetime import date
from functools import cache
from pathlib import Path

from hileads.organisations.odsfiles.layouts import OdsFile, read_file
from hileads.organisations.odsfiles.planning import Dated

FOLDER = Path(__file__).parent
FILES = (
    "nhs_england_regions.csv",
    "icbs_42_2022-07_to_2026-03.csv",
    "icbs_36_from_2026-04.csv",
    "icb_succession_2026-04-01.csv",
    "ons_sicbl_icb_nhser_2026-04_raw.csv",
    "etr_2025-07_raw.csv",
    "etr_2026-07_raw.csv",
    "epcn_2024-10_PCNDetails_raw.csv",
)
TRUE_ON = {"nhs_england_regions.csv": date(2026, 4, 1)}
"""Where a file carries no date of its own. The others count from the newest date in their rows."""


@cache
def shipped_file(name: str) -> OdsFile:
    """Return a shipped file, read."""
    return read_file(name, (FOLDER / name).read_bytes())


def dated_files(today: date) -> list[Dated]:
    """Return every shipped file with the day on which it was true."""
    return [Dated(file, file.day_true(TRUE_ON.get(file.name), today)) for file in map(shipped_file, FILES)]
