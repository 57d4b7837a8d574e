"""Signing in by an organisation's identity provider in a browser, whose rules on where forms may lead are real."""

import json
import re
from collections.abc import Iterator

import pytest
from playwright.sync_api import Route

from hileads.embedded.templates import TemplateDatabases
from tests.identity import CLIENT, running_provider
from tests.journeys.conftest import ANOTHER_PART, Begin, staged
from tests.journeys.portal import Portal
from tests.journeys.walk import DESKTOP, PHONE, Walk

JOANNA = "joanna.pike@demo.example"
ELSEWHERE = re.compile(r"^https?://(?!localhost|127\.0\.0\.1)")


@pytest.fixture
def portal_with_provider(databases: TemplateDatabases, monkeypatch: pytest.MonkeyPatch) -> Iterator[Portal]:
    """A portal that knows a provider, which runs beside it."""
    with running_provider() as issuer:
        providers = [{"name": "NHSmail", "issuer": issuer, **CLIENT}]
        monkeypatch.setenv("OIDC_PROVIDERS", json.dumps(providers))
        with staged(databases, ANOTHER_PART) as started:
            yield started.portal


def test_a_person_links_nhsmail_and_signs_in_with_it(portal_with_provider: Portal, walk: Begin):
    """Joanna, at her desk and then on her phone, where scripts are off.

    1. She signs in, opens "Your sign-in", and links NHSmail. The portal asks for her password once more.
    2. On her phone she presses "Sign in with NHSmail", and is in.
    3. With another account of NHSmail, which nobody has linked, she is told what to do.
    """
    desk = walk(portal_with_provider, "link-provider", DESKTOP)
    phone = walk(portal_with_provider, "sign-in-by-provider", PHONE, script=False)
    for one in (desk, phone):
        one.page.route(ELSEWHERE, nothing)
    links(desk)
    signs_in(phone)
    phone.sign_out()
    comes_with_another(phone)


def links(person: Walk) -> None:
    person.sign_in(JOANNA)
    person.open("/account/sign-in/")
    person.look("your-sign-in")
    person.follow("Link NHSmail")
    person.reads("Confirm that it is you")
    person.main.get_by_label("Password", exact=True).fill(person.portal.passwords[JOANNA])
    person.press("Confirm")
    person.reads("Choose your own account there")
    person.look("link")
    person.press("Go to NHSmail")
    answers_there(person)
    person.reads("NHSmail is linked to your account.")
    person.look("linked")
    person.follow("Remove NHSmail")
    person.reads("no longer lets you in here")
    person.look("remove")


def signs_in(person: Walk) -> None:
    person.open("/account/login/")
    person.look("sign-in")
    person.press("Sign in with NHSmail")
    answers_there(person)
    person.page.wait_for_url("**/this-week/")


def comes_with_another(person: Walk) -> None:
    person.open("/account/login/")
    person.press("Sign in with NHSmail")
    answers_there(person, "somebody else")
    person.reads("It never guesses that from an email address.")
    person.look("not-linked")


def answers_there(person: Walk, who: str = "joanna") -> None:
    """Sign in at the provider."""
    person.page.locator("input[name=sub]").fill(who)
    person.page.get_by_role("button", name="Authorize").click()


def nothing(route: Route) -> None:
    """Answer for the style of the provider's page, which is on another machine."""
    route.fulfill(status=200, body="")
