"""The equal footing of a document as a table: the same words in page, PDF, Word and spreadsheet."""

from accountability.exports.document import Document

FOOTING_HEADING = [
    "What a measure needs",
    "Inequality measures that have it",
    "Core measures that have it",
    "What to do next",
]


def footing_rows(document: Document) -> list[list[str]]:
    """Return the cells of the table, one row for each thing, every cell filled."""
    return [
        [
            row["label"],
            _of(row["inequality"], row["inequality_of"]),
            _of(row["core"], row["core_of"]),
            row["to_do"] or ("Nothing is lacking" if row["inequality_of"] else "Nothing to settle"),
        ]
        for row in document["footing"]["rows"]
    ]


def _of(having: int, asked: int) -> str:
    return f"{having} of {asked}" if asked else "No measure to count"
