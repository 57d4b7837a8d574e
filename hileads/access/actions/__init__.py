"""Every change to how people sign in that the portal itself makes."""

from hileads.access.actions.losses import (
    ask_for_reset,
    carry_out_resets,
    confirm_loss,
    refuse_loss,
    stop_loss,
)
from hileads.access.actions.sessions import end_other_sessions, end_session, give_demo_apps

__all__ = [
    "ask_for_reset",
    "carry_out_resets",
    "confirm_loss",
    "end_other_sessions",
    "end_session",
    "give_demo_apps",
    "refuse_loss",
    "stop_loss",
]
