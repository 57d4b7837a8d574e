"""The columns of a spreadsheet of leads."""

from hileads.spreadsheets.layout import WHAT_IS_WRONG, Column, Layout

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
LAYOUT = Layout("Leads", COLUMNS, not_read=("Organisation", WHAT_IS_WRONG))
