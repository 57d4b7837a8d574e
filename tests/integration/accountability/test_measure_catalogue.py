"""What the catalogue says of a measure beside its figures: who keeps it, when it moves, and what has no figure at all."""

import csv
import io
from collections.abc import Callable

import pytest
from django.db import IntegrityError
from django.test import Client

from accountability.models import DisclosureRule, MeasureVersion
from accountability.reference.catalogue import catalogue
from hileads.disclosure.rules import RULES
from hileads.leads.models import User
from tests.actors import Cast
from tests.factories.boardroom import measure_of
from tests.factories.figurefiles import checked, figure_row, imported
from tests.integration.accountability.conftest import Real

Page = Callable[[User, str], str]


def test_a_measures_page_says_who_keeps_it_when_it_moves_and_where_it_belongs(real: Real, page: Page):
    text = page(real.nadia, "/measures/smoking-deprivation/")
    for words in (
        "Office for Health Improvement and Disparities; the comparison of fifths",
        "In one to three years",
        "A step on the way",
        "Smoking cessation",
        "The source calls the most deprived 1, as the portal does.",
        "Published counts, shown as published",
    ):
        assert words in text, words


def test_workforce_equality_has_no_figure_here_and_says_what_to_ask_for(real: Real, page: Page):
    text = page(real.nadia, "/measures/wres-5-abuse-by-public/")
    assert "Workforce equality" in text
    assert "We hold no figure for Bradford Teaching Hospitals NHS Foundation Trust or" in text
    assert "Ask your workforce team for two counts: staff who say so; out of staff who answered" in text
    text = page(real.nadia, "/measures/wres-2-shortlisting/")
    assert "Ask your workforce team for it: the share of shortlisted white applicants" in text
    assert "None" not in text.split("<main")[1]


def test_what_is_told_in_words_says_so_on_its_page_and_in_the_list(real: Real, page: Page):
    text = page(real.nadia, "/measures/board-questions/")
    assert "This is told in words: it has no figure, and none is missing." in text
    assert "Write from the minutes who asked what" in text
    assert "We hold no figure" not in text
    listed = page(real.nadia, "/measures/").split("Questions on inequalities at board")[1].split("</li>")[0]
    assert "told in words" in listed
    assert "Ask your team" not in listed


def test_the_standards_are_whole():
    codes = [entry.code for entry in catalogue()]
    assert {code.split("-")[1] for code in codes if code.startswith("wres-")} == set("123456789")
    disability = {code.split("-")[1].rstrip("ab") for code in codes if code.startswith("wdes-")}
    assert disability == {*"123456789", "10"}


def test_each_rule_on_small_numbers_is_one_that_the_portal_knows():
    assert set(DisclosureRule.values) == set(RULES)


@pytest.mark.parametrize("fields", [{"unit": ""}, {"has_number": False}])
def test_a_figure_has_a_unit_and_words_have_none(cast: Cast, fields: dict[str, object]):
    with pytest.raises(IntegrityError, match="figures_have_a_unit_and_words_none"):
        measure_of(**fields)


def test_how_complete_a_figure_is_stands_beside_it_and_in_the_download(
    cast: Cast, page: Page, signed_in: Callable[[User], Client]
):
    measure_of()
    imported(
        cast.lead,
        cast.trust,
        figure_row(1, completeness="97.5%", unknown_share="4"),
        figure_row(2),
        figure_row(3, completeness="99"),
    )
    address = f"/measures/a-measure/?organisation={cast.trust.code}"
    text = page(cast.lead, address)
    for words in ("Completeness", "97.5%", "Group not known", "4%", "Not told"):
        assert words in text, words
    told = signed_in(cast.lead).get(f"/measures/a-measure/data.csv?organisation={cast.trust.code}").text
    first, second, *_ = csv.DictReader(io.StringIO(told))
    assert (first["completeness_percent"], first["group_not_known_percent"]) == ("97.5", "4.0")
    assert (second["completeness_percent"], second["group_not_known_percent"]) == ("", "")


def test_a_change_in_completeness_alone_is_a_change(cast: Cast, page: Page):
    measure_of()
    imported(cast.lead, cast.trust, figure_row(1, completeness="90"))
    run = checked(cast.lead, cast.trust, figure_row(1, completeness="95"))
    assert run.counts["changed"] == 1
    assert "Completeness: 90.0 → 95.0" in page(cast.lead, f"/figures/imports/{run.public_id}/")


def test_where_nobody_tells_how_complete_figures_are_there_is_no_column(cast: Cast, page: Page):
    measure_of()
    imported(cast.lead, cast.trust, figure_row(1))
    assert "Completeness" not in page(cast.lead, f"/measures/a-measure/?organisation={cast.trust.code}")


def test_a_rate_of_an_organisation_is_worked_out_from_its_counts(cast: Cast, page: Page):
    measure_of(unit="per_1000", statement="{value} people were admitted")
    imported(cast.lead, cast.trust, figure_row(1, numerator="12", denominator="4,000"))
    text = page(cast.lead, f"/measures/a-measure/?organisation={cast.trust.code}")
    assert "3.0 per 1,000 people were admitted" in text
    assert "1.5 to 5.2" in text
    assert MeasureVersion.objects.get().get_unit_display() in text
