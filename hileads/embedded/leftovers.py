"""Server processes that outlived their supervisor."""

import os
import signal
import time
from pathlib import Path

PROCESSES = Path("/proc")
PATIENCE_SECONDS = 20.0


def can_see_processes() -> bool:
    """Say whether this system lets us look for leftovers (Linux does)."""
    return PROCESSES.is_dir()


def processes_in(data: Path, program: str) -> list[int]:
    """List the processes of this program that work in this data folder (PostgreSQL and Redis both move there)."""
    if not can_see_processes() or not data.exists():
        return []
    found = []
    for process in PROCESSES.iterdir():
        if not process.name.isdigit():
            continue
        try:
            executable = (process / "exe").readlink().name.removesuffix(" (deleted)")
            if executable == program and (process / "cwd").samefile(data):
                found.append(int(process.name))
        except OSError:
            continue
    return found


def end_leftovers(data: Path, program: str) -> None:
    """Ask processes left in this data folder to stop, and end them if they do not.

    Whoever calls this holds the supervisor's lock: nobody else can be starting a server here.
    """
    for name in (signal.SIGINT, signal.SIGQUIT, signal.SIGKILL):
        left = processes_in(data, program)
        for process in left:
            _send(process, name)
        deadline = time.monotonic() + PATIENCE_SECONDS
        while left and time.monotonic() < deadline:
            time.sleep(0.05)
            left = processes_in(data, program)
        if not left:
            return


def _send(process: int, name: signal.Signals) -> None:
    try:
        os.kill(process, name)
    except ProcessLookupError:
        return
