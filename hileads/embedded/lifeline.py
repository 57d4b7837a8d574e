"""Processes that end when the process that started them is killed."""

import ctypes
import os
import signal
from collections.abc import Callable

PR_SET_PDEATHSIG = 1


def end_with_parent(name: signal.Signals) -> Callable[[], None] | None:
    """Return what a child must do so that the kernel signals it when its parent ends (on Linux; else None)."""
    try:
        control = ctypes.CDLL(None).prctl
    except (AttributeError, OSError):
        return None
    parent = os.getpid()

    def hold_the_line() -> None:
        control(PR_SET_PDEATHSIG, int(name))
        if os.getppid() != parent:
            os._exit(1)

    return hold_the_line
