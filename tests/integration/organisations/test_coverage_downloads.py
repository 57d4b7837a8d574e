"""Coverage can be taken along as CSV and as a workbook; nothing there, nor on any page, can be put in another order."""

import csv
from collections.abc import Callable
from datetime import date
from io import BytesIO, StringIO

import pytest
from bs4 import BeautifulSoup
from django.test import Client
from openpyxl import load_workbook

from hileads.clock import today
from hileads.leads.models import Role, User
from hileads.organisations.actions.expectations import expect_leads
from hileads.organisations.exports import coverage_csv, coverage_xlsx, safe, who_can_act
from hileads.organisations.queries.coverage import coverage
from tests.actors import Cast
from tests.factories.organisations import OrganisationFactory, place
from tests.factories.people import appointed
from tests.reader import Reader

SignIn = Callable[[User], Client]
LEFT = date(2025, 1, 31)
SORTS = [
    "sort=vacant", "sort=-days_vacant", "order=lateness", "ordering=-days_vacant", "order_by=last_left", "o=-3",
    "by=score", "rank=1", "sort=name&dir=desc",
]  # fmt: skip
LISTS = ["/coverage/?show=all", "/coverage/data.csv?", "/directory/?"]


@pytest.fixture
def expected(cast: Cast) -> Cast:
    """The cast's organisations, with names, vacancies and leads in no order that agrees with another."""
    for name, days in (("Zeal NHS Trust", 3), ("ash NHS Trust", 400), ("Moor NHS Trust", 40)):
        trust = OrganisationFactory(name=name)
        place(trust, icb=cast.icb, region=cast.region)
        left = date.fromordinal(today().toordinal() - days)
        appointed(f"Gone {name}", Role.EXECUTIVE_LEAD, trust, to_date=left)
    expect_leads(by=User.objects.system())
    return cast


def rows_of(answer: object) -> list[dict[str, str]]:
    return list(csv.DictReader(StringIO(answer.content.decode())))  # type: ignore[attr-defined]


def test_the_list_holds_every_organisation_in_reach_and_what_the_page_says(expected: Cast, signed_in: SignIn):
    appointed("Gone One", Role.EXECUTIVE_LEAD, expected.icb, to_date=LEFT)
    answer = signed_in(expected.national_admin).get("/coverage/data.csv")
    assert answer["Content-Type"].startswith("text/csv")
    assert answer["Content-Disposition"] == f'attachment; filename="coverage-{today().isoformat()}.csv"'
    rows = {row["ODS code"]: row for row in rows_of(answer)}
    assert len(rows) == 8
    led = rows["RAV"]
    assert (led["Executive lead"], led["Lead since"], led["Deputy"]) == (
        "Leila Lead",
        "2024-04-01",
        "Dev Deputy",
    )
    assert (led["Days vacant"], led["Who can act"]) == ("", "Two people or more")
    empty = rows[expected.icb.code]
    assert (empty["Executive lead"], empty["Last lead left"]) == ("", "2025-01-31")
    assert empty["Days vacant"] == str((today() - LEFT).days)
    assert empty["Who can act"] == "Nobody"
    assert rows["RBM"]["Who can act"] == "One person"
    region = rows_of(signed_in(expected.regional_convenor).get("/coverage/data.csv"))
    assert {row["Region"] for row in region} == {expected.region.name}


def test_the_workbook_has_one_table_a_sheet_and_no_empty_cell(expected: Cast, signed_in: SignIn):
    answer = signed_in(expected.national_admin).get("/coverage/data.xlsx")
    book = load_workbook(BytesIO(answer.content))
    assert book.sheetnames == ["Notes", "Organisations", "By region", "By board", "By kind", "Over time"]
    for sheet in book.worksheets[1:]:
        assert len(sheet.tables) == 1
        rows = list(sheet.iter_rows(min_row=3, values_only=True))
        assert len(rows) > 1
        assert all(cell is not None for row in rows for cell in row)
    names = [row[0] for row in book["Organisations"].iter_rows(min_row=4, values_only=True)]
    assert names == sorted(names, key=lambda name: str(name).casefold())
    assert len(names) == 8


def test_an_empty_workbook_says_so_and_a_cell_is_never_a_formula(cast: Cast):
    nothing = coverage(cast.regional_convenor, today())
    book = load_workbook(BytesIO(coverage_xlsx(nothing, (), today())))
    assert book["Organisations"]["A4"].value == "Not recorded"
    assert coverage_csv(nothing).count("\r\n") == 1
    assert safe("=1+1") == "'=1+1"
    assert safe(7) == 7
    assert [who_can_act(people) for people in range(4)] == [
        "Nobody", "One person", "Two people or more", "Two people or more",
    ]  # fmt: skip


@pytest.mark.parametrize("asked", SORTS)
@pytest.mark.parametrize("address", LISTS)
def test_nobody_can_put_a_list_in_another_order(expected: Cast, signed_in: SignIn, address: str, asked: str):
    client = signed_in(expected.national_admin)
    usual = names_on(client, address)
    assert len(usual) > 7
    assert usual == sorted(usual, key=str.casefold)
    assert names_on(client, f"{address}&{asked}") == usual


@pytest.mark.parametrize("asked", SORTS)
def test_the_workbook_cannot_be_ordered_either(expected: Cast, signed_in: SignIn, asked: str):
    client = signed_in(expected.national_admin)
    books = [
        load_workbook(BytesIO(client.get(f"/coverage/data.xlsx?{words}").content)) for words in ("", asked)
    ]
    usual, other = ([list(sheet.values) for sheet in book.worksheets] for book in books)
    assert usual == other


@pytest.mark.parametrize("address", ["/coverage/", "/coverage/?show=all", "/directory/", "/directory/RAV/"])
def test_no_page_offers_an_order_or_speaks_of_one(expected: Cast, signed_in: SignIn, address: str):
    page = Reader(signed_in(expected.national_admin).get(address).content.decode())
    words = page.words.lower()
    assert [
        word for word in ("sort by", "league", "worst", "best", "of 450", "overdue") if word in words
    ] == []
    html = signed_in(expected.national_admin).get(address).content.decode()
    assert [name for name in ("sort=", "order=", "ordering=", "aria-sort") if name in html] == []


def names_on(client: Client, address: str) -> list[str]:
    answer = client.get(address)
    if address.startswith("/coverage/data.csv"):
        return [row["Organisation"] for row in rows_of(answer)]
    known = set(csv_names(client)) | {"Cedar Hill NHS Trust"}
    return [name for name in headings_of(answer.content.decode()) if name in known]


def csv_names(client: Client) -> list[str]:
    return [row["Organisation"] for row in rows_of(client.get("/coverage/data.csv"))]


def headings_of(html: str) -> list[str]:
    return [heading.get_text(strip=True) for heading in BeautifulSoup(html, "html.parser").find_all("h3")]
