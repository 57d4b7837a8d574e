"""Adding an action: three fields, and the rest from what it came from."""

from collections.abc import Callable
from datetime import date, timedelta

import pytest
from django.test import Client
from django.urls import reverse

from accountability.models import Action
from hileads.clock import today
from hileads.leads.models import User
from tests.actors import Cast
from tests.factories.boardroom import figure_of, measure_of
from tests.factories.commitments import commitment_of
from tests.factories.content import activity, example_measure
from tests.integration.accountability.forms import typed

SignIn = Callable[[User], Client]
Page = Callable[[User, str], str]
SOON = today() + timedelta(days=30)
ADD = "/plan/actions/add/"
PRIVATE = "Ask why they stay away"


def three(cast: Cast, **more: object) -> dict[str, str]:
    return typed(title="Ask at the door", owner=cast.deputy.pk, due_date=SOON, **more)


def test_action_add_asks_what_who_and_by_when(cast: Cast, signed_in: SignIn):
    client = signed_in(cast.lead)
    text = client.get(ADD).content.decode()
    assert (
        text.index("What will you do?")
        < text.index("Who does it?")
        < text.index("By when?")
        < text.index("More detail")
    )
    people = text.split('name="owner"')[1].split("</select>")[0]
    assert all(name in people for name in ("Leila Lead", "Dev Deputy", "Sal Secretary"))
    assert not any(name in people for name in ("Else Lead", "Len Leaver"))
    response = client.post(ADD, three(cast))
    action = Action.objects.get()
    assert response.url == reverse("action-show", kwargs={"public_id": action.public_id})
    assert (action.title, action.owner, action.due_date) == ("Ask at the door", cast.deputy, SOON)
    assert "The action is in the plan." in client.get(response.url).content.decode()


def test_sent_twice_it_is_added_once(cast: Cast, signed_in: SignIn):
    client, sent = signed_in(cast.lead), three(cast)
    assert client.post(ADD, sent).url == client.post(ADD, sent).url
    assert Action.objects.count() == 1


def test_what_is_missing_is_said_and_what_was_typed_is_kept(cast: Cast, signed_in: SignIn):
    client = signed_in(cast.lead)
    sent = typed(title="Kept title", owner="", why="x" * 2001, due_date=today() - timedelta(days=1))
    text = client.post(ADD, sent).content.decode()
    for said in ("Answer “Who does it?”", "Choose today or a later day", "Kept title", "Error: "):
        assert said in text
    assert '<details class="nhsuk-details" open>' in text
    text = client.post(ADD, typed(title="", owner=cast.lead_elsewhere.pk)).content.decode()
    for said in ("Answer “What will you do?”", "Answer “By when?”", "Select a valid choice"):
        assert said in text
    assert not Action.objects.exists()


def test_an_activity_fills_in_the_rest(cast: Cast, signed_in: SignIn):
    example = example_measure()
    found = activity(measures=(example,))
    client, address = signed_in(cast.lead), f"{ADD}?activity={found.code}"
    text = client.get(address).content.decode()
    for part in (
        found.title,
        found.first_step,
        f'value="example:{example.code}" selected',
        'value="accountability" selected',
    ):
        assert part in text
    client.post(
        address,
        three(cast, measured_by=f"example:{example.code}", quadrant="accountability", horizon="short"),
    )
    action = Action.objects.get()
    assert (action.from_activity, action.example_measure, action.measure) == (found, example, None)
    assert (action.quadrant, action.horizon) == ("accountability", "short")


def test_an_activity_without_a_measure_leaves_it_to_choose(cast: Cast, page: Page):
    found = activity()
    assert '<option value="" selected>Not chosen yet' in page(cast.lead, f"{ADD}?activity={found.code}")


def test_a_measure_brings_its_finding_and_is_chosen(cast: Cast, signed_in: SignIn):
    version = measure_of()
    figure_of(version, cast.trust, date(2026, 1, 1), 700)
    client, address = signed_in(cast.lead), f"{ADD}?measure=a-measure"
    text = client.get(address).content.decode()
    assert 'value="measure:a-measure" selected' in text
    assert "70.0% of people were seen within four hours" in text
    client.post(address, three(cast, measured_by="measure:a-measure"))
    assert Action.objects.get().measure == version.measure


def test_a_measure_without_a_figure_here_is_chosen_all_the_same(cast: Cast, page: Page):
    measure_of()
    assert 'value="measure:a-measure" selected' in page(cast.lead, f"{ADD}?measure=a-measure")


def test_a_commitment_is_shown_to_its_author_and_nothing_of_it_is_filled_in(cast: Cast, signed_in: SignIn):
    commitment = commitment_of(cast.lead, PRIVATE, SOON)
    client, address = signed_in(cast.lead), f"{ADD}?commitment={commitment.public_id}&activity=ignored"
    text = client.get(address).content.decode()
    assert text.count(PRIVATE) == 1
    assert "Your commitment, which only you can see:" in text
    assert f'name="due_date-day" type="text" value="{SOON.day}"' in text
    response = client.post(address, three(cast))
    action = Action.objects.get()
    assert action.from_commitment == commitment
    shown = signed_in(cast.secretary).get(response.url).content.decode()
    assert "A commitment made in a learning set" in shown
    assert PRIVATE not in shown
    refused = client.post(address, three(cast))
    assert refused.status_code == 409
    assert "already: Ask at the door" in refused.content.decode()


def test_an_old_commitments_day_is_not_offered_again(cast: Cast, page: Page):
    commitment = commitment_of(cast.lead, PRIVATE, today() - timedelta(days=3))
    text = page(cast.lead, f"{ADD}?commitment={commitment.public_id}")
    assert f'value="{today().year}"' not in text


@pytest.mark.parametrize("who", ["deputy", "lead_elsewhere"])
def test_a_commitment_does_not_exist_for_anybody_else(cast: Cast, signed_in: SignIn, who: str):
    commitment = commitment_of(cast.lead, PRIVATE)
    client = signed_in(cast.people()[who])
    for response in (
        client.get(f"{ADD}?commitment={commitment.public_id}"),
        client.post(f"{ADD}?commitment={commitment.public_id}", three(cast)),
    ):
        assert response.status_code == 404
        assert PRIVATE not in response.content.decode()


@pytest.mark.parametrize(
    "asked",
    [
        "activity=F9",
        "measure=nothing",
        "commitment=nothing",
        "commitment=7370b147-9044-4d9b-8379-a86498281bf7",
    ],
)
def test_what_is_not_there_is_not_there(cast: Cast, signed_in: SignIn, asked: str):
    assert signed_in(cast.lead).get(f"{ADD}?{asked}").status_code == 404


WHO_ADDS = [
    ("lead", 200),
    ("deputy", 200),
    ("secretary", 403),
    ("lead_elsewhere", 404),
    ("national_admin", 404),
    ("stranger", 404),
    ("leaver", 404),
]


@pytest.mark.parametrize(("who", "status"), WHO_ADDS)
def test_who_may_add_to_the_plan(cast: Cast, signed_in: SignIn, who: str, status: int):
    client = signed_in(cast.people()[who])
    address = reverse("action-add", kwargs={"ods": "RAV"})
    assert client.get(address).status_code == status
    if status != 200:
        assert client.post(address, three(cast)).status_code == status
        assert not Action.objects.exists()


def test_someone_who_acts_for_nobody_has_no_plan_to_add_to(cast: Cast, signed_in: SignIn):
    assert signed_in(cast.national_admin).get(ADD).status_code == 404
