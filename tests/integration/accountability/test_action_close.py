"""Closing an action, as done or stopped for a reason, and opening it again; notes on the way."""

from collections.abc import Callable
from uuid import uuid4

import pytest
from django.test import Client
from django.urls import reverse

from accountability.actions.trials import start_trial
from accountability.models import Action, ActionNote
from hileads.leads.models import User
from tests.actors import Cast
from tests.factories.boardroom import action_of
from tests.integration.accountability.forms import typed

SignIn = Callable[[User], Client]


def at(page: str, action: Action) -> str:
    return reverse(page, kwargs={"public_id": action.public_id})


@pytest.fixture
def action(cast: Cast) -> Action:
    return action_of(cast.deputy, cast.trust)


def test_action_close_asks_why_when_it_is_stopped(cast: Cast, action: Action, signed_in: SignIn):
    client = signed_in(cast.lead)
    text = client.post(at("action-close", action), {"state": "stopped", "because": " "}).content.decode()
    assert "Say why you stop it" in text
    sent = {"state": "stopped", "because": "nobody came"}
    for _ in range(2):
        response = client.post(at("action-close", action), sent, follow=True)
        assert "The action is stopped." in response.content.decode()
    action.refresh_from_db()
    assert (action.state, action.closed_because) == ("stopped", "nobody came")


def test_done_needs_no_reason(cast: Cast, action: Action, signed_in: SignIn):
    response = signed_in(cast.lead).post(
        at("action-close", action), {"state": "done", "because": ""}, follow=True
    )
    assert "The action is done." in response.content.decode()


def test_an_answer_is_needed(cast: Cast, action: Action, signed_in: SignIn):
    text = signed_in(cast.lead).post(at("action-close", action), {}).content.decode()
    assert "Answer “How does it end?”" in text


def test_a_trial_under_way_is_decided_first(cast: Cast, action: Action, signed_in: SignIn):
    start_trial(by=cast.lead, action=action, token=uuid4(), change="Evenings", prediction="More come")
    response = signed_in(cast.lead).post(at("action-close", action), {"state": "done", "because": ""})
    assert response.status_code == 409
    assert "Decide it first" in response.content.decode()


def test_action_reopen_opens_it_again_by_a_button_alone(cast: Cast, action: Action, signed_in: SignIn):
    client = signed_in(cast.lead)
    client.post(at("action-close", action), {"state": "done", "because": ""})
    assert client.get(at("action-reopen", action)).status_code == 405
    response = client.post(at("action-reopen", action), follow=True)
    assert "The action is open again." in response.content.decode()
    assert signed_in(cast.secretary).post(at("action-reopen", action)).status_code == 403
    assert signed_in(cast.stranger).post(at("action-reopen", action)).status_code == 404


def test_action_note_is_kept_once_and_an_empty_one_is_asked_for_again(
    cast: Cast, action: Action, signed_in: SignIn
):
    client, sent = signed_in(cast.lead), typed(text="Two came.")
    for _ in range(2):
        response = client.post(at("action-note", action), sent, follow=True)
    assert "Your note was added." in response.content.decode()
    assert ActionNote.objects.get().written_by == cast.lead
    assert (
        "Answer “What happened?”" in client.post(at("action-note", action), typed(text="")).content.decode()
    )
