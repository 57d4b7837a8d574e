"""What measurements stand on: a database of their own, the machine's size, and tables to print."""

import os
import platform
import secrets
import statistics
import sys
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import django
from django.conf import settings
from django.db import connection, connections
from psycopg.conninfo import make_conninfo

from hileads.embedded.templates import TemplateDatabases, schema_hash
from tests.database import CHECKOUT, database_url, migrate


@contextmanager
def own_database() -> Iterator[str]:
    """Work on a migrated, empty database, dropped at the end. Yields its address."""
    settings_dict = connections["default"].settings_dict
    original = settings_dict["NAME"]
    databases = TemplateDatabases(make_conninfo(database_url(original)))
    copy = databases.copy(
        schema_hash(CHECKOUT, settings.INSTALLED_APPS), f"bench_{secrets.token_hex(4)}", migrate
    )
    settings_dict["NAME"] = copy
    try:
        yield database_url(copy)
    finally:
        connections.close_all()
        settings_dict["NAME"] = original
        databases.drop(copy)
        databases.close()


def say(text: str = "") -> None:
    sys.stdout.write(f"{text}\n")
    sys.stdout.flush()


def table(heading: Sequence[str], rows: Sequence[Sequence[str]]) -> None:
    """Print a Markdown table that is also readable as it is."""
    widths = [max(len(row[column]) for row in [heading, *rows]) for column in range(len(heading))]
    for row in [heading, ["-" * width for width in widths], *rows]:
        say("| " + " | ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=True)) + " |")
    say()


def machine() -> str:
    """Return the size of this machine and the versions of what matters, in one sentence."""
    memory = Path("/proc/meminfo").read_text(encoding="ascii").split(maxsplit=2)[1]
    with connection.cursor() as cursor:
        cursor.execute("SHOW server_version")
        database = cursor.fetchone()[0]
    return (
        f"{os.cpu_count()} cores, {int(memory) / 1024 / 1024:.0f} GiB of memory, {platform.system()}, "
        f"Python {platform.python_version()}, Django {django.get_version()}, PostgreSQL {database}"
    )


def seconds_of(work: Callable[[], Any]) -> float:
    """Return how long one call takes."""
    start = time.perf_counter()
    work()
    return time.perf_counter() - start


def median_of(work: Callable[[], Any], times: int) -> float:
    """Return the median of how long `times` calls take, in seconds."""
    return statistics.median(seconds_of(work) for _ in range(times))


def milliseconds(seconds: float) -> str:
    return f"{seconds * 1000:,.0f} ms"
