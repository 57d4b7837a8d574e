"""Everything that is written about what people ask for, and what goes."""

from hileads.privacy.actions.closure import close_account
from hileads.privacy.actions.corrections import answer_correction, ask_for_correction
from hileads.privacy.actions.disposal import (
    apply_retention_rules,
    dispose_corrections,
    erase_corrections,
    forget_history,
)

__all__ = [
    "answer_correction",
    "apply_retention_rules",
    "ask_for_correction",
    "close_account",
    "dispose_corrections",
    "erase_corrections",
    "forget_history",
]
