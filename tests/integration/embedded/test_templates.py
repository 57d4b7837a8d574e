"""A migrated database is made once, copied quickly, and tidied away."""

import secrets
from collections.abc import Iterator
from pathlib import Path

import psycopg
import pytest
from django.conf import settings
from psycopg.conninfo import make_conninfo

from hileads.embedded import templates
from hileads.embedded.templates import TemplateDatabases, schema_hash
from tests.database import database_url


@pytest.fixture
def server(monkeypatch: pytest.MonkeyPatch) -> Iterator[str]:
    """The tests' server, on which this test's databases have names of their own."""
    mark = f"try_{secrets.token_hex(4)}_"
    monkeypatch.setattr(templates, "TEMPLATE_PREFIX", f"{mark}template_")
    monkeypatch.setattr(templates, "COPY_PREFIX", f"{mark}copy_")
    monkeypatch.setattr(templates, "BUILDING", f"{mark}template_building")
    conninfo = make_conninfo(database_url(settings.DATABASES["default"]["NAME"]))
    yield conninfo
    databases = TemplateDatabases(conninfo)
    for name in names(conninfo, mark):
        databases.drop(name)
    databases.close()


def names(conninfo: str, prefix: str) -> list[str]:
    """List the databases whose names begin so."""
    with psycopg.connect(conninfo) as connection:
        rows = connection.execute("SELECT datname FROM pg_database WHERE starts_with(datname, %s)", [prefix])
        return sorted(name for (name,) in rows)


def build(database: str) -> None:
    """Migrate, in a manner of speaking."""
    with psycopg.connect(database_url(database)) as connection:
        connection.execute("CREATE TABLE migrated ()")


def refuse_to_build(database: str) -> None:
    """Fail a test in which nothing is to be built."""
    pytest.fail(f"{database} was built although there was a template")


def test_the_template_is_built_once_and_each_copy_is_its_own(server: str) -> None:
    databases = TemplateDatabases(server)
    first = databases.copy("a", "one", build)
    second = databases.copy("a", "two", refuse_to_build)
    with psycopg.connect(database_url(first)) as connection:
        connection.execute("DROP TABLE migrated")
    with psycopg.connect(database_url(second)) as connection:
        assert connection.execute("SELECT count(*) FROM migrated").fetchone() == (0,)
    databases.drop(first)
    databases.close()
    assert names(server, templates.COPY_PREFIX) == [second]


def test_a_template_may_begin_as_another(server: str) -> None:
    def fill(database: str) -> None:
        with psycopg.connect(database_url(database)) as connection:
            connection.execute("CREATE TABLE filled AS TABLE migrated")

    databases = TemplateDatabases(server)
    databases.copy("a", "migrated", build)
    filled = databases.copy("b", "filled", fill, onto="a")
    with psycopg.connect(database_url(filled)) as connection:
        assert connection.execute("SELECT count(*) FROM filled").fetchone() == (0,)
    databases.close()


def test_nobody_waits_for_the_building_of_a_template_they_do_not_need(server: str) -> None:
    impatient = TemplateDatabases(make_conninfo(server, options="-c lock_timeout=10s"))
    impatient.copy("a", "before", build)
    builder = TemplateDatabases(server)
    builder.copy("b", "slow", lambda database: impatient.drop(impatient.copy("a", "meanwhile", build)))
    impatient.close()
    builder.close()


def test_copies_of_a_session_that_was_killed_are_dropped_and_those_of_a_living_one_are_not(
    server: str,
) -> None:
    killed, living, new = (TemplateDatabases(server) for _ in range(3))
    abandoned = killed.copy("a", "abandoned", build)
    used = living.copy("a", "used", build)
    killed.close()
    fresh = new.copy("a", "fresh", build)
    assert abandoned not in names(server, templates.COPY_PREFIX)
    assert names(server, templates.COPY_PREFIX) == sorted([used, fresh])
    living.close()
    new.close()


def test_old_templates_are_dropped(server: str) -> None:
    databases = TemplateDatabases(server)
    for schema in ("a", "b", "c", "d", "e"):
        databases.copy(schema, f"of_{schema}", build)
    assert names(server, templates.TEMPLATE_PREFIX) == [
        f"{templates.TEMPLATE_PREFIX}{schema}" for schema in "cde"
    ]
    databases.close()


def test_a_build_that_failed_leaves_no_template(server: str) -> None:
    databases = TemplateDatabases(server)

    def fail(database: str) -> None:
        build(database)
        raise RuntimeError("a migration went wrong")

    with pytest.raises(RuntimeError):
        databases.copy("a", "one", fail)
    assert databases.copy("a", "one", build)
    databases.close()


def test_the_schema_s_name_changes_with_a_migration_a_version_or_an_app(tmp_path: Path) -> None:
    for part in ("requirements/base.txt", "induction/migrations/0001_tables.py"):
        (tmp_path / part).parent.mkdir(parents=True)
        (tmp_path / part).write_text("at first")
    seen = {schema_hash(tmp_path), schema_hash(tmp_path, ["another.app"])}
    (tmp_path / "requirements" / "base.txt").write_text("other==1")
    seen.add(schema_hash(tmp_path))
    (tmp_path / "induction" / "migrations" / "0002_more.py").write_text("")
    seen.add(schema_hash(tmp_path))
    assert len(seen) == 4
    assert schema_hash(tmp_path) in seen
