"""The tests' database: migrated once for each state of the migrations, then copied for each worker."""

import os
import secrets
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import quote

import pytest
from django.conf import settings
from django.db import connections
from django.test import TransactionTestCase
from psycopg.conninfo import make_conninfo
from pytest_django.plugin import DjangoDbBlocker

from hileads.embedded.templates import TemplateDatabases, schema_hash

CHECKOUT = Path(__file__).resolve().parent.parent


@pytest.fixture(scope="session")
def django_db_setup(django_test_environment: None, django_db_blocker: DjangoDbBlocker) -> Iterator[None]:
    """Give this worker a copy of the migrated template, and drop it at the end."""
    with django_db_blocker.unblock():
        connection = connections["default"]
        original = connection.settings_dict["NAME"]
        databases = TemplateDatabases(make_conninfo(database_url(original)))
        schema = schema_hash(CHECKOUT, settings.INSTALLED_APPS)
        copy = databases.copy(schema, secrets.token_hex(6), migrate)
        connection.close()
        connection.settings_dict["NAME"] = copy
    yield
    with django_db_blocker.unblock():
        connections.close_all()
        connection.settings_dict["NAME"] = original
        databases.drop(copy)
        databases.close()


@pytest.fixture(scope="session", autouse=True)
def _no_test_empties_tables() -> Iterator[None]:
    """Refuse what asks pytest-django for `transactional_db`: its end empties every table, of what migrations wrote too."""

    def refuse(case: type[TransactionTestCase]) -> None:
        pytest.fail(
            "This test would empty the tables after it, for all later tests. Let it ask for `unwrapped`."
        )

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(TransactionTestCase, "_fixture_setup", classmethod(refuse))
        yield


@pytest.fixture
def own_database(django_db_setup: None, django_db_blocker: DjangoDbBlocker) -> Iterator[str]:
    """Return the address of a migrated database of this test's own, for processes that fill it for good."""
    databases = TemplateDatabases(make_conninfo(database_url(connections["default"].settings_dict["NAME"])))
    copy = databases.copy(schema_hash(CHECKOUT, settings.INSTALLED_APPS), secrets.token_hex(6), migrate)
    yield database_url(copy)
    databases.drop(copy)
    databases.close()


def migrate(database: str) -> None:
    """Migrate as the command does, in a process of its own, so that the tests get what a deployment gets."""
    subprocess.run(
        [sys.executable, "manage.py", "migrate", "--verbosity=0"],
        cwd=CHECKOUT,
        env=os.environ
        | {"DATABASE_URL": database_url(database), "DJANGO_SETTINGS_MODULE": "hileads.settings"},
        check=True,
    )


def database_url(name: str) -> str:
    """Return the address of a database on the tests' server."""
    server = settings.DATABASES["default"]
    user, password = quote(server["USER"], safe=""), quote(server["PASSWORD"], safe="")
    return f"postgresql://{user}:{password}@{server['HOST']}:{server['PORT'] or 5432}/{name}"
