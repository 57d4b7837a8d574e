"""Refuse a test run that left a line or a branch untried where rights are decided and figures are made.

The whole product has a gate of 95%. Run by `make test` on the report of what its counted tests tried.
"""

import json
import re
import sys
from pathlib import Path
from typing import Any

REPORT = Path(".local/test/coverage.json")
FEWEST = 95.0
"""So many of a hundred lines and branches of the whole product must be tried."""
FULLY_TESTED = re.compile(
    r"(^|/)(actions|policies|queries)(\.py|/)|^hileads/permissions/|^accountability/statistics/",
)


def main() -> int:
    """Print what the tests never tried in those rooms; return 1 if there is any, or if nothing was measured."""
    report: dict[str, Any] = json.loads(REPORT.read_text())
    files, whole = report["files"], report["summary"]["percent_covered"]
    measured = {name: facts for name, facts in files.items() if FULLY_TESTED.search(name)}
    untried = [line for name, facts in sorted(measured.items()) for line in told(name, facts)]
    if not measured:
        untried = [f"{REPORT} names none of the files that must be tested in full"]
    if whole < FEWEST:
        untried.append(f"the whole product: {whole:.1f}% was tried, and {FEWEST:.0f}% must be")
    if untried:
        print("Not tried by any test, where everything must be:", *untried, sep="\n  ")
        return 1
    print(
        f"Every line and branch was tried in {len(measured)} files of actions, policies, permissions, queries "
        f"and statistics, and {whole:.1f}% of the whole product."
    )
    return 0


def told(name: str, facts: dict[str, Any]) -> list[str]:
    """Return the lines and branches of one file that were not tried, in words."""
    lines = [f"{name}:{line}" for line in facts["missing_lines"]]
    missing = set(facts["missing_lines"])
    branches = [
        f"{name}:{start} never went on to {'the end' if end <= 0 else f'line {end}'}"
        for start, end in facts["missing_branches"]
        if start not in missing and end not in missing
    ]
    return lines + branches


if __name__ == "__main__":
    sys.exit(main())
