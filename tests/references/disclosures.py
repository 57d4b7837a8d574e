"""Counts of few people, as they are shown."""

from collections.abc import Iterator

from hileads.disclosure.rules import HES, MHSDS, NATIONAL, Rule
from tests.references.reading import Comparison, labels_compared, rows
from tests.references.refusals import refused

# That function has an upper limit of 100,000,000 as its default. Hospital activity goes beyond it, so ours has none.
ITS_OWN_LIMIT = 100_000_001


def counts(file: str, rule: Rule) -> Comparison:
    """Sub-national counts by the rule, national ones as they are."""
    return labels_compared(
        file,
        (
            (
                (rule if row["level"] == "subnational" else NATIONAL).shown(int(row["count"])).text,
                row["expected_display"],
            )
            for row in rows(file)
        ),
    )


def invalid(file: str = "disclosure_invalid.csv") -> Comparison:
    """What is no count is refused."""
    numbers = [float(row["input"]) for row in rows(file)]
    return labels_compared(
        file,
        ((refused(lambda number=number: HES.shown(number)), number != ITS_OWN_LIMIT) for number in numbers),
    )


def comparisons() -> Iterator[Comparison]:
    yield counts("disclosure_hes_counts.csv", HES)
    yield counts("disclosure_mhsds_counts.csv", MHSDS)
    yield invalid()
