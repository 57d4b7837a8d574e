"""A pytest plugin: coverage rests while Django works on queries, where none of our lines is.

Python 3.11 pays for counting with every step of every library, not of our files alone: it doubles what an ordinary test
costs, and most of that is the making of SQL. What one of our lines did in there would count as untried, never as tried.
"""

import functools
import sys
from collections.abc import Callable
from typing import Any

import pytest
from django.db.models.query import QuerySet
from django.db.models.sql.compiler import SQLCompiler

WORKS_ON_QUERIES = (
    (SQLCompiler, "execute_sql"),
    (QuerySet, "_filter_or_exclude_inplace"),
    (QuerySet, "_fetch_all"),
)


def uncounted(work: Callable[..., Any]) -> Callable[..., Any]:
    """Return the same work, during which whoever counts lines looks away."""

    @functools.wraps(work)
    def rests(*args: Any, **kwargs: Any) -> Any:
        counting = sys.gettrace()
        if counting is None:
            return work(*args, **kwargs)
        sys.settrace(None)
        try:
            return work(*args, **kwargs)
        finally:
            sys.settrace(counting)

    return rests


def pytest_configure(config: pytest.Config) -> None:
    for owner, name in WORKS_ON_QUERIES:
        setattr(owner, name, uncounted(getattr(owner, name)))
