"""Where an embedded server keeps its things, and how it says where it can be reached."""

import json
import os
import secrets
from dataclasses import dataclass
from pathlib import Path

from hileads.embedded.errors import EmbeddedServerError
from hileads.embedded.locks import FileLock, is_held

TEST_HOME = (".local", "test")


@dataclass(frozen=True)
class Places:
    """The files and folders of one server ("postgres" or "redis") under one home folder such as `.local`."""

    home: Path
    server: str

    @property
    def durable(self) -> bool:
        """Whether data must survive a power cut: everywhere but in `.local/test`, where speed counts."""
        return self.home.parts[-2:] != TEST_HOME

    @property
    def data(self) -> Path:
        """The server's own data folder."""
        return self.home / self.server

    @property
    def run(self) -> Path:
        """Locks, addresses and logs: nothing that is missed when it is deleted."""
        return self.home / "run"

    @property
    def log(self) -> Path:
        """What the server and its supervisor say."""
        return self.run / f"{self.server}.log"

    @property
    def state(self) -> Path:
        """Where the running server says how to reach it; absent when none runs."""
        return self.run / f"{self.server}.json"

    @property
    def checkout(self) -> Path:
        """The folder that holds the home folder, or the `.local` folder around it; its rights are never touched."""
        local = next((parent for parent in self.home.parents if parent.name == ".local"), self.home)
        return local.parent

    def make_folders(self) -> None:
        """Make the home and run folders, so that the servers' user may pass through the one but not see the other."""
        try:
            self.home.mkdir(parents=True, exist_ok=True)
            if os.geteuid() == 0:
                for folder in [self.home, *self.home.parents]:
                    if folder == self.checkout:
                        break
                    folder.chmod(folder.stat().st_mode | 0o011)
            self.run.mkdir(mode=0o700, exist_ok=True)
        except OSError as error:
            raise cannot_write(self.home, error) from error

    def lease(self) -> FileLock:
        """Shared by everyone who needs the server; when nobody holds it the server stops."""
        return self._lock("lease")

    def start_lock(self) -> FileLock:
        """Held alone while the server is being started or stopped."""
        return self._lock("start")

    def supervisor_lock(self) -> FileLock:
        """Held alone by the supervisor for as long as it lives."""
        return self._lock("supervisor")

    def is_supervised(self) -> bool:
        """Say whether a supervisor lives."""
        return is_held(self.run / f"{self.server}.supervisor")

    def publish(self, url: str) -> None:
        """Say that the server is ready and where."""
        _write_private(self.state, json.dumps({"supervisor": os.getpid(), "url": url}))

    def published(self) -> dict[str, str | int] | None:
        """Return what the living supervisor published, or None while no server is ready."""
        try:
            state: dict[str, str | int] = json.loads(self.state.read_text())
        except FileNotFoundError:
            return None
        except PermissionError as error:
            raise cannot_write(self.run, error) from error
        return state if self.is_supervised() else None

    def withdraw(self) -> None:
        """Say that the server can no longer be reached."""
        self.state.unlink(missing_ok=True)

    def password(self) -> str:
        """Return the server's password, made on first use: other users of this machine can reach its port too."""
        if not self.has_password():
            _write_private(self._password, secrets.token_urlsafe(24))
        return self._password.read_text()

    def has_password(self) -> bool:
        """Say whether a password was made already."""
        return self._password.exists()

    def remembered_port(self) -> int | None:
        """Return the port of last time, so that whoever was connected before a crash finds the server again."""
        try:
            return int((self.run / f"{self.server}.port").read_text())
        except (FileNotFoundError, ValueError):
            return None

    def remember_port(self, port: int) -> None:
        """Keep the port for next time."""
        (self.run / f"{self.server}.port").write_text(str(port))

    def log_tail(self, lines: int = 8) -> str:
        """Return the last lines of the log, for an error message."""
        try:
            return "\n".join(self.log.read_text(errors="replace").splitlines()[-lines:])
        except FileNotFoundError:
            return ""

    @property
    def _password(self) -> Path:
        return self.home / f"{self.server}.password"

    def _lock(self, purpose: str) -> FileLock:
        try:
            return FileLock(self.run / f"{self.server}.{purpose}")
        except OSError as error:
            raise cannot_write(self.run, error) from error


def _write_private(path: Path, text: str) -> None:
    """Write a file that only its owner may read, whole or not at all, and safe from a power cut."""
    fresh = path.with_name(f"{path.name}.{os.getpid()}")
    with open(os.open(fresh, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600), "w") as file:  # noqa: PTH123
        file.write(text)
        file.flush()
        os.fsync(file.fileno())
    fresh.rename(path)


def cannot_write(folder: Path, error: OSError) -> EmbeddedServerError:
    """Say why a folder cannot be used, in words that lead to the remedy."""
    return EmbeddedServerError(
        f"The development servers cannot keep their files in {folder}: {(error.strerror or str(error)).lower()}.\n"
        "Use a checkout in a folder that you may write to (if another user, such as root, made the .local folder, "
        "ask them to hand it over or to remove it), or set DATABASE_URL and REDIS_URL."
    )
