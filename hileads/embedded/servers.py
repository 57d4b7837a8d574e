"""The addresses of PostgreSQL and Redis in development: started by the first command that asks, shared by all.

A command holds a lease on each server for as long as it lives. The last lease to end stops the server.
"""

import os
import select
import subprocess
import sys
import time
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from hileads.embedded.accounts import refuse_unreachable, server_account
from hileads.embedded.errors import EmbeddedServerError
from hileads.embedded.locks import FileLock
from hileads.embedded.places import Places
from hileads.embedded.programs import postgres_programs, redis_program
from hileads.embedded.supervisor import HURRY_SIGNAL, READY

START_SECONDS = 180.0
STOP_SECONDS = 60.0
LEASE_SECONDS = 1.0
POLL_SECONDS = 0.05
LOG_BYTES = 5_000_000

_leases: dict[Places, FileLock] = {}


@dataclass(frozen=True)
class ServerUrls:
    """Addresses for DATABASE_URL and REDIS_URL; None for a server that was not asked for."""

    database: str | None
    redis: str | None


def connection_urls(home: Path, *, want_postgres: bool = True, want_redis: bool = True) -> ServerUrls:
    """Return where the servers of this home folder can be reached, starting those that do not run.

    They stay for as long as this process or a child forked from it lives. Calling it again is cheap, and starts anew
    a server that has died. Test data belongs in a home folder `.local/test`, which is faster and may be lost.
    """
    wanted = [name for name, want in (("postgres", want_postgres), ("redis", want_redis)) if want]
    every = [Places(home.absolute(), name) for name in wanted]
    if any(places.published() is None for places in every):
        refuse_private_folder(every)
    requests = [_Request(places) for places in every]
    urls = {request.places.server: request.answer() for request in requests}
    return ServerUrls(urls.get("postgres"), urls.get("redis"))


def refuse_private_folder(every: list[Places]) -> None:
    """Stop, before anything is written, where root's servers could not reach their programs or their data."""
    if os.geteuid() != 0 or not every:
        return
    programs = [
        redis_program() if places.server == "redis" else postgres_programs() / "postgres" for places in every
    ]
    checkout = every[0].checkout
    refuse_unreachable([checkout, *programs], server_account(checkout))


def release(home: Path) -> None:
    """Let go of the leases that this process holds on the servers of this home folder."""
    for places in [places for places in _leases if places.home == home.absolute()]:
        _leases.pop(places).release()


def release_and_wait(home: Path) -> bool:
    """Let go of the servers and wait until they have stopped; say False if others still use them."""
    release(home)
    stopped = True
    for name in ("postgres", "redis"):
        stopped = _wait_until_stopped(Places(home.absolute(), name)) and stopped
    return stopped


class _Request:
    """One wish for one server: takes the lease, starts the server if it must, and says where it is."""

    def __init__(self, places: Places) -> None:
        self.places = places
        self._start_lock: FileLock | None = None
        self._launcher: subprocess.Popen[bytes] | None = None
        places.make_folders()
        self._hold_lease()
        if places.published() is None:
            self._begin()

    def answer(self) -> str:
        """Wait until the server can be reached, and return its address."""
        report = self._report() if self._launcher else ""
        if self._start_lock is not None:
            self._start_lock.release()
        state = self.places.published()
        if state is None:
            raise EmbeddedServerError(
                report.removeprefix(READY)
                or f"{self.places.server} stopped as soon as it started. The end of {self.places.log} says:\n\n"
                f"{self.places.log_tail()}"
            )
        return str(state["url"])

    def _hold_lease(self) -> None:
        held = _leases.get(self.places)
        if held is not None and held.is_in_place():
            return
        lease = self.places.lease()
        if not lease.share(within_seconds=STOP_SECONDS):
            raise EmbeddedServerError(
                f"{self.places.server} has been stopping for {STOP_SECONDS:.0f} seconds. Try again."
            )
        _leases[self.places] = lease

    def _begin(self) -> None:
        """Start a supervisor, unless another command that holds the start lock has just done so."""
        self._start_lock = self.places.start_lock()
        if not self._start_lock.exclude(within_seconds=START_SECONDS):
            raise EmbeddedServerError(
                f"Another command has been starting {self.places.server} for too long. Try again."
            )
        if self.places.published() is None:
            self._launcher = _launch(self.places)

    def _report(self) -> str:
        """Return what the supervisor reports: that it is ready, or why not."""
        launcher = self._launcher
        if launcher is None or launcher.stdout is None:
            return ""
        with launcher.stdout as pipe:
            said = b""
            deadline = time.monotonic() + START_SECONDS
            while select.select([pipe], [], [], max(0.0, deadline - time.monotonic()))[0]:
                part = os.read(pipe.fileno(), 65536)
                if not part:
                    break
                said += part
        launcher.wait()
        return said.decode()


def _launch(places: Places) -> subprocess.Popen[bytes]:
    """Start a supervisor, which at once leaves this process for good."""
    mode = "ab" if places.log.exists() and places.log.stat().st_size < LOG_BYTES else "wb"
    arguments = ["supervise", places.server, str(places.home)]
    with places.log.open(mode) as log:
        return subprocess.Popen(
            [sys.executable, str(Path(__file__).parent), *arguments],
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=log,
        )


def _wait_until_stopped(places: Places) -> bool:
    """Ask the supervisor not to tarry, and wait until it is gone; say False if others hold the lease."""
    deadline = time.monotonic() + STOP_SECONDS
    while (state := places.published()) is not None and time.monotonic() < deadline:
        lease = places.lease()
        free = lease.exclude(within_seconds=LEASE_SECONDS)
        lease.release()
        if not free and places.published() is not None:
            return False
        with suppress(ProcessLookupError):
            os.kill(int(state["supervisor"]), HURRY_SIGNAL)
        time.sleep(POLL_SECONDS)
    while places.is_supervised() and time.monotonic() < deadline:
        time.sleep(POLL_SECONDS)
    return not places.is_supervised()
