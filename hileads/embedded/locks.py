"""Locks on files that the kernel drops when their holder dies, however it dies."""

import fcntl
import os
import time
from pathlib import Path

PAUSE_SECONDS = 0.02


class FileLock:
    """A lock on one file, shared or exclusive, held until `release` or the end of the process.

    A forked child goes on holding what its parent held; a command started afresh does not.
    """

    def __init__(self, path: Path) -> None:
        self.path = path
        self._descriptor = os.open(path, os.O_RDWR | os.O_CREAT | os.O_CLOEXEC, 0o600)

    def share(self, *, within_seconds: float = 0) -> bool:
        """Hold the lock together with other sharers; say whether it was had in time."""
        return self._take(fcntl.LOCK_SH, within_seconds)

    def exclude(self, *, within_seconds: float = 0) -> bool:
        """Hold the lock alone; say whether it was had in time."""
        return self._take(fcntl.LOCK_EX, within_seconds)

    def unlock(self) -> None:
        """Let go, and keep the file open to take the lock again."""
        fcntl.flock(self._descriptor, fcntl.LOCK_UN)

    def release(self) -> None:
        """Let go for good."""
        os.close(self._descriptor)

    def is_in_place(self) -> bool:
        """Say whether the locked file is still the one that others would find at this path."""
        try:
            return os.path.samestat(os.fstat(self._descriptor), self.path.stat())
        except FileNotFoundError:
            return False

    def _take(self, mode: int, within_seconds: float) -> bool:
        deadline = time.monotonic() + within_seconds
        while True:
            try:
                fcntl.flock(self._descriptor, mode | fcntl.LOCK_NB)
            except BlockingIOError:
                if time.monotonic() >= deadline:
                    return False
                time.sleep(PAUSE_SECONDS)
            else:
                return True


def is_held(path: Path) -> bool:
    """Say whether some process holds the lock on this file alone."""
    if not path.exists():
        return False
    lock = FileLock(path)
    try:
        return not lock.share()
    finally:
        lock.release()
