"""What the real files say together: who there is, who is open, and where each belonged when."""

from collections import Counter
from dataclasses import replace
from datetime import date, timedelta
from functools import reduce

import pytest

from hileads.organisations.odsfiles.layouts import read_file
from hileads.organisations.odsfiles.planning import Dated, Plan, plan
from hileads.organisations.odsfiles.reading import RefusedFileError
from hileads.organisations.odsfiles.register import Manner, Passing, Register, open_count
from hileads.organisations.odsfiles.timeline import value_on
from hileads.organisations.reference.shipped import FILES, FOLDER, dated_files

TODAY = date(2026, 11, 22)
SPLIT = date(2026, 4, 1)
BEFORE_SPLIT = SPLIT - timedelta(days=1)
REGIONS, BOARDS, BOARDS_NOW, SUCCESSIONS, LOCATIONS, TRUSTS_BEFORE, TRUSTS, NETWORKS = FILES


def shipped(*names: str) -> list[Dated]:
    return [dated for dated in dated_files(TODAY) if dated.file.name in (names or FILES)]


@pytest.fixture(scope="module")
def everything() -> Plan:
    return plan(Register(), shipped())


@pytest.fixture(scope="module")
def parents() -> Register:
    return plan(Register(), shipped(REGIONS, BOARDS, BOARDS_NOW, SUCCESSIONS, LOCATIONS)).after


def changed(name: str, old: bytes, new: bytes, day: date | None = None) -> Dated:
    """Return a shipped file with one thing in it changed, true on `day`."""
    content = (FOLDER / name).read_bytes()
    assert content.count(old) == 1
    file = read_file(name, content.replace(old, new))
    return Dated(file, file.day_true(day, TODAY))


def test_there_are_as_many_of_each_kind_as_the_publishers_count(everything: Plan):
    entries = everything.after.entries
    counts = {kind: open_count(entries, kind, TODAY) for kind in ("region", "icb", "trust", "pcn")}
    assert counts == {"region": (7, 7), "icb": (48, 36), "trust": (271, 199), "pcn": (1366, 1285)}
    assert open_count(entries, "icb", BEFORE_SPLIT) == (48, 42)
    assert len(everything.after.passings) == 16
    assert len(everything.after.locations) == 107


def test_each_file_says_what_it_did(everything: Plan):
    counts = {outcome.file_name: outcome.counts() for outcome in everything.outcomes}
    assert counts[BOARDS_NOW] == {"created": 6, "updated": 0, "closed": 0, "unchanged": 30, "rejected": 0}
    assert counts[TRUSTS_BEFORE]["created"] == 207
    assert counts[TRUSTS] == {"created": 64, "updated": 66, "closed": 4, "unchanged": 141, "rejected": 3}
    assert counts[NETWORKS]["created"] == 1366


def test_the_same_files_again_change_nothing(everything: Plan):
    again = plan(everything.after, shipped())
    assert again.after == everything.after
    for outcome in again.outcomes:
        counts = outcome.counts()
        assert (counts["created"], counts["updated"], counts["closed"]) == (0, 0, 0)
        assert outcome.changes == []


def test_the_order_in_which_files_come_does_not_matter(parents: Register, everything: Plan):
    for order in ((TRUSTS_BEFORE, TRUSTS, NETWORKS), (NETWORKS, TRUSTS, TRUSTS_BEFORE)):
        one_by_one = reduce(lambda register, name: plan(register, shipped(name)).after, order, parents)
        assert one_by_one == everything.after
    late = (REGIONS, BOARDS_NOW, BOARDS, LOCATIONS, NETWORKS, TRUSTS, TRUSTS_BEFORE, SUCCESSIONS)
    assert (
        reduce(lambda register, name: plan(register, shipped(name)).after, late, Register())
        == everything.after
    )


MOVED = [("RPG", "QKK", "QKS"), ("RXK", "QHL", "QUA")]


@pytest.mark.parametrize(("code", "before", "after"), MOVED)
def test_a_trust_that_changed_its_board_did_so_by_the_day_of_the_newer_file(
    everything: Plan, code: str, before: str, after: str
):
    icbs = everything.after.entries[code].icbs
    seen = date(2026, 6, 30)
    assert [(period.value, period.from_date) for period in icbs] == [
        (before, date(2024, 12, 31)),
        (after, seen),
    ]
    assert next(str(change) for change in everything.outcomes[6].changes if change.code == code) == (
        f"{code} ICB: {before} → {after}"
    )


def test_a_place_that_ended_says_on_which_day(everything: Plan):
    networks = next(dated.file for dated in shipped() if dated.file.name == NETWORKS)
    again = plan(everything.after, [Dated(networks, date(2026, 7, 31))]).outcomes[0]
    assert (
        str(again.changes[0])
        == "U03055 region in the past: Y59 from 2024-10-01 → Y59 from 2024-10-01 to 2026-07-30"
    )


def test_a_trust_of_a_dissolved_board_passed_to_the_successor_on_its_day(everything: Plan):
    icbs = everything.after.entries["G6V2S"].icbs
    assert [(period.value, period.from_date) for period in icbs] == [
        ("QMJ", date(2024, 12, 31)),
        ("Z9B2Z", SPLIT),
    ]


def test_without_a_newer_file_a_place_in_a_dissolved_board_just_ends(parents: Register):
    trust = plan(parents, shipped(TRUSTS_BEFORE)).after.entries["G6V2S"]
    assert value_on(trust.icbs, BEFORE_SPLIT) == "QMJ"
    assert value_on(trust.icbs, SPLIT) is None


def test_names_over_time_are_kept(everything: Plan):
    trust = everything.after.entries["RA7"]
    assert trust.name == "Bristol NHS Foundation Trust"
    assert [str(period.value) for period in trust.names] == [
        "UNIVERSITY HOSPITALS BRISTOL AND WESTON NHS FOUNDATION TRUST",
        "BRISTOL NHS FOUNDATION TRUST",
    ]
    board = everything.after.entries["QE1"]
    assert [str(period.value) for period in board.names] == [
        "NHS LANCASHIRE AND SOUTH CUMBRIA INTEGRATED CARE BOARD"
    ]
    assert board.name == "NHS Lancashire and South Cumbria Integrated Care Board"


def test_a_network_is_where_its_location_was_on_the_day(everything: Plan):
    network = everything.after.entries["U00000"]
    assert value_on(network.icbs, BEFORE_SPLIT) == "QMM"
    assert value_on(network.icbs, SPLIT) == "T6Y0W"
    assert value_on(network.regions, SPLIT) == "Y61"


def test_frimleys_networks_have_had_no_board_since_the_split_but_a_region(everything: Plan):
    frimley = [entry for entry in everything.after.entries.values() if entry.location == "D4U1Y"]
    assert len(frimley) == 16
    assert {value_on(entry.icbs, BEFORE_SPLIT) for entry in frimley} == {"QNQ"}
    assert {value_on(entry.icbs, TODAY) for entry in frimley} == {None}
    assert {value_on(entry.regions, TODAY) for entry in frimley} == {"Y59"}


def test_every_open_organisation_has_a_board_of_today_but_frimleys(everything: Plan):
    entries = everything.after.entries.values()
    open_ones = [entry for entry in entries if entry.kind in ("trust", "pcn") and entry.is_open_on(TODAY)]
    boards = Counter(value_on(entry.icbs, TODAY) for entry in open_ones)
    assert boards[None] == 16
    assert len(boards) == 37
    for entry in open_ones:
        assert value_on(entry.regions, TODAY) is not None


def test_known_exceptions_are_counted_and_named(everything: Plan):
    notes = {outcome.file_name: outcome.notes for outcome in everything.outcomes}
    (welsh,) = notes[TRUSTS]
    assert welsh.startswith(
        "3 Welsh trusts are left out, under no region or ICB of England: RQF Velindre NHS Trust, "
    )
    closed, frimley = notes[NETWORKS]
    assert closed.startswith("16 closed networks name 8 bodies that closed before ICBs came")
    assert "07P NHS Brent CCG (5)" in closed
    assert frimley.startswith("16 networks name a location whose ICB was split on 1 April 2026")
    assert "D4U1Y NHS Frimley ICB - D4U1Y (16)" in frimley
    assert {code for code in everything.after.entries if code in {"RQF", "RT4", "RYT"}} == set()


MISFITS = [
    (TRUSTS, b'"Y63","QWO","BRADFORD', b'"Y63","ZZZ","BRADFORD', "ICB ZZZ is neither in the register nor"),
    (TRUSTS, b'"Y63","QWO","BRADFORD', b'"Y99","QWO","BRADFORD', "region Y99 is neither in the register nor"),
    (TRUSTS, b'"Y63","QWO","BRADFORD', b'"","","BRADFORD', "ICB is missing."),
    (TRUSTS, b'"Y63","QWO","BRADFORD', b'"Y63","QMJ","BRADFORD', "QMJ NHS North Central London Integrated"),
    (TRUSTS, b'"RAE",', b'"QWO",', "QWO is not a trust: it is NHS West Yorkshire Integrated Care Board."),
    (
        NETWORKS,
        b"U00000,WEST NORWICH PCN,26A",
        b"U00000,WEST NORWICH PCN,ZZZ",
        "sub-ICB location ZZZ is neither",
    ),
    (
        NETWORKS,
        b"U00000,WEST NORWICH PCN,26A",
        b"U00000,WEST NORWICH PCN,07P",
        "NHS Brent CCG (07P) has closed",
    ),
    (NETWORKS, b"U00000,", b"QWO,", "QWO is not a primary care network"),
    (
        SUCCESSIONS,
        b'MILTON KEYNES INTEGRATED CARE BOARD",S1Y5D',
        b'MILTON KEYNES",ZZZ',
        "ZZZ not in the register.",
    ),
    (LOCATIONS, b"E54000029,QMF", b"E54000029,ZZZ", "ICB ZZZ is not in the register."),
    (LOCATIONS, b"E54000029,QMF", b"E54000029,QMJ", "ICB QMJ was not open on the day of the lookup."),
    (
        BOARDS_NOW,
        b"E54000054,NHS West Yorkshire Integrated Care Board,Y63",
        b"x,y,Y99",
        "region Y99 is not in",
    ),
    (BOARDS_NOW, b"QWO,", b"Y63,", "Y63 is not an ICB: it is North East and Yorkshire."),
    (REGIONS, b"Y63,", b"QWO,", "QWO is not a region: it is NHS West Yorkshire Integrated Care Board."),
]


@pytest.mark.parametrize(("name", "old", "new", "message"), MISFITS)
def test_a_file_that_does_not_fit_the_register_is_refused(
    parents: Register, name: str, old: bytes, new: bytes, message: str
):
    content = (FOLDER / name).read_bytes()
    at = content.index(old)
    file = read_file(name, content[:at] + new + content[at + len(old) :])
    files = [Dated(file, file.day_true(None, TODAY))]
    before = parents.copy()
    with pytest.raises(RefusedFileError) as refused:
        plan(parents, files)
    assert message in str(refused.value)
    assert all(problem.row > 1 or name == TRUSTS for problem in refused.value.problems)
    assert parents == before


def test_a_trust_under_wales_is_left_out_with_the_others(parents: Register):
    content = (FOLDER / TRUSTS).read_bytes()
    at = content.index(b'"Y63","QWO"')
    file = read_file(TRUSTS, content[:at] + b'"W00","Q99"' + content[at + 11 :])
    assert plan(parents, [Dated(file, TODAY)]).outcomes[0].counts()["rejected"] == 4


def test_networks_before_their_locations_are_refused_row_by_row():
    with pytest.raises(RefusedFileError) as refused:
        plan(plan(Register(), shipped(REGIONS, BOARDS)).after, shipped(NETWORKS))
    assert len(refused.value.problems) == 1366 - 32


def test_two_files_of_one_layout_and_one_day_are_refused():
    same_day = [replace(dated, as_at=TODAY) for dated in shipped(TRUSTS_BEFORE, TRUSTS)]
    with pytest.raises(RefusedFileError, match="has the same layout and the same day"):
        plan(Register(), same_day)


def test_an_older_file_does_not_rewrite_the_present(everything: Plan):
    older = changed(TRUSTS_BEFORE, b'"BD9 6RJ"', b'"BD1 1AA"', date(2025, 12, 1))
    assert plan(everything.after, [older]).after.entries["RAE"].postcode == "BD9 6RJ"
    newer = changed(TRUSTS, b'"BD9 6RJ"', b'"BD1 1AA"', date(2026, 10, 1))
    after = plan(everything.after, [newer])
    assert after.after.entries["RAE"].postcode == "BD1 1AA"
    assert [str(change) for change in after.outcomes[0].changes] == ["RAE postcode: BD9 6RJ → BD1 1AA"]


def test_a_name_seen_between_two_files_holds_between_them(everything: Plan):
    middle = changed(TRUSTS_BEFORE, b"BRADFORD TEACHING HOSPITALS", b"BRADFORD ROYAL", date(2025, 12, 1))
    trust = plan(everything.after, [middle]).after.entries["RAE"]
    assert trust.name == "Bradford Teaching Hospitals NHS Foundation Trust"
    assert [(str(period.value)[:14], period.from_date) for period in trust.names] == [
        ("BRADFORD TEACH", date(2024, 12, 31)),
        ("BRADFORD ROYAL", date(2025, 12, 1)),
        ("BRADFORD TEACH", date(2026, 6, 30)),
    ]


def test_open_trusts_that_a_file_leaves_out_are_told_and_stay(everything: Plan):
    content = b"".join((FOLDER / TRUSTS).read_bytes().splitlines(keepends=True)[:100])
    after = plan(everything.after, [Dated(read_file("some.csv", content), date(2026, 10, 1))])
    assert (
        "open trusts of the register are not in this file; they stay as they are."
        in after.outcomes[0].notes[-1]
    )
    assert open_count(after.after.entries, "trust", TODAY) == (271, 199)


def test_a_location_that_moves_takes_its_networks_along(everything: Plan):
    content = (FOLDER / LOCATIONS).read_bytes().replace(b"26CD", b"27CD").replace(b"26NM", b"27NM")
    moved = read_file("lookup.csv", content.replace(b"E54000068,T6Y0W", b"E54000065,S1Y5D"))
    assert moved.dated == date(2027, 4, 1)
    after = plan(everything.after, [Dated(moved, moved.dated)])
    network = after.after.entries["U00000"]
    assert [period.value for period in network.icbs] == ["QMM", "T6Y0W", "S1Y5D"]
    assert "26A ICB: T6Y0W → S1Y5D" in [str(change) for change in after.outcomes[0].changes]


def test_a_succession_of_another_kind_is_an_update(everything: Plan):
    corrected = changed(
        SUCCESSIONS,
        b"S1Y5D,NHS Central East Integrated Care Board,2026-04-01,split",
        b"S1Y5D,NHS Central East Integrated Care Board,2026-04-01,boundary",
    )
    after = plan(everything.after, [replace(corrected, as_at=TODAY)])
    assert [str(change) for change in after.outcomes[0].changes] == ["QM7 → S1Y5D kind: split → boundary"]
    assert after.after.passings[Passing("QM7", "S1Y5D", SPLIT)] == Manner("boundary", "part")


def test_what_several_took_over_on_one_day_passed_in_part_unless_the_list_says_otherwise(everything: Plan):
    extents = {(row.predecessor, row.successor): how.extent for row, how in everything.after.passings.items()}
    assert extents["QMM", "T6Y0W"] == "full"
    assert {extents["QNQ", code] for code in ("S0E4D", "S9B9J", "QRL")} == {"part"}
    heading = (
        "predecessor_code,predecessor_name,successor_code,successor_name,succession_date,succession_type"
    )
    content = f"{heading},extent,extent_words\nQMM,A,T6Y0W,B,2026-04-01,merger,part,All but the coast\n"
    file = read_file("said.csv", content.encode())
    after = plan(everything.after, [Dated(file, file.day_true(None, TODAY))])
    assert after.after.passings[Passing("QMM", "T6Y0W", SPLIT)] == Manner(
        "merger", "part", "All but the coast"
    )
    assert [str(change) for change in after.outcomes[0].changes] == [
        "QMM → T6Y0W extent: full → part",
        "QMM → T6Y0W what passed: none → All but the coast",
    ]


def test_a_boundary_transfer_passes_a_part_and_an_unknown_extent_is_refused(everything: Plan):
    heading = (
        "predecessor_code,predecessor_name,successor_code,successor_name,succession_date,succession_type"
    )
    file = read_file("a.csv", f"{heading}\nQOP,A,QYG,B,2026-05-01,boundary\n".encode())
    after = plan(everything.after, [Dated(file, file.day_true(None, TODAY))])
    assert after.after.passings[Passing("QOP", "QYG", date(2026, 5, 1))] == Manner("boundary", "part")
    with pytest.raises(RefusedFileError, match="extent 'half' is neither full nor part"):
        read_file("b.csv", f"{heading},extent,extent_words\nQOP,A,QYG,B,2026-05-01,split,half,\n".encode())
