"""The shipped figures by fifth of deprivation as their files print them, beside ours from the same counts."""

import csv
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from accountability.reference.catalogue import sources
from accountability.reference.figures import Row
from accountability.statistics.estimates import Estimate
from accountability.statistics.proportions import PER_CENT, wilson_interval
from hileads.organisations.odsfiles.spelling import readable
from hileads.organisations.reference import shipped

CVDPREVENT, SMOKING = "cvdprevent-england-fifths", "smoking-qof-icb-fifths"
ENGLAND, REGION, BOARD = "England", "region", "ICB"
FIFTHS = ("1", "2", "3", "4", "5")
BOARDS_FILE = "icbs_42_2022-07_to_2026-03.csv"

Triple = tuple[str, str, str]


@dataclass(frozen=True)
class Printed:
    """One percentage with its 95% limits, as its file prints them, and the counts they rest on.

    `series` is what is counted, or the year; `group` a fifth, 1 the most deprived, or everyone. `decimals` is to how
    many the file is printed: it leaves noughts at the end away, which `published` puts back.
    """

    kind: str
    place: str
    series: str
    group: str
    numerator: int
    denominator: int
    numbers: tuple[float, float, float]
    decimals: int
    practices: int | None = None

    @property
    def ours(self) -> Estimate:
        """The percentage with Wilson's limits, from the counts alone."""
        return wilson_interval(self.numerator, self.denominator, multiplier=PER_CENT)

    @property
    def published(self) -> Triple:
        """Percentage, lower and upper limit, as printed."""
        return self._digits(*self.numbers)

    @property
    def worked_out(self) -> Triple:
        """Ours, to as many digits."""
        ours = self.ours
        return self._digits(ours.value, *(ours.interval or ()))

    @property
    def differing(self) -> int:
        """How many of the three differ in a printed digit."""
        return sum(ours != theirs for ours, theirs in zip(self.worked_out, self.published, strict=True))

    def _digits(self, *numbers: float) -> Triple:
        value, lower, upper = (f"{number:.{self.decimals}f}" for number in numbers)
        return value, lower, upper


@lru_cache(maxsize=1)
def cvdprevent() -> tuple[Printed, ...]:
    """The 20 published percentages of CVDPREVENT: four indicators, five fifths, England."""
    return tuple(
        Printed(
            kind=ENGLAND,
            place=ENGLAND,
            series=row["indicator"],
            group=row["quintile"],
            numerator=int(row["numerator"]),
            denominator=int(row["denominator"]),
            numbers=(float(row["value"]), float(row["lower_ci"]), float(row["upper_ci"])),
            decimals=2,
        )
        for row in _rows(CVDPREVENT)
    )


@lru_cache(maxsize=1)
def smoking() -> tuple[Printed, ...]:
    """The smoking series: England, its regions and its boards, in two years, by fifth of GP practices."""
    return tuple(
        Printed(
            kind=row["org_type"],
            place=row["org_code"] if row["org_type"] != ENGLAND else ENGLAND,
            series=row["period"],
            group=row["imd_quintile_1_most_deprived"],
            numerator=int(row["numerator"]),
            denominator=int(row["denominator"]),
            numbers=(float(row["value_pct"]), float(row["lower_ci95"]), float(row["upper_ci95"])),
            decimals=3,
            practices=int(row["practices"]),
        )
        for row in _rows(SMOKING)
    )


def by_fifth(figures: tuple[Printed, ...], place: str, series: str) -> dict[str, Printed]:
    """One place's figures in one series, by fifth: only the fifths that it has, from the most deprived on."""
    found = {row.group: row for row in figures if (row.place, row.series) == (place, series)}
    return {fifth: found[fifth] for fifth in FIFTHS if fifth in found}


def series_of(figures: tuple[Printed, ...]) -> list[str]:
    """The series, in the order of the file."""
    return list(dict.fromkeys(row.series for row in figures))


@lru_cache(maxsize=1)
def boards() -> dict[str, str]:
    """The 42 integrated care boards of 2022 to 2026: code and name, in the alphabetical order of names."""
    with (shipped.FOLDER / BOARDS_FILE).open(encoding="utf-8", newline="") as file:
        named = {row["ods_code"]: _short(row["name"]) for row in csv.DictReader(file)}
    return dict(sorted(named.items(), key=lambda item: item[1]))


def _short(name: str) -> str:
    return readable(name).removeprefix("NHS ").removesuffix(" Integrated Care Board")


def _rows(code: str) -> Iterator[Row]:
    file = next(source.file for source in sources() if source.code == code)
    with file.open(encoding="utf-8-sig", newline="") as lines:
        yield from csv.DictReader(lines)
