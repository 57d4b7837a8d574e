"""One action: why, what, how we will know, evidence at its version, trials, notes, history."""

from collections.abc import Callable
from datetime import date, timedelta
from uuid import uuid4

import pytest
from django.test import Client
from django.urls import reverse

from accountability.actions.plan import cite_resource, close_action, note_action
from accountability.actions.trials import decide_trial, start_trial
from accountability.models import Action, ActionState, Decision
from hileads.clock import at, now
from hileads.curation.actions import publish
from hileads.leads.models import User
from repository.models import Resource
from repository.public import resource_for_citation
from tests.actors import Cast
from tests.factories.boardroom import action_of, figure_of, measure_of
from tests.factories.content import activity, example_measure, resource

SignIn = Callable[[User], Client]
Page = Callable[[User, str], str]


def address(action: Action) -> str:
    return reverse("action-show", kwargs={"public_id": action.public_id})


@pytest.fixture
def action(cast: Cast) -> Action:
    return action_of(cast.deputy, cast.trust, why="Smoking is the gap.", first_step="Ask the wards.")


def test_an_action_with_nothing_on_it_says_what_could_be(cast: Cast, action: Action, page: Page):
    text = page(cast.lead, address(action))
    for said in (
        "Smoking is the gap.",
        "Ask the wards.",
        "No measure is chosen yet.",
        "Find evidence",
        "No trial yet.",
    ):
        assert said in text
    seen = page(cast.secretary, address(action))
    for said in ("No evidence is cited.", "Nobody has written a note yet.", "No trial yet."):
        assert said in seen
    assert "<form" not in seen.split("<main")[1]


def test_everything_that_hangs_on_an_action_is_shown(cast: Cast, page: Page):
    version = measure_of()
    figure_of(version, cast.trust, date(2026, 1, 1), 700)
    found = activity()
    action = action_of(
        cast.lead,
        cast.trust,
        measure=version.measure,
        from_activity=found,
        quadrant="supervision",
        horizon="short",
        baseline_due_date=date(2026, 10, 1),
    )
    read = resource_for_citation(cast.lead, resource().code)
    cite_resource(by=cast.lead, action=action, resource=read, reason="It worked there.")
    trial = start_trial(by=cast.lead, action=action, token=uuid4(), change="Evenings", prediction="More come")
    decide_trial(by=cast.lead, trial=trial, decision=Decision.STOP, because="nobody came")
    start_trial(by=cast.lead, action=action, token=uuid4(), change="Mornings", prediction="More still")
    note_action(by=cast.deputy, action=action, token=uuid4(), text="Two\ncame.")
    text = page(cast.lead, address(action))
    for said in (
        "Supervision",
        "Within a year",
        "1 October 2026",
        found.title,
        "70.0% of people were seen within four hours",
        "Fair waits: a guide",
        f"?revision={read.revision_id}",
        "It worked there.",
        "We expected: More come",
        "Stopped, because nobody came",
        "Decide: keep, change or stop",
        "Two\ncame.",
        "Added to the plan.",
        "Cited: Fair waits: a guide",
        "Trial started: Evenings",
        "Trial decided. Stopped, because nobody came",
    ):
        assert said in text, said
    assert "Start a trial" not in text
    assert "Under way." in page(cast.secretary, address(action))


def test_evidence_keeps_the_version_that_was_read(cast: Cast, action: Action, page: Page):
    found = resource()
    read = resource_for_citation(cast.lead, found.code)
    cite_resource(by=cast.lead, action=action, resource=read)
    found.title = "Fair waits: a new guide"
    publish(by=cast.national_admin, thing=found)
    text = page(cast.lead, address(action))
    assert "Fair waits: a guide" in text
    assert "Fair waits: a new guide" not in text
    assert ": there is a newer one" in text
    assert f"?revision={read.revision_id}" in text


def test_evidence_that_is_no_longer_published_is_said_to_be(
    cast: Cast, action: Action, page: Page, monkeypatch: pytest.MonkeyPatch
):
    cite_resource(by=cast.lead, action=action, resource=resource_for_citation(cast.lead, resource().code))
    monkeypatch.setattr("accountability.queries.action.resources_at", lambda revisions: {})
    text = page(cast.lead, address(action))
    assert "A resource that is no longer published." in text
    assert "Cited: a resource that is no longer published" in text
    assert Resource.objects.exists()


def test_an_example_measure_says_how_to_see_it(cast: Cast, page: Page):
    example = example_measure()
    action = action_of(cast.lead, cast.trust, example_measure=example)
    text = page(cast.lead, address(action))
    assert example.title in text
    assert example.how_to_see_it in text


def test_a_measure_without_figures_here_says_so(cast: Cast, page: Page):
    action = action_of(cast.lead, cast.trust, measure=measure_of().measure)
    assert "We hold no figure of its measure here." in page(cast.lead, address(action))


@pytest.mark.parametrize(
    ("state", "because", "said"), [("done", "", "Done on"), ("stopped", "nobody came", "because nobody came")]
)
def test_a_closed_action_says_how_it_ended_and_can_be_opened_again(
    cast: Cast, action: Action, page: Page, state: str, because: str, said: str
):
    close_action(by=cast.lead, action=action, state=ActionState(state), because=because)
    text = page(cast.lead, address(action))
    assert said in text
    assert "Open it again" in text
    assert "Change the action" not in text
    assert "Open it again" not in page(cast.secretary, address(action))


def test_the_history_goes_by_the_portals_clock_newest_first(cast: Cast, action: Action, page: Page):
    with at(now() - timedelta(days=400)):
        start_trial(by=cast.lead, action=action, token=uuid4(), change="Long ago", prediction="More come")
    history = page(cast.lead, address(action)).split("Show the history")[1]
    assert history.index("Added to the plan.") < history.index("Trial started: Long ago")


WHO_SEES = [
    ("lead", 200),
    ("secretary", 200),
    ("lead_elsewhere", 404),
    ("national_admin", 404),
    ("stranger", 404),
    ("leaver", 404),
]


@pytest.mark.parametrize(("who", "status"), WHO_SEES)
def test_who_sees_an_action(cast: Cast, action: Action, signed_in: SignIn, who: str, status: int):
    assert signed_in(cast.people()[who]).get(address(action)).status_code == status


def test_an_action_runs_the_same_queries_with_one_and_with_twenty_of_everything(
    cast: Cast, signed_in: SignIn, queries_of: Callable[[Client, str], int]
):
    version, client = measure_of(), signed_in(cast.lead)
    figure_of(version, cast.trust, date(2026, 1, 1), 700)
    action = action_of(cast.lead, cast.trust, measure=version.measure)

    def add(number: int) -> None:
        read = resource_for_citation(cast.lead, resource(f"resource-{number}").code)
        cite_resource(by=cast.lead, action=action, resource=read)
        note_action(by=cast.lead, action=action, token=uuid4(), text=f"Note {number}")
        trial = start_trial(by=cast.lead, action=action, token=uuid4(), change=f"{number}", prediction="More")
        decide_trial(by=cast.deputy, trial=trial, decision=Decision.ADAPT, because="not enough came")

    add(0)
    few = queries_of(client, address(action))
    for number in range(1, 20):
        add(number)
    assert queries_of(client, address(action)) == few
