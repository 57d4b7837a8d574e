"""Changing an action: what was chosen is kept, what changes is told."""

from collections.abc import Callable
from datetime import date, timedelta

import pytest
from django.test import Client
from django.urls import reverse

from accountability.models import Action, ActionNote
from hileads.clock import now, today
from hileads.leads.models import User
from induction.models import ExampleMeasure
from tests.actors import Cast
from tests.factories.boardroom import action_of, measure_of
from tests.factories.content import example_measure
from tests.integration.accountability.forms import typed

SignIn = Callable[[User], Client]
SOON = today() + timedelta(days=30)


def address(action: Action) -> str:
    return reverse("action-edit", kwargs={"public_id": action.public_id})


def as_it_stands(action: Action, **changed: object) -> dict[str, str]:
    held = {
        "title": action.title,
        "owner": action.owner_id,
        "due_date": action.due_date,
        "state": action.state,
    }
    return typed(**{**held, **changed})


def test_action_edit_shows_what_is_there_and_tells_what_changes(cast: Cast, signed_in: SignIn):
    version = measure_of()
    action = action_of(
        cast.deputy, cast.trust, due_date=SOON, measure=version.measure, quadrant="supervision"
    )
    client = signed_in(cast.lead)
    text = client.get(address(action)).content.decode()
    for part in (
        action.title,
        'value="measure:a-measure" selected',
        'value="supervision" selected',
        "that stays on record",
    ):
        assert part in text
    response = client.post(
        address(action), as_it_stands(action, title="Ask twice", measured_by="measure:a-measure")
    )
    assert response.url == reverse("action-show", kwargs={"public_id": action.public_id})
    action.refresh_from_db()
    assert (action.title, action.measure, action.quadrant) == ("Ask twice", version.measure, "")
    assert "It is called “Ask twice” now" in ActionNote.objects.get().text


def test_an_example_measure_that_was_withdrawn_stays_chosen(cast: Cast, signed_in: SignIn):
    example = example_measure()
    action = action_of(cast.deputy, cast.trust, due_date=SOON, example_measure=example)
    ExampleMeasure.objects.update(live=False)
    client = signed_in(cast.lead)
    assert f'value="example:{example.code}" selected' in client.get(address(action)).content.decode()
    client.post(address(action), as_it_stands(action, measured_by=f"example:{example.code}"))
    action.refresh_from_db()
    assert action.example_measure == example


def test_a_late_day_may_stay_but_not_be_chosen(cast: Cast, signed_in: SignIn):
    action = action_of(cast.deputy, cast.trust, due_date=date(2026, 1, 5))
    client = signed_in(cast.lead)
    assert client.post(address(action), as_it_stands(action, title="Still to do")).status_code == 302
    text = client.post(address(action), as_it_stands(action, due_date=date(2026, 1, 6))).content.decode()
    assert "Choose today or a later day, or leave the day as it was" in text


def test_a_closed_action_is_not_changed(cast: Cast, signed_in: SignIn):
    action = action_of(cast.deputy, cast.trust, due_date=SOON, state="done", closed_at=now())
    response = signed_in(cast.lead).post(address(action), as_it_stands(action, state="planned"))
    assert response.status_code == 409
    assert "Open it again first" in response.content.decode()


WHO = [
    ("lead", 200),
    ("deputy", 200),
    ("secretary", 403),
    ("lead_elsewhere", 404),
    ("stranger", 404),
    ("leaver", 404),
]


@pytest.mark.parametrize(("who", "status"), WHO)
@pytest.mark.parametrize("page", ["action-edit", "action-note", "action-close", "trial-start"])
def test_who_may_change_an_action(cast: Cast, signed_in: SignIn, page: str, who: str, status: int):
    action = action_of(cast.deputy, cast.trust, due_date=SOON)
    address = reverse(page, kwargs={"public_id": action.public_id})
    assert signed_in(cast.people()[who]).get(address).status_code == status
