"""Names that ODS writes in capitals read as people write them."""

import pytest

from hileads.organisations.odsfiles.spelling import readable
from hileads.organisations.reference.shipped import shipped_file

TRICKY = [
    ("GUY'S AND ST THOMAS' NHS FOUNDATION TRUST", "Guy's and St Thomas' NHS Foundation Trust"),
    ("ALDER HEY CHILDREN'S NHS FOUNDATION TRUST", "Alder Hey Children's NHS Foundation Trust"),
    (
        "THE QUEEN ELIZABETH HOSPITAL, KING'S LYNN, NHS FOUNDATION TRUST",
        "The Queen Elizabeth Hospital, King's Lynn, NHS Foundation Trust",
    ),
    ("THE ONLINE NHS TRUST", "The Online NHS Trust"),
    (
        "NHS CORNWALL AND THE ISLES OF SCILLY INTEGRATED CARE BOARD",
        "NHS Cornwall and the Isles of Scilly Integrated Care Board",
    ),
    (
        "NHS STAFFORDSHIRE AND STOKE-ON-TRENT INTEGRATED CARE BOARD",
        "NHS Staffordshire and Stoke-on-Trent Integrated Care Board",
    ),
    ("ROYAL BROMPTON & HAREFIELD NHS FOUNDATION TRUST", "Royal Brompton & Harefield NHS Foundation Trust"),
    ("NEWCASTLE-UNDER-LYME", "Newcastle-under-Lyme"),
    ("BURY ST. EDMUNDS", "Bury St. Edmunds"),
    ("CHESTER LE STREET PCN", "Chester le Street PCN"),
    ("BRUNEL HEALTH GROUP PCN1", "Brunel Health Group PCN1"),
    ("H-BLACKLEY HARPURHEY & CHARLESTOWN PCN", "H-Blackley Harpurhey & Charlestown PCN"),
    ("SOUTH EAST TELFORD (SET) PCN", "South East Telford (SET) PCN"),
    ("SWB PIONEERS FOR HEALTH (SOUTH) PCN", "SWB Pioneers for Health (South) PCN"),
    ("FOSS (FIRECLAY & OLD SCHOOL SURGERY) PCN", "Foss (Fireclay & Old School Surgery) PCN"),
    ("BROMLEY BY BOW AND STEPNEY HEALTH CIC PCN", "Bromley by Bow and Stepney Health CIC PCN"),
    ("TOGETHER4HEALTHCARE PCN", "Together4Healthcare PCN"),
    ("HONITON/OTTERY/SID VALLEY PCN", "Honiton/Ottery/Sid Valley PCN"),
    ("O'NEILL GPS LTD", "O'Neill GPs Ltd"),
    ("NHS NORTH EAST LONDON ICB - A3A8R", "NHS North East London ICB - A3A8R"),
    ("Barts and The London NHS Trust", "Barts and The London NHS Trust"),
    ("", ""),
]


@pytest.mark.parametrize(("ods", "people"), TRICKY)
def test_a_name_reads_as_people_write_it(ods: str, people: str):
    assert readable(ods) == people


def test_every_board_and_location_reads_as_the_office_for_national_statistics_spells_it():
    boards = [row.name for row in shipped_file("icbs_36_from_2026-04.csv").rows]
    places = [row.name for row in shipped_file("ons_sicbl_icb_nhser_2026-04_raw.csv").rows]
    assert len(boards) == 36
    assert len(places) == 106
    assert [readable(name.upper()) for name in boards + places] == boards + places


def test_no_shipped_name_is_left_in_capitals():
    rows = [*shipped_file("etr_2026-07_raw.csv").rows, *shipped_file("epcn_2024-10_PCNDetails_raw.csv").rows]
    assert len(rows) > 1600
    long_first_words = [row.name for row in rows if len(row.name.split()[0]) > 5 and row.name[:6].isalpha()]
    assert [name for name in long_first_words if readable(name) == name] == []
