"""Every page of ours as everyone of the cast and as nobody, by GET and by POST; every page of others as outsiders."""

from collections.abc import Callable

import pytest
from django.db import transaction
from django.http import HttpResponse
from django.test import Client

from hileads.leads.models import Role
from hileads.permissions.page import declared_routes, holders
from hileads.permissions.rights import live_appointments
from tests.addresses import WHERE
from tests.integration.sweeps.conftest import Page
from tests.integration.sweeps.doors import ALL, DOORS, NOBODY
from tests.routes import SIGN_IN, WORKSHOP, all_routes, others_routes, our_routes
from tests.world import World

AsPerson = Callable[[str], Client]

OK, NOT_THAT_WAY, REFUSED, NOT_THERE = 200, 405, 403, 404
STOP = "mail/<int:number>/<str:key>/stop/<str:stream>/"
NOTHING, ONE_S_OWN_ACCOUNT = {403, 404, 405}, {200, 302, 400, 403, 404, 405, 409}
OTHERS = {SIGN_IN: ONE_S_OWN_ACCOUNT, WORKSHOP: NOTHING}
"""One row for each third-party namespace: what outsiders may meet there. allauth has one's own account or nothing,
Wagtail is not there for outsiders."""

CHECKS_ITSELF = (f"{WORKSHOP}api/", "messages/receipts/", STOP)
"""The REST framework asks for the token itself, of people who sign in by cookie. A machine that brings a secret of its
own needs none: there is no cookie to misuse. Mail programs stop mails by the key in the address, and have no token."""


def test_every_route_of_ours_has_its_row_and_every_row_its_route():
    paths = [route.path for route in our_routes()]
    assert len(paths) > 50
    assert len(paths) == len(set(paths))
    assert set(paths) - set(DOORS) == set(), "say in doors.py who gets these pages"
    assert set(DOORS) - set(paths) == set(), "these rows have no page"
    assert {path for path in paths if "<" in path} == set(WHERE), (
        "say in world.py what varies in these addresses"
    )


def test_every_page_of_ours_stands_in_the_page_of_permissions_by_its_door():
    declared = {name for _, name, _ in declared_routes()}
    assert {route.name for route in our_routes()} - declared == set()


def test_every_route_of_others_is_behind_a_known_door():
    others = [route for route in all_routes() if not route.is_ours]
    assert len(others) > 100
    assert [route.path for route in others if not route.path.startswith(tuple(OTHERS))] == []


@pytest.mark.parametrize("verb", ["get", "post"])
@pytest.mark.parametrize("who", [*ALL.split(), NOBODY])
def test_everyone_and_nobody_get_through_the_doors_that_the_table_says(
    pages: list[Page], as_person: AsPerson, short_refusals: None, db: None, who: str, verb: str
):
    wrong = {}
    for page in pages:
        found = meets(page, verb, asked(as_person(who), verb, page.address))
        if found != page.door.answer_to(who, verb):
            wrong[page.path] = f"{who} {found}, but {page.door.answer_to(who, verb)} by the table"
    assert wrong == {}


def test_people_whom_the_table_lets_in_hold_the_permission_that_the_page_in_the_docs_gives(
    pages: list[Page], world: World
):
    wrong, checked = {}, 0
    roles = {
        who: {Role(row.role) for row in live_appointments(person)}
        for who, person in world.cast.people().items()
    }
    for page in pages:
        permission = getattr(getattr(page.route.view, "view_class", None), "permission", None)
        if permission is None:
            continue
        by_role, by_relation = holders(permission)
        checked += 1
        without = [who for who in page.door.lets_in if not by_relation and not roles[who] & set(by_role)]
        if without:
            wrong[page.path] = without
    assert wrong == {}
    assert checked > 40


def test_its_host_gets_each_page(open_pages: list[Page], as_its_host: dict[str, HttpResponse]):
    wrong = {}
    for page in open_pages:
        found = as_its_host[page.path].status_code
        expected = {NOT_THAT_WAY} if page.door.is_button else {301, 302} if leads_on(page) else {OK}
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
            if found != NOT_THAT_WAY:
                wrong[page.path] = found
    assert wrong == {}


def test_no_form_is_taken_without_its_token(open_pages: list[Page], as_person: AsPerson, db: None):
    wrong = {}
    for page in open_pages:
        person = as_person(page.door.host)
        if page.path == STOP:
            continue
        careful = Client(enforce_csrf_checks=True)
        careful.cookies = person.cookies
        answer = careful.post(page.address, {"text": "Written by another site."})
        if answer.status_code != 403 or b"The form could not be accepted" not in answer.content:
            wrong[page.path] = answer.status_code
    assert wrong == {}
    exempt = [route.path for route in all_routes() if getattr(route.view, "csrf_exempt", False)]
    assert [path for path in exempt if not path.startswith(CHECKS_ITSELF)] == []


def test_outsiders_get_nothing_of_the_workshop_and_only_their_own_account(
    as_person: AsPerson, short_refusals: None, db: None
):
    found: dict[str, int] = {}
    for route in others_routes():
        allowed = next(answers for start, answers in OTHERS.items() if route.path.startswith(start))
        for who in ("stranger", "leaver"):
            for verb in ("get", "post"):
                answer = asked(as_person(who), verb, f"/{route.path}")
                if answer.status_code not in allowed:
                    found[f"{verb} {route.path} as {who}"] = answer.status_code
    assert found == {}


def asked(client: Client, verb: str, address: str) -> HttpResponse:
    """Return what somebody is answered; what the request did is undone, their signing out included."""
    cookies = client.cookies.output(header="", sep=";")
    with transaction.atomic():
        answer: HttpResponse = getattr(client, verb)(address)
        transaction.set_rollback(True)
    client.cookies.clear()
    client.cookies.load(cookies)
    return answer


def meets(page: Page, verb: str, answer: HttpResponse) -> str:
    """Say what an answer is to the person at the door."""
    if answer.status_code == 302 and answer["Location"].startswith("/account/login/"):
        return "gets in" if page.door.sent_on and page.door.without_sign_in else "is sent to sign in"
    if answer.status_code == REFUSED:
        return "is told why not"
    if answer.status_code == NOT_THERE:
        return "finds nothing"
    known = {200, 204, 301, 302, 400, 409} if verb in page.route.answers else {NOT_THAT_WAY}
    return "gets in" if answer.status_code in known else f"gets {answer.status_code}"


def leads_on(page: Page) -> bool:
    """Say whether this address sends people on who are signed in."""
    return page.door.sent_on or page.path == ""
