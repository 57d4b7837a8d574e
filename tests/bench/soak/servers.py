"""A database server and a queue that nobody else uses, so that they can be stopped in the middle."""

import secrets
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from urllib.parse import unquote, urlsplit

from django.conf import settings
from django.db import connections
from psycopg.conninfo import make_conninfo

from hileads.embedded.servers import connection_urls, release_and_wait
from hileads.embedded.templates import TemplateDatabases, schema_hash
from tests.database import CHECKOUT, database_url, migrate

PLACE = CHECKOUT / ".local" / "soak"


@dataclass
class Servers:
    """PostgreSQL and Redis, each in a folder of its own. A server that was stopped comes back on the same port."""

    database: str = field(init=False)
    redis: str = field(init=False)

    def start_database(self) -> None:
        self.database = connection_urls(PLACE / "postgres", want_redis=False).database or ""

    def start_redis(self) -> None:
        self.redis = connection_urls(PLACE / "redis", want_postgres=False).redis or ""

    def stop_database(self) -> None:
        _stop(PLACE / "postgres")

    def stop_redis(self) -> None:
        _stop(PLACE / "redis")


def _stop(home: Path) -> None:
    if not release_and_wait(home):
        raise SystemExit(f"Somebody else uses the servers in {home}.")


@contextmanager
def own_servers() -> Iterator[Servers]:
    """Start both, and let this process's Django work with that database server."""
    servers = Servers()
    servers.start_database()
    servers.start_redis()
    parts = urlsplit(servers.database)
    settings.DATABASES["default"].update(
        USER=unquote(parts.username or ""),
        PASSWORD=unquote(parts.password or ""),
        HOST=parts.hostname,
        PORT=parts.port,
        NAME=parts.path.strip("/"),
    )
    connections["default"].settings_dict.update(settings.DATABASES["default"])
    try:
        yield servers
    finally:
        connections.close_all()
        servers.stop_database()
        servers.stop_redis()


@contextmanager
def fresh_database() -> Iterator[str]:
    """Work on a migrated, empty database, dropped at the end, even if its server was started anew. Yields its address."""
    settings_dict = connections["default"].settings_dict
    original = settings_dict["NAME"]
    templates = TemplateDatabases(make_conninfo(database_url(original)))
    copy = templates.copy(
        schema_hash(CHECKOUT, settings.INSTALLED_APPS), f"soak_{secrets.token_hex(4)}", migrate
    )
    templates.close()
    settings_dict["NAME"] = copy
    try:
        yield database_url(copy)
    finally:
        connections.close_all()
        settings_dict["NAME"] = original
        templates = TemplateDatabases(make_conninfo(database_url(original)))
        templates.drop(copy)
        templates.close()
