"""Print how far our statistics are from the reference packages' figures: `make check-statistics`."""

import sys
from collections.abc import Iterator

from tests.references import charts, disclosures, funnels, groups, rates, refusals, slopes
from tests.references.reading import Comparison, folder

KINDS = (rates, funnels, slopes, charts, groups, refusals, disclosures)


def comparisons() -> Iterator[Comparison]:
    """Every comparison, file by file."""
    for kind in KINDS:
        yield from kind.comparisons()


def main() -> int:
    """Print one line for each file; return 1 if any value is further off than allowed."""
    if folder() is None:
        sys.stdout.write(
            "The reference figures are not at hand, so nothing was compared. See tests/references.\n"
        )
        return 0
    sys.stdout.write(f"{'file':55} {'values':>7} {'largest difference':>19} {'allowed':>8}\n")
    wrong = 0
    for one in comparisons():
        verdict = "" if one.holds else "  NOT MET"
        wrong += not one.holds
        sys.stdout.write(f"{one.file:55} {one.values:7} {one.largest:19.2e} {one.tolerance:8.0e}{verdict}\n")
    return min(wrong, 1)


if __name__ == "__main__":
    sys.exit(main())
