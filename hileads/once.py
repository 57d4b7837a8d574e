"""Read once for a request or a task, however often it is asked for; and read anew with the next one."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from typing import Any, TypeVar

T = TypeVar("T")

_kept: ContextVar[dict[str, Any] | None] = ContextVar("kept", default=None)


@contextmanager
def reading_once() -> Iterator[None]:
    """Keep what is read inside, until the end."""
    token = _kept.set({})
    try:
        yield
    finally:
        _kept.reset(token)


def once(name: str, read: Callable[[], T]) -> T:
    """Return what `read` returned the first time; outside a request or a task it reads every time."""
    kept = _kept.get()
    if kept is None:
        return read()
    if name not in kept:
        kept[name] = read()
    found: T = kept[name]
    return found


def forget(name: str) -> None:
    """Let it be read anew, because it has just changed."""
    (_kept.get() or {}).pop(name, None)
