"""What a page asks for in its chart, its words and its table, worked out once."""

from collections.abc import Callable
from functools import lru_cache
from typing import ParamSpec, TypeVar, cast

MOST_KEPT = 64
"""More than one page shows measures, and few enough to hold."""

Asked = ParamSpec("Asked")
Answer = TypeVar("Answer")


def once(work: Callable[Asked, Answer]) -> Callable[Asked, Answer]:
    """The same function, which keeps its latest answers. What it takes and returns must never change."""
    return cast(Callable[Asked, Answer], lru_cache(maxsize=MOST_KEPT)(work))
