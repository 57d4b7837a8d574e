"""The whole portal, running for journeys: web server, worker, beat, database, Redis and a mail server, all real."""

import fcntl
import os
import secrets
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, field
from email.message import EmailMessage
from email.parser import BytesParser
from email.policy import default as email_policy
from pathlib import Path
from typing import Any

from aiosmtpd.controller import Controller

CHECKOUT = Path(__file__).resolve().parents[2]
PLACE = CHECKOUT / ".local" / "test" / "journeys"
READY_SECONDS = 240


class Letterbox:
    """A mail server that keeps what it is given."""

    def __init__(self) -> None:
        self.letters: list[EmailMessage] = []

    async def handle_DATA(  # noqa: N802 - the mail server's name
        self, server: Any, session: Any, envelope: Any
    ) -> str:
        self.letters.append(BytesParser(policy=email_policy).parsebytes(envelope.content))  # type: ignore[arg-type]
        return "250 Kept"

    def to(self, address: str) -> list[EmailMessage]:
        """Return the letters to one address, oldest first."""
        return [letter for letter in self.letters if address in str(letter["To"])]

    def wait_for(self, address: str, subject: str, seconds: float = 30) -> EmailMessage:
        """Return the first letter to `address` whose subject contains `subject`, once it has come."""
        deadline = time.monotonic() + seconds
        while time.monotonic() < deadline:
            for letter in self.to(address):
                if subject in str(letter["Subject"]):
                    return letter
            time.sleep(0.1)
        subjects = [str(letter["Subject"]) for letter in self.to(address)]
        raise AssertionError(f"No letter about {subject!r} came to {address}; there were {subjects}.")


@dataclass
class Portal:
    """The running portal, as tests reach it."""

    address: str
    letterbox: Letterbox
    environment: dict[str, str]
    logs: Path = PLACE
    passwords: dict[str, str] = field(default_factory=dict)
    read: dict[str, int] = field(default_factory=dict)

    def command(self, *words: str) -> str:
        """Run one of the portal's commands against this portal, and return what it printed."""
        done = subprocess.run(
            [sys.executable, "manage.py", *words],
            cwd=CHECKOUT,
            env=self.environment,
            capture_output=True,
            text=True,
            check=False,
        )
        assert done.returncode == 0, done.stdout + done.stderr
        return done.stdout

    def log_of(self, part: str) -> str:
        """Return what a process has written since the story began: `web`, `worker` or `beat`."""
        return (self.logs / f"{part}.log").read_text()[self.read.get(part, 0) :]

    def begin_again(self) -> None:
        """Forget what the processes have said and sent so far: the story under them is new."""
        self.read = {log.stem: len(log.read_text()) for log in self.logs.glob("*.log")}
        self.letterbox.letters.clear()
        wait_until_ready(self)


def free_port() -> int:
    with socket.socket() as listener:
        listener.bind(("127.0.0.1", 0))
        port: int = listener.getsockname()[1]
        return port


def environment_for(database: str, redis: str, web_port: int, smtp_port: int) -> dict[str, str]:
    """Return what the portal's processes are started with: the demo's settings and real servers."""
    return os.environ | {
        "DJANGO_SETTINGS_MODULE": "hileads.settings",
        "HILEADS_ENVIRONMENT": "development",
        "HILEADS_DEMO": "1",
        "DATABASE_URL": database,
        "REDIS_URL": redis,
        "BASE_URL": f"http://localhost:{web_port}",
        "MESSAGE_TRANSPORT": "smtp",
        "SMTP_HOST": "127.0.0.1",
        "SMTP_PORT": str(smtp_port),
        "SWEEP_SECONDS": "3",
        "INVITATION_SECONDS": "1",
        "PYTHONUNBUFFERED": "1",
    }


@contextmanager
def running(database: str, redis: str) -> Iterator[Portal]:
    """Start every process of the portal on this database, wait until it is ready, and stop all at the end."""
    letterbox = Letterbox()
    controller = Controller(letterbox, hostname="127.0.0.1", port=free_port())
    controller.start()
    web_port = free_port()
    environment = environment_for(database, redis, web_port, controller.port)
    logs = PLACE / "logs" / secrets.token_hex(4)
    logs.mkdir(parents=True)
    portal = Portal(f"http://localhost:{web_port}", letterbox, environment, logs)
    with ExitStack() as stack:
        stack.callback(controller.stop)
        collect_static(portal)
        for part, command in parts(web_port, logs).items():
            log = stack.enter_context((logs / f"{part}.log").open("w"))
            stack.callback(stop, start(command, environment, log))
        wait_until_ready(portal)
        yield portal


def parts(web_port: int, logs: Path) -> dict[str, list[str]]:
    """Return the command of each process."""
    celery = ["celery", "-A", "hileads"]
    return {
        "web": ["gunicorn", "hileads.wsgi", "--bind", f"127.0.0.1:{web_port}", "--workers=1", "--threads=4"],
        "worker": [*celery, "worker", "--pool=prefork", "--concurrency=1", "--loglevel=info"],
        "beat": [*celery, "beat", f"--schedule={logs / 'schedule'}", "--pidfile=", "--loglevel=info"],
    }


def collect_static(portal: Portal) -> None:
    """Gather static files as a deployment does, one gatherer at a time."""
    PLACE.mkdir(parents=True, exist_ok=True)
    with (PLACE / "static.lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        portal.command("collectstatic", "--noinput", "--verbosity=0")


def start(command: list[str], environment: dict[str, str], log: Any) -> subprocess.Popen[bytes]:
    program = Path(sys.executable).with_name(command[0])
    return subprocess.Popen(
        [str(program), *command[1:]],
        cwd=CHECKOUT,
        env=environment,
        stdout=log,
        stderr=log,
        start_new_session=True,
    )


def stop(process: subprocess.Popen[bytes]) -> None:
    process.terminate()
    try:
        process.wait(timeout=20)
    except subprocess.TimeoutExpired:
        process.kill()
        process.wait()


def wait_until_ready(portal: Portal) -> None:
    deadline = time.monotonic() + READY_SECONDS
    while True:
        try:
            with urllib.request.urlopen(f"{portal.address}/health/ready", timeout=5) as answer:  # noqa: S310 - ours
                if answer.status == 200:
                    return
        except OSError as problem:
            if time.monotonic() > deadline:
                raise AssertionError(f"The portal did not get ready: {problem}") from problem
        time.sleep(0.2)
