"""Browsers and a running portal for journeys."""

import os
import secrets
import shutil
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass

import psycopg
import pytest
from django.conf import settings
from django.db import connections
from playwright.sync_api import Browser, Playwright, sync_playwright
from psycopg.conninfo import make_conninfo
from pytest_django.plugin import DjangoDbBlocker
from redis import Redis

from hileads.embedded.templates import COPY_PREFIX, TemplateDatabases
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


PART_OF_REDIS, ANOTHER_PART = 12, 9
"""The first of the numbered parts that running portals use; the tests themselves use the lower ones."""


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    for item in items:
        if "tests/journeys" in item.path.as_posix():
            item.add_marker(pytest.mark.journey)


@dataclass
class Stage:
    """One portal whose processes stay up, and whose story can be told afresh."""

    portal: Portal
    databases: TemplateDatabases
    database: str
    hashes: list[tuple[str, str]]
    is_as_it_was: bool = True

    def afresh(self) -> Portal:
        """Return the portal as the demo begins: its database made again under the same name, its cache empty."""
        if not self.is_as_it_was:
            self.databases.drop(self.database)
            copy_of_the_demo(self.databases, self.database.removeprefix(COPY_PREFIX))
            keep_passwords(self.database, self.hashes)
            empty_cache(self.portal.environment["REDIS_URL"])
            self.portal.begin_again()
            self.is_as_it_was = True
        return self.portal


@contextmanager
def staged(databases: TemplateDatabases, part_of_redis: int) -> Iterator[Stage]:
    """Start a portal with its reference data and the demo's story, on a database and a part of Redis of its own."""
    database = copy_of_the_demo(databases, secrets.token_hex(6))
    redis = f"{settings.REDIS_URL.rsplit('/', 1)[0]}/{part_of_redis + worker_number()}"
    with running(database_url(database), redis) as portal:
        portal.passwords = demo_passwords(portal)
        yield Stage(portal, databases, database, hashes_of_passwords(database))
    databases.drop(database)


@pytest.fixture(scope="session")
def databases(
    django_test_environment: None, django_db_blocker: DjangoDbBlocker
) -> Iterator[TemplateDatabases]:
    """The databases that stories are told on."""
    with django_db_blocker.unblock():
        found = TemplateDatabases(make_conninfo(database_url(connections["default"].settings_dict["NAME"])))
    yield found
    found.close()


@pytest.fixture(scope="package")
def stage(databases: TemplateDatabases) -> Iterator[Stage]:
    """The portal that all journeys share. It stops with the last of them, so that its worker works no longer."""
    with staged(databases, PART_OF_REDIS) as started:
        yield started


@pytest.fixture
def portal(stage: Stage) -> Portal:
    """The portal for a journey that leaves the story as it is."""
    return stage.afresh()


@pytest.fixture
def portal_afresh(stage: Stage) -> Portal:
    """The portal for a journey that changes the story."""
    started = stage.afresh()
    stage.is_as_it_was = False
    return started


def empty_cache(address: str) -> None:
    """Forget what pages keep, and leave what the queue is made of: its processes go on."""
    with Redis.from_url(address) as redis:
        kept = [key for key in redis.scan_iter() if not key.startswith(b"_kombu")]
        if kept:
            redis.delete(*kept)


def demo_passwords(portal: Portal) -> dict[str, str]:
    """Return the passwords that the demo prints, by address."""
    words = [line.split() for line in portal.command("demo_people").splitlines()]
    return {row[-2]: row[-1] for row in words if len(row) > 1 and "@" in row[-2]}


def hashes_of_passwords(database: str) -> list[tuple[str, str]]:
    """Return what the database holds of each password, with the address it belongs to."""
    with psycopg.connect(database_url(database)) as connection:
        return connection.execute("SELECT password, email FROM leads_user").fetchall()


def keep_passwords(database: str, hashes: list[tuple[str, str]]) -> None:
    """Give the people of a new story the passwords that they had: making them anew takes ten seconds."""
    with psycopg.connect(database_url(database)) as connection, connection.cursor() as cursor:
        cursor.executemany("UPDATE leads_user SET password = %s WHERE email = %s", hashes)


def worker_number() -> int:
    return int(os.environ.get("PYTEST_XDIST_WORKER", "gw0").removeprefix("gw")) % 3


@pytest.fixture(scope="package")
def playwright() -> Iterator[Playwright]:
    with pytest.MonkeyPatch.context() as patch, sync_playwright() as started:
        # Playwright keeps an event loop in this thread; journeys may still ask the database.
        patch.setenv("DJANGO_ALLOW_ASYNC_UNSAFE", "true")
        yield started


@pytest.fixture(scope="package")
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
        one.end()
    assert [complaint for one in walks for complaint in one.complaints] == []
