"""What the supervisor needs to know of a server, whichever it is."""

import os
import signal
import socket
import subprocess
import time
from abc import ABC, abstractmethod
from pathlib import Path
from typing import IO

from hileads.embedded.accounts import Account
from hileads.embedded.errors import EmbeddedServerError
from hileads.embedded.leftovers import end_leftovers
from hileads.embedded.lifeline import end_with_parent
from hileads.embedded.places import Places

HOST = "127.0.0.1"
START_ATTEMPTS = 3
START_SECONDS = 90.0
STOP_SECONDS = 30.0
PRIVATE = 0o077


class Server(ABC):
    """One server: its data, its command line, and how to start and stop it.

    It listens on TCP on the loopback address alone and asks for a password. A socket file would need neither, but
    its path may hold no more than about 100 characters, which a checkout's folder can exceed.
    """

    program: str
    stop_signal: signal.Signals

    def __init__(self, places: Places, account: Account | None) -> None:
        self.places = places
        self.account = account
        self.port = 0
        self._process: subprocess.Popen[bytes] | None = None

    @abstractmethod
    def prepare(self) -> None:
        """Make the data folder ready, whatever state the last run left it in."""

    @abstractmethod
    def command(self) -> list[str]:
        """Return the command that starts the server in the foreground on `self.port`."""

    @abstractmethod
    def is_ready(self, process: int) -> bool:
        """Say whether this process of ours answers."""

    @property
    @abstractmethod
    def url(self) -> str:
        """Return the address, password included."""

    @property
    def configuration(self) -> str | None:
        """Return what the server reads on its standard input."""
        return None

    def start(self) -> None:
        """Start the server and wait until it answers; choose another port when the first is taken."""
        end_leftovers(self.places.data, self.program)
        self.prepare()
        ports = [self.places.remembered_port(), *[None] * START_ATTEMPTS]
        for port in ports:
            self.port = free_port(port)
            if self._start_once():
                self.places.remember_port(self.port)
                return
        raise EmbeddedServerError(
            f"The development server {self.program} did not start. The end of {self.places.log} says:\n\n"
            f"{self.places.log_tail()}"
        )

    def is_running(self) -> bool:
        """Say whether the process we started still lives."""
        return self._process is not None and self._process.poll() is None

    def stop(self) -> None:
        """Stop the server, giving it time to write everything down."""
        if self._process is None:
            return
        for name in (self.stop_signal, signal.SIGQUIT, signal.SIGKILL):
            if self._process.poll() is not None:
                return
            self._process.send_signal(name)
            try:
                self._process.wait(STOP_SECONDS)
            except subprocess.TimeoutExpired:
                continue

    def as_account(self, command: list[str], *, said: IO[str] | None = None, text: str = "") -> int:
        """Run a program to its end as the servers' user, what it says going to the log; return its exit status."""
        return subprocess.run(
            command,
            input=text.encode(),
            stdout=said,
            stderr=said,
            check=False,
            cwd="/",
            env=self._environment(),
            umask=PRIVATE,
            user=self._user,
            group=self._group,
            extra_groups=self._extra_groups,
        ).returncode

    def _start_once(self) -> bool:
        """Start the server on `self.port`; say whether it came to answer."""
        with self.places.log.open("ab") as log:
            self._process = subprocess.Popen(
                self.command(),
                stdin=subprocess.PIPE,
                stdout=log,
                stderr=log,
                preexec_fn=end_with_parent(self.stop_signal),  # noqa: PLW1509  this process has no threads
                start_new_session=True,
                cwd="/",
                env=self._environment(),
                umask=PRIVATE,
                user=self._user,
                group=self._group,
                extra_groups=self._extra_groups,
            )
        assert self._process.stdin is not None  # noqa: S101
        with self._process.stdin as stdin:
            stdin.write((self.configuration or "").encode())
        deadline = time.monotonic() + START_SECONDS
        while self.is_running() and time.monotonic() < deadline:
            if self.is_ready(self._process.pid):
                return True
            time.sleep(0.02)
        self.stop()
        return False

    @property
    def _user(self) -> int | None:
        return self.account.uid if self.account else None

    @property
    def _group(self) -> int | None:
        return self.account.gid if self.account else None

    @property
    def _extra_groups(self) -> list[int] | None:
        return [] if self.account else None

    def _environment(self) -> dict[str, str]:
        """Return the environment for a program: nothing of the caller's may change how it behaves."""
        return {"PATH": os.environ.get("PATH", os.defpath), "LC_ALL": "C", "TZ": "UTC"}


def free_port(wanted: int | None) -> int:
    """Return the wanted port if nobody has it, else one that the system chooses."""
    for port in (wanted or 0, 0):
        with socket.socket(socket.AF_INET, socket.SOCK_STREAM) as probe:
            probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            try:
                probe.bind((HOST, port))
            except OSError:
                continue
            return int(probe.getsockname()[1])
    raise EmbeddedServerError("This machine has no free port on its loopback address.")


def sync_folder(folder: Path) -> None:
    """Make a rename in this folder survive a power cut."""
    descriptor = os.open(folder, os.O_RDONLY | os.O_DIRECTORY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)
