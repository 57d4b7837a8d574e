"""Browsers and a running portal for journeys."""

import os
import shutil
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager

import pytest
from django.conf import settings
from django.db import connections
from playwright.sync_api import Browser, Playwright, sync_playwright
from psycopg.conninfo import make_conninfo
from pytest_django.plugin import DjangoDbBlocker

from hileads.embedded.templates import TemplateDatabases
from tests.database import database_url
from tests.demo import copy_of_the_demo
from tests.journeys.portal import Portal, running
from tests.journeys.walk import DESKTOP, Walk

BROWSER_FLAGS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    for item in items:
        if "tests/journeys" in item.path.as_posix():
            item.add_marker(pytest.mark.journey)


@pytest.fixture(scope="session")
def new_portal(
    django_test_environment: None, django_db_blocker: DjangoDbBlocker
) -> Iterator[Callable[[int], AbstractContextManager[Portal]]]:
    """Start a portal with its reference data and the demo's story, on a database and a part of Redis of its own."""
    with django_db_blocker.unblock():
        databases = TemplateDatabases(
            make_conninfo(database_url(connections["default"].settings_dict["NAME"]))
        )

    @contextmanager
    def begin(redis: int) -> Iterator[Portal]:
        name = copy_of_the_demo(databases)
        address = f"{settings.REDIS_URL.rsplit('/', 1)[0]}/{redis + worker_number()}"
        with running(database_url(name), address) as started:
            started.passwords = demo_passwords(started)
            yield started
        databases.drop(name)

    yield begin
    databases.close()


@pytest.fixture(scope="session")
def portal(new_portal: Callable[[int], AbstractContextManager[Portal]]) -> Iterator[Portal]:
    """The portal that journeys share which leave the story as it is."""
    with new_portal(12) as started:
        yield started


@pytest.fixture
def portal_afresh(new_portal: Callable[[int], AbstractContextManager[Portal]]) -> Iterator[Portal]:
    """A portal for one journey alone, which changes the story."""
    with new_portal(9) as started:
        yield started


def demo_passwords(portal: Portal) -> dict[str, str]:
    """Return the passwords that the demo prints, by address."""
    words = [line.split() for line in portal.command("demo_people").splitlines()]
    return {row[-2]: row[-1] for row in words if len(row) > 1 and "@" in row[-2]}


def worker_number() -> int:
    return int(os.environ.get("PYTEST_XDIST_WORKER", "gw0").removeprefix("gw")) % 3


@pytest.fixture(scope="session")
def playwright() -> Iterator[Playwright]:
    # Playwright keeps an event loop in this thread; the tests that follow may still ask the database.
    os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"] = "true"
    with sync_playwright() as started:
        yield started


@pytest.fixture(scope="session")
def browser(playwright: Playwright) -> Iterator[Browser]:
    path = os.environ.get("PLAYWRIGHT_CHROMIUM") or shutil.which("chromium") or shutil.which("google-chrome")
    assert path, "Journeys need a browser: install chromium, or name one in PLAYWRIGHT_CHROMIUM."
    started = playwright.chromium.launch(executable_path=path, args=BROWSER_FLAGS)
    yield started
    started.close()


Begin = Callable[..., Walk]


@pytest.fixture
def walk(browser: Browser, request: pytest.FixtureRequest) -> Iterator[Begin]:
    """Return a new walk: `walk(portal, viewport=PHONE, script=False)`."""
    walks: list[Walk] = []

    def begin(
        portal: Portal, name: str = "", viewport: dict[str, int] = DESKTOP, *, script: bool = True
    ) -> Walk:
        context = browser.new_context(viewport=viewport, java_script_enabled=script, locale="en-GB")
        walks.append(Walk(context.new_page(), portal, name or request.node.name, with_script=script))
        return walks[-1]

    yield begin
    for one in walks:
        one.page.context.close()
    assert [complaint for one in walks for complaint in one.complaints] == []
