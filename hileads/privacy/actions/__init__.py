"""Everything that is written about what people ask for."""

from hileads.privacy.actions.corrections import answer_correction, ask_for_correction

__all__ = ["answer_correction", "ask_for_correction"]
