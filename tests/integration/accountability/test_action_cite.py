"""Using a resource in an action: which action, at the version on the screen."""

from collections.abc import Callable

import pytest
from django.test import Client
from django.urls import reverse

from accountability.models import Citation
from hileads.curation.actions import publish
from hileads.leads.models import User
from repository.public import resource_for_citation
from tests.actors import Cast
from tests.factories.boardroom import action_of
from tests.factories.content import resource

SignIn = Callable[[User], Client]


def address(code: str, revision: object = "") -> str:
    return reverse("action-cite", kwargs={"code": code}) + (f"?revision={revision}" if revision else "")


def test_action_cite_asks_for_which_action_and_keeps_the_version_that_was_read(cast: Cast, signed_in: SignIn):
    found, action = resource(), action_of(cast.lead, cast.trust, title="Ask at the door")
    action_of(cast.lead, cast.trust_elsewhere, title="Of another trust")
    read = resource_for_citation(cast.lead, found.code)
    client = signed_in(cast.lead)
    text = client.get(address(found.code, read.revision_id)).content.decode()
    assert "Ask at the door" in text
    assert "Of another trust" not in text
    found.title = "Fair waits: a new guide"
    publish(by=cast.national_admin, thing=found)
    assert (
        "which has been replaced since" in client.get(address(found.code, read.revision_id)).content.decode()
    )
    sent = {"revision": read.revision_id, "action": action.public_id, "reason": "It worked there."}
    for _ in range(2):
        response = client.post(address(found.code), sent)
    assert response.url == reverse("action-show", kwargs={"public_id": action.public_id})
    citation = Citation.objects.get()
    assert (citation.revision_id, citation.reason) == (read.revision_id, "It worked there.")


def test_without_a_version_the_published_one_is_cited(cast: Cast, signed_in: SignIn):
    found = resource()
    action_of(cast.lead, cast.trust)
    read = resource_for_citation(cast.lead, found.code)
    text = signed_in(cast.lead).get(address(found.code)).content.decode()
    assert f'value="{read.revision_id}"' in text
    assert "replaced since" not in text


def test_without_an_open_action_the_page_says_what_to_do(cast: Cast, signed_in: SignIn):
    text = signed_in(cast.lead).get(address(resource().code)).content.decode()
    assert "No action is open in the plan of Alder Vale" in text


def test_an_action_has_to_be_chosen_from_ones_own_plan(cast: Cast, signed_in: SignIn):
    found, theirs = resource(), action_of(cast.lead_elsewhere, cast.trust_elsewhere)
    action_of(cast.lead, cast.trust)
    revision = resource_for_citation(cast.lead, found.code).revision_id
    client = signed_in(cast.lead)
    for chosen in ("", theirs.public_id, "nothing"):
        response = client.post(address(found.code), {"revision": revision, "action": chosen})
        assert response.status_code == 200
        assert "Error: " in response.content.decode()
    assert not Citation.objects.exists()


@pytest.mark.parametrize("asked", ["999999", "other"])
def test_a_version_that_is_not_of_this_resource_is_not_there(cast: Cast, signed_in: SignIn, asked: str):
    found = resource()
    other = resource_for_citation(cast.lead, resource("another").code)
    revision = other.revision_id if asked == "other" else asked
    assert signed_in(cast.lead).get(address(found.code, revision)).status_code == 404


WHO = [
    ("lead", 200),
    ("secretary", 403),
    ("lead_elsewhere", 200),
    ("national_admin", 404),
    ("stranger", 403),
    ("leaver", 404),
]


@pytest.mark.parametrize(("who", "status"), WHO)
def test_who_may_use_a_resource_in_their_plan(cast: Cast, signed_in: SignIn, who: str, status: int):
    assert signed_in(cast.people()[who]).get(address(resource().code)).status_code == status
