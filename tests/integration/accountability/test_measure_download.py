"""The figures as CSV: by RFC 4180, with states in words, sources named, and nothing that a spreadsheet would run."""

import csv
import io
from collections.abc import Callable
from datetime import date

import pytest
from django.test import Client
from django.urls import reverse

from accountability.queries.tables import FILE_HEAD, safe_cell
from hileads.leads.models import User
from tests.actors import Cast
from tests.factories.boardroom import figure_of, measure_of
from tests.integration.accountability.conftest import Real

SignIn = Callable[[User], Client]


def address(code: str, organisation: str = "") -> str:
    asked = f"?organisation={organisation}" if organisation else ""
    return reverse("measure-download", kwargs={"code": code}) + asked


def rows_of(content: bytes) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(content.decode(), newline="")))


def test_measure_download_holds_every_figure_with_its_source(real: Real, signed_in: SignIn):
    response = signed_in(real.nadia).get(address("smoking-deprivation"))
    assert response["Content-Type"] == "text/csv; charset=utf-8; header=present"
    assert response["Content-Disposition"] == 'attachment; filename="smoking-deprivation-qwo.csv"'
    assert response.content.startswith(",".join(FILE_HEAD).encode() + b"\r\n")
    assert response.content.count(b"\r\n") == 13
    assert b"\n" not in response.content.replace(b"\r\n", b"")
    rows = rows_of(response.content)
    first = next(row for row in rows if (row["period"], row["group"]) == ("2023/24", "Most deprived fifth"))
    assert (first["numerator"], first["denominator"]) == ("157154", "803142")
    assert float(first["value"]) == pytest.approx(19.567, abs=0.001)
    assert (round(float(first["lower_95"]), 3), round(float(first["upper_95"]), 3)) == (19.481, 19.654)
    assert first["published_on"] == "not known"
    assert {row["licence"] for row in rows} == {"Open Government Licence v3.0"}


def test_each_row_says_what_the_catalogue_says_of_the_measure(cast: Cast, signed_in: SignIn):
    version = measure_of(
        method="Counted each month.\nTwice.",
        owner="Our team",
        caveats="=Mind this",
        disclosure_rule="hes",
        breakdown="deprivation_quintile",
        groups_source="Fifths by the index of 2019",
        organisation_kinds=["trust", "icb"],
    )
    for group in ("1", "5"):
        figure_of(version, cast.trust, date(2026, 1, 1), 700, group=group)
    rows = rows_of(signed_in(cast.lead).get(address("a-measure")).content)
    assert len(rows) == 2
    for row in rows:
        assert {name: row[name] for name in FILE_HEAD[FILE_HEAD.index("source") :]} == {
            "source": "A table of figures",
            "measure_code": "a-measure",
            "measure_version": "1",
            "definition": "Share of people seen within four hours.",
            "what_is_counted": "People seen within four hours",
            "out_of": "People who came",
            "measured_for": "NHS trusts and integrated care boards",
            "which_way_is_better": "Higher is better",
            "groups": "Fifths by deprivation, 1 is the most deprived",
            "where_groups_come_from": "Fifths by the index of 2019",
            "method": "Counted each month. Twice.",
            "how_often": "monthly",
            "caveats": "'=Mind this",
            "definition_kept_by": "Our team",
            "rule_on_small_numbers": "Hospital Episode Statistics and the Emergency Care Data Set",
        }


def test_what_is_not_known_is_empty_and_says_why(real: Real, signed_in: SignIn):
    rows = rows_of(signed_in(real.nadia).get(address("ae-four-hours", "RXG")).content)
    assert {(row["state"], row["value"], row["numerator"]) for row in rows} == {("not_applicable", "", "")}
    assert all(row["reason"].startswith("It has no A&E") for row in rows)


def test_earlier_figures_of_a_smaller_area_are_in_the_file(real: Real, signed_in: SignIn):
    rows = rows_of(signed_in(real.nadia).get(address("rtt-18-weeks-icb", "QRL")).content)
    assert (rows[0]["period"], rows[-1]["period"], len(rows)) == ("October 2022", "April 2026", 43)


def test_england_is_a_place(real: Real, signed_in: SignIn):
    response = signed_in(real.nadia).get(address("smoking-deprivation", "england"))
    assert "smoking-deprivation-england.csv" in response["Content-Disposition"]
    assert {row["organisation"] for row in rows_of(response.content)} == {"England"}


def test_a_demo_says_so_in_the_file_name_and_a_known_date_is_given(
    cast: Cast, signed_in: SignIn, settings: object
):
    settings.DEMO = True  # type: ignore[attr-defined]
    figure_of(measure_of(), cast.trust, date(2026, 1, 1), 700, published_date=date(2026, 2, 12))
    response = signed_in(cast.lead).get(address("a-measure"))
    assert 'filename="DEMO-a-measure-rav.csv"' in response["Content-Disposition"]
    assert rows_of(response.content)[0]["published_on"] == "2026-02-12"


def test_nothing_to_download_is_said_and_not_an_empty_file(cast: Cast, signed_in: SignIn):
    measure_of()
    response = signed_in(cast.lead).get(address("a-measure"))
    assert response.status_code == 409
    assert "there is nothing to download" in response.content.decode()


@pytest.mark.parametrize("start", ["=", "+", "-", "@", "\t", "\r"])
def test_no_cell_is_taken_for_a_formula(start: str, cast: Cast, signed_in: SignIn):
    assert safe_cell(f"{start}1+1") == f"'{start}1+1"
    assert safe_cell("19.5") == "19.5"
    figure_of(measure_of(title="=HYPERLINK(1)"), cast.trust, date(2026, 1, 1), 700)
    assert rows_of(signed_in(cast.lead).get(address("a-measure")).content)[0]["measure"] == "'=HYPERLINK(1)"


def test_who_may_download(cast: Cast, signed_in: SignIn):
    figure_of(measure_of(), cast.trust, date(2026, 1, 1), 700)
    assert signed_in(cast.leaver).get(address("a-measure")).status_code == 403
    assert Client().get(address("a-measure")).status_code == 302
    assert signed_in(cast.lead).get(address("a-measure", "XXX")).status_code == 404
