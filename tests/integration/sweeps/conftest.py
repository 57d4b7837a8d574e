"""The world that the sweeps walk through, and people to walk with."""

import logging
from collections.abc import Callable, Iterator
from dataclasses import dataclass

import pytest
from django.db import transaction
from django.http import HttpResponse
from django.test import Client
from django.test.utils import override_settings
from django.urls import reverse
from pytest_django.plugin import DjangoDbBlocker
from structlog.testing import capture_logs

from hileads.frame import errors
from tests.addresses import WHERE
from tests.integration.sweeps.doors import DOORS, NOBODY, Door
from tests.reader import Reader
from tests.routes import Route, our_routes
from tests.twosteps import sign_in_with_two_steps
from tests.world import AWAY, World, build


@dataclass(frozen=True)
class Page:
    """One of our pages: where it is in this world, and who gets it."""

    path: str
    address: str
    door: Door
    route: Route


@pytest.fixture(scope="package")
def world(django_db_setup: None, django_db_blocker: DjangoDbBlocker) -> Iterator[World]:
    """The world, built once. Every test looks at it from a transaction of its own, which leaves nothing behind."""
    with django_db_blocker.unblock(), transaction.atomic(), override_settings(OIDC_PROVIDERS=(AWAY,)):
        yield build()
        transaction.set_rollback(True)


@pytest.fixture(scope="package")
def pages(world: World) -> list[Page]:
    """Every page of ours, with its address in this world."""
    return [
        Page(route.path, address_of(route, world), DOORS[route.path], route)
        for route in our_routes()
        if route.path in DOORS
    ]


@pytest.fixture(scope="package")
def open_pages(pages: list[Page]) -> list[Page]:
    """Every page of ours that somebody gets."""
    return [page for page in pages if page.door.host]


@pytest.fixture(scope="package")
def as_person(world: World) -> Callable[[str], Client]:
    """Return the browser of one of the cast, all of whom have signed in, or of nobody."""
    browsers = {name: Client() for name in world.cast.people()}
    for name, browser in browsers.items():
        sign_in_with_two_steps(browser, world.cast.people()[name])
    browsers[NOBODY] = Client()
    return lambda who: browsers[who]


@pytest.fixture(scope="package")
def as_its_host(open_pages: list[Page], as_person: Callable[[str], Client]) -> dict[str, HttpResponse]:
    """What each page answers to its host, by its path: asked once, looked at by several tests."""
    with capture_logs():
        return {page.path: as_person(page.door.host).get(page.address) for page in open_pages}


@pytest.fixture(scope="package")
def read(as_its_host: dict[str, HttpResponse]) -> dict[str, Reader]:
    """Every page that can be read, by its path."""
    return {
        path: Reader(answer.content.decode())
        for path, answer in as_its_host.items()
        if answer.status_code == 200 and answer["Content-Type"].startswith("text/html")
    }


@pytest.fixture(autouse=True)
def _refusals_are_no_news(caplog: pytest.LogCaptureFixture) -> Iterator[None]:
    """Keep hundreds of expected refusals out of the report of a failed sweep."""
    caplog.set_level(logging.ERROR, logger="django")
    with capture_logs():
        yield


@pytest.fixture
def short_refusals(monkeypatch: pytest.MonkeyPatch) -> None:
    """Answer a refusal by its status alone, where thousands are only counted."""
    monkeypatch.setattr(errors, "refused", lambda request, template, status, *_: HttpResponse(status=status))


def address_of(route: Route, world: World) -> str:
    """Return where a route's page is in this world."""
    if "<" not in route.path:
        return f"/{route.path}"
    return reverse(route.name, kwargs=WHERE[route.path](world))
