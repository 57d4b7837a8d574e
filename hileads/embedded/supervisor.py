"""The one process that starts a server, watches it, and stops it when nobody needs it any more.

Whoever needs the server holds its lease, a shared lock that the kernel drops when its holder dies. The supervisor
tries now and then to take the lease for itself alone: when that succeeds, nobody is left. It stops while it holds
both the lease and the start lock, so that a command which comes at that moment waits and then starts afresh.
"""

import os
import signal
import sys
import time
from pathlib import Path
from types import FrameType

from hileads.embedded.accounts import server_account
from hileads.embedded.errors import EmbeddedServerError
from hileads.embedded.places import Places
from hileads.embedded.postgres_server import PostgresServer
from hileads.embedded.redis_server import RedisServer
from hileads.embedded.server import Server

SERVERS: dict[str, type[Server]] = {"postgres": PostgresServer, "redis": RedisServer}
READY = "ready"
IDLE_SECONDS = 3.0
POLL_SECONDS = 0.2
PREDECESSOR_SECONDS = 30.0
STOP_SIGNALS = (signal.SIGTERM, signal.SIGINT)
# A command that ends everything it started, such as the demo, asks not to wait for stragglers.
HURRY_SIGNAL = signal.SIGUSR1


class Supervisor:
    """Keeps one server running for as long as somebody holds its lease."""

    def __init__(self, server: Server) -> None:
        self.server = server
        self.places = server.places
        self.lock = self.places.supervisor_lock()
        self.lease = self.places.lease()
        self.start_lock = self.places.start_lock()
        self._told_to_stop = False
        self._patience = IDLE_SECONDS

    def start(self) -> None:
        """Start the server and publish its address; end quietly if another supervisor is at work."""
        signal.signal(signal.SIGHUP, signal.SIG_IGN)
        signal.signal(HURRY_SIGNAL, self._hurry)
        for name in STOP_SIGNALS:
            signal.signal(name, self._stop_soon)
        if not self.lock.exclude(within_seconds=PREDECESSOR_SECONDS):
            raise EmbeddedServerError(f"Another process goes on starting {self.server.program}. Try again.")
        self.places.withdraw()
        self.server.start()
        self.places.publish(self.server.url)

    def watch(self) -> None:
        """Return when the server is no longer needed, was told to stop, has died, or has lost its folder."""
        needed_at = time.monotonic()
        while self.server.is_running() and self.lock.is_in_place() and not self._told_to_stop:
            time.sleep(POLL_SECONDS)
            if self.lease.exclude():
                self.lease.unlock()
            else:
                needed_at = time.monotonic()
            if time.monotonic() - needed_at >= self._patience and self._nobody_comes():
                return

    def stop(self) -> None:
        """Stop the server and withdraw its address."""
        self.places.withdraw()
        self.server.stop()

    def _nobody_comes(self) -> bool:
        """Close the door: take both locks until the end of the process, or neither."""
        if not self.start_lock.exclude():
            return False
        if self.lease.exclude():
            return True
        self.start_lock.unlock()
        return False

    def _stop_soon(self, _number: int, _frame: FrameType | None) -> None:
        self._told_to_stop = True

    def _hurry(self, _number: int, _frame: FrameType | None) -> None:
        self._patience = 0.0


def supervise(server: str, home: Path) -> int:
    """Run a server until nobody needs it; the first line on standard output says that it is ready, or why not."""
    detach()
    try:
        places = Places(home, server)
        supervisor = Supervisor(SERVERS[server](places, server_account(places.checkout)))
        supervisor.start()
    except EmbeddedServerError as error:
        report(str(error))
        return 1
    report(READY)
    supervisor.watch()
    supervisor.stop()
    return 0


def detach() -> None:
    """Leave the starting command's session and parenthood, so that it may end without us."""
    if os.fork() != 0:
        os._exit(0)
    os.setsid()
    os.chdir("/")


def report(text: str) -> None:
    """Tell the waiting command how it went, and let it go; it may be gone already."""
    try:
        sys.stdout.write(text)
        sys.stdout.flush()
    except BrokenPipeError:
        pass
    nowhere = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nowhere, sys.stdout.fileno())
    os.close(nowhere)
