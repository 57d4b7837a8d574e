"""The columns of a spreadsheet of leads."""

import re
from dataclasses import dataclass


@dataclass(frozen=True)
class Column:
    """A column: its key in the code, its heading, and what belongs in it."""

    key: str
    heading: str
    hint: str
    is_needed: bool = False


KEEPS = "keeps"
"""What stands in the column “Leaves” of somebody who holds the post in both places."""

COLUMNS = (
    Column("code", "ODS code", "The code of the organisation, for example RAE.", is_needed=True),
    Column("role", "Role", "One of the roles in the list below.", is_needed=True),
    Column("name", "Name", "First name and surname.", is_needed=True),
    Column("email", "Email address", "Their own work address. Nobody shares one.", is_needed=True),
    Column("post_title", "Post", "For example: medical director. May be empty."),
    Column(
        "from_date", "From", "Their first day, for example 3 April 2026 or 03/04/2026. Empty means today."
    ),
    Column("last_day", "Last day", "Only for somebody who leaves: their last day in this post."),
    Column("is_interim", "Interim", "Yes or no. Empty leaves it as it is."),
    Column("is_job_share", "Job share", "Yes or no. Empty leaves it as it is."),
    Column(
        "leaves",
        "Leaves",
        "Only for somebody who has held the same role elsewhere: the ODS code of the organisation they leave, "
        f"or “{KEEPS}” if they stay there too.",
    ),
)
BY_KEY = {column.key: column for column in COLUMNS}

WHAT_IS_WRONG = "What is wrong"
NOT_READ = ("Organisation", WHAT_IS_WRONG)
"""Headings that may stand in the file for its readers."""


def plain(heading: str) -> str:
    """Return a heading as it is compared: without case, remarks in brackets and stars."""
    return " ".join(re.sub(r"\(.*?\)|\*", " ", heading).split()).casefold()


BY_HEADING = {plain(column.heading): column for column in COLUMNS}
PASSED_OVER = frozenset(map(plain, NOT_READ))
