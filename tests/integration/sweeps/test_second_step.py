"""Every page whose permission needs a second step asks for it; no other page does."""

from collections.abc import Callable

import pytest
from django.test import Client
from django.urls import resolve

from hileads.permissions.catalogue import TWO_STEPS, P
from tests.integration.sweeps.conftest import Page
from tests.integration.sweeps.test_who_gets_which_page import asked
from tests.routes import WORKSHOP, all_routes, filled
from tests.twosteps import sign_in_with_one_step
from tests.world import World

AsPerson = Callable[[str], Client]
ASKED = "/account/two-steps/"


def permission_of(page: Page) -> P | None:
    if getattr(page.route.view, "is_for_curators", False):
        return P.CONTENT_EDIT
    found: P | None = page.route.view.view_class.permission
    return found


@pytest.fixture(scope="module")
def with_one_step(world: World) -> AsPerson:
    """Return the browser of one of the cast who has signed in by one step."""
    browsers = {name: sign_in_with_one_step(Client(), person) for name, person in world.cast.people().items()}
    return lambda who: browsers[who]


@pytest.mark.parametrize("verb", ["get", "post"])
def test_pages_ask_for_the_second_step_where_their_permission_needs_it(
    open_pages: list[Page], with_one_step: AsPerson, db: None, verb: str
):
    wrong, asking = {}, 0
    for page in open_pages:
        if page.address.startswith("/account/"):
            continue
        answer = asked(with_one_step(page.door.host), verb, page.address)
        asks = answer.get("Location", "") == ASKED
        asking += asks
        if asks != (permission_of(page) in TWO_STEPS):
            wrong[page.path] = answer.status_code
    assert wrong == {}
    assert asking >= 4


def test_the_whole_workshop_asks(with_one_step: AsPerson, db: None):
    addresses = [f"/{filled(route.path)}" for route in all_routes() if route.path.startswith(WORKSHOP)]
    behind = [one for one in addresses if getattr(resolve(one).func, "is_for_curators", False)]
    assert len(behind) > 150
    curator = with_one_step("curator")
    assert [one for one in behind if asked(curator, "get", one).get("Location") != ASKED] == []
