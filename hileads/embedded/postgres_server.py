"""A PostgreSQL of our own: made once, started on a loopback port, safe to kill at any moment."""

import shutil
import signal
from pathlib import Path

from hileads.embedded.errors import EmbeddedServerError
from hileads.embedded.leftovers import can_see_processes
from hileads.embedded.programs import postgres_programs
from hileads.embedded.server import HOST, Server, sync_folder

ROLE = DATABASE = "hileads"
HOST_RULES = "host all all 127.0.0.1/32 scram-sha-256\n"
BOOT_IDENTITY = Path("/proc/sys/kernel/random/boot_id")
SETTINGS = {
    "listen_addresses": HOST,
    "unix_socket_directories": "",
    "timezone": "UTC",
    "log_timezone": "UTC",
    "log_checkpoints": "off",
    # One machine, no replicas: the write-ahead log is for recovery only.
    "wal_level": "minimal",
    "max_wal_senders": "0",
    # Three worker processes less; the data fits in memory.
    "io_method": "sync",
}
# Test data may be lost with the machine, and is then made anew.
DISPOSABLE_SETTINGS = {
    "fsync": "off",
    "full_page_writes": "off",
    "synchronous_commit": "off",
    "checkpoint_timeout": "1h",
    "max_wal_size": "4GB",
}


class PostgresServer(Server):
    """PostgreSQL with the role and database `hileads`, in UTF-8, with the contributed extensions at hand."""

    program = "postgres"
    stop_signal = signal.SIGINT  # "fast": ends sessions, then writes everything down

    @property
    def url(self) -> str:
        """Return the address for DATABASE_URL."""
        return f"postgresql://{ROLE}:{self.places.password()}@{HOST}:{self.port}/{DATABASE}"

    def prepare(self) -> None:
        """Make the data folder if there is none; refuse the data of another PostgreSQL version."""
        if not self.places.durable and not self._is_trustworthy():
            shutil.rmtree(self.places.data)
        if not self.places.data.exists():
            self._initialise()
        elif self._data_version() != self._program_version():
            raise EmbeddedServerError(
                f"{self.places.data} was made by PostgreSQL {self._data_version()}, "
                f"but PostgreSQL {self._program_version()} is installed now.\n"
                "Dump it with the old version if you need the data, then move the folder away and start again."
            )
        if self.account is not None and self.places.data.stat().st_uid != self.account.uid:
            self.account.own_all(self.places.data)
        if can_see_processes():
            # Leftovers were ended before, so this file tells of a process long gone, whose number another process
            # may have by now: PostgreSQL would take that one for its own and refuse to start.
            (self.places.data / "postmaster.pid").unlink(missing_ok=True)
        if not self.places.has_password():
            self._set_password(self.places.data)
        self._boot_note.write_text(_boot_identity())

    def stop(self) -> None:
        """Stop, and note that all was written down."""
        super().stop()
        if self._process is not None and self._process.returncode == 0:
            self._boot_note.unlink(missing_ok=True)

    def command(self) -> list[str]:
        """Return the command that starts PostgreSQL in the foreground."""
        settings = SETTINGS | {"port": str(self.port)} | ({} if self.places.durable else DISPOSABLE_SETTINGS)
        options = [part for name, value in settings.items() for part in ("-c", f"{name}={value}")]
        return [str(postgres_programs() / self.program), "-D", str(self.places.data), *options]

    def is_ready(self, process: int) -> bool:
        """Say whether this process wrote that it accepts connections."""
        try:
            lines = (self.places.data / "postmaster.pid").read_text().splitlines()
        except FileNotFoundError:
            return False
        return len(lines) > 7 and lines[0] == str(process) and lines[7].strip() == "ready"

    @property
    def _boot_note(self) -> Path:
        """Which start of the machine the server runs under; absent after a clean stop."""
        return self.places.home / "postgres.boot"

    def _is_trustworthy(self) -> bool:
        """Say whether data written without `fsync` is whole: no power cut since, same version of PostgreSQL."""
        if not self.places.data.exists():
            return True
        crashed = self._boot_note.exists() and self._boot_note.read_text() != _boot_identity()
        return not crashed and self._data_version() == self._program_version()

    def _initialise(self) -> None:
        """Make the data in a folder beside, and move it into place when it is whole."""
        partial = self.places.data.with_suffix(".partial")
        if partial.exists():
            shutil.rmtree(partial)
        partial.mkdir(mode=0o700)
        if self.account is not None:
            self.account.own(partial)
        # The built-in C.UTF-8 knows every letter's case and needs no locale of the machine's.
        locale = ["--encoding=UTF8", "--locale=C", "--locale-provider=builtin", "--builtin-locale=C.UTF-8"]
        sync = [] if self.places.durable else ["--no-sync"]
        self._run("initdb", "-D", str(partial), "-U", ROLE, "--auth=trust", *locale, *sync)
        self._run_alone(partial, f"CREATE DATABASE {DATABASE};\n")
        self._set_password(partial)
        (partial / "pg_hba.conf").write_text(HOST_RULES)
        sync_folder(partial)
        partial.rename(self.places.data)
        sync_folder(self.places.home)

    def _set_password(self, data: Path) -> None:
        """Give the role the password that clients will be told."""
        self._run_alone(data, f"ALTER ROLE {ROLE} PASSWORD '{self.places.password()}';\n")

    def _run_alone(self, data: Path, statement: str) -> None:
        """Run one SQL statement on data that no server is using."""
        self._run(
            "postgres", "--single", "-c", "exit_on_error=on", "-D", str(data), "postgres", text=statement
        )

    def _run(self, program: str, *arguments: str, text: str = "") -> None:
        with self.places.log.open("a") as said:
            status = self.as_account([str(postgres_programs() / program), *arguments], said=said, text=text)
        if status != 0:
            raise EmbeddedServerError(
                f"PostgreSQL could not make its data in {self.places.home}. The end of {self.places.log} says:\n\n"
                f"{self.places.log_tail()}"
            )

    def _data_version(self) -> str:
        return (self.places.data / "PG_VERSION").read_text().strip()

    def _program_version(self) -> str:
        """Return the major version that the installed programs belong to."""
        catalogue = postgres_programs().parent / "share" / "postgres.bki"
        return catalogue.read_text().split("\n", 1)[0].removeprefix("# PostgreSQL ").strip()


def _boot_identity() -> str:
    """Return what changes whenever the machine starts, or nothing where that cannot be known."""
    return BOOT_IDENTITY.read_text().strip() if BOOT_IDENTITY.exists() else ""
