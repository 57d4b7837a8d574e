"""A measure's page: the finding, the chart, every value, whose it is, and what is not known. Figures to the digit."""

from collections.abc import Callable
from datetime import timedelta
from uuid import uuid4

import pytest
from django.test import Client
from django.urls import reverse

from accountability.actions.trials import start_trial
from accountability.models import Measure
from hileads.clock import now, today
from hileads.leads.models import Role, User
from tests.actors import Cast
from tests.factories.boardroom import action_of, measure_of
from tests.factories.organisations import OrganisationFactory
from tests.factories.people import appointed
from tests.integration.accountability.conftest import Real

Page = Callable[[User, str], str]


def address(code: str, organisation: str = "") -> str:
    asked = f"?organisation={organisation}" if organisation else ""
    return reverse("measure-show", kwargs={"code": code}) + asked


def says(text: str, *parts: str) -> None:
    for part in parts:
        assert part in text, part


def test_a_trust_sees_its_boards_smoking_figure_and_whose_it_is(real: Real, page: Page):
    text = page(real.nadia, address("smoking-deprivation"))
    says(
        text,
        "figures of NHS West Yorkshire Integrated Care Board",
        "These are NHS West Yorkshire Integrated Care Board’s figures.",
        "We hold none for Bradford Teaching Hospitals NHS Foundation Trust.",
        "a gap of 11.5 percentage points (95% confidence interval 11.3 to 11.6)",
        "almost unchanged in proportion (2.43 times then, 2.41 times now)",
        "Two years are not a trend.",
        "Two points only",
    )
    says(text, "20.58%", "159,062", "772,832", "8.46%", "15,321", "181,166")
    says(text, "19.57%", "157,154", "803,142", "8.10%", "14,838", "183,117")
    says(text, "Publication date not known.", "Open Government Licence v3.0", "data:image/svg+xml;base64,")


def test_slope_and_gap_stand_side_by_side_for_each_year(real: Real, page: Page):
    text = page(real.nadia, address("smoking-deprivation"))
    says(
        text,
        "Across the whole population",
        "the figure is 13.4 percentage points higher at the most deprived end than at the least deprived end",
        "11.5 (11.3 to 11.6)",
        "2.41 (2.38 to 2.45)",
        "13.4 (13.2 to 13.6)",
        "2.46 (2.43 to 2.49)",
    )


def test_groups_without_an_order_are_compared_with_the_best(real: Real, page: Page):
    text = page(real.nadia, address("first-vaccine-dose-ethnicity"))
    says(text, "How far the groups lie apart", "The best figure", "minus 19.1 (minus 19.7 to minus 18.4)")
    says(text, "If every group did as well as the White group")


def test_waits_are_told_apart_from_chance(real: Real, page: Page):
    text = page(real.nadia, address("rtt-18-weeks-icb"))
    says(
        text,
        "Has it changed by more than chance?",
        "The figure is improving: it is high, by more than chance explains.",
    )
    says(text, "Limits need at least 6 figures", "This point lies outside the limits.")


def test_two_months_are_too_few_to_say_whether_anything_has_changed(real: Real, page: Page):
    text = page(real.nadia, address("rtt-18-weeks-trust"))
    says(text, "There are 2 figures, and it takes at least 6 to tell a change from chance.")


def test_a_and_e_stands_in_the_same_form(real: Real, page: Page):
    text = page(real.nadia, address("ae-four-hours"))
    says(
        text,
        "figures of Bradford Teaching Hospitals NHS Foundation Trust",
        "No clear change",
        "Show all 59 rows",
    )
    says(text, "83.52%", "13,743", "81.89%", "82.57%", "84.20%", "84.12%", "12,446", "Act on it")
    assert "We hold none" not in text


def test_two_months_of_waits_have_no_chart_and_the_page_says_why(real: Real, page: Page):
    text = page(real.nadia, address("rtt-18-weeks-trust"))
    says(text, "64.11%", "31,610", "66.72%", "31,093", "Two months are not a trend.", "There is no chart")
    assert "<img" not in text


def test_a_boards_waits_say_that_april_2023_is_missing(real: Real, page: Page):
    text = page(real.nadia, address("rtt-18-weeks-icb"))
    says(text, "For April 2023 the figure is missing from the source.", "Missing at source", "70.0% of waits")


def test_a_mental_health_trust_has_no_a_and_e(real: Real, page: Page):
    text = page(real.nadia, address("ae-four-hours", "RXG"))
    says(text, "this measure does not apply at South West Yorkshire Partnership", "It has no A&amp;E")
    assert "100" not in text.split("The figures")[1].split("What we are doing")[0]
    text = page(real.nadia, address("rtt-18-weeks-trust", "RXG"))
    says(text, "96.00%", "4,029", "97.45%", "4,385")


def test_an_exempt_trusts_months_are_not_reported(real: Real, page: Page):
    text = page(real.nadia, address("ae-four-hours", "RDU"))
    says(
        text,
        "Not reported",
        "For 26 months, the first April 2021 and the last May 2023, the figure was not reported.",
    )
    assert "100.00%" not in text


def test_a_board_without_the_most_deprived_fifth_has_no_gap(real: Real, page: Page):
    text = page(real.nadia, address("smoking-deprivation", "QXU"))
    says(text, "no gap can be given", "No GP practice of this area is in that fifth")


def test_a_new_board_is_shown_its_predecessors_and_nothing_is_added_up(real: Real, page: Page):
    text = page(real.nadia, address("smoking-deprivation", "S9B9J"))
    says(text, "We hold no figure for NHS Surrey and Sussex Integrated Care Board.")
    says(
        text,
        "Figures of NHS Surrey Heartlands Integrated Care Board, which was replaced",
        "never added together",
    )


def test_a_board_that_grew_is_not_compared_with_its_smaller_self(real: Real, page: Page):
    text = page(real.nadia, address("rtt-18-weeks-icb", "QRL"))
    says(
        text,
        "One point only",
        "took over other areas on 1 April 2026",
        "Show earlier figures, for a smaller area",
    )
    text = page(real.nadia, address("smoking-deprivation", "QRL"))
    says(text, "These figures are for its area before that.")


def test_nobody_is_told_a_figure_that_does_not_exist(real: Real, page: Page):
    text = page(appointed("Ina Icb", Role.EXECUTIVE_LEAD, real["QWO"]), address("ae-four-hours"))
    says(
        text,
        "We hold no figure for NHS West Yorkshire Integrated Care Board or England.",
        "Ask your team for two counts: people admitted, transferred or discharged within four hours of arriving;",
        "Ask somebody for this figure",
        "Import our own figures",
    )


def test_nobody_is_led_to_what_a_closed_organisation_or_a_retired_measure_would_refuse(
    cast: Cast, page: Page
):
    version = measure_of()
    refused = ("Ask somebody for this figure", "Import our own figures", "Act on it")
    says(page(cast.lead, address("a-measure")), *refused)
    version.measure.retired_at = now()
    version.measure.save()
    retired = page(cast.lead, address("a-measure"))
    version.measure.retired_at = None
    version.measure.save()
    cast.trust.closed_date = today() - timedelta(days=1)
    cast.trust.save()
    for text in (retired, page(cast.lead, address("a-measure"))):
        says(text, "We hold no figure for Alder Vale NHS Foundation Trust")
        assert [words for words in refused if words in text] == []


def test_nobody_is_asked_for_what_their_kind_of_organisation_has_no_figure_of(real: Real, page: Page):
    text = page(appointed("Pia Pcn", Role.EXECUTIVE_LEAD, real["U78361"]), address("ae-four-hours"))
    says(
        text,
        "This is measured for NHS trusts and integrated care boards, so none is missing for Bradford City PCN.",
        "Measured for",
        "NHS trusts and integrated care boards",
    )
    for words in ("Ask your team", "Ask somebody", "Import our own figures"):
        assert words not in text


def test_england_can_be_chosen_and_ethnicity_shows_the_unknown(real: Real, page: Page):
    text = page(real.nadia, address("smoking-deprivation", "england"))
    says(text, "figures of England", "In England in 2023/24")
    text = page(real.nadia, address("first-vaccine-dose-ethnicity"))
    says(text, "63.57%", "93.94%", "78.01%", "97.13%", "Ethnicity not known", "OpenSAFELY.org")


def test_figures_without_published_intervals_show_none(real: Real, page: Page):
    text = page(real.nadia, address("life-expectancy-men-deprivation"))
    says(
        text,
        "73.2 years",
        "83.6 years",
        "73.9 years",
        "83.1 years",
        "not published",
        "No intervals published",
    )


def test_the_gap_may_lie_the_other_way_round(real: Real, page: Page):
    says(page(real.nadia, address("hypertension-treated-deprivation")), "71.86%", "75.86%")
    text = page(real.nadia, address("lipid-therapy-deprivation"))
    says(text, "70.10%", "61.82%", "this gap lies the other way round")


def test_our_own_actions_stand_on_the_page_for_those_who_may_see_the_plan(real: Real, page: Page):
    version = "smoking-deprivation"
    empty = page(real.nadia, address(version))
    says(empty, "No action in our plan is measured by this yet.")
    action = action_of(
        real.nadia, real["RAE"], measure=Measure.objects.get(code=version), title="Offer help at the door"
    )
    says(
        page(real.nadia, address(version)),
        "Offer help at the door",
        reverse("action-show", args=[action.public_id]),
    )
    start_trial(
        by=real.nadia, action=action, token=uuid4(), change="Ask at two doors first", prediction="More"
    )
    says(page(real.nadia, address(version)), "Trial: Ask at two doors first", "Under way.")
    elsewhere = appointed("Otto Other", Role.EXECUTIVE_LEAD, real["RXG"])
    assert "Offer help at the door" not in page(elsewhere, address(version))


def test_someone_without_an_organisation_sees_england_and_has_no_plan_to_act_in(
    real: Real, cast: Cast, page: Page
):
    text = page(cast.national_admin, address("smoking-deprivation"))
    says(text, "figures of England")
    assert "Act on it" not in text
    says(page(cast.national_admin, address("ae-four-hours")), "We hold no figure for England.")


@pytest.mark.parametrize("unknown", ["no-such-measure", "smoking-deprivation/?organisation=XYZ"])
def test_what_is_not_in_the_catalogue_or_the_register_is_not_there(
    real: Real, signed_in: Callable[[User], Client], unknown: str
):
    assert signed_in(real.nadia).get(f"/measures/{unknown}").status_code in {301, 404}
    assert signed_in(real.nadia).get(f"/measures/{unknown}", follow=True).status_code == 404


def test_a_page_runs_the_same_queries_with_ten_and_with_every_organisation(
    real: Real, queries_of: Callable[[Client, str], int], signed_in: Callable[[User], Client]
):
    client = signed_in(real.nadia)
    few = queries_of(client, address("ae-four-hours")), queries_of(client, reverse("measure-list"))
    for number in range(30):
        OrganisationFactory(code=f"RZ{number}")
    assert (queries_of(client, address("ae-four-hours")), queries_of(client, reverse("measure-list"))) == few
