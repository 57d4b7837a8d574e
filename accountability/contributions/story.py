"""The demo's plan: how it began, what a commitment became, and a trial that was stopped for a good reason.

People, plans and results are invented; the measure is real. No result here is a percentage, because nobody counted.
"""

from datetime import timedelta
from typing import Any
from uuid import uuid4

from accountability.actions.catalogue import add_measure
from accountability.actions.plan import add_action, cite_resource, edit_action, note_action
from accountability.actions.trials import decide_trial, start_trial
from accountability.models import Action, ActionState, Decision
from accountability.queries.measures import live_versions
from hileads.clock import at
from hileads.contributions import DemoChapter, DemoStage, demo_chapters
from hileads.organisations.models import Organisation
from hileads.vocabulary import Horizon, Quadrant
from induction.public import activity
from repository.public import resource_for_citation

TRUST = "RAE"
ADOPTED = "F1-ACC-1"
CITED = "nhs-providers-what-good-looks-like"
MEASURE = "smoking-deprivation"

TOBACCO: dict[str, Any] = {
    "title": "Offer help to stop smoking to everyone we admit, first where smoking is most common",
    "why": (
        "Smoking is the clearest gap that published figures show for West Yorkshire. Many of the people behind it "
        "come through our wards, and being in hospital is a moment when help is welcome."
    ),
    "first_step": "Ask the two wards with most admissions from our most deprived areas who asks about smoking, and when.",
    "quadrant": Quadrant.SUPERVISION,
    "horizon": Horizon.MEDIUM,
}
TRIAL = {
    "change": "On two wards, ask everyone about smoking on the day they come in, and offer a visit by our adviser.",
    "prediction": "More people will say yes on the first day than do now, when they get a leaflet as they go home.",
}
STOPPED = (
    "people were asked, but most were admitted at weekends and our adviser works on weekdays, so nobody came while "
    "they wanted it. The question was right and the cover was not: we will try again when there is cover at weekends."
)
SHARED = {
    "title": "Ask our most deprived neighbourhoods’ practices what would help their patients say yes",
    "why": "We plan our offer from what we know in hospital. The people who know why it is turned down work elsewhere.",
    "first_step": "Ring one practice manager and ask for twenty minutes.",
    "quadrant": Quadrant.STRATEGIC_THINKING,
    "horizon": Horizon.SHORT,
}


OWN_MEASURE: dict[str, Any] = {
    "title": "Asked about smoking on the day of admission",
    "definition": "People admitted to our wards whose record says on their first day whether they smoke.",
    "owner": "Our health inequalities team",
    "numerator": "People admitted whose record says on their first day whether they smoke",
    "denominator": "People admitted",
    "unit": "percent",
    "statement": "{value} of people admitted were asked on their first day",
    "direction": "higher_is_better",
    "breakdown": "deprivation_quintile",
    "groups_source": "Fifths of neighbourhoods by the Index of Multiple Deprivation 2019, where 1 is the most deprived.",
    "horizon": Horizon.SHORT,
    "kind": "process",
    "statement_domain": "smoking",
    "method": "Counted each month from the admission record, by the neighbourhood in which people live.",
    "frequency": "Every month",
    "disclosure_rule": "hes",
}
"""A measure of the trust's own, of which nobody has handed in figures yet."""


def tell_the_plan(stage: DemoStage) -> None:
    """The new lead adopts an activity and adds an action on tobacco, which the whole system's measure belongs to."""
    nadia = stage.people["nadia"]
    visibility = _adopted(stage)
    with at(stage.moment(days_ago=161)):
        trust = Organisation.objects.get(code=TRUST)
        add_measure(by=nadia, organisation=trust, family="inequality", meaning=OWN_MEASURE)
    stage.things["tobacco action"] = _on_tobacco(stage)
    with at(stage.moment(days_ago=118)):
        edit_action(by=nadia, action=visibility, state=ActionState.UNDER_WAY)
        note_action(
            by=nadia,
            action=visibility,
            token=uuid4(),
            text="The secretary has given us a standing half hour at every second board meeting.",
        )
    cite_resource(
        by=nadia,
        action=visibility,
        resource=resource_for_citation(nadia, CITED),
        reason="What a board should be able to see, in a form we can lay beside our own papers.",
    )


def _adopted(stage: DemoStage) -> Action:
    """Adopt the activity that shows the board where the gaps are."""
    nadia, adopted = stage.people["nadia"], activity(ADOPTED)
    with at(stage.moment(days_ago=168)):
        return add_action(
            by=nadia,
            organisation=Organisation.objects.get(code=TRUST),
            token=uuid4(),
            title=adopted.title,
            owner=nadia,
            due_date=stage.today + timedelta(days=26),
            why=adopted.description,
            first_step=adopted.first_step,
            quadrant=adopted.quadrant,
            horizon=adopted.horizon,
            example_measure_id=adopted.measure.id if adopted.measure else None,
            from_activity_id=adopted.id,
        )


def _on_tobacco(stage: DemoStage) -> Action:
    with at(stage.moment(days_ago=160)):
        return add_action(
            by=stage.people["nadia"],
            organisation=Organisation.objects.get(code=TRUST),
            token=uuid4(),
            owner=stage.people["amara"],
            due_date=stage.today + timedelta(days=75),
            measure=live_versions().get(measure__code=MEASURE).measure,
            **TOBACCO,
        )


def tell_what_a_commitment_became(stage: DemoStage) -> None:
    """After the session the lead makes an action of her commitment, in words that may leave the set."""
    commitment = stage.things["commitment"]
    with at(stage.moment(days_ago=20)):
        add_action(
            by=stage.people["nadia"],
            organisation=Organisation.objects.get(code=TRUST),
            token=uuid4(),
            owner=stage.people["nadia"],
            due_date=stage.today + timedelta(days=5),
            commitment=commitment.public_id,
            **SHARED,
        )


def tell_the_trial(stage: DemoStage) -> None:
    """The deputy tries something with her expectation written down, and stops it for a reason worth sharing."""
    amara, tobacco = stage.people["amara"], stage.things["tobacco action"]
    with at(stage.moment(days_ago=62)):
        trial = start_trial(by=amara, action=tobacco, token=uuid4(), **TRIAL)
    with at(stage.moment(days_ago=48)):
        note_action(
            by=amara,
            action=tobacco,
            token=uuid4(),
            text="Both wards ask on the first day now. The ward clerks found a place for it on the admission sheet.",
        )
    with at(stage.moment(days_ago=27)):
        decide_trial(by=amara, trial=trial, decision=Decision.STOP, because=STOPPED)


demo_chapters.add("plan", DemoChapter(30, tell_the_plan))
demo_chapters.add("commitment becomes an action", DemoChapter(50, tell_what_a_commitment_became))
demo_chapters.add("trial", DemoChapter(60, tell_the_trial))
