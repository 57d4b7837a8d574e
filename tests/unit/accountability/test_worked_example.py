"""The worked example: published digits met, gaps and slopes right, and said plainly where there is none."""

from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
from django.core.management import call_command

from accountability.reference.worked_example import page as pages
from accountability.reference.worked_example.figures import (
    BOARD,
    ENGLAND,
    Printed,
    boards,
    by_fifth,
    cvdprevent,
    series_of,
    smoking,
)
from accountability.reference.worked_example.inequality import Inequality, inequality

WITHOUT_MOST_DEPRIVED = {"QSL", "QGH", "QPM", "QVV", "QU9", "QM7", "QXU", "QNQ"}
ONE_TO_FOUR_PRACTICES = {"QKK", "QWE", "QR1", "QOC", "QT6", "QHG", "QOX"}
Z = 1.959963984540054


def found(place: str, year: str = "2023/24") -> Inequality:
    return inequality(by_fifth(smoking(), place, year))


def test_the_committed_document_is_what_the_command_writes(tmp_path: Path, settings):
    committed = settings.BASE_DIR / "docs" / "reference" / "worked-example.md"
    wanted = committed.read_text(encoding="utf-8")
    settings.BASE_DIR = tmp_path
    (tmp_path / "docs" / "reference").mkdir(parents=True)
    call_command("write_worked_example")
    written = (tmp_path / "docs" / "reference" / "worked-example.md").read_text(encoding="utf-8")
    assert written == wanted, "run manage.py write_worked_example"


def test_all_20_intervals_of_cvdprevent_have_their_printed_digits():
    assert len(cvdprevent()) == 20
    for figure in cvdprevent():
        assert figure.worked_out == figure.published


def test_the_whole_smoking_series_has_its_printed_digits():
    assert len(smoking()) == 582
    assert [figure for figure in smoking() if figure.differing] == []


@pytest.mark.parametrize("place", [0, 1, 2])
@pytest.mark.parametrize("figure", [cvdprevent()[0], smoking()[0]], ids=["treatment", "smoking"])
def test_one_unit_in_the_last_printed_digit_is_noticed_and_said(figure: Printed, place: int):
    numbers = [*figure.numbers]
    numbers[place] += 10**-figure.decimals
    changed = replace(figure, numbers=tuple(numbers))
    assert changed.differing == 1
    assert pages.beside(changed)[-1] == "no"
    assert "1 differ" in pages._verdict([changed, figure])


def test_england_has_the_gap_and_the_ratio_of_its_printed_counts():
    most, least = (by_fifth(smoking(), ENGLAND, "2023/24")[end] for end in "15")
    england = found(ENGLAND)
    assert england.gap.value == pytest.approx(
        100 * (most.numerator / most.denominator - least.numerator / least.denominator)
    )
    assert england.ratio.ratio == pytest.approx(
        most.numerator * least.denominator / (least.numerator * most.denominator)
    )
    assert england.gap.lower < england.gap.value < england.gap.upper
    assert england.ratio.lower < england.ratio.ratio < england.ratio.upper


@pytest.mark.parametrize("place", [ENGLAND, *boards()])
@pytest.mark.parametrize("year", ["2022/23", "2023/24"])
def test_each_line_is_the_weighted_least_squares_line(place: str, year: str):
    figures = by_fifth(smoking(), place, year)
    n = np.array([row.denominator for row in figures.values()], float)
    y = np.array([100 * row.numerator / row.denominator for row in figures.values()])
    middles = (np.cumsum(n) - n / 2) / n.sum()
    slope, start = np.polyfit(middles, y, 1, w=np.sqrt(n))
    errors = np.array([np.ptp(row.ours.interval) for row in figures.values()]) / (2 * Z)
    away = n * (middles - (n * middles).sum() / n.sum())
    spread = np.sqrt(((away / (away * middles).sum() * errors) ** 2).sum())
    got = found(place, year)
    assert got.slope.value == pytest.approx(-slope)
    assert got.times.value == pytest.approx(start / (start + slope))
    assert got.slope.interval == pytest.approx((-slope - Z * spread, -slope + Z * spread))
    assert got.times.lower < got.times.value < got.times.upper


def test_the_file_has_the_42_boards_of_that_time():
    assert {row.place for row in smoking() if row.kind == BOARD} == set(boards())
    assert len(boards()) == 42
    assert list(boards().values()) == sorted(boards().values())


@pytest.mark.parametrize("year", ["2022/23", "2023/24"])
def test_eight_boards_have_no_gap_and_no_ratio_and_a_slope_that_says_what_it_rests_on(year: str):
    assert {code for code in boards() if found(code, year).gap is None} == WITHOUT_MOST_DEPRIVED
    for code, name in boards().items():
        row = next(line for line in pages._boards(year).splitlines() if f"| {name} " in line)
        assert row.count("not known") == (2 if code in WITHOUT_MOST_DEPRIVED else 0)
        rests_on = {"QXU": "fifths 3 to 5"}.get(code, "fifths 2 to 5")
        assert (rests_on if code in WITHOUT_MOST_DEPRIVED else "all five fifths") in row


def test_the_document_gives_the_reason_for_each_of_the_eight():
    reasons = pages._without()
    for code in WITHOUT_MOST_DEPRIVED:
        assert f"| {code}  | No GP practice in the most deprived" in reasons
    assert "| QXU  | No GP practice in the most deprived or the second most deprived fifth" in reasons


def test_boards_with_few_practices_in_the_most_deprived_fifth_are_named():
    rows = pages._few_practices().splitlines()[-len(ONE_TO_FOUR_PRACTICES) :]
    assert {row.split("|")[2].strip() for row in rows} == ONE_TO_FOUR_PRACTICES


def test_a_fifth_where_nobody_smokes_has_no_ratio():
    figures = by_fifth(smoking(), ENGLAND, "2023/24")
    figures["5"] = replace(figures["5"], numerator=0)
    cells = pages.measures(inequality(figures))
    assert cells[1] == "not known"
    figures["1"] = replace(figures["1"], numerator=0)
    assert pages.measures(inequality(figures))[0].startswith("0.00")


def test_series_come_in_the_order_of_the_file():
    assert series_of(smoking()) == ["2022/23", "2023/24"]
