"""A broken file is refused whole, and everything that is wrong is said with its row."""

from datetime import date

import pytest

from hileads.organisations.odsfiles.layouts import read_file
from hileads.organisations.odsfiles.reading import Problem, RefusedFileError
from hileads.organisations.reference.shipped import FOLDER

TRUSTS = (FOLDER / "etr_2026-07_raw.csv").read_bytes()
NETWORKS = (FOLDER / "epcn_2024-10_PCNDetails_raw.csv").read_bytes()
BOARDS = (FOLDER / "icbs_42_2022-07_to_2026-03.csv").read_bytes()
BOARDS_NOW = (FOLDER / "icbs_36_from_2026-04.csv").read_bytes()
SUCCESSIONS = (FOLDER / "icb_succession_2026-04-01.csv").read_bytes()
REGIONS = (FOLDER / "nhs_england_regions.csv").read_bytes()
LOCATIONS = (FOLDER / "ons_sicbl_icb_nhser_2026-04_raw.csv").read_bytes()
TODAY = date(2026, 11, 22)


def line(content: bytes, number: int) -> bytes:
    return content.splitlines(keepends=True)[number - 1]


def with_line(content: bytes, number: int, new: bytes) -> bytes:
    lines = content.splitlines(keepends=True)
    lines[number - 1] = new
    return b"".join(lines)


def changed(content: bytes, number: int, old: bytes, new: bytes) -> bytes:
    before = line(content, number)
    assert old in before
    return with_line(content, number, before.replace(old, new, 1))


BROKEN = {
    "empty": (b"", "The file is empty."),
    "blank": (b"\n \n", "The file is empty."),
    "only a heading": (line(NETWORKS, 1), "The file holds a heading and no rows."),
    "no layout": (b"a,b,c\r\n1,2,3\r\n", "Row 1: 3 columns of no known layout."),
    "a column renamed": (
        changed(NETWORKS, 1, b"Close Date", b"Closed"),
        "Row 1: wrong columns for Primary care networks (ODS ePCN): lacks Close Date and adds Closed.",
    ),
    "columns in another order": (
        changed(REGIONS, 1, b"ods_code,ons_code", b"ons_code,ods_code"),
        "Row 1: wrong columns for NHS England regions: another order.",
    ),
    "a field too many in a trust": (
        with_line(TRUSTS, 7, line(TRUSTS, 7).rstrip() + b',""\r\n'),
        "Row 7: 28 columns instead of 27.",
    ),
    "a field too few in a network": (
        changed(NETWORKS, 9, b",,", b","),
        "Row 9: 11 columns instead of 12.",
    ),
    "cut in the middle of a row": (TRUSTS[:20_000], "cannot be read as comma-separated values"),
    "cut between fields": (NETWORKS[: NETWORKS.index(b",", 40_000)], "columns instead of 12"),
    "cut in the last field": (NETWORKS[:-4], "Row 1367: the last line has no line end"),
    "not UTF-8": (
        changed(TRUSTS, 5, b"TRUST", b"TR\x92ST"),
        "Row 5: not UTF-8 (byte 0x92).",
    ),
    "UTF-16": (TRUSTS.decode().encode("utf-16"), "Row 1: not UTF-8"),
    "a control character": (changed(TRUSTS, 3, b"TRUST", b"TR\x00ST"), "Row 3: a field holds a line break"),
    "a line break in a field": (changed(TRUSTS, 3, b"TRUST", b"TR\nST"), "Row 3: a field holds a line break"),
    "a code twice": (TRUSTS + line(TRUSTS, 2), "Row 275: code K0N6A stands in row 2 already."),
    "a network twice": (NETWORKS + line(NETWORKS, 3), "Row 1368: code U00070 stands in row 3 already."),
    "a board twice": (BOARDS + line(BOARDS, 2), "Row 44: code QE1 stands in row 2 already."),
    "a region twice": (REGIONS + line(REGIONS, 2), "Row 9: code Y56 stands in row 2 already."),
    "a location twice": (LOCATIONS + line(LOCATIONS, 2), "Row 108: location A3A8R stands in row 2 already."),
    "a succession twice": (
        SUCCESSIONS + line(SUCCESSIONS, 2),
        "Row 18: succession QHG, S1Y5D, 2026-04-01 stands in row 2 already.",
    ),
    "a date that is none": (
        changed(NETWORKS, 2, b"20240401", b"20240431"),
        "Row 2: Open Date '20240431' is not a date of the form YYYYMMDD.",
    ),
    "a date in another form": (
        changed(TRUSTS, 2, b"20260601", b"01/06/2026"),
        "Row 2: open date '01/06/2026' is not a date of the form YYYYMMDD.",
    ),
    "a date with one digit less": (
        changed(TRUSTS, 2, b"20260601", b"2026061"),
        "Row 2: open date '2026061' is not a date",
    ),
    "no opening date": (changed(NETWORKS, 2, b"20240401", b""), "Row 2: Open Date is missing."),
    "a board without a beginning": (
        changed(BOARDS_NOW, 2, b"2026-04-01", b""),
        "Row 2: valid_from is missing.",
    ),
    "closed before it opened": (
        changed(NETWORKS, 2, b"20240401,", b"20240401,20240301"),
        "Row 2: it closed on 2024-03-01, before it opened on 2024-04-01.",
    ),
    "no code": (changed(NETWORKS, 2, b"U00000", b""), "Row 2: PCN Code is missing."),
    "a code in small letters": (
        changed(NETWORKS, 2, b"U00000", b"u00000"),
        "Row 2: PCN Code 'u00000' is not an ODS code.",
    ),
    "no name": (changed(REGIONS, 2, b"London", b""), "Row 2: name is missing."),
    "a name too long": (
        changed(REGIONS, 2, b"London", b"L" * 201),
        "Row 2: name is longer than 200 characters.",
    ),
    "a succession of an unknown kind": (
        changed(SUCCESSIONS, 2, b"merger", b"marriage"),
        "Row 2: succession_type 'marriage' is none of",
    ),
    "a succession without a day": (
        changed(SUCCESSIONS, 2, b"2026-04-01", b""),
        "Row 2: succession_date is missing.",
    ),
    "a board that succeeds itself": (
        changed(SUCCESSIONS, 2, b"S1Y5D", b"QHG"),
        "Row 2: QHG cannot succeed itself.",
    ),
}


@pytest.mark.parametrize("what", BROKEN)
def test_a_broken_file_is_refused_with_its_row(what: str):
    content, message = BROKEN[what]
    with pytest.raises(RefusedFileError) as refused:
        read_file("broken.csv", content)
    told = [str(problem) for problem in refused.value.problems]
    assert [text for text in told if message in text], told


def test_everything_that_is_wrong_is_said_at_once_in_order():
    twice_wrong = changed(changed(NETWORKS, 9, b"20", b"x0"), 4, b"U", b"u")
    with pytest.raises(RefusedFileError) as refused:
        read_file("broken.csv", twice_wrong)
    assert [problem.row for problem in refused.value.problems] == [4, 9]
    assert "broken.csv is refused: Row 4" in str(refused.value)
    assert str(Problem(0, "The file is empty.")) == "The file is empty."


LAYOUTS = [
    (TRUSTS, "trusts", 274, date(2026, 6, 30)),
    (NETWORKS, "networks", 1366, date(2024, 10, 1)),
    (BOARDS, "icbs", 42, date(2026, 3, 31)),
    (BOARDS_NOW, "icbs", 36, date(2026, 4, 1)),
    (SUCCESSIONS, "successions", 16, date(2026, 4, 1)),
    (LOCATIONS, "locations", 106, date(2026, 4, 1)),
    (REGIONS, "regions", 7, TODAY),
]


@pytest.mark.parametrize(("content", "layout", "rows", "day"), LAYOUTS)
def test_the_layout_and_the_day_are_told_from_the_file(content: bytes, layout: str, rows: int, day: date):
    file = read_file("file.csv", content)
    assert (file.layout.key, len(file.rows)) == (layout, rows)
    assert file.day_true(None, TODAY) == day


@pytest.mark.parametrize(("content", "layout", "rows", "day"), LAYOUTS)
def test_only_files_that_do_not_date_themselves_take_a_day_from_the_command(
    content: bytes, layout: str, rows: int, day: date
):
    said = date(2026, 9, 9)
    file = read_file("file.csv", content)
    dates_itself = layout in {"icbs", "successions", "locations"}
    assert file.day_true(said, TODAY) == (day if dates_itself else said)


def test_a_date_still_to_come_does_not_say_when_a_file_was_true():
    file = read_file("file.csv", TRUSTS)
    assert file.day_true(None, date(2026, 6, 15)) == date(2026, 6, 1)


def test_a_byte_order_mark_and_either_line_end_are_read():
    plain = NETWORKS.replace(b"\r\n", b"\n")
    assert read_file("a.csv", plain).rows == read_file("b.csv", b"\xef\xbb\xbf" + NETWORKS).rows
