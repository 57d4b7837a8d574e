"""The map of England before and after 1 April 2026: what imports change is what the files differ in, and no more.

The expected differences are worked out here from the files' text with the csv module alone.
"""

import csv
from collections.abc import Callable
from datetime import date

import pytest

from hileads.organisations.models import Kind, LinkKind, Organisation, OrganisationLink, Succession
from hileads.organisations.odsfiles.planning import Plan
from hileads.organisations.reference.shipped import FOLDER
from tests.integration.organisations.conftest import (
    BOARDS,
    BOARDS_NOW,
    LOCATIONS,
    REGIONS,
    SUCCESSIONS,
    TODAY,
    TRUSTS,
    TRUSTS_BEFORE,
)

Import = Callable[..., Plan]
LAST_DAY, FIRST_DAY = date(2026, 3, 31), date(2026, 4, 1)
WELSH = {"RQF", "RT4", "RYT"}
COMPARED = {"name": 1, "region": 2, "ICB": 3, "town": 7, "postcode": 9, "opened": 10, "closed": 11}
"""What a plain comparison compares: the field as the import calls it, and its place in the file's row."""


def trusts_of(name: str) -> dict[str, list[str]]:
    with (FOLDER / name).open(encoding="utf-8", newline="") as file:
        return {row[0]: row for row in csv.reader(file) if row[0] not in WELSH}


def boards_of(name: str) -> dict[str, dict[str, str]]:
    with (FOLDER / name).open(encoding="utf-8", newline="") as file:
        return {row["ods_code"]: row for row in csv.DictReader(file)}


def plainly_changed(before: dict[str, list[str]], after: dict[str, list[str]]) -> set[tuple[str, ...]]:
    return {
        (code, field, before[code][place].upper(), row[place].upper())
        for code, row in after.items()
        if code in before
        for field, place in COMPARED.items()
        if before[code][place].upper() != row[place].upper()
    }


def told(plan: Plan) -> set[tuple[str, ...]]:
    """Return the changes that an import tells of, dates written as the files write them."""
    (outcome,) = plan.outcomes
    return {
        (
            row.code,
            row.field,
            *(
                (text.replace("-", "") if row.field in ("opened", "closed") else text).upper()
                for text in (row.before, row.after)
            ),
        )
        for row in outcome.changes
    }


@pytest.fixture
def of_2025(imported: Import) -> None:
    imported(REGIONS, BOARDS)
    imported(TRUSTS_BEFORE)


@pytest.fixture
def of_2026(of_2025: None, imported: Import) -> Plan:
    """Import the map since April 2026, then the newer trusts' file; return what that file did."""
    imported(BOARDS_NOW, SUCCESSIONS)
    return imported(TRUSTS)


def open_icbs(day: date) -> set[str]:
    return set(Organisation.objects.of_kind(Kind.ICB).open_on(day).values_list("code", flat=True))


def test_the_first_two_files_are_entered_as_they_stand(of_2025: None):
    assert open_icbs(LAST_DAY) == set(boards_of(BOARDS))
    assert len(open_icbs(LAST_DAY)) == 42
    assert set(Organisation.objects.of_kind(Kind.TRUST).values_list("code", flat=True)) == set(
        trusts_of(TRUSTS_BEFORE)
    )


def test_42_boards_have_become_36_and_the_day_before_still_answers_42(of_2026: Plan):
    before, after = boards_of(BOARDS), boards_of(BOARDS_NOW)
    assert (len(before), len(after)) == (42, 36)
    assert open_icbs(LAST_DAY) == set(before)
    assert open_icbs(FIRST_DAY) == open_icbs(TODAY) == set(after)


def test_the_boards_new_and_closed_are_those_that_one_list_has_and_the_other_lacks(
    of_2025: None, imported: Import
):
    plan = imported(BOARDS_NOW, SUCCESSIONS)
    before, after = boards_of(BOARDS), boards_of(BOARDS_NOW)
    boards, successions = plan.outcomes
    assert set(boards.created) == set(after) - set(before)
    closed = Organisation.objects.of_kind(Kind.ICB).filter(closed_date=LAST_DAY)
    assert set(closed.values_list("code", flat=True)) == set(before) - set(after)
    with (FOLDER / SUCCESSIONS).open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    assert set(successions.created) == {
        f"{row['predecessor_code']} → {row['successor_code']}" for row in rows
    }
    assert {row["predecessor_code"] for row in rows} == set(before) - set(after)


def test_what_the_newer_trusts_file_changes_is_what_a_plain_comparison_finds(of_2026: Plan):
    before, after = trusts_of(TRUSTS_BEFORE), trusts_of(TRUSTS)
    expected = plainly_changed(before, after)
    assert len(expected) > 60
    assert told(of_2026) == expected
    (outcome,) = of_2026.outcomes
    assert set(outcome.created) == set(after) - set(before)
    assert set(outcome.updated) == {code for code, *_ in expected}
    assert set(outcome.unchanged) == set(after) & set(before) - set(outcome.updated)
    assert set(outcome.rejected) == WELSH
    assert set(outcome.closed) == {
        code for code, field, was, now in expected if field == "closed" and not was and now
    }


def test_the_same_file_again_tells_of_nothing(of_2026: Plan, imported: Import):
    again = imported(TRUSTS)
    assert told(again) == set()
    assert again.after == again.before


CLOSED = [
    ("QH8", "NHS Mid and South Essex Integrated Care Board", LAST_DAY),
    ("QHG", "NHS Bedfordshire, Luton and Milton Keynes Integrated Care Board", LAST_DAY),
    ("QJG", "NHS Suffolk and North East Essex Integrated Care Board", LAST_DAY),
    ("QM7", "NHS Hertfordshire and West Essex Integrated Care Board", LAST_DAY),
    ("QMJ", "NHS North Central London Integrated Care Board", LAST_DAY),
    ("QMM", "NHS Norfolk and Waveney Integrated Care Board", LAST_DAY),
    ("QNQ", "NHS Frimley Integrated Care Board", LAST_DAY),
    ("QNX", "NHS Sussex Integrated Care Board", LAST_DAY),
    ("QRV", "NHS North West London Integrated Care Board", LAST_DAY),
    ("QU9", "NHS Buckinghamshire, Oxfordshire and Berkshire West Integrated Care Board", LAST_DAY),
    ("QUE", "NHS Cambridgeshire and Peterborough Integrated Care Board", LAST_DAY),
    ("QXU", "NHS Surrey Heartlands Integrated Care Board", LAST_DAY),
    ("RNK", "Tavistock and Portman NHS Foundation Trust", LAST_DAY),
    ("RY2", "Bridgewater Community Healthcare NHS Foundation Trust", LAST_DAY),
    ("RYV", "Cambridgeshire Community Services NHS Trust", LAST_DAY),
    ("RVJ", "North Bristol NHS Trust", date(2026, 6, 30)),
    ("R1C", "Solent NHS Trust", date(2024, 9, 30)),
    ("RAP", "North Middlesex University Hospital NHS Trust", date(2024, 12, 31)),
    ("RA4", "Yeovil District Hospital NHS Foundation Trust", date(2023, 3, 31)),
    ("RC3", "Ealing Hospital NHS Trust", date(2014, 9, 30)),
]
SPLITS = {
    "QM7": {"NHS Central East Integrated Care Board", "NHS Essex Integrated Care Board"},
    "QJG": {"NHS Essex Integrated Care Board", "NHS Norfolk and Suffolk Integrated Care Board"},
    "QNQ": {
        "NHS Thames Valley Integrated Care Board",
        "NHS Surrey and Sussex Integrated Care Board",
        "NHS Hampshire and Isle of Wight Integrated Care Board",
    },
}


def test_twenty_closed_codes_keep_their_names_and_say_when_they_closed(of_2026: Plan):
    assert len(CLOSED) == 20
    rows = Organisation.objects.filter(code__in=[code for code, _, _ in CLOSED])
    assert {(row.code, row.name, row.closed_date) for row in rows} == set(CLOSED)
    assert not [row for row in rows if row.is_open_on(TODAY)]


@pytest.mark.parametrize("code", SPLITS)
def test_each_split_is_known_from_both_sides(of_2026: Plan, code: str):
    split = Organisation.objects.get(code=code)
    passings = Succession.objects.filter(predecessor=split, effective_date=FIRST_DAY)
    assert {row.successor.name for row in passings.select_related("successor")} == SPLITS[code]
    for row in passings:
        assert row.successor.is_open_on(FIRST_DAY)
        assert split in [other.predecessor for other in row.successor.inheritances.all()]


def test_a_trust_that_changed_its_board_without_a_merger_is_in_each_at_its_time(
    of_2026: Plan, imported: Import
):
    imported(LOCATIONS)
    oxleas = Organisation.objects.get(code="RPG", name="Oxleas NHS Foundation Trust")
    places = OrganisationLink.objects.filter(organisation=oxleas, kind=LinkKind.ICB).order_by("from_date")
    assert [place.parent.name for place in places.select_related("parent")] == [
        "NHS South East London Integrated Care Board",
        "NHS Kent and Medway Integrated Care Board",
    ]
    assert not oxleas.successions.exists()
    assert not oxleas.inheritances.exists()
    assert (
        OrganisationLink.objects.on(LAST_DAY).get(organisation=oxleas, kind=LinkKind.ICB).parent.code == "QKK"
    )
    assert OrganisationLink.objects.on(TODAY).get(organisation=oxleas, kind=LinkKind.ICB).parent.code == "QKS"
