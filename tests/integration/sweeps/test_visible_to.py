"""Every confidential page says who sees it: by name, and exactly those who do."""

from typing import Any

import pytest
from bs4 import BeautifulSoup
from django.http import HttpResponse
from django.test import Client, RequestFactory

from hileads.leads.models import User
from hileads.permissions.catalogue import CONFIDENTIAL, VIEW_FIRST, P
from hileads.permissions.checks import can
from tests.addresses import WHERE
from tests.integration.sweeps.conftest import Page
from tests.reader import Reader, names_of_readers
from tests.world import World

FOR_ONE_S_OWN_EYES = {
    "learning-sets/sessions/<uuid:public_id>/commitment/",
    "learning-sets/sessions/<uuid:public_id>/reflection/",
}
"""Pages of a set on which one writes for oneself alone."""


def view_permission(page: Page) -> P | None:
    """Return the permission that decides who sees a page, if the page is confidential."""
    permission = getattr(getattr(page.route.view, "view_class", None), "permission", None)
    if permission is None:
        return None
    view = permission if permission in CONFIDENTIAL else VIEW_FIRST.get(permission, permission)
    return view if view in CONFIDENTIAL else None


def readers_of(page: Page, permission: P, world: World) -> list[str]:
    """Return the names of everyone in the cast who sees what the page is about."""
    people = world.cast.people()
    host = people[page.door.host]
    if page.path in FOR_ONE_S_OWN_EYES:
        return [host.name]
    subject = subject_of(page, host, world)
    return sorted(person.name for person in people.values() if can(person, permission, on=subject))


def subject_of(page: Page, reader: User, world: World) -> Any:
    """Return what a page is about, as the page itself finds it."""
    request = RequestFactory().get(page.address)
    request.user, request.session = reader, Client().session  # type: ignore[assignment]
    view = page.route.view.view_class()
    view.setup(request, **(WHERE[page.path](world) if page.path in WHERE else {}))
    return view.get_subject()


@pytest.fixture
def confidential(open_pages: list[Page], read: dict[str, Reader]) -> dict[str, tuple[Page, P]]:
    """Every confidential page that can be read, with the permission that decides who sees it."""
    asked = ((page, view_permission(page)) for page in open_pages)
    return {page.path: (page, permission) for page, permission in asked if permission and page.path in read}


def test_every_confidential_page_names_exactly_those_who_see_it(
    confidential: dict[str, tuple[Page, P]], as_its_host: dict[str, HttpResponse], world: World, db: None
):
    wrong = {}
    for path, (page, permission) in confidential.items():
        text = as_its_host[path].content.decode()
        expected = readers_of(page, permission, world)
        host = world.cast.people()[page.door.host].name
        shown = [host] if "Visible to: you alone." in part(text) else names_of_readers(text)
        if sorted(shown) != expected:
            wrong[path] = (shown, expected)
    assert wrong == {}
    assert len(confidential) > 25


def test_pages_for_everybody_name_nobody(
    confidential: dict[str, tuple[Page, P]], as_its_host: dict[str, HttpResponse], read: dict[str, Reader]
):
    open_to_all = read.keys() - confidential.keys()
    # The page of one's own plan is the plan's page, and that of one's own board the board's.
    own = {"plan/", "measures/board/"}
    assert {path for path in open_to_all if part(as_its_host[path].content.decode())} == own


def part(text: str) -> str:
    """Return the words of the part of a page that says who sees it."""
    found = BeautifulSoup(text, "html.parser").select_one(".portal-visible-to")
    return " ".join(found.get_text().split()) if found else ""
