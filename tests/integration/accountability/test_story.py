"""The demo's plan: told by the product's own actions, in their past, without an invented percentage."""

from datetime import date, timedelta

import pytest

from accountability.contributions import story
from accountability.models import Action, Citation, TestOfChange
from hileads.clock import UK, at
from hileads.contributions import DemoStage
from hileads.leads.models import Role
from tests.factories.commitments import commitment_of
from tests.factories.content import activity, example_measure, resource
from tests.factories.people import AppointmentFactory, appointed
from tests.integration.accountability.conftest import Real

DAY = date(2026, 11, 22)


@pytest.fixture
def stage(real: Real) -> DemoStage:
    AppointmentFactory(user=real.nadia, role=Role.CHAIR, organisation=real["RAE"])
    amara = appointed("Amara Lewis", Role.DEPUTY, real["RAE"])
    activity(story.ADOPTED, measures=(example_measure(),))
    resource(story.CITED)
    stage = DemoStage(today=DAY, people={"nadia": real.nadia, "amara": amara})
    with at(stage.moment(days_ago=0)):
        stage.things["commitment"] = commitment_of(
            real.nadia, "Ask them before I plan", DAY + timedelta(days=5)
        )
        story.tell_the_plan(stage)
        story.tell_what_a_commitment_became(stage)
        story.tell_the_trial(stage)
    return stage


def test_the_plan_began_half_a_year_ago_with_an_activity_and_a_real_measure(stage: DemoStage):
    adopted = Action.objects.get(from_activity__code=story.ADOPTED)
    tobacco = Action.objects.get(measure__code=story.MEASURE)
    assert (DAY - adopted.created_at.astimezone(UK).date()).days == 168
    assert (adopted.state, adopted.example_measure is None, tobacco.state) == (
        "under_way",
        False,
        "under_way",
    )
    assert not Action.objects.overdue(DAY).exists()
    assert Citation.objects.get().action == adopted


def test_what_left_the_set_is_not_what_was_said_in_it(stage: DemoStage):
    action = Action.objects.get(from_commitment__isnull=False)
    assert "before I plan" not in f"{action.title} {action.why} {action.first_step}"
    assert action.due_date == DAY + timedelta(days=5)


def test_the_trial_was_stopped_for_a_reason_and_nothing_is_counted_that_nobody_counted(stage: DemoStage):
    trial = TestOfChange.objects.get()
    assert trial.started_at < trial.decided_at
    assert (trial.outcome, trial.because.startswith("people were asked")) == ("Stopped", True)
    words = f"{trial.change} {trial.prediction} {trial.because} {' '.join(story.TOBACCO.values())}"
    assert "%" not in words
    assert "per cent" not in words
    assert not any(letter.isdigit() for letter in words)
