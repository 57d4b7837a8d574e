"""The shipped figures are read with their traps minded: nought is not always nought."""

import csv
from collections import Counter

import pytest

from accountability.reference.catalogue import SourceEntry, catalogue, sources
from accountability.reference.figures import ENGLAND, READERS, Figure, read
from accountability.statistics.observations import State
from accountability.statistics.proportions import wilson_interval

EXEMPT = ["R0D", "RC9", "RDU", "RFR", "RGR", "RGT", "RHU", "RK9", "RNQ", "RQM", "RVW", "RX1", "RXF", "RYJ"]
WITHOUT_AE = ["RAN", "RBQ", "RBV", "RDY", "RET", "RJ8", "RL1", "RXG", "RYG", "NQT10", "Y00751"]
WITHOUT_MOST_DEPRIVED = ["QSL", "QGH", "QPM", "QVV", "QU9", "QM7", "QXU", "QNQ"]


def source(code: str) -> SourceEntry:
    return next(entry for entry in sources() if entry.code == code)


@pytest.fixture(scope="module")
def a_and_e() -> list[Figure]:
    return read(source("ae-provider-months"))


def test_the_catalogue_names_every_measure_that_a_file_has_figures_of():
    codes = [entry.code for entry in catalogue()]
    assert len(codes) == len(set(codes))
    without = {
        entry.code
        for entry in catalogue()
        if entry.split_of or entry.family == "workforce" or not entry.meaning.get("has_number", True)
    }
    held = {figure.measure for entry in sources() for figure in read(entry)}
    assert set(codes) - without <= held <= set(codes)


def test_what_splits_a_core_measure_says_so_and_is_of_the_right_kind():
    entries = {entry.code: entry for entry in catalogue()}
    splits = {entry.code: entry.split_of for entry in entries.values() if entry.split_of}
    assert splits
    for code, core in splits.items():
        assert (entries[code].family, entries[core].family) == ("inequality", "core")


def test_every_source_says_who_published_it_and_on_what_terms():
    for entry in sources():
        assert all(entry.described[name] for name in ("publisher", "title", "url", "licence", "credit"))
        assert len(entry.sha256()) == len(entry.read_with()) == 64


def test_exempt_trusts_are_not_reported_until_may_2023_and_never_read_all_within_four_hours(
    a_and_e: list[Figure],
):
    for code in EXEMPT:
        own = [figure for figure in a_and_e if figure.organisation == code]
        exempt = [
            figure for figure in own if figure.period.label == "May 2023" or figure.period.end.year < 2023
        ]
        assert {figure.state for figure in exempt} == {State.NOT_REPORTED}
        assert all(figure.value is None and figure.numerator is None for figure in exempt)
        assert all(figure.state is State.VALUE for figure in own if figure.period.start.year > 2023)
    assert sum(figure.state is State.NOT_REPORTED for figure in a_and_e) == 14 * 26


def test_providers_that_see_nobody_have_no_a_and_e(a_and_e: list[Figure]):
    without = {
        figure.organisation
        for figure in a_and_e
        if figure.state is State.NOT_APPLICABLE and figure.reason.startswith("It has no A&E")
    }
    assert without == set(WITHOUT_AE)


def test_a_month_left_out_of_a_trusts_run_is_missing(a_and_e: list[Figure]):
    missing = Counter(figure.organisation for figure in a_and_e if figure.state is State.MISSING)
    assert {code: missing[code] for code in ("RAT", "RNU", "RWX")} == {"RAT": 10, "RNU": 2, "RWX": 1}


def test_a_single_month_without_anybody_has_no_percentage(a_and_e: list[Figure]):
    found = [f for f in a_and_e if f.organisation == "RY9" and f.period.label == "November 2023"]
    assert [figure.state for figure in found] == [State.NOT_APPLICABLE]


def test_april_2023_is_missing_for_each_board_of_that_time_and_estimated_for_none():
    figures = read(source("rtt-icb-months"))
    april = [figure for figure in figures if figure.period.label == "April 2023"]
    assert len(april) == 42
    assert {figure.state for figure in april} == {State.MISSING}


def test_boards_without_a_practice_in_the_most_deprived_fifth_are_not_nought():
    figures = read(source("smoking-qof-icb-fifths"))
    without = {f.organisation for f in figures if f.group == "1" and f.state is State.NOT_APPLICABLE}
    assert without == set(WITHOUT_MOST_DEPRIVED)
    assert all(
        f.value is None and "No GP practice" in f.reason for f in figures if f.state is State.NOT_APPLICABLE
    )


def test_our_smoking_percentages_agree_with_the_file_to_its_printed_digits():
    entry = source("smoking-qof-icb-fifths")
    lines = [line.split(",") for line in entry.file.read_text(encoding="utf-8").splitlines()[1:]]
    figures = [figure for figure in read(entry) if figure.state is State.VALUE]
    assert len(figures) == len(lines) == 582
    for figure, line in zip(figures, lines, strict=True):
        assert f"{figure.value:.3f}" == f"{float(line[7]):.3f}"


def test_smoking_in_networks_and_its_limits_agree_with_the_file_to_its_printed_digits():
    entry = source("smoking-qof-networks")
    with entry.file.open(encoding="utf-8") as file:
        rows = list(csv.DictReader(file))
    figures = read(entry)
    assert len(figures) == len(rows) == 2564
    for figure, row in zip(figures, rows, strict=True):
        worked_out = wilson_interval(figure.numerator, figure.denominator, multiplier=100.0)
        ours = (worked_out.value, worked_out.lower, worked_out.upper)
        for number, printed in zip(
            ours, (row["value_pct"], row["lower_ci95"], row["upper_ci95"]), strict=True
        ):
            places = len(printed.partition(".")[2])
            assert number == pytest.approx(float(printed), abs=0.5 * 10**-places + 1e-9)


def test_who_is_registered_with_a_network_is_as_estimated_and_missing_where_the_source_has_no_estimate():
    deprivation, ethnicity = (read(source(code)) for code in ("deprivation-networks", "ethnicity-networks"))
    assert len(deprivation) == len(ethnicity) == 1265
    west_merton = {
        figure.measure: figure for figure in [*deprivation, *ethnicity] if figure.organisation == "U00070"
    }
    assert west_merton["deprivation-network"].value == pytest.approx(8.365, abs=0.001)
    assert west_merton["ethnicity-network"].value == pytest.approx(28.284, abs=0.001)
    missing = [figure for figure in ethnicity if figure.value is None]
    assert {figure.state for figure in missing} == {State.MISSING}
    assert "U02678" in {figure.organisation for figure in missing}
    assert all(0 <= figure.value <= 100 for figure in ethnicity if figure.value is not None)


def test_waits_of_a_treatment_function_are_loaded_and_where_nobody_waits_it_does_not_apply():
    figures = {
        (one.measure, one.organisation, one.period.label): one
        for one in read(source("rtt-provider-functions"))
    }
    bradford = figures["rtt-18-weeks-gynaecology", "RAE", "April 2026"]
    assert (bradford.numerator, bradford.denominator) == (2042, 2784)
    children = figures["rtt-18-weeks-children", "RAE", "January 2026"]
    assert (children.numerator, children.denominator) == (1185, 1650)
    mental_health = figures["rtt-18-weeks-gynaecology", "RXG", "April 2026"]
    assert (mental_health.state, mental_health.value) == (State.NOT_APPLICABLE, None)


def test_the_publishers_limits_are_those_we_work_out_from_the_counts():
    figures = read(source("cvdprevent-england-fifths"))
    assert len(figures) == 10
    for figure in figures:
        worked_out = wilson_interval(figure.numerator, figure.denominator, multiplier=100.0)
        ours = (worked_out.value, worked_out.lower, worked_out.upper)
        assert [round(number, 2) for number in ours] == [figure.value, figure.lower, figure.upper]


def test_vaccination_begins_once_everyone_of_that_age_had_an_offer_and_shows_the_unknown():
    figures = read(source("opensafely-first-dose"))
    assert min(figure.period.start for figure in figures).isoformat() == "2021-02-28"
    assert {f.group for f in figures} == {"black", "mixed", "other", "south_asian", "white", "unknown"}
    assert {figure.organisation for figure in figures} == {ENGLAND}


def test_life_expectancy_has_no_limits_because_none_were_published():
    figures = read(source("ons-life-expectancy-tenths"))
    assert len(figures) == 200
    assert {(figure.lower, figure.upper, figure.denominator) for figure in figures} == {(None, None, None)}


def test_nobody_waiting_is_no_percentage():
    rows = [{"period": "2026-01", "provider_code": "RXX", "incomplete_total": "0", "within_18_weeks": "0"}]
    entry = source("rtt-provider-months")
    from_empty = list(read_rows(entry, rows))
    assert [figure.state for figure in from_empty] == [State.NOT_APPLICABLE]


def read_rows(entry: SourceEntry, rows: list[dict[str, str]]) -> list[Figure]:
    return list(READERS[entry.reader](rows, entry.settings))
