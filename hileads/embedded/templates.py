"""Databases copied from a migrated one in a tenth of a second, where migrating takes a quarter of a minute.

Works on any PostgreSQL whose role may create databases. One advisory lock lets one session at a time build, another
one copy or tidy up meanwhile; a third marks each copy as in use, so that a copy whose session was killed is recognised
and dropped.
"""

import hashlib
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path

import psycopg
from psycopg import sql

TEMPLATE_PREFIX = "hileads_template_"
COPY_PREFIX = "hileads_copy_"
BUILDING = "hileads_template_building"
TEMPLATES_KEPT = 3
MEETING_PLACE = "postgres"
EMPTY = "template1"
RIGHTS = (
    "hileads/database.py",
    "hileads/forgetting.py",
    "hileads/personal.py",
    "hileads/privacy/contributions.py",
)
PACKAGES = ("hileads", "induction", "learning_sets", "repository", "accountability")


def schema_hash(checkout: Path, installed_apps: Iterable[str] = ()) -> str:
    """Return a short name for what `migrate` would make: our migrations and rights, the packages' versions, the apps in use."""
    digest = hashlib.sha256("\n".join(installed_apps).encode())
    migrations = [path for name in PACKAGES for path in (checkout / name).rglob("migrations/*.py")]
    rights = [path for name in RIGHTS for path in checkout.glob(name)]
    told = [path for name in PACKAGES for path in (checkout / name).rglob("contributions/personal.py")]
    for path in [checkout / "requirements" / "base.txt", *rights, *sorted(told), *sorted(migrations)]:
        digest.update(path.relative_to(checkout).as_posix().encode())
        digest.update(path.read_bytes())
    return digest.hexdigest()[:16]


class TemplateDatabases:
    """The templates and their copies on one server."""

    def __init__(self, conninfo: str) -> None:
        # Advisory locks hold within one database, so everybody meets in the same one.
        self._connection = psycopg.connect(conninfo, dbname=MEETING_PLACE, autocommit=True)
        self._ours: set[str] = set()

    def copy(self, schema: str, name: str, build: Callable[[str], None], onto: str = "") -> str:
        """Return the name of a new copy of the template for this schema; `build(database)` fills a missing one.

        What is built begins empty, or as the template of the schema `onto`. The copy is ours for as long as this
        connection is open.
        """
        template, copy = TEMPLATE_PREFIX + schema, COPY_PREFIX + name
        if template not in self._names(TEMPLATE_PREFIX):
            with self._alone(BUILDING):
                if template not in self._names(TEMPLATE_PREFIX):
                    self._build(template, build, TEMPLATE_PREFIX + onto if onto else EMPTY)
                    self._drop_old_templates(template)
        with self._alone(COPY_PREFIX):
            self._drop_abandoned_copies()
            self._claim(copy)
            self._ours.add(copy)
            self._run("CREATE DATABASE {} TEMPLATE {}", copy, template)
        return copy

    def drop(self, name: str) -> None:
        """Drop a copy, ending whatever is still connected to it."""
        self._run("DROP DATABASE IF EXISTS {} WITH (FORCE)", name)

    def close(self) -> None:
        """Let go of the server, and of the copies that were not dropped."""
        self._connection.close()

    def _build(self, template: str, build: Callable[[str], None], beginning: str) -> None:
        """Build under another name, so that a template either is whole or is not there."""
        self.drop(BUILDING)
        self._run("CREATE DATABASE {} TEMPLATE {}", BUILDING, beginning)
        build(BUILDING)
        self._run("ALTER DATABASE {} RENAME TO {}", BUILDING, template)
        # Nothing may connect to a database while it is being copied, not even the server's own housekeeping.
        self._run("ALTER DATABASE {} ALLOW_CONNECTIONS false", template)

    def _drop_old_templates(self, newest: str) -> None:
        older = [name for name in self._names(TEMPLATE_PREFIX) if name != newest]
        for name in older[TEMPLATES_KEPT - 1 :]:
            self.drop(name)

    def _drop_abandoned_copies(self) -> None:
        for name in self._names(COPY_PREFIX):
            if name not in self._ours and self._claim(name):
                self.drop(name)
                self._connection.execute("SELECT pg_advisory_unlock(hashtextextended(%s, 0))", [name])

    def _claim(self, copy: str) -> bool:
        """Mark a copy as ours, unless a living session has."""
        row = self._connection.execute(
            "SELECT pg_try_advisory_lock(hashtextextended(%s, 0))", [copy]
        ).fetchone()
        return bool(row and row[0])

    def _names(self, prefix: str) -> list[str]:
        """List the databases with this prefix, newest first."""
        rows = self._connection.execute(
            "SELECT datname FROM pg_database WHERE starts_with(datname, %s) ORDER BY oid DESC", [prefix]
        )
        return [name for (name,) in rows]

    def _run(self, statement: str, *names: str) -> None:
        self._connection.execute(sql.SQL(statement).format(*map(sql.Identifier, names)))

    @contextmanager
    def _alone(self, work: str) -> Iterator[None]:
        self._connection.execute("SELECT pg_advisory_lock(hashtextextended(%s, 0))", [work])
        try:
            yield
        finally:
            self._connection.execute("SELECT pg_advisory_unlock(hashtextextended(%s, 0))", [work])
