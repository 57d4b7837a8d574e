"""The columns of a file of figures."""

from hileads.spreadsheets.layout import WHAT_IS_WRONG, Column, Layout

NOT_KNOWN = "not known"
COLUMNS = (
    Column("measure", "Measure", "The code of a measure, as it stands in the list of measures.", is_needed=True),
    Column("code", "Organisation code", "The ODS code of your organisation, for example RAE.", is_needed=True),
    Column("period", "Period", "What the period is called, for example April 2026 or 2025/26.", is_needed=True),
    Column("period_start", "Period start", "Its first day, for example 1 April 2026 or 01/04/2026.", is_needed=True),
    Column("period_end", "Period end", "Its last day. For a figure “as at” a day, that day again.", is_needed=True),
    Column("group", "Group", "The number or name of a group, as it stands in the list of measures. Empty or “all” means everyone."),
    Column("numerator", "Numerator", "How many were counted, for example 1,234."),
    Column("denominator", "Denominator", "Out of how many."),
    Column("value", "Value", "The figure. May be left empty if both counts of a percentage or rate are given."),
    Column("lower", "Lower limit", "The lower limit of its interval, if you have one."),
    Column("upper", "Upper limit", "The upper limit."),
    Column("completeness", "Completeness", "How much of what should be counted is in the figure, in percent, for example 98."),
    Column("unknown_share", "Group not known", "For how many of the people counted the group is not known, in percent, for example 4."),
    Column(
        "state",
        "State",
        "Only where there is no figure: suppressed, missing, not reported or not applicable. Then leave all numbers empty.",
    ),
    Column("reason", "Reason", "Only where there is no figure: why, in one sentence."),
    Column("published", "Published on", f"The day on which the figure was published. Empty or “{NOT_KNOWN}” if you cannot tell."),
)  # fmt: skip
BY_KEY = {column.key: column for column in COLUMNS}
LAYOUT = Layout("Figures", COLUMNS, not_read=(WHAT_IS_WRONG,))
