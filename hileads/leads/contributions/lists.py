"""What lists of leads that were handed in hold about people, and for how long."""

from hileads.leads.actions.leadimports import dispose_lead_files, erase_from_lead_files
from hileads.personal import Erasure, Fate, RetentionRule, erasures, not_told, retention_rules

WHY_NOT = "Handing in a list is an administrator's own doing, and stands among the changes they made."

for link in ("uploaded_by", "applied_by"):
    not_told.add(f"leads.LeadImport.{link}", WHY_NOT)
retention_rules.add(
    "lists of leads",
    RetentionRule(
        "Lists of leads that were handed in",
        "30 days",
        "counted from the day they were handed in",
        Fate.DELETED,
        "What was imported stands in the register; rows to be mended are mended within days.",
        22,
        dispose_lead_files,
    ),
)
erasures.add(
    "leads.Lists",
    Erasure(
        "Lists of leads",
        Fate.DELETED,
        "Lists that administrators handed in lately and that name your address are deleted.",
        14,
        erase_from_lead_files,
    ),
)
