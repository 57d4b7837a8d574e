"""Workers and schedulers as processes, killed without a chance to tidy up and started again."""

import os
import random
import secrets
import signal
import subprocess
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

from tests.bench.soak.servers import PLACE
from tests.journeys.portal import start, stop

CELERY = ("celery", "-A", "hileads")
WORKER = (*CELERY, "worker", "--pool=prefork", "--concurrency=2", "--loglevel=warning", "--without-mingle")
PARENT_IS_KILLED = 0.04
"""How many kills hit a worker itself. It takes seconds to start anew, a child of it a moment."""


@dataclass(frozen=True)
class Kill:
    """One process that was ended by SIGKILL, and when."""

    at: float
    process: int
    is_parent: bool


@dataclass
class Crew:
    """The processes that send messages. What ends is started again, as a service manager does."""

    environment: dict[str, str]
    workers: int
    beats: int
    folder: Path = field(default_factory=lambda: PLACE / "logs" / secrets.token_hex(4))
    running: dict[str, subprocess.Popen[bytes]] = field(default_factory=dict)
    kills: list[Kill] = field(default_factory=list)
    ended: int = 0

    def start(self) -> None:
        self.folder.mkdir(parents=True)
        for name in [f"worker{n}" for n in range(self.workers)] + [f"beat{n}" for n in range(self.beats)]:
            self._start(name)

    def stop(self) -> None:
        for process in self.running.values():
            stop(process)
            _end_group(process)

    def tend(self) -> None:
        """Start again whatever has ended by itself."""
        for name, process in list(self.running.items()):
            if process.poll() is not None:
                self.ended += 1
                self._start(name)

    def kill_one(self) -> bool:
        """Kill a child of a worker, and now and then a worker, at random; say False if there was nobody to kill."""
        name = random.choice([name for name in self.running if name.startswith("worker")])
        worker = self.running[name]
        children = children_of(worker.pid)
        if not children:
            return False
        is_parent = random.random() < PARENT_IS_KILLED
        process = worker.pid if is_parent else random.choice(children)
        os.kill(process, signal.SIGKILL)
        self.kills.append(Kill(time.time(), process, is_parent))
        if is_parent:
            worker.wait()
            self._start(name)
        return True

    def _start(self, name: str) -> None:
        command = [*WORKER, f"--hostname={name}@%h"]
        if name.startswith("beat"):
            command = [
                *CELERY,
                "beat",
                f"--schedule={self.folder / name}",
                "--pidfile=",
                "--loglevel=warning",
            ]
        with (self.folder / f"{name}.log").open("a") as log:
            self.running[name] = start(command, self.environment, log)


@contextmanager
def crew(environment: dict[str, str], *, workers: int, beats: int) -> Iterator[Crew]:
    """Start a crew, and stop it at the end."""
    people = Crew(environment, workers, beats)
    people.start()
    try:
        yield people
    finally:
        people.stop()


def children_of(process: int) -> list[int]:
    """Return the processes that this one started."""
    found = []
    for stat in Path("/proc").glob("[0-9]*/stat"):
        try:
            words = stat.read_text().rpartition(")")[2].split()
        except OSError:
            continue
        if int(words[1]) == process and words[0] != "Z":
            found.append(int(stat.parent.name))
    return found


def _end_group(process: subprocess.Popen[bytes]) -> None:
    """End children that outlived their worker."""
    try:
        os.killpg(process.pid, signal.SIGKILL)
    except ProcessLookupError:
        return
