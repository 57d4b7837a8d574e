"""Our plan as a page: by state, with who and by when, what has moved, and which of the four jobs it serves."""

from collections.abc import Callable
from datetime import date, timedelta

import pytest
from django.test import Client
from django.urls import reverse

from accountability.queries.plan import Balance, JobCount
from hileads.clock import now, today
from hileads.leads.models import User
from hileads.vocabulary import Quadrant
from tests.actors import Cast
from tests.factories.boardroom import action_of, figure_of, measure_of
from tests.factories.content import example_measure

SignIn = Callable[[User], Client]
Page = Callable[[User, str], str]
PLAN = "/plan/RAV/"


def test_an_empty_plan_says_what_to_do(cast: Cast, page: Page):
    text = page(cast.lead, PLAN)
    assert "There is no action in this plan yet." in text
    assert f'href="{reverse("activity-list")}"' in text
    assert "Add an action of your own" in text
    assert "Add an action of your own" not in page(cast.secretary, PLAN)


def test_actions_stand_by_state_with_who_and_when(cast: Cast, page: Page):
    action_of(
        cast.deputy,
        cast.trust,
        title="Ask at the door",
        state="under_way",
        due_date=today() - timedelta(days=6),
    )
    action_of(cast.lead, cast.trust, title="Ring the practices", due_date=today() + timedelta(days=6))
    closed = {"closed_at": now(), "closed_by": cast.lead}
    action_of(
        cast.lead, cast.trust, title="Evening clinic", state="stopped", closed_because="nobody came", **closed
    )
    action_of(cast.lead, cast.trust, title="Leaflet", state="done", **closed)
    action_of(cast.lead_elsewhere, cast.trust_elsewhere, title="Of another trust")
    text = page(cast.lead, PLAN)
    places = [text.index(f"{state}</h2>") for state in ("Under way", "Planned", "Done", "Stopped")]
    assert places == sorted(places)
    assert "Dev Deputy. Due" in text
    assert "Late by 6 days." in text
    assert ", because nobody came" in text
    assert "Of another trust" not in text
    assert text.count("No measure is chosen yet.") == 2
    assert 'class="nhsuk-tag--red' not in text


def test_an_action_says_whether_its_measure_has_moved(cast: Cast, page: Page):
    version, example = measure_of(), example_measure()
    for month, number in ((1, 700), (2, 800), (3, 900)):
        figure_of(version, cast.icb, date(2026, month, 1), number)
    action_of(cast.lead, cast.trust, measure=version.measure)
    action_of(cast.lead, cast.trust, title="By example", example_measure=example)
    text = page(cast.lead, PLAN)
    assert "Better" in text
    assert f"Seen within four hours, figures of {cast.icb.name}." in text
    assert "How we will know: Fairer access now. We hold no figure for it." in text


def test_a_plan_has_a_button_for_those_who_may_use_it(cast: Cast, page: Page):
    action_of(cast.lead, cast.trust)
    assert f'href="{reverse("action-add", kwargs={"ods": "RAV"})}"' in page(cast.deputy, PLAN)
    text = page(cast.secretary, PLAN)
    assert "Add an action" not in text
    assert "Choose a measure" not in text


BALANCES = [
    ([0, 0, 0, 0], 0, "No action is open."),
    (
        [1, 0, 2, 0],
        0,
        "3 open actions: accountability 1, strategic thinking 2. Nothing serves policy formulation or supervision yet.",
    ),
    (
        [1, 1, 1, 1],
        0,
        "4 open actions: accountability 1, policy formulation 1, strategic thinking 1, supervision 1.",
    ),
    (
        [0, 0, 0, 0],
        1,
        "1 open action: not placed yet 1. Nothing serves accountability, policy formulation, strategic thinking or supervision yet.",
    ),
]


@pytest.mark.parametrize(("counts", "unplaced", "said"), BALANCES)
def test_the_balance_of_the_four_jobs_is_said_in_words(counts: list[int], unplaced: int, said: str):
    jobs = [JobCount(str(job.label), count) for job, count in zip(Quadrant, counts, strict=True)]
    assert Balance(jobs, unplaced).sentence == said


def test_closed_actions_serve_no_job_any_more(cast: Cast, page: Page):
    action_of(cast.lead, cast.trust, quadrant="supervision")
    action_of(cast.lead, cast.trust, quadrant="supervision", state="done", closed_at=now())
    assert "1 open action: supervision 1." in page(cast.lead, PLAN)


def test_many_actions_are_paged(cast: Cast, page: Page):
    for number in range(45):
        action_of(cast.lead, cast.trust, title=f"Action {number:02}", due_date=date(2027, 1, 1))
    assert page(cast.lead, PLAN).count("<h3") == 40
    assert page(cast.lead, f"{PLAN}?page=2").count("<h3") == 5


WHO_SEES = [
    ("lead", 200),
    ("deputy", 200),
    ("secretary", 200),
    ("lead_elsewhere", 404),
    ("regional_convenor", 404),
    ("national_admin", 404),
    ("facilitator", 404),
    ("curator", 404),
    ("stranger", 404),
    ("leaver", 404),
]


@pytest.mark.parametrize(("who", "status"), WHO_SEES)
def test_who_sees_the_plan_of_an_organisation(cast: Cast, signed_in: SignIn, who: str, status: int):
    address = reverse("plan-show", kwargs={"ods": "RAV"})
    assert signed_in(cast.people()[who]).get(address).status_code == status


def test_our_plan_is_the_plan_of_the_organisation_one_acts_for(cast: Cast, page: Page, signed_in: SignIn):
    action_of(cast.lead, cast.trust, title="Ring the practices")
    assert "Ring the practices" in page(cast.lead, "/plan/")
    assert signed_in(cast.lead).get("/plan/NOWHERE/").status_code == 404


@pytest.mark.parametrize("who", ["national_admin", "regional_convenor", "facilitator", "leaver"])
def test_people_without_a_plan_of_their_own_are_told_why_and_where_to_go(cast: Cast, page: Page, who: str):
    text = page(cast.people()[who], "/plan/")
    assert "You hold no post that opens an organisation’s plan." in text
    assert f'href="{reverse("organisation-list")}"' in text


def test_the_plan_runs_the_same_queries_with_one_and_with_twenty_actions(
    cast: Cast, signed_in: SignIn, queries_of: Callable[[Client, str], int]
):
    version, client = measure_of(), signed_in(cast.lead)
    figure_of(version, cast.trust, date(2026, 1, 1), 700)
    action_of(cast.lead, cast.trust, measure=version.measure)
    few = queries_of(client, PLAN)
    other = measure_of("another-measure")
    for number in range(19):
        action_of(
            cast.deputy, cast.trust, title=f"Action {number}", measure=(version, other)[number % 2].measure
        )
    assert queries_of(client, PLAN) == few
