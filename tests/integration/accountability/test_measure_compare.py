"""One organisation beside others: whom one chooses, what the page says, and that nobody is ranked."""

import re
from collections.abc import Callable
from datetime import date

import pytest
from django.test import Client
from django.urls import reverse

from accountability.actions.measures import load_source
from accountability.models import MeasureVersion, Observation
from accountability.reference.catalogue import sources
from hileads.leads.models import User
from hileads.organisations.models import Kind, Organisation
from tests.factories.boardroom import figure_of
from tests.factories.organisations import OrganisationFactory, place
from tests.integration.accountability.conftest import Real

Page = Callable[[User, str], str]

WEST_YORKSHIRE = "QWO"
YEAR = {"period": "2023/24", "period_end_date": date(2024, 3, 31)}
MORE = {"QF7": "South Yorkshire", "QJK": "Devon", "QKS": "Kent and Medway", "QHL": "Birmingham and Solihull"}


@pytest.fixture
def boards(real: Real) -> Real:
    """Four more boards with their figures; South Yorkshire is in the region of West Yorkshire."""
    for code, name in MORE.items():
        made = OrganisationFactory(code=code, kind=Kind.ICB, name=f"NHS {name} Integrated Care Board")
        if code == "QF7":
            place(made, region=real["Y63"])
    place(real["QWO"], region=real["Y63"])
    for entry in sources():
        if any(code in entry.code for code in ("rtt", "smoking")):
            load_source(by=User.objects.system(), entry=entry)
    return real


def address(code: str, organisation: str = WEST_YORKSHIRE, **asked: str) -> str:
    rest = "".join(f"&{name}={value}" for name, value in asked.items())
    return f"{reverse('measure-compare', kwargs={'code': code})}?organisation={organisation}{rest}"


def test_a_board_is_put_beside_all_boards_in_a_funnel(boards: Real, page: Page):
    text = page(boards.nadia, address("rtt-18-weeks-icb"))
    assert "West Yorkshire in April 2026: 70.0% (95% confidence interval 69.8 to 70.2)." in text
    assert "That is above the 99.8% limits; the average of the organisations compared is 65." in text
    assert "Differences this common have wider causes than chance" in text
    assert "Comparisons feed no oversight framework." in text


def test_organisations_stand_by_name(boards: Real, page: Page):
    table = page(boards.nadia, address("rtt-18-weeks-icb")).split("The figures, by name")[1]
    places = [
        table.index(name)
        for name in ("Birmingham and Solihull", "Devon", "Kent and Medway", "West Yorkshire")
    ]
    assert places == sorted(places)


def test_who_was_replaced_before_the_period_is_not_called_missing(boards: Real, page: Page):
    assert "Surrey Heartlands" not in page(boards.nadia, address("rtt-18-weeks-icb")).split("Beside whom")[0]


def test_gaps_are_compared_where_a_measure_has_groups(boards: Real, page: Page):
    text = page(boards.nadia, address("smoking-deprivation", among="region"))
    assert "West Yorkshire in 2023/24: a gap of 11.5 points (95% confidence interval 11.3 to 11.6)." in text
    assert "South Yorkshire" in text
    assert "Devon" not in text.split("Beside whom")[0]


def test_one_chooses_whom_to_look_at(boards: Real, page: Page):
    text = page(boards.nadia, address("rtt-18-weeks-icb", among="chosen", peers="QJK"))
    shown = text.split("Beside whom")[0]
    assert "Devon" in shown
    assert "Kent and Medway" not in shown


def test_those_who_are_ticked_are_taken_whatever_stood_above_the_list(boards: Real, page: Page):
    text = page(boards.nadia, address("rtt-18-weeks-icb", among="kind&among=chosen", peers="QJK"))
    shown, asked = text.split("Beside whom")
    assert "Kent and Medway" not in shown
    button = re.search(r"<button[^>]*>\s*Compare with those chosen", asked)
    assert button
    assert 'name="among"' in button.group()
    assert 'value="chosen"' in button.group()
    assert '<details class="nhsuk-details" open>' in asked


def test_choosing_nobody_says_what_to_do_next(boards: Real, page: Page):
    text = page(boards.nadia, address("rtt-18-weeks-icb", among="chosen"))
    assert "There is nobody to compare with" in text
    assert "Choose others below" in text


def test_a_choice_that_is_not_offered_is_refused_and_the_rest_stays(boards: Real, page: Page):
    text = page(boards.nadia, address("rtt-18-weeks-icb", among="chosen", peers="NOBODY"))
    assert "Select a valid choice" in text


def test_who_has_no_figure_is_named_with_the_reason(boards: Real, page: Page):
    april = Observation.objects.filter(organisation__code="QJK", period_end_date="2026-04-30")
    april.update(state="not_reported", value=None, numerator=None, denominator=None, lower=None, upper=None)
    assert "Not reported" in page(boards.nadia, address("rtt-18-weeks-icb")).split("The figures, by name")[1]


def test_england_is_compared_with_nobody(boards: Real, signed_in: Callable[[User], Client]):
    answer = signed_in(boards.nadia).get(address("rtt-18-weeks-icb", organisation="england"))
    assert answer.status_code == 409
    assert "England is compared with nobody" in answer.content.decode()


def test_without_being_asked_for_anybody_the_board_of_ones_trust_is_compared(boards: Real, page: Page):
    text = page(boards.nadia, reverse("measure-compare", kwargs={"code": "rtt-18-weeks-icb"}))
    assert "West Yorkshire in April 2026: 70.0%" in text


def test_a_network_is_put_beside_those_of_its_board_and_chooses_from_its_region(boards: Real, page: Page):
    near = OrganisationFactory(code="U04192", kind=Kind.PCN, name="Near PCN")
    place(near, icb=boards["QWO"], region=boards["Y63"])
    same_region = OrganisationFactory(code="U10123", kind=Kind.PCN, name="Regional PCN")
    place(same_region, icb=Organisation.objects.get(code="QF7"), region=boards["Y63"])
    far = OrganisationFactory(code="U99999", kind=Kind.PCN, name="Far PCN")
    version = MeasureVersion.objects.get(measure__code="smoking-network")
    for network in (near, same_region, far):
        figure_of(version, network, date(2023, 4, 1), 700, **YEAR)
    first = page(boards.nadia, address("smoking-network", "U78361"))
    shown, form = first.split("Beside whom")
    assert "Near PCN" in shown
    assert "Regional PCN" not in shown
    assert "Regional PCN" in form
    assert "Far PCN" not in form
    assert "Far PCN" in page(boards.nadia, address("smoking-network", "U78361", among="kind"))
    trust = page(boards.nadia, address("rtt-18-weeks-trust", "RAE"))
    assert "Those in the same integrated care board" in trust
    assert "Those in the same integrated care board" not in page(boards.nadia, address("rtt-18-weeks-icb"))


def test_a_long_table_is_opened_by_those_who_want_it(boards: Real, page: Page):
    version = MeasureVersion.objects.get(measure__code="smoking-network")
    for number in range(60):
        network = OrganisationFactory(kind=Kind.PCN)
        figure_of(version, network, date(2023, 4, 1), 700 + number, **YEAR)
    text = page(boards.nadia, address("smoking-network", "U78361", among="kind"))
    assert "Show all 61 organisations" in text


def test_a_measure_page_leads_to_its_comparison(boards: Real, page: Page):
    text = page(
        boards.nadia, f"{reverse('measure-show', kwargs={'code': 'rtt-18-weeks-icb'})}?organisation=QWO"
    )
    assert "beside others" in text


def test_as_many_queries_for_all_boards_as_for_two(
    boards: Real, signed_in: Callable[[User], Client], queries_of: Callable[[Client, str], int]
):
    client = signed_in(boards.nadia)
    few = queries_of(client, address("rtt-18-weeks-icb", among="chosen", peers="QJK"))
    assert queries_of(client, address("rtt-18-weeks-icb")) == few
