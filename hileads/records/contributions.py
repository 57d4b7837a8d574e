"""Where the history is led to: the account menu, and the page of each organisation."""

from collections.abc import Mapping
from typing import Any

from hileads.contributions import AccountItem, Panel, account_menu, panels
from hileads.leads.models import User
from hileads.permissions.catalogue import P
from hileads.permissions.checks import can


def reads_history(user: User) -> bool:
    """Say whether the history stands in this person's account menu."""
    return can(user, P.HISTORY_VIEW)


def history_panel(user: User, subject: Any) -> Mapping[str, Any] | None:
    """Lead from an organisation's page to what changed there."""
    return {"organisation": subject} if reads_history(user) else None


account_menu.add("history", AccountItem("History of changes", "history-list", reads_history, 40))
panels.add(
    "records.history", Panel("organisations.organisation", "records/_history_panel.jinja", history_panel, 90)
)
