"""The processes that make up the portal on one machine, and whether they are ready."""

import http.client
import os
import select
import signal
import sys
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from types import FrameType
from typing import Self

from hileads.embedded.errors import EmbeddedServerError
from hileads.embedded.processes import Part
from hileads.embedded.servers import ServerUrls, connection_urls

HOST = "127.0.0.1"
WEB_THREADS = 8
ANSWER_SECONDS = 2.0
ROOT_WARNING = "ignore:You're running the worker with superuser privileges"


def web_server(descriptor: int) -> Part:
    """Return the web server as in production, on a socket that is already open."""
    options = ["--workers=1", f"--threads={WEB_THREADS}", "--log-level=warning", "--no-control-socket"]
    return Part(
        "web", [sys.executable, "-m", "gunicorn", "hileads.wsgi", f"--bind=fd://{descriptor}", *options]
    )


def development_server(port: str) -> Part:
    """Return Django's server, which reloads changed code and explains errors."""
    return Part("web", [sys.executable, "manage.py", "runserver", f"{HOST}:{port}"])


def background_parts(run: Path) -> list[Part]:
    """Return the worker and the scheduler; they restart on change where the web server reloads."""
    celery = [sys.executable, "-m", "celery", "--app=hileads", "--quiet"]
    worker = ["worker", "--loglevel=WARNING", "--concurrency=2", "--without-gossip", "--without-mingle"]
    beat = ["beat", "--loglevel=WARNING", f"--schedule={run / 'beat'}", "--pidfile="]
    return [
        Part("worker", [*celery, *worker], restart_on_change=True),
        Part("beat", [*celery, *beat], restart_on_change=True),
    ]


def environment(**changes: str) -> dict[str, str]:
    """Return the environment for the parts: ours, with output unbuffered and a warning for servers left out."""
    return os.environ | {"PYTHONUNBUFFERED": "1", "PYTHONWARNINGS": ROOT_WARNING} | changes


class ReadyCheck:
    """Asks once and then listens: the web server answers when it has started, however long that takes."""

    def __init__(self, port: str) -> None:
        self.port = port
        self._connection: http.client.HTTPConnection | None = None

    def __call__(self) -> bool:
        """Say whether the portal has answered that it is ready, without waiting."""
        try:
            connection = self._connection = self._connection or self._ask()
            if not select.select([connection.sock], [], [], 0)[0]:
                return False
            with connection.getresponse() as response:
                ready = response.status == http.HTTPStatus.OK
        except (OSError, http.client.HTTPException):
            ready = False
        self._hang_up()
        return ready

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self._hang_up()

    def _hang_up(self) -> None:
        if self._connection is not None:
            self._connection.close()
            self._connection = None

    def _ask(self) -> http.client.HTTPConnection:
        connection = http.client.HTTPConnection(HOST, int(self.port), timeout=ANSWER_SECONDS)
        connection.request("GET", "/health/ready", headers={"Host": f"localhost:{self.port}"})
        return connection


class EmbeddedServers:
    """The embedded servers that a long-running command depends on, and starts again should they be killed."""

    def __init__(self, home: Path, environ: Mapping[str, str]) -> None:
        self.home = home
        self.want_postgres = not environ.get("DATABASE_URL")
        self.want_redis = not environ.get("REDIS_URL")
        self._urls = self._connect()

    def keep_running(self) -> None:
        """Start again what has died; they come back at the same address, so that the parts find them."""
        if self._connect() != self._urls:
            raise EmbeddedServerError(
                "A development server had to move to another port. Start the command again."
            )

    def _connect(self) -> ServerUrls:
        return connection_urls(self.home, want_postgres=self.want_postgres, want_redis=self.want_redis)


@contextmanager
def stop_signals_interrupt() -> Iterator[None]:
    """Let a stop signal end the preparations just as Ctrl-C does."""

    def interrupt(_number: int, _frame: FrameType | None) -> None:
        raise KeyboardInterrupt

    before = {name: signal.signal(name, interrupt) for name in (signal.SIGTERM, signal.SIGHUP)}
    try:
        yield
    finally:
        for name, handler in before.items():
            signal.signal(name, handler)
