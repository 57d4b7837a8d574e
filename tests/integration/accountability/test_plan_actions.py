"""What is written about the plan: by whom, once, and with what it keeps."""

from datetime import date, timedelta
from typing import Any
from uuid import uuid4

import pytest
from django.core.exceptions import PermissionDenied
from django.db.utils import ProgrammingError
from django.http import Http404

from accountability.actions.board import edit_board_measure
from accountability.actions.plan import (
    add_action,
    cite_resource,
    close_action,
    edit_action,
    note_action,
    reopen_action,
)
from accountability.actions.trials import decide_trial, start_trial
from accountability.models import Action, ActionNote, ActionState, Decision, NoteKind, Plan, TestOfChange
from hileads.clock import now, today
from hileads.frame.refusals import NotNow
from hileads.leads.models import User
from hileads.vocabulary import Horizon, Quadrant
from repository.public import resource_for_citation
from tests.actors import Cast
from tests.factories.boardroom import action_of, measure_of
from tests.factories.commitments import commitment_of
from tests.factories.content import example_measure, resource

SOON = today() + timedelta(days=30)


@pytest.fixture
def action(cast: Cast) -> Action:
    return action_of(cast.deputy, cast.trust, due_date=SOON)


def add(cast: Cast, by: User, **given: Any) -> Action:
    asked = {"token": uuid4(), "title": "Ask at the door", "owner": cast.deputy, "due_date": SOON}
    return add_action(by=by, organisation=cast.trust, **{**asked, **given})


MAY_EDIT = [
    ("lead", None),
    ("deputy", None),
    ("secretary", PermissionDenied),
    ("lead_elsewhere", Http404),
    ("regional_convenor", Http404),
    ("national_admin", Http404),
    ("facilitator", Http404),
    ("stranger", Http404),
    ("leaver", Http404),
]


@pytest.mark.parametrize(("who", "refusal"), MAY_EDIT)
def test_who_may_write_in_the_plan(cast: Cast, who: str, refusal: type[Exception] | None):
    person = cast.people()[who]
    action = action_of(cast.deputy, cast.trust, due_date=SOON)
    trial = start_trial(by=cast.lead, action=action, token=uuid4(), change="Evenings", prediction="More come")
    read = resource_for_citation(cast.lead, resource().code)
    writes = [
        lambda: add(cast, by=person),
        lambda: edit_action(by=person, action=action, title="Another title"),
        lambda: note_action(by=person, action=action, token=uuid4(), text="Two came."),
        lambda: cite_resource(by=person, action=action, resource=read),
        lambda: decide_trial(by=person, trial=trial, decision=Decision.STOP, because="nobody came"),
        lambda: close_action(by=person, action=action, state=ActionState.DONE),
        lambda: reopen_action(by=person, action=action),
        lambda: start_trial(by=person, action=action, token=uuid4(), change="Mornings", prediction="More"),
    ]
    for write in writes:
        if refusal is None:
            write()
        else:
            with pytest.raises(refusal):
                write()


def test_an_action_needs_three_things_and_a_form_sent_twice_adds_one(cast: Cast):
    token = uuid4()
    first = add(cast, cast.lead, token=token)
    again = add(cast, cast.lead, token=token, title="Sent again with another title")
    assert (first, first.title) == (again, again.title)
    assert (first.state, first.baseline_due_date, first.created_by) == ("planned", SOON, cast.lead)
    assert Plan.objects.get().organisation == cast.trust
    assert Action.objects.count() == 1


def test_a_form_of_another_organisation_adds_nothing(cast: Cast):
    action = action_of(cast.lead_elsewhere, cast.trust_elsewhere)
    with pytest.raises(NotNow, match="another organisation's plan"):
        add(cast, cast.lead, token=action.public_id)


def test_what_was_adopted_comes_with_the_action(cast: Cast):
    version, example = measure_of(), example_measure()
    with_figures = add(cast, cast.lead, measure=version.measure, quadrant=Quadrant.SUPERVISION)
    with_example = add(cast, cast.lead, example_measure_id=example.pk, why="Because", first_step="Ring")
    assert (with_figures.measure, with_figures.quadrant) == (version.measure, "supervision")
    assert (with_example.example_measure, with_example.why) == (example, "Because")


@pytest.mark.parametrize("who", ["lead_elsewhere", "leaver", "stranger"])
def test_an_action_is_given_only_to_people_who_are_here(cast: Cast, action: Action, who: str):
    outsider = cast.people()[who]
    with pytest.raises(NotNow, match="holds no post at Alder Vale"):
        add(cast, cast.lead, owner=outsider)
    with pytest.raises(NotNow, match="holds no post at Alder Vale"):
        edit_action(by=cast.lead, action=action, owner=outsider)


def test_nothing_is_planned_for_the_past(cast: Cast, action: Action):
    yesterday = today() - timedelta(days=1)
    with pytest.raises(NotNow, match="has passed already"):
        add(cast, cast.lead, due_date=yesterday)
    with pytest.raises(NotNow, match="has passed already"):
        edit_action(by=cast.lead, action=action, due_date=yesterday)


def test_a_commitment_becomes_an_action_through_its_author_alone_and_once(cast: Cast):
    commitment = commitment_of(cast.lead)
    with pytest.raises(Http404):
        add(cast, cast.deputy, commitment=commitment.public_id)
    action = add(cast, cast.lead, commitment=commitment.public_id, title="Ask two practices")
    commitment.refresh_from_db()
    assert action.from_commitment == commitment
    assert commitment.shared_at is not None
    assert "stay away" not in f"{action.title} {action.why} {action.first_step}"
    with pytest.raises(NotNow, match="already: Ask two practices"):
        add(cast, cast.lead, commitment=commitment.public_id)


def test_a_change_is_told_in_the_history_and_the_first_date_stays(cast: Cast, action: Action):
    later = SOON + timedelta(days=60)
    version = measure_of()
    edit_action(
        by=cast.lead,
        action=action,
        title="Offer help at the door",
        owner=cast.lead,
        due_date=later,
        state=ActionState.UNDER_WAY,
        measure=version.measure,
        example_measure_id=None,
        quadrant=Quadrant.SUPERVISION,
        horizon=Horizon.SHORT,
        why="It helps",
        first_step="Ask",
    )
    action.refresh_from_db()
    assert (action.due_date, action.baseline_due_date, action.state) == (later, SOON, "under_way")
    note = ActionNote.objects.get()
    assert (note.kind, note.written_by) == (NoteKind.CHANGE, cast.lead)
    for said in (
        "It is called “Offer help at the door” now, and was called “Offer help to stop smoking”.",
        "Leila Lead does it now, and Dev Deputy did before.",
        "Under way now, and planned before.",
        "How we will know was changed.",
        "It serves the board’s job of supervision now.",
        "We expect to see it within a year now.",
        "Why we do it was rewritten. The first step was rewritten.",
    ):
        assert said in note.text
    edit_action(by=cast.lead, action=action, quadrant="", horizon="")
    assert (
        "not placed under a job of the board now. When we expect to see it is open now."
        in ActionNote.objects.first().text
    )


def test_saving_without_a_change_writes_nothing(cast: Cast, action: Action):
    edit_action(by=cast.lead, action=action, title=action.title, due_date=action.due_date)
    assert not ActionNote.objects.exists()


def test_a_late_action_keeps_its_date_while_something_else_is_changed(cast: Cast):
    late = action_of(cast.deputy, cast.trust, due_date=date(2026, 1, 1))
    edit_action(by=cast.lead, action=late, title="Still to do", due_date=late.due_date)
    late.refresh_from_db()
    assert late.title == "Still to do"


def test_even_the_database_keeps_the_date_first_agreed(action: Action):
    with pytest.raises(ProgrammingError, match="Cannot update"):
        Action.objects.filter(pk=action.pk).update(baseline_due_date=today())


def test_a_note_sent_twice_is_one_note_and_closed_actions_take_notes(cast: Cast, action: Action):
    token = uuid4()
    for _ in range(2):
        note_action(by=cast.lead, action=action, token=token, text="Two came.")
    close_action(by=cast.lead, action=action, state=ActionState.DONE)
    note_action(by=cast.lead, action=action, token=uuid4(), text="They came back.")
    assert list(ActionNote.objects.values_list("text", flat=True)) == ["They came back.", "Two came."]


def test_stopping_says_why_once_and_nothing_more_is_changed(cast: Cast, action: Action):
    with pytest.raises(NotNow, match="Say why"):
        close_action(by=cast.lead, action=action, state=ActionState.STOPPED, because=" ")
    for _ in range(2):
        close_action(by=cast.lead, action=action, state=ActionState.STOPPED, because="nobody came")
    action.refresh_from_db()
    assert (action.state, action.closed_because, action.closed_by) == ("stopped", "nobody came", cast.lead)
    with pytest.raises(NotNow, match="Open it again first"):
        edit_action(by=cast.lead, action=action, title="Another")
    with pytest.raises(NotNow, match="cannot become done"):
        close_action(by=cast.lead, action=action, state=ActionState.DONE)
    read = resource_for_citation(cast.lead, resource().code)
    with pytest.raises(NotNow, match="Open it again first"):
        cite_resource(by=cast.lead, action=action, resource=read)


@pytest.mark.parametrize(
    ("state", "because", "told"),
    [
        (ActionState.STOPPED, "nobody came", "stopped on {day}, because nobody came."),
        (ActionState.DONE, "", "done on {day}."),
    ],
)
def test_what_was_closed_can_be_opened_again_and_the_history_keeps_it(
    cast: Cast, action: Action, state: ActionState, because: str, told: str
):
    close_action(by=cast.lead, action=action, state=state, because=because)
    for _ in range(2):
        reopen_action(by=cast.deputy, action=action)
    action.refresh_from_db()
    assert (action.state, action.closed_at, action.closed_by, action.closed_because) == (
        "under_way",
        None,
        None,
        "",
    )
    day = f"{now():%-d %B %Y}"
    assert ActionNote.objects.get().text == f"Opened again. It had been {told.format(day=day)}"


def test_evidence_is_cited_once_at_the_version_that_was_read(cast: Cast, action: Action):
    read = resource_for_citation(cast.lead, resource().code)
    first = cite_resource(by=cast.lead, action=action, resource=read, reason="It worked there.")
    again = cite_resource(by=cast.deputy, action=action, resource=read, reason="Said twice.")
    assert first == again
    assert (first.revision_id, first.reason, first.cited_by) == (
        read.revision_id,
        "It worked there.",
        cast.lead,
    )


def test_a_trial_begins_with_an_expectation_and_sets_the_action_under_way(cast: Cast, action: Action):
    token = uuid4()
    for _ in range(2):
        start_trial(by=cast.lead, action=action, token=token, change="Evenings", prediction="More come")
    trial = TestOfChange.objects.get()
    action.refresh_from_db()
    assert (str(trial), trial.prediction, trial.outcome, action.state) == (
        "Evenings",
        "More come",
        "",
        "under_way",
    )
    with pytest.raises(NotNow, match="Decide it first"):
        start_trial(by=cast.lead, action=action, token=uuid4(), change="Mornings", prediction="More come")
    with pytest.raises(NotNow, match="Decide it first"):
        close_action(by=cast.lead, action=action, state=ActionState.DONE)


def test_a_trial_is_decided_once_for_a_reason_and_another_may_follow(cast: Cast, action: Action):
    trial = start_trial(by=cast.lead, action=action, token=uuid4(), change="Evenings", prediction="More come")
    for _ in range(2):
        decide_trial(by=cast.deputy, trial=trial, decision=Decision.STOP, because="nobody came")
    trial.refresh_from_db()
    assert (trial.outcome, trial.because, trial.decided_by) == ("Stopped", "nobody came", cast.deputy)
    with pytest.raises(NotNow, match="decided already"):
        decide_trial(by=cast.deputy, trial=trial, decision=Decision.ADOPT, because="on second thoughts")
    start_trial(by=cast.lead, action=action, token=uuid4(), change="Mornings", prediction="More come")
    assert action.trials.count() == 2
    close_action(by=cast.lead, action=action_of(cast.lead, cast.trust), state=ActionState.DONE)


def test_a_trial_is_not_started_on_what_is_closed(cast: Cast, action: Action):
    close_action(by=cast.lead, action=action, state=ActionState.DONE)
    with pytest.raises(NotNow, match="Open it again first"):
        start_trial(by=cast.lead, action=action, token=uuid4(), change="Evenings", prediction="More come")


def test_no_action_is_measured_by_what_another_organisation_keeps_for_itself(cast: Cast, action: Action):
    theirs = measure_of("theirs").measure
    theirs.organisation = cast.icb
    theirs.save()
    with pytest.raises(NotNow, match="another organisation’s own"):
        add(cast, cast.lead, measure=theirs)
    with pytest.raises(NotNow, match="another organisation’s own"):
        edit_action(by=cast.lead, action=action, measure=theirs)
    with pytest.raises(NotNow, match="another organisation’s own"):
        edit_board_measure(by=cast.lead, organisation=cast.trust, measure=theirs, has_chart=True)
    theirs.organisation = cast.trust
    theirs.save()
    assert edit_action(by=cast.lead, action=action, measure=theirs).measure == theirs
