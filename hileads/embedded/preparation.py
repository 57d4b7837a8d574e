"""What must be done before the portal can be shown, each step left out when it has been done already."""

import hashlib
from collections.abc import Callable, Iterable
from pathlib import Path

from django.contrib.staticfiles.finders import get_finders
from django.core.management import call_command
from django.db import connection
from django.db.migrations.executor import MigrationExecutor

from hileads.database import as_owner, secure
from hileads.embedded.templates import PACKAGES

SOURCES = ("*.py", "*.csv", "*.yaml", "*.yml", "*.json", "*.md")


def migrate_if_needed() -> None:
    """Bring the database's tables up to date, and the rights of the portal's own role to them."""
    with as_owner():
        executor = MigrationExecutor(connection)
        if executor.migration_plan(executor.loader.graph.leaf_nodes()):
            call_command("migrate", verbosity=0)
        else:
            secure()


def load_if_changed(checkout: Path, stamps: Path) -> None:
    """Load the reference data and the demo's story, unless this very database has them from these very files."""
    sources = (
        path for package in PACKAGES for pattern in SOURCES for path in (checkout / package).rglob(pattern)
    )
    once(stamps / "loaded", signature(sources, _database_identity()), _load)


def collect_static_if_changed(static_root: Path, requirements: Path, stamps: Path) -> None:
    """Put the static files where the web server serves them from."""
    own = (Path(storage.path(name)) for finder in get_finders() for name, storage in finder.list([]))
    wanted = signature(own, requirements.read_text())
    done = stamps / "static"
    if not static_root.is_dir():
        done.unlink(missing_ok=True)
    once(done, wanted, lambda: call_command("collectstatic", interactive=False, clear=True, verbosity=0))


def once(stamp: Path, wanted: str, do: Callable[[], object]) -> None:
    """Do something unless it was done to the end for the same inputs."""
    if stamp.exists() and stamp.read_text() == wanted:
        return
    stamp.unlink(missing_ok=True)
    do()
    stamp.write_text(wanted)


def signature(files: Iterable[Path], *more: str) -> str:
    """Return a short text that changes when one of the files does; looks at times and sizes, not inside."""
    digest = hashlib.sha256("\n".join(more).encode())
    for path in sorted(set(files)):
        facts = path.stat()
        digest.update(f"{path}:{facts.st_size}:{facts.st_mtime_ns}\n".encode())
    return digest.hexdigest()


def _load() -> None:
    call_command("load_reference")
    call_command("load_demo")


def _database_identity() -> str:
    """Name the database for good: a server, and a database in it that is made anew gets another number."""
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT system_identifier, oid FROM pg_control_system(), pg_database WHERE datname = current_database()"
        )
        return str(cursor.fetchone())
