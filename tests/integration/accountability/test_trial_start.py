"""Trials on their pages: expect, try, decide."""

from collections.abc import Callable
from uuid import uuid4

import pytest
from django.test import Client
from django.urls import reverse

from accountability.actions.trials import start_trial
from accountability.models import Action, TestOfChange
from hileads.leads.models import User
from tests.actors import Cast
from tests.factories.boardroom import action_of
from tests.integration.accountability.forms import typed

SignIn = Callable[[User], Client]


@pytest.fixture
def action(cast: Cast) -> Action:
    return action_of(cast.deputy, cast.trust)


@pytest.fixture
def trial(cast: Cast, action: Action) -> TestOfChange:
    return start_trial(by=cast.lead, action=action, token=uuid4(), change="Evenings", prediction="More come")


def test_trial_start_needs_what_we_expect(cast: Cast, action: Action, signed_in: SignIn):
    address = reverse("trial-start", kwargs={"public_id": action.public_id})
    client = signed_in(cast.lead)
    text = client.post(address, typed(change="Evenings", prediction="")).content.decode()
    assert "Answer “What do you expect to happen?”" in text
    sent = typed(change="Evenings", prediction="More come")
    for _ in range(2):
        response = client.post(address, sent, follow=True)
    assert "What you expect is written down." in response.content.decode()
    assert TestOfChange.objects.get().prediction == "More come"


def test_trial_decide_shows_what_was_expected_and_asks_why(
    cast: Cast, trial: TestOfChange, signed_in: SignIn
):
    address = reverse("trial-decide", kwargs={"public_id": trial.public_id})
    client = signed_in(cast.deputy)
    assert "More come" in client.get(address).content.decode()
    assert "Enter because" in client.post(address, {"decision": "stop", "because": ""}).content.decode()
    sent = {"decision": "stop", "because": "nobody came"}
    for _ in range(2):
        response = client.post(address, sent, follow=True)
        assert "Stopped, because nobody came" in response.content.decode()
    refused = client.post(address, {"decision": "adopt", "because": "on second thoughts"})
    assert refused.status_code == 409


WHO = [("lead", 200), ("secretary", 403), ("lead_elsewhere", 404), ("stranger", 404), ("leaver", 404)]


@pytest.mark.parametrize(("who", "status"), WHO)
def test_who_may_decide_a_trial(cast: Cast, trial: TestOfChange, signed_in: SignIn, who: str, status: int):
    address = reverse("trial-decide", kwargs={"public_id": trial.public_id})
    assert signed_in(cast.people()[who]).get(address).status_code == status


def test_a_trial_that_is_not_there(cast: Cast, signed_in: SignIn):
    assert signed_in(cast.lead).get(reverse("trial-decide", kwargs={"public_id": uuid4()})).status_code == 404
