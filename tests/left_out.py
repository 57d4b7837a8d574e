"""A pytest plugin that says in words, at the end of every run, how many tests were left out, and why."""

from collections import Counter
from collections.abc import Generator, Iterable, Iterator
from typing import Any

import pytest

WORD = "Skipped"


def sentences(reasons: Iterable[str]) -> Iterator[str]:
    """Yield a sentence for each reason, the one that left out most tests first."""
    for reason, number in Counter(reasons).most_common():
        tests = "1 test was" if number == 1 else f"{number:,} tests were"
        yield f"{tests} left out: {reason.removesuffix('.')}."


def reason_of(report: Any) -> str:
    """Return why a test was left out, which pytest keeps behind a file, a line and a word of its own."""
    told = report.longrepr[-1] if isinstance(report.longrepr, tuple) else str(report.longrepr)
    return told.removeprefix(WORD).removeprefix(": ") or "no reason was given"


@pytest.hookimpl(wrapper=True, tryfirst=True)
def pytest_terminal_summary(terminalreporter: Any) -> Generator[None]:
    """Tell it on the controller, which hears of the tests of every worker, as the last thing before the totals."""
    yield
    skipped = [
        report for report in terminalreporter.stats.get("skipped", []) if not hasattr(report, "wasxfail")
    ]
    for sentence in sentences(map(reason_of, skipped)):
        terminalreporter.write_line(sentence, yellow=True)
