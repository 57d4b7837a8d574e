"""Every page of ours as nobody, a stranger, a leaver, the lead and its host; every page of others as outsiders."""

from collections.abc import Callable

import pytest
from django.http import HttpResponse
from django.test import Client

from hileads.frame import errors
from tests.integration.sweeps.conftest import Page
from tests.integration.sweeps.doors import DOORS, NOT_BY_GET, OK
from tests.routes import SIGN_IN, WORKSHOP, all_routes, others_routes, our_routes
from tests.world import WHERE

AsPerson = Callable[[str], Client]

OTHERS = {SIGN_IN: "allauth: one's own account, or nothing", WORKSHOP: "Wagtail: not there for outsiders"}
"""One row for each third-party namespace."""

CHECKS_ITSELF = f"{WORKSHOP}api/"
"""The REST framework asks for the token itself, of people who sign in by cookie."""


def test_every_route_of_ours_has_its_row_and_every_row_its_route():
    paths = [route.path for route in our_routes()]
    assert len(paths) > 50
    assert len(paths) == len(set(paths))
    assert set(paths) - set(DOORS) == set(), "say in doors.py who gets these pages"
    assert set(DOORS) - set(paths) == set(), "these rows have no page"
    assert {path for path in paths if "<" in path} == set(WHERE), (
        "say in world.py what varies in these addresses"
    )


def test_every_route_of_others_is_behind_a_known_door():
    others = [route for route in all_routes() if not route.is_ours]
    assert len(others) > 100
    assert [route.path for route in others if not route.path.startswith(tuple(OTHERS))] == []


def test_without_signing_in_one_is_sent_to_sign_in(pages: list[Page], client: Client, db: None):
    wrong = {}
    for page in pages:
        answer = client.get(page.address)
        sent_to_sign_in = answer.status_code == 302 and answer["Location"].startswith("/account/login/")
        if sent_to_sign_in == page.door.without_sign_in and not page.door.sent_on:
            wrong[page.path] = answer.status_code
    assert wrong == {}


def test_a_stranger_a_leaver_and_the_lead_get_what_the_table_says(
    pages: list[Page], as_person: AsPerson, db: None
):
    wrong = {}
    for page in pages:
        for who in ("stranger", "leaver", "lead"):
            expected, found = getattr(page.door, who), as_person(who).get(page.address).status_code
            if found != expected and not (found in (301, 302) and expected == OK and leads_on(page)):
                wrong[f"{page.path} as {who}"] = f"{found}, not {expected}"
    assert wrong == {}


def test_its_host_gets_each_page(open_pages: list[Page], as_its_host: dict[str, HttpResponse]):
    wrong = {}
    for page in open_pages:
        found = as_its_host[page.path].status_code
        expected = {NOT_BY_GET} if page.door.is_button else {301, 302} if leads_on(page) else {OK}
        if found not in expected:
            wrong[f"{page.path} as {page.door.host}"] = found
    assert wrong == {}


def test_a_button_is_pressed_and_a_page_to_read_is_only_read(
    open_pages: list[Page], as_person: AsPerson, db: None
):
    wrong = {}
    for page in open_pages:
        assert page.door.is_button == ("get" not in page.route.answers), page.path
        if "post" not in page.route.answers and not page.door.sent_on:
            found = as_person(page.door.host).post(page.address).status_code
            if found != NOT_BY_GET:
                wrong[page.path] = found
    assert wrong == {}


def test_no_form_is_taken_without_its_token(open_pages: list[Page], as_person: AsPerson, db: None):
    wrong = {}
    for page in open_pages:
        person = as_person(page.door.host)
        careful = Client(enforce_csrf_checks=True)
        careful.cookies = person.cookies
        answer = careful.post(page.address, {"text": "Written by another site."})
        if answer.status_code != 403 or b"The form could not be accepted" not in answer.content:
            wrong[page.path] = answer.status_code
    assert wrong == {}
    exempt = [route.path for route in all_routes() if getattr(route.view, "csrf_exempt", False)]
    assert [path for path in exempt if not path.startswith(CHECKS_ITSELF)] == []


def test_outsiders_get_nothing_of_the_workshop_and_only_their_own_account(
    as_person: AsPerson, monkeypatch: pytest.MonkeyPatch, db: None
):
    monkeypatch.setattr(errors, "refused", lambda request, template, status, *_: HttpResponse(status=status))
    found: dict[str, int] = {}
    for route in others_routes():
        for who in ("stranger", "leaver"):
            answer = as_person(who).get(f"/{route.path}")
            allowed = {403, 404, 405} if route.path.startswith(WORKSHOP) else {200, 302, 403, 404, 405}
            if answer.status_code not in allowed:
                found[f"{route.path} as {who}"] = answer.status_code
    assert found == {}


def leads_on(page: Page) -> bool:
    """Say whether this address sends people on who are signed in."""
    return page.door.sent_on or page.path == ""
